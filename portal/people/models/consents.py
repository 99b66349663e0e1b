"""Consent is evidence (152-ФЗ, ст. 9; design §3.11): immutable texts, one row per purpose, withdrawal is another row."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.strings import LazyI18nString

from portal.people.models.participants import Participant


class ConsentPurpose(models.TextChoices):
    """What a person agrees to; each purpose is asked for on its own."""

    PROCESSING = "processing", _("обработка персональных данных для участия в событии")
    NEWSLETTER = "newsletter", _("получение писем о новых событиях")
    DISSEMINATION = "dissemination", _("распространение персональных данных")
    PHOTO_VIDEO = "photo_video", _("фото- и видеосъёмка")


class ConsentMethod(models.TextChoices):
    """How the agreement or its withdrawal was received."""

    SITE = "site", _("на сайте")
    PAPER = "paper", _("на бумаге")
    PHONE = "phone", _("по телефону")
    LETTER = "letter", _("письмом")


class ConsentText(models.Model):
    """One version of one consent. Once published it never changes: a new wording is a new version."""

    purpose = models.CharField(_("цель"), max_length=16, choices=ConsentPurpose)
    version = models.PositiveSmallIntegerField(_("версия"))
    title = I18nCharField(_("заголовок"), max_length=255)
    body = I18nTextField(_("текст"))
    text_hash = models.CharField(_("отпечаток текста"), max_length=64, editable=False)
    published_at = models.DateTimeField(_("действует с"), null=True, blank=True)

    class Meta:
        verbose_name = _("текст согласия")
        verbose_name_plural = _("тексты согласий")
        ordering = ["purpose", "-version"]
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="consent_text_version_once")]

    def __str__(self) -> str:
        return f"{self.title} (v{self.version})"

    def fingerprint(self) -> str:
        """Return SHA-256 of title and body in every language, in a fixed order."""
        parts = [
            f"{field}:{lang}:{text}" for field in ("title", "body") for lang, text in _sorted(getattr(self, field))
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def save(self, *args: object, **kwargs: object) -> None:
        """Refuse to change a published text (raises ValidationError)."""
        fingerprint = self.fingerprint()
        stored = ConsentText.objects.filter(pk=self.pk).first() if self.pk else None
        if stored and stored.published_at and (stored.text_hash, stored.purpose) != (fingerprint, self.purpose):
            raise ValidationError(_("Опубликованный текст согласия не меняется: создайте новую версию."))
        self.text_hash = fingerprint
        super().save(*args, **kwargs)  # type: ignore[arg-type]


def _sorted(text: LazyI18nString | str) -> list[tuple[str, str]]:
    data = text.data if isinstance(text, LazyI18nString) else text
    return sorted(data.items()) if isinstance(data, dict) else [("", str(data or ""))]


class Consent(models.Model):
    """Proof that a person agreed to one purpose: which text, when, how. Never changed, never deleted by the site."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(_("цель"), max_length=16, choices=ConsentPurpose)
    text_hash = models.CharField(_("отпечаток текста"), max_length=64)
    language = models.CharField(_("язык"), max_length=8)
    given_at = models.DateTimeField(_("дано"))
    method = models.CharField(_("способ"), max_length=8, choices=ConsentMethod)
    ip = models.GenericIPAddressField(_("адрес в сети"), null=True, blank=True)
    about = models.CharField(_("по поводу"), max_length=80, blank=True, help_text="registration:17")

    class Meta:
        verbose_name = _("согласие")
        verbose_name_plural = _("согласия")
        ordering = ["-given_at"]
        indexes = [models.Index(fields=["about"])]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.given_at:%d.%m.%Y}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Add only: an existing row cannot be changed (raises ValidationError)."""
        if self.pk:
            raise ValidationError(_("Запись о согласии не меняется."))
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class ConsentWithdrawal(models.Model):
    """A person took a consent back; the consent itself stays as evidence of what was lawful before."""

    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="withdrawal")
    withdrawn_at = models.DateTimeField(_("отозвано"))
    method = models.CharField(_("способ"), max_length=8, choices=ConsentMethod)
    reason = models.CharField(_("причина"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("отзыв согласия")
        verbose_name_plural = _("отзывы согласий")
        ordering = ["-withdrawn_at"]

    def __str__(self) -> str:
        return f"{self.withdrawn_at:%d.%m.%Y}"
