"""A registration's state in words: what it is, what comes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.domain.counts import Phase
from events.models import CohortState, Registration, RegistrationLink, RegistrationState
from events.web.presenting import moment

S = RegistrationState


@dataclass(frozen=True, kw_only=True)
class StateView:
    """`title` says where the person stands, `body` what comes next, `tone` is a callout's."""

    state: str
    title: str
    body: str
    tone: str
    number: int | None = None


def state_view(registration: Registration) -> StateView:
    """Return the words for a registration as it is, for those who hold a link to it."""
    state = RegistrationState(registration.state)
    title, body, tone = {
        S.AWAITING_EMAIL: _awaiting_email,
        S.WAITLISTED: _waitlisted,
        S.OFFERED: _offered,
    }.get(state, _settled)(registration)
    return StateView(state=state.value, title=title, body=body, tone=tone, number=registration.queue_number)


def link_view(link: RegistrationLink) -> StateView:
    """Return the words for the page after sending; a veiled link shows what a newcomer would have got."""
    if not link.is_veiled:
        return state_view(link.registration)
    pretended = Registration(
        state=S.AWAITING_EMAIL,
        queue_number=link.veiled_number,
        hold_until=link.created_at + timedelta(minutes=link.registration.cohort.email_hold_minutes),
        cohort=link.registration.cohort,
        participant=link.registration.participant,
    )
    return state_view(pretended)


def _awaiting_email(registration: Registration) -> tuple[str, str, str]:
    email = registration.participant.email
    if registration.queue_number is not None:
        return (
            _("Мест сейчас нет. Ваш номер в очереди — %(number)d") % {"number": registration.queue_number},
            _(
                "Мы отправили письмо на %(email)s. Откройте его и подтвердите запись: тогда место, которое освободится, "
                "достанется вам по порядку."
            )
            % {"email": email},
            "info",
        )
    return (
        _("Осталось подтвердить запись"),
        _("Мы отправили письмо на %(email)s. Откройте его и нажмите «Подтвердить запись». Место за вами до %(moment)s.")
        % {"email": email, "moment": moment(registration.hold_until) if registration.hold_until else ""},
        "info",
    )


def _waitlisted(registration: Registration) -> tuple[str, str, str]:
    hours = registration.cohort.offer_hours
    if hours:
        body = ngettext(
            "Когда подойдёт ваша очередь, пришлём письмо. На ответ будет %(hours)d час.",
            "Когда подойдёт ваша очередь, пришлём письмо. На ответ будет %(hours)d часа.",
            hours,
        ) % {"hours": hours}
    else:
        body = _("Как только место освободится, запишем вас и сразу пришлём письмо. Ничего делать не нужно.")
    title = _("Вы в листе ожидания, ваш номер — %(number)d") % {"number": registration.queue_number or 0}
    return title, body, "info"


def _offered(registration: Registration) -> tuple[str, str, str]:
    deadline = moment(registration.hold_until) if registration.hold_until else ""
    body = _("Держим его для вас до %(moment)s. Если не ответить, место достанется следующему.") % {"moment": deadline}
    return _("Для вас освободилось место"), body, "warning"


def _settled(registration: Registration) -> tuple[str, str, str]:
    reason = registration.state_reason
    words = {
        S.AWAITING_APPROVAL: (
            _("Заявка на рассмотрении"),
            _("Методист прочитает её и ответит письмом. Подтверждать больше ничего не нужно."),
            "info",
        ),
        S.AWAITING_CONSENT: (_("Нужно ваше согласие"), _("Откройте письмо и ответьте на вопрос о согласии."), "info"),
        S.CONFIRMED: (
            _("Вы записаны"),
            _("Ждём вас. Письмо с датами и файлом для календаря уже отправлено."),
            "success",
        ),
        S.CANCELLED: (
            _("Запись отменена"),
            _cancelled(registration),
            "neutral",
        ),
        S.REJECTED: (
            _("Заявка отклонена"),
            reason or _("Если остались вопросы, напишите или позвоните нам."),
            "neutral",
        ),
        S.EXPIRED: (
            _("Срок записи истёк"),
            _("Ответа не было вовремя, и место отдано следующему. Если запись ещё открыта, запишитесь снова."),
            "neutral",
        ),
        S.MOVED: (_("Запись перенесена в другой поток"), _("Подробности в письме."), "info"),
    }
    return words[RegistrationState(registration.state)]


def _cancelled(registration: Registration) -> str:
    if registration.cohort.state == CohortState.CANCELLED:
        body = _("Центр отменил вашу запись. Приносим извинения за неудобство.")
    else:
        body = _("Место отдано тем, кто ждал. Записаться можно снова.")
    if registration.state_reason:
        body += "\n" + _("Причина: %(reason)s") % {"reason": registration.state_reason}
    return body


def may_register_again(registration: Registration, *, phase: Phase) -> bool:
    """Whether to show the way back to the form."""
    return registration.state in {S.CANCELLED, S.EXPIRED, S.REJECTED} and phase in {Phase.OPEN, Phase.FULL}


def people_ahead(registration: Registration, *, at: datetime) -> int | None:
    """How many wait before this one; None where there is no queue to stand in."""
    if registration.state != S.WAITLISTED or registration.queue_number is None:
        return None
    waiting = Registration.objects.filter(cohort=registration.cohort_id).waiting()
    return waiting.filter(queue_number__lt=registration.queue_number).count()
