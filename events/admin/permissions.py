"""Rights on events (design §6): a methodist runs own events, an administrator all of them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.admin import scope
from events.models import Registration, RegistrationState
from portal.documents import admin as documents
from portal.letters import admin as letters
from portal.people import audit
from portal.people.roles import Role, grant, grant_pages

RUN_EVENTS = (
    "events.add_event",
    "events.change_event",
    "events.view_event",
    "events.add_cohort",
    "events.change_cohort",
    "events.view_cohort",
    "events.view_registration",
    "events.change_registration",
)
READ = ("letters.view_letter", "documents.view_issueddocument")
ACTIONS = {
    "event.created": _("событие создано"),
    "event.changed": _("событие изменено"),
    "cohort.created": _("поток создан"),
    "cohort.changed": _("правила потока изменены"),
    "cohort.meetings_changed": _("встречи изменены"),
    "cohort.published": _("поток объявлен"),
    "cohort.cancelled": _("поток отменён"),
    "pool.added": _("добавлены места"),
    "pool.resized": _("изменено число мест"),
    "pool.removed": _("места убраны"),
    "registration.letter_resent": _("письмо отправлено ещё раз"),
    "registration.address_corrected": _("исправлен адрес"),
    "registrations.exported": _("выгружен список записей"),
}
SET_UP = ("events.view_eventkind", "events.add_eventkind", "events.change_eventkind")


def register() -> None:
    """Grant them; called once from ready()."""
    grant(Role.METHODIST, *RUN_EVENTS, *READ)
    grant(Role.ADMINISTRATOR, *RUN_EVENTS, *READ, *SET_UP)
    letters.register_scope(about_own_registrations)
    documents.register_scope(about_own_registrations)
    audit.name_actions(ACTIONS)
    audit.name_actions({f"registration.{state.value}": state.label for state in RegistrationState})
    grant_pages(Role.METHODIST, "events.EventIndexPage", "add_page", "change_page", "publish_page")


def about_own_registrations(user: scope.Who) -> Q:
    """Letters and documents about registrations for the events the user runs."""
    if not scope.runs_events(user):
        return Q(pk__in=[])
    own = scope.registrations_of(user).values("pk")
    return Q(about_type=ContentType.objects.get_for_model(Registration), about_id__in=own)
