"""Places: pools with counters and claims on them (design §3.4)."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from events.models.cohorts import Cohort, Section
from events.models.registrations import Registration
from portal.people.models import Municipality


class AttendanceMode(models.TextChoices):
    """How a person takes part in a hybrid event."""

    IN_PERSON = "in_person", _("очно")
    ONLINE = "online", _("онлайн")


class SeatPool(models.Model):
    """A number of places under one rule. `taken` moves only by F() updates in events.domain; no form owns this row."""

    cohort = models.ForeignKey(Cohort, verbose_name=_("поток"), on_delete=models.CASCADE, related_name="pools")
    section = models.ForeignKey(
        Section,
        verbose_name=_("секция"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="pools",
    )
    mode = models.CharField(
        _("форма участия"),
        max_length=16,
        choices=AttendanceMode,
        blank=True,
        help_text=_("Пусто — любая."),
    )
    reserved_for = models.ForeignKey(
        Municipality,
        verbose_name=_("только для"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    capacity = models.PositiveIntegerField(_("мест"))
    taken = models.PositiveIntegerField(_("занято"), default=0, editable=False)

    class Meta:
        verbose_name = _("квота мест")
        verbose_name_plural = _("квоты мест")
        ordering = ["cohort", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(taken__gte=0) & models.Q(taken__lte=models.F("capacity")),
                name="pool_never_oversold",
            ),
            # Coalesce and not nulls_distinct=False, which SQLite does not know.
            models.UniqueConstraint(
                models.F("cohort"),
                Coalesce(models.F("section"), 0),
                models.F("mode"),
                Coalesce(models.F("reserved_for"), 0),
                name="pool_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taken} / {self.capacity}"


class SeatClaim(models.Model):
    """One place of a pool held by one registration."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="claims")
    pool = models.ForeignKey(SeatPool, on_delete=models.PROTECT, related_name="claims")
    claimed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("занятое место")
        verbose_name_plural = _("занятые места")
        constraints = [models.UniqueConstraint(fields=["registration", "pool"], name="claim_once")]

    def __str__(self) -> str:
        return f"{self.registration_id} → {self.pool_id}"
