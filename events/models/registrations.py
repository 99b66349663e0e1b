"""A person's registration for a cohort: its state, its number in the queue, what was asked for (design §3.6)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.cohorts import Cohort, Section
from portal.people.models import Municipality, Organisation, Participant


class RegistrationState(models.TextChoices):
    """States say why; whether a place is held, the claim says. Written only by events.domain."""

    AWAITING_CONSENT = "awaiting_consent", _("ждёт согласия")
    AWAITING_EMAIL = "awaiting_email", _("ждёт подтверждения адреса")
    AWAITING_APPROVAL = "awaiting_approval", _("на рассмотрении")
    WAITLISTED = "waitlisted", _("в листе ожидания")
    OFFERED = "offered", _("предложено место")
    CONFIRMED = "confirmed", _("подтверждена")
    CANCELLED = "cancelled", _("отменена")
    REJECTED = "rejected", _("отклонена")
    EXPIRED = "expired", _("срок истёк")
    MOVED = "moved", _("перенесена в другой поток")


ACTIVE_STATES = (
    RegistrationState.AWAITING_CONSENT,
    RegistrationState.AWAITING_EMAIL,
    RegistrationState.AWAITING_APPROVAL,
    RegistrationState.WAITLISTED,
    RegistrationState.OFFERED,
    RegistrationState.CONFIRMED,
)


class RegistrationSource(models.TextChoices):
    """Where a registration came from."""

    SITE = "site", _("сайт")
    ADMIN = "admin", _("добавлена сотрудником")


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Vocabulary of registration lists."""

    def active(self) -> "RegistrationQuerySet":
        """Registrations that hold or wait for a place."""
        return self.filter(state__in=ACTIVE_STATES)

    def in_line(self) -> "RegistrationQuerySet":
        """Everybody with a number and without a place: those waiting and those who have yet to confirm or be approved."""
        arriving = (RegistrationState.AWAITING_EMAIL, RegistrationState.AWAITING_APPROVAL)
        return self.filter(
            models.Q(state=RegistrationState.WAITLISTED) | models.Q(state__in=arriving, queue_number__isnull=False)
        )

    def waiting(self) -> "RegistrationQuerySet":
        """The queue in the order it is served."""
        return self.filter(state=RegistrationState.WAITLISTED).order_by("queue_number")


class Registration(models.Model):
    """One person in one cohort. Organisation and position are kept as they were at the time of registration."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    cohort = models.ForeignKey(
        Cohort,
        verbose_name=_("поток"),
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    participant = models.ForeignKey(
        Participant,
        verbose_name=_("участник"),
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    state = models.CharField(_("состояние"), max_length=20, choices=RegistrationState)
    state_changed_at = models.DateTimeField(_("состояние с"))
    state_reason = models.CharField(_("причина"), max_length=255, blank=True)
    queue_number = models.PositiveIntegerField(_("номер в очереди"), null=True, blank=True)
    hold_until = models.DateTimeField(
        _("ответ ждём до"),
        null=True,
        blank=True,
        help_text=_("После этого запись истекает, а место, если оно было, отдаётся следующему."),
    )
    section = models.ForeignKey(
        Section,
        verbose_name=_("секция"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    mode = models.CharField(_("форма участия"), max_length=16, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("организация"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    organisation_name = models.CharField(_("организация, как указана"), max_length=255, blank=True)
    position = models.CharField(_("должность"), max_length=160, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("муниципальное образование"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    language = models.CharField(_("язык писем"), max_length=8, default="ru")
    source = models.CharField(
        _("откуда"),
        max_length=8,
        choices=RegistrationSource,
        default=RegistrationSource.SITE,
    )
    attempt = models.UUIDField(
        null=True,
        blank=True,
        editable=False,
        help_text="One opening of the form: tells a double click from a stranger who types the same name.",
    )
    created_at = models.DateTimeField(_("подана"))

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("запись на событие")
        verbose_name_plural = _("записи на события")
        ordering = ["cohort", "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "participant"],
                condition=models.Q(state__in=ACTIVE_STATES),
                name="one_active_registration",
            ),
            models.UniqueConstraint(
                fields=["cohort", "queue_number"],
                condition=models.Q(queue_number__isnull=False),
                name="queue_number_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=RegistrationState.values),
                name="known_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=RegistrationState.WAITLISTED) | models.Q(queue_number__isnull=False),
                name="waiting_has_number",
            ),
        ]
        indexes = [
            models.Index(fields=["cohort", "state", "queue_number"]),
            models.Index(
                fields=["hold_until"],
                condition=models.Q(hold_until__isnull=False),
                name="registration_holds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant} → {self.cohort}"
