"""Cohorts (потоки) of an event, their meetings and sections."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField

from events.models.events import Event, RegistrationMode
from events.models.pages import EventPage


class CohortState(models.TextChoices):
    """What the centre says of a cohort; whether registration is open follows from this and the window."""

    DRAFT = "draft", _("черновик")
    PUBLISHED = "published", _("объявлен")
    CANCELLED = "cancelled", _("отменён")


class CohortQuerySet(models.QuerySet["Cohort"]):
    """Vocabulary of cohort lists."""

    def with_dates(self) -> "CohortQuerySet":
        """Annotate `starts_at` and `ends_at`, the first and the last moment of the meetings; None without meetings."""
        meetings = Meeting.objects.filter(cohort=models.OuterRef("pk"))
        return self.annotate(
            starts_at=models.Subquery(meetings.order_by("starts_at").values("starts_at")[:1]),
            ends_at=models.Subquery(meetings.order_by("-ends_at").values("ends_at")[:1]),
        )

    def with_places(self) -> "CohortQuerySet":
        """Annotate what `events.domain.counts` reads: capacity and taken of the cohort's and sections' pools, waiting."""
        pool_model: Any = self.model._meta.get_field("pools").related_model
        registration_model: Any = self.model._meta.get_field("registrations").related_model
        pools = pool_model.objects.filter(cohort=models.OuterRef("pk"))
        rows = registration_model.objects.filter(cohort=models.OuterRef("pk"))

        def total(queryset: models.QuerySet, name: str) -> models.Subquery:
            grouped = queryset.order_by().values("cohort").annotate(total=models.Sum(name))
            return models.Subquery(grouped.values("total"))

        whole, parts = pools.filter(section=None), pools.exclude(section=None)
        return self.annotate(
            whole_capacity=total(whole, "capacity"),
            whole_taken=total(whole, "taken"),
            parts_capacity=total(parts, "capacity"),
            parts_taken=total(parts, "taken"),
            has_modes=models.Exists(pools.exclude(mode="")),
            waiting=Coalesce(
                models.Subquery(
                    rows.in_line().order_by().values("cohort").annotate(total=models.Count("pk")).values("total")
                ),
                0,
            ),
        )

    def public(self, *, at: datetime) -> "CohortQuerySet":
        """Announced cohorts of events whose page is live, not expired at `at` and open to everybody."""
        pages = EventPage.objects.live().public().filter(models.Q(expire_at=None) | models.Q(expire_at__gt=at))
        return self.exclude(state=CohortState.DRAFT).filter(event__page__in=pages)

    def open_for_registration(self, *, at: datetime) -> "CohortQuerySet":
        """Public cohorts whose registration window includes `at`."""
        return self.public(at=at).filter(
            state=CohortState.PUBLISHED,
            event__registration_mode=RegistrationMode.OPEN,
            opens_at__lte=at,
            closes_at__gt=at,
        )


class Cohort(models.Model):
    """One run of an event: its own dates, places and queue. A one-off webinar is an event with one cohort."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(
        Event,
        verbose_name=_("событие"),
        on_delete=models.CASCADE,
        related_name="cohorts",
    )
    number = models.PositiveSmallIntegerField(_("номер потока"), default=1)
    state = models.CharField(_("состояние"), max_length=16, choices=CohortState, default=CohortState.DRAFT)
    opens_at = models.DateTimeField(_("запись открывается"))
    closes_at = models.DateTimeField(_("запись закрывается"))
    venue = I18nCharField(_("место"), max_length=255, blank=True)
    join_url = models.URLField(
        _("ссылка на подключение"),
        blank=True,
        help_text=_("Видна только подтверждённым."),
    )
    approval_required = models.BooleanField(_("заявки одобряет методист"), default=False)
    approval_holds_place = models.BooleanField(
        _("место держится, пока заявка рассматривается"),
        default=True,
        help_text=_("Если снять, место занимается только после одобрения."),
    )
    waitlist_enabled = models.BooleanField(_("лист ожидания"), default=True)
    email_hold_minutes = models.PositiveSmallIntegerField(_("держать место до подтверждения адреса, минут"), default=60)
    offer_hours = models.PositiveSmallIntegerField(
        _("часов на ответ по освободившемуся месту"),
        default=24,
        help_text=_("0 — место сразу отдаётся следующему в очереди."),
    )
    last_queue_number = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CohortQuerySet.as_manager()

    if TYPE_CHECKING:  # what with_dates() and with_places() add to a row
        starts_at: datetime | None
        ends_at: datetime | None
        whole_capacity: int | None
        whole_taken: int | None
        parts_capacity: int | None
        parts_taken: int | None
        has_modes: bool
        waiting: int

    class Meta:
        verbose_name = _("поток")
        verbose_name_plural = _("потоки")
        ordering = ["event", "number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="cohort_number_once"),
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("closes_at")),
                name="cohort_window_forward",
            ),
            models.CheckConstraint(
                condition=models.Q(email_hold_minutes__lte=60),
                name="cohort_email_hold_hour",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} · {_('поток')} {self.number}"

    def is_open(self, *, at: datetime) -> bool:
        """Whether the registration window includes `at`; the page's own state is checked by the queryset."""
        return self.state == CohortState.PUBLISHED and self.opens_at <= at < self.closes_at

    @property
    def is_draft(self) -> bool:
        """Whether readers may not see it yet."""
        return self.state == CohortState.DRAFT

    def moments(self) -> list[datetime]:
        """When what is said of the cohort changes by itself: the window, each meeting's beginning and end."""
        held = [moment for meeting in self.meetings.all() for moment in (meeting.starts_at, meeting.ends_at)]
        return [self.opens_at, self.closes_at, *held]


class Section(models.Model):
    """A parallel section of a conference; its places are a pool of their own."""

    cohort = models.ForeignKey(
        Cohort,
        verbose_name=_("поток"),
        on_delete=models.CASCADE,
        related_name="sections",
    )
    title = I18nCharField(_("название"), max_length=200)
    sort_order = models.PositiveSmallIntegerField(_("порядок"), default=0)

    class Meta:
        verbose_name = _("секция")
        verbose_name_plural = _("секции")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return str(self.title)


class Meeting(models.Model):
    """One meeting (встреча, занятие) of a cohort."""

    cohort = models.ForeignKey(
        Cohort,
        verbose_name=_("поток"),
        on_delete=models.CASCADE,
        related_name="meetings",
    )
    section = models.ForeignKey(
        Section,
        verbose_name=_("секция"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="meetings",
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = I18nCharField(_("тема"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("начало"))
    ends_at = models.DateTimeField(_("конец"))
    venue = I18nCharField(
        _("место"),
        max_length=255,
        blank=True,
        help_text=_("Если отличается от места потока."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("встреча")
        verbose_name_plural = _("встречи")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_at__lt=models.F("ends_at")),
                name="meeting_forward",
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%d.%m.%Y %H:%M} {self.title}"
