"""Promises of the project that Django checks at every start: a broken one stops the command and says why."""

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as DeployWarning

from portal.core.slugs import RESERVED_SLUGS


@register(Tags.models)
def check_page_models(**_: object) -> list[CheckMessage]:
    """Every page model of the project extends BasePage: listing, sharing, breadcrumbs and cache rules come with it."""
    from wagtail.models import get_page_models

    from portal.core.models import BasePage

    return [
        Error(
            f"{model.__module__}.{model.__name__} doesn't extend portal.core.models.BasePage.",
            hint="Listings, search, feeds, sharing pictures and cache rules rely on BasePage.",
            obj=model,
            id="opora.E001",
        )
        for model in get_page_models()
        if model.__module__.startswith(("portal.", "projects.", "events.")) and not issubclass(model, BasePage)
    ]


@register(Tags.translation)
def check_languages(**_: object) -> list[CheckMessage]:
    """Russian is the source, and what pages and the interface speak is one list, or half a site turns up."""
    messages: list[CheckMessage] = []
    if settings.LANGUAGE_CODE != "ru":
        messages.append(Error("LANGUAGE_CODE must be «ru»: texts of rows fall back to it.", id="opora.E002"))
    if [code for code, _name in settings.LANGUAGES] != [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]:
        messages.append(Error("LANGUAGES and WAGTAIL_CONTENT_LANGUAGES differ.", id="opora.E003"))
    missing = {code for code, _name in settings.LANGUAGES} - {"ru"} - RESERVED_SLUGS
    if missing:
        messages.append(
            Error(f"A language prefix isn't reserved against slugs: {', '.join(sorted(missing))}.", id="opora.E004")
        )
    return messages


@register()
def check_nothing_calls_abroad(**_: object) -> list[CheckMessage]:
    """No update check, no Gravatar, no embeds, no foreign identity provider (152-ФЗ art. 18, 149-ФЗ art. 8)."""
    messages: list[CheckMessage] = []
    if any(
        (settings.WAGTAIL_ENABLE_UPDATE_CHECK, settings.WAGTAIL_GRAVATAR_PROVIDER_URL, settings.WAGTAILEMBEDS_FINDERS)
    ):
        messages.append(Error("A Wagtail setting lets the admin or a page call a foreign host.", id="opora.E005"))
    providers = [name for name in settings.INSTALLED_APPS if name.startswith("allauth.socialaccount")]
    if providers:
        messages.append(Error(f"Foreign identity providers are installed: {', '.join(providers)}.", id="opora.E006"))
    return messages


@register()
def check_private_storage(**_: object) -> list[CheckMessage]:
    """Answers and originals must not lie where a web server looks."""
    private, public = settings.STORAGES["private"], settings.STORAGES["default"]
    location = str(private.get("OPTIONS", {}).get("location", ""))
    if private == public or location.startswith(f"{settings.MEDIA_ROOT}/"):
        return [Error("The private storage lies inside the public one.", id="opora.E007")]
    return []


@register(Tags.caches, deploy=True)
def check_shared_cache(**_: object) -> list[CheckMessage]:
    """With more than one process, limits on attempts to sign in live in the cache and must be shared."""
    if settings.CACHES["default"]["BACKEND"].endswith("LocMemCache"):
        return [
            DeployWarning(
                "The cache lives in the memory of each process: limits on sign-in attempts are counted apart.",
                hint="Set CACHE_URL, for example redis://127.0.0.1:6379/1, when more than one process runs.",
                id="opora.W001",
            )
        ]
    return []


@register(Tags.models)
def check_installed_rooms(**_: object) -> list[CheckMessage]:
    """Templates and translations of our rooms come before those of the packages they override."""
    names = [config.name for config in apps.get_app_configs()]
    ours = [name for name in names if name.startswith(("portal.", "projects.", "events"))]
    if names[: len(ours)] != ours:
        return [Error("An app of the project stands below a foreign one in INSTALLED_APPS.", id="opora.E008")]
    return []
