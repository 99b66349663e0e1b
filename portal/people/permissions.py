"""Rights on the pages, pictures and people of the portal that no higher room owns (design §6)."""

from django.utils.translation import gettext_lazy as _

from portal.people import audit
from portal.people.roles import Role, grant, grant_collections, grant_pages

ADMIN_ACCESS = "wagtailadmin.access_admin"
WRITE = ("add_page", "change_page")
PUBLISH = ("publish_page", "lock_page", "unlock_page", "bulk_delete_page")
PICTURES = ("media.add_image", "media.change_image", "media.choose_image")
FILES = ("media.add_document", "media.change_document", "media.choose_document")


# Words for the audit trail; the acts of letters and documents, which have no admin room of their own, are here too.
ACTIONS = {
    "consent.withdrawn": _("согласие отозвано"),
    "participant.merged": _("карточки объединены"),
    "letter.resent": _("письмо отправлено ещё раз"),
    "document.issued": _("документ выдан"),
    "document.duplicated": _("выдан дубликат"),
    "document.revoked": _("документ отозван"),
}


def register() -> None:
    """Grant them and name this room's acts; called once from ready()."""
    audit.name_actions(ACTIONS)
    for role in (Role.EDITOR, Role.CHIEF_EDITOR, Role.METHODIST, Role.DATA_OFFICER, Role.ADMINISTRATOR):
        grant(role, ADMIN_ACCESS)
    grant_pages(Role.EDITOR, "wagtailcore.Page", *WRITE)
    grant_pages(Role.CHIEF_EDITOR, "wagtailcore.Page", *WRITE, *PUBLISH)
    grant_pages(Role.ADMINISTRATOR, "wagtailcore.Page", *WRITE, *PUBLISH)
    for role in (Role.EDITOR, Role.CHIEF_EDITOR, Role.METHODIST, Role.ADMINISTRATOR):
        grant_collections(role, *PICTURES, *FILES)
    for role in (Role.CHIEF_EDITOR, Role.ADMINISTRATOR):
        grant_collections(role, "media.delete_image", "media.delete_document")
    # «Кто выдаёт документы»: documents has no roles of its own, so the right is granted here by name.
    grant(Role.ADMINISTRATOR, "documents.view_issuer", "documents.change_issuer")
    grant(Role.METHODIST, "people.view_participant", "people.view_organisation", "people.view_municipality")
    grant(Role.METHODIST, "people.add_organisation", "people.change_organisation")
    grant(
        Role.DATA_OFFICER,
        "people.view_consent",
        "people.view_consenttext",
        "people.add_consenttext",
        "people.change_consenttext",
        "people.add_consentwithdrawal",
        "people.view_consentwithdrawal",
        "people.view_auditentry",
        "people.view_participant",
        "people.change_participant",
    )
    grant(
        Role.ADMINISTRATOR,
        "people.add_user",
        "people.change_user",
        "people.delete_user",
        "people.view_user",
        "people.add_municipality",
        "people.change_municipality",
        "people.view_municipality",
        "auth.add_group",
        "auth.change_group",
        "wagtailcore.change_site",
        "wagtailcore.add_collection",
        "wagtailcore.change_collection",
    )
