"""The centre's own data and the accounts of the demo. What is already there stays as it is."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from i18nfield.strings import LazyI18nString
from wagtail.models import Page

from portal.documents.models import Issuer
from portal.people.models import Municipality, Organisation, User
from portal.people.names import fold
from portal.people.roles import Role
from portal.site.demo.content import centre
from portal.site.demo.content.people import ORGANISATIONS
from portal.site.demo.content.structure import Words
from portal.site.demo.typesetting import typeset
from portal.site.models import Helpline, SiteSettings


def i18n(words: Words) -> LazyI18nString:
    """Return words as a value of an i18n field."""
    return LazyI18nString(
        {language: typeset(words[language], language) for language in ("ru", "en") if words[language]}
    )


def load_accounts() -> dict[str, User]:
    """Return the demo accounts by role, made where they are missing; a password somebody changed stays changed."""
    users = {}
    for account in centre.ACCOUNTS:
        user = User.objects.filter(email=account.email).first()
        if user is None:
            role = Role[account.role.upper()]
            user = User.objects.create_user(
                account.email,
                account.password,
                first_name=account.given_name,
                last_name=account.surname,
                is_staff=True,
                is_superuser=role == Role.ADMINISTRATOR,
            )
            user.groups.add(Group.objects.get(name=role.value))
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        users[account.role] = user
    return users


def load_settings(pages: dict[str, Page]) -> None:
    """Fill the centre's names, contacts and service pages where nobody has filled them yet."""
    settings = SiteSettings.load()
    if str(settings.centre_name):
        return
    settings.portal_name = i18n(centre.PORTAL_NAME)
    settings.centre_name = i18n(centre.CENTRE_NAME)
    settings.centre_short_name = i18n(centre.CENTRE_SHORT_NAME)
    settings.founder = i18n(centre.FOUNDER)
    settings.address = i18n(centre.ADDRESS)
    settings.opening_hours = i18n(centre.OPENING_HOURS)
    settings.phone = centre.PHONE
    settings.email = centre.EMAIL
    settings.help_page = pages.get("help")
    settings.privacy_page = pages.get("privacy")
    settings.accessibility_page = pages.get("accessibility")
    settings.save()


def load_issuer() -> None:
    """Name an invented signatory of certificates where nobody is named yet."""
    issuer = Issuer.current()
    if issuer.signatory_name:
        return
    issuer.signatory_name = typeset(centre.SIGNATORY_NAME, "ru")
    issuer.signatory_position = i18n(centre.SIGNATORY_POSITION)
    issuer.save(update_fields=["signatory_name", "signatory_position"])


def load_helplines() -> None:
    """Add the helplines of the demo to an empty list."""
    if Helpline.objects.exists():
        return
    for order, line in enumerate(centre.HELPLINES):
        Helpline.objects.create(phone=line.phone, name=i18n(line.name), note=i18n(line.note), sort_order=order)


def load_organisations() -> list[Organisation]:
    """Return the invented organisations in the order of the table, made where they are missing."""
    rows = []
    for place, name, kind in ORGANISATIONS:
        municipality = Municipality.objects.filter(name__in=[place, f"{place} район"]).order_by("name").first()
        found = Organisation.objects.filter(name_key=fold(name), municipality=municipality).first()
        rows.append(found or Organisation.objects.create(name=name, kind=kind, municipality=municipality))
    return rows
