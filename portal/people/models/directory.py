"""Directories: municipalities of the region and organisations of the field."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.people.names import fold


class MunicipalityKind(models.TextChoices):
    """What a municipality is called in law."""

    CITY = "city", _("городской округ")
    DISTRICT = "district", _("муниципальный район")
    MUNICIPAL_OKRUG = "okrug", _("муниципальный округ")
    OTHER_REGION = "other", _("другой регион")


class Municipality(models.Model):
    """A municipality of Altai Krai, or «другой регион» for people from elsewhere."""

    name = models.CharField(_("название"), max_length=120, unique=True)
    slug = models.SlugField(_("код"), unique=True)
    kind = models.CharField(_("вид"), max_length=16, choices=MunicipalityKind)
    sort_order = models.PositiveSmallIntegerField(_("порядок"), default=100)

    class Meta:
        verbose_name = _("муниципальное образование")
        verbose_name_plural = _("муниципальные образования")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    """Kinds of organisations the centre works with."""

    KCSON = "kcson", _("комплексный центр (КЦСОН)")
    USZN = "uszn", _("управление социальной защиты (УСЗН)")
    FAMILY_CENTRE = "family_centre", _("центр помощи семье и детям")
    SCHOOL = "school", _("образовательная организация")
    HEALTH = "health", _("медицинская организация")
    NGO = "ngo", _("некоммерческая организация")
    AUTHORITY = "authority", _("орган власти")
    OTHER = "other", _("другая организация")


class Organisation(models.Model):
    """An organisation whose people take part; those not listed are typed by hand on the registration."""

    name = models.CharField(_("название"), max_length=255)
    name_key = models.CharField(max_length=255, editable=False, db_index=True)
    kind = models.CharField(
        _("вид"),
        max_length=16,
        choices=OrganisationKind,
        default=OrganisationKind.OTHER,
    )
    municipality = models.ForeignKey(
        Municipality,
        verbose_name=_("муниципальное образование"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    is_active = models.BooleanField(_("действует"), default=True)

    class Meta:
        verbose_name = _("организация")
        verbose_name_plural = _("организации")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["name_key", "municipality"], name="organisation_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the comparison key in step with the name."""
        self.name_key = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
