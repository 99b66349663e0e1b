"""Rows of issued documents, of their numbers and of the centre that issues them."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField

from portal.core.typography import NBSP
from portal.documents.kinds import RULES, DocumentKind, KindRules
from portal.documents.numbers import number_key
from portal.people.models import Participant


class Issuer(models.Model):
    """The centre as it stands on its documents; one row, made by a migration, changed by the administrator."""

    name = I18nCharField(_("полное название"), max_length=255)
    place = I18nCharField(_("место выдачи"), max_length=120)
    license_number = models.CharField(_("лицензия на образовательную деятельность, №"), max_length=80, blank=True)
    license_issued_on = models.DateField(_("дата лицензии"), null=True, blank=True)
    signatory_name = models.CharField(_("подписывает (И. О. Фамилия)"), max_length=120, blank=True)
    signatory_position = I18nCharField(_("должность подписывающего"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("кто выдаёт документы")
        verbose_name_plural = _("кто выдаёт документы")

    def __str__(self) -> str:
        return str(self.name)

    @classmethod
    def current(cls) -> Issuer:
        """The only row."""
        return cls.objects.order_by("pk")[0]


class NumberSeries(models.Model):
    """A series of numbers: its prefix begins every number, «ККЦМ» gives «ККЦМ-2026-000123»."""

    code = models.SlugField(_("код"), unique=True)
    prefix = models.CharField(
        _("начало номера"), max_length=16, unique=True, validators=[RegexValidator(r"^[А-ЯЁA-Z]+(-[А-ЯЁA-Z]+)?$")]
    )

    class Meta:
        verbose_name = _("серия номеров")
        verbose_name_plural = _("серии номеров")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.prefix


class NumberCounter(models.Model):
    """The last number given in a series in a year; locked while the next one is given."""

    series = models.ForeignKey(NumberSeries, on_delete=models.PROTECT, related_name="counters")
    year = models.PositiveSmallIntegerField(_("год"))
    last = models.PositiveIntegerField(_("последний номер"), default=0)

    class Meta:
        verbose_name = _("счётчик номеров")
        verbose_name_plural = _("счётчики номеров")
        constraints = [models.UniqueConstraint(fields=["series", "year"], name="number_counter_once")]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.last}"


class IssuedDocumentQuerySet(models.QuerySet["IssuedDocument"]):
    """Documents in the words of those who look for them."""

    def valid(self) -> IssuedDocumentQuerySet:
        """Documents in force."""
        return self.filter(revoked_at__isnull=True)

    def for_object(self, subject: models.Model) -> IssuedDocumentQuerySet:
        """Documents issued for one row (a registration), newest first."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(about_type=kind, about_id=subject.pk).order_by("-issued_on", "-pk")

    def numbered(self, typed: str) -> IssuedDocumentQuerySet:
        """The document of a number as a person typed it: any case, Latin look-alikes, odd dashes, «№»."""
        return self.filter(number_key=number_key(typed))


class IssuedDocument(models.Model):
    """A numbered document as it was issued: the words on it never change, a duplicate repeats them."""

    kind = models.CharField(_("вид"), max_length=16, choices=DocumentKind.choices)
    number = models.CharField(_("номер"), max_length=40, unique=True)
    number_key = models.CharField(max_length=40, unique=True, editable=False)
    participant = models.ForeignKey(
        Participant, verbose_name=_("участник"), on_delete=models.PROTECT, related_name="documents"
    )
    about_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, blank=True)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")

    surname = models.CharField(_("фамилия"), max_length=80)
    given_name = models.CharField(_("имя"), max_length=80)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)
    title = I18nCharField(_("мероприятие"), max_length=255)
    held_from = models.DateField(_("проходило с"), null=True, blank=True)
    held_to = models.DateField(_("по"), null=True, blank=True)
    hours = models.DecimalField(_("академических часов"), max_digits=5, decimal_places=1, null=True, blank=True)
    meetings_attended = models.PositiveSmallIntegerField(_("посещено встреч"), null=True, blank=True)
    meetings_total = models.PositiveSmallIntegerField(_("всего встреч"), null=True, blank=True)
    issued_on = models.DateField(_("дата выдачи"))
    issuer_name = I18nCharField(_("кем выдан"), max_length=255)
    issuer_place = I18nCharField(_("место выдачи"), max_length=120)
    license_number = models.CharField(_("лицензия №"), max_length=80, blank=True)
    signatory_name = models.CharField(_("подписал"), max_length=120)
    signatory_position = I18nCharField(_("должность подписавшего"), max_length=200)

    created_at = models.DateTimeField(_("создан"))
    duplicates = models.PositiveSmallIntegerField(_("выдано дубликатов"), default=0)
    duplicated_on = models.DateField(_("дата последнего дубликата"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("отозван"), null=True, blank=True)
    revocation_reason = models.CharField(_("причина отзыва"), max_length=255, blank=True)

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("выданный документ")
        verbose_name_plural = _("выданные документы")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about_type", "about_id"],
                condition=Q(revoked_at__isnull=True, about_id__isnull=False),
                name="document_once_for_its_cause",
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0), name="document_hours_are_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} № {self.number}".replace("№ ", f"№{NBSP}")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the searchable form of the number beside it."""
        self.number_key = number_key(self.number)
        super().save(*args, **kwargs)

    @property
    def rules(self) -> KindRules:
        """The rules of this kind."""
        return RULES[DocumentKind(self.kind)]

    @property
    def holder(self) -> str:
        """«Фамилия Имя Отчество», as printed."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    @property
    def holder_initials(self) -> str:
        """«И. О. Ф.»: all the public check says of the holder."""
        parts = (self.given_name, self.patronymic, self.surname)
        return NBSP.join(f"{part[0].upper()}." for part in parts if part)

    def is_valid(self) -> bool:
        """Whether the document is in force."""
        return self.revoked_at is None
