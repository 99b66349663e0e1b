"""Rows of the outbox and of the worker's timetable."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LetterState(models.TextChoices):
    """What has become of a letter."""

    QUEUED = "queued", _("ждёт отправки")
    SENDING = "sending", _("отправляется")
    FAILED = "failed", _("не ушло, попробуем ещё")
    SENT = "sent", _("отправлено")
    DEAD = "dead", _("не доставлено")
    SKIPPED = "skipped", _("больше не нужно")


WAITING_STATES = (LetterState.QUEUED, LetterState.FAILED)
FINAL_STATES = (LetterState.SENT, LetterState.DEAD, LetterState.SKIPPED)


def new_message_id() -> str:
    """Return a Message-ID of this site; it stays the same however often the letter is sent.

    Short enough for one line: some mail programs lose an id that was folded.
    """
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<{uuid.uuid4().hex}@{host}>"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters in the words of those who look for them."""

    def claimable(self, at: datetime) -> Self:
        """Letters a worker may take: due ones and those whose worker has vanished with the lease run out."""
        return self.filter(
            Q(state__in=WAITING_STATES, due_at__lte=at) | Q(state=LetterState.SENDING, leased_until__lte=at)
        )

    def undelivered(self) -> Self:
        """Letters that have not left: waiting, failing or given up."""
        return self.exclude(state__in=(LetterState.SENT, LetterState.SKIPPED))

    def dead(self) -> Self:
        """Letters given up: a refused address or too many attempts; a person must look."""
        return self.filter(state=LetterState.DEAD)

    def for_object(self, subject: models.Model) -> Self:
        """Letters about one row, newest first."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(about_type=kind, about_id=subject.pk).order_by("-created_at", "-pk")

    def to_address(self, email: str) -> Self:
        """Letters to one mailbox, whatever the case it was typed in."""
        return self.filter(to_key=email.strip().casefold())


class Letter(models.Model):
    """A letter to one person: what to say is decided at delivery from `kind` and `payload`, never earlier."""

    kind = models.CharField(_("вид письма"), max_length=64)
    to = models.EmailField(_("кому"))
    to_key = models.CharField(max_length=254, db_index=True, editable=False)
    language = models.CharField(_("язык"), max_length=10)
    payload = models.JSONField(_("данные"), default=dict, blank=True)
    about_type = models.ForeignKey(ContentType, on_delete=models.SET_NULL, null=True, blank=True)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey("about_type", "about_id")

    state = models.CharField(_("состояние"), max_length=10, choices=LetterState.choices, default=LetterState.QUEUED)
    urgent = models.BooleanField(_("срочное"), default=False)
    due_at = models.DateTimeField(_("отправить не раньше"))
    leased_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("попыток"), default=0)
    message_id = models.CharField(max_length=255, unique=True, default=new_message_id)
    last_error = models.TextField(_("последняя ошибка"), blank=True)

    created_at = models.DateTimeField(_("создано"), default=timezone.now)
    sent_at = models.DateTimeField(_("отправлено"), null=True, blank=True)
    finished_at = models.DateTimeField(_("завершено"), null=True, blank=True)
    purged_at = models.DateTimeField(_("содержимое удалено"), null=True, blank=True)

    # Kept only where settings.LETTERS_KEEP_BODIES says so: the development page shows them.
    subject = models.CharField(_("тема"), max_length=255, blank=True)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    attachments = models.JSONField(default=list, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("письмо")
        verbose_name_plural = _("письма")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["-urgent", "due_at"], condition=Q(state__in=["queued", "failed"]), name="letter_waiting"
            ),
            models.Index(fields=["leased_until"], condition=Q(state="sending"), name="letter_leased"),
            models.Index(fields=["about_type", "about_id"], name="letter_about"),
            models.Index(fields=["finished_at"], name="letter_finished"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sending") | Q(leased_until__isnull=False), name="letter_sending_has_lease"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} № {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the searchable form of the address beside it (SQLite compares Cyrillic case-sensitively)."""
        self.to_key = self.to.strip().casefold()
        super().save(*args, **kwargs)


class JobRun(models.Model):
    """One line of the worker's timetable; its lease lets any number of workers share the timetable."""

    name = models.CharField(_("работа"), max_length=100, unique=True)
    next_at = models.DateTimeField(_("следующий запуск"))
    leased_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(_("последний запуск"), null=True, blank=True)
    finished_at = models.DateTimeField(_("последний успех"), null=True, blank=True)
    result = models.IntegerField(_("сделано"), null=True, blank=True)
    last_error = models.TextField(_("последняя ошибка"), blank=True)
    failures = models.PositiveIntegerField(_("неудач подряд"), default=0)

    class Meta:
        verbose_name = _("фоновая работа")
        verbose_name_plural = _("фоновые работы")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
