"""Rights on what belongs to the whole site: settings, helplines, redirects, translations (design §6)."""

from portal.people.roles import Role, grant

TRANSLATE = ("wagtail_localize.submit_translation",)
SITE = (
    "site.change_sitesettings",
    "site.view_helpline",
    "site.add_helpline",
    "site.change_helpline",
    "site.delete_helpline",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)


def register() -> None:
    """Grant them; called once from ready()."""
    for role in (Role.EDITOR, Role.METHODIST):
        grant(role, *TRANSLATE)
    grant(Role.CHIEF_EDITOR, *TRANSLATE, *SITE)
