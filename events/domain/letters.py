"""Letters about registrations: what each says is decided at delivery from the registration as it is then."""

import re
from datetime import datetime
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from events.domain import calendar, links
from events.domain.states import LETTERS
from events.models import LinkScope, Meeting, Registration, RegistrationState
from portal.letters import registry
from portal.letters.registry import Attachment, LetterContent, LetterKind, Obsolete

TITLES: Final = {
    RegistrationState.AWAITING_EMAIL: _("Запись: подтвердите адрес"),
    RegistrationState.AWAITING_APPROVAL: _("Запись: заявка получена"),
    RegistrationState.WAITLISTED: _("Запись: лист ожидания"),
    RegistrationState.OFFERED: _("Запись: освободилось место"),
    RegistrationState.CONFIRMED: _("Запись: подтверждена"),
    RegistrationState.CANCELLED: _("Запись: отменена"),
    RegistrationState.REJECTED: _("Запись: отклонена"),
    RegistrationState.EXPIRED: _("Запись: срок истёк"),
}
URGENT: Final = {RegistrationState.AWAITING_EMAIL, RegistrationState.OFFERED}
ENDED: Final = {RegistrationState.CANCELLED, RegistrationState.REJECTED, RegistrationState.EXPIRED}
# A subject is read over a shoulder and on a locked screen: neither a confidential event nor the word «crisis» in it.
TELLING: Final = re.compile("кризис|crisis", re.IGNORECASE)


def register_letters() -> None:
    """Announce every letter of this room; called once when Django is ready."""
    for state, name in LETTERS.items():
        registry.register(LetterKind(name=name, title=TITLES[state], build=_builder(state), urgent=state in URGENT))


def _builder(state: RegistrationState) -> registry.Build:
    def build(payload: dict[str, Any], language: str, at: datetime) -> LetterContent:
        return build_letter(state=state, payload=payload, language=language, at=at)

    return build


def build_letter(*, state: RegistrationState, payload: dict[str, Any], language: str, at: datetime) -> LetterContent:
    """Return the words and files of the letter about `state`.

    Raises Obsolete when the registration has gone on meanwhile, so that nobody reads «wait» after «you are in».
    """
    registration = (
        Registration.objects.select_related("participant", "section", "cohort__event__kind", "cohort__event__page")
        .filter(pk=payload["registration"])
        .first()
    )
    if registration is None:
        raise Obsolete("the registration is gone")
    if registration.state != state:
        raise Obsolete(f"the registration is {registration.state} by now")
    meetings = _meetings(registration)
    context = _context(registration=registration, meetings=meetings, payload=payload, language=language)
    if state not in ENDED:
        context["manage_url"] = _link(registration=registration, scope=LinkScope.MANAGE, language=language, at=at)
    if state == RegistrationState.AWAITING_EMAIL:
        context["confirm_url"] = _link(registration=registration, scope=LinkScope.CONFIRM, language=language, at=at)
    attachments: tuple[Attachment, ...] = ()
    if state == RegistrationState.CONFIRMED and meetings:
        content = calendar.ics(meetings=meetings, at=at, language=language, with_join_url=True)
        attachments = (Attachment(filename="event.ics", content=content, mimetype="text/calendar"),)
    return LetterContent(context=context, attachments=attachments)


def _link(*, registration: Registration, scope: LinkScope, language: str, at: datetime) -> str:
    token = links.mint(registration=registration, scope=scope, at=at)
    return links.address(token=token, scope=scope, language=language)


def _meetings(registration: Registration) -> list[Meeting]:
    rows = registration.cohort.meetings.select_related("cohort__event")
    return [row for row in rows if row.section_id in {None, registration.section_id}]


def _context(
    *, registration: Registration, meetings: list[Meeting], payload: dict[str, Any], language: str
) -> dict[str, Any]:
    cohort = registration.cohort
    with translation.override(language):
        title = str(cohort.event.title)
        tells = cohort.event.kind.is_confidential or TELLING.search(title)
        return {
            "registration": registration,
            "participant": registration.participant,
            "event_title": title,
            "subject_title": "" if tells else title,
            "cohort": cohort,
            "section": str(registration.section) if registration.section else "",
            "meetings": meetings,
            "venue": str(cohort.venue),
            "join_url": cohort.join_url if registration.state == RegistrationState.CONFIRMED else "",
            "number": registration.queue_number or payload.get("number", 0),
            "deadline": registration.hold_until,
            "holds_place": registration.claims.exists(),
            "reason": registration.state_reason,
            "by": payload.get("by", "person"),
            "form_url": links.form_address(cohort=cohort, language=language),
        }
