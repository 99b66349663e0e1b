"""Personal links in letters: random, stored hashed, scoped, revocable (design §3.7)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.registrations import Registration


class LinkScope(models.TextChoices):
    """What a link lets its holder do."""

    SENT = "sent", _("страница после отправки формы")
    CONFIRM = "confirm", _("подтверждение адреса")
    MANAGE = "manage", _("управление записью")


class RegistrationLink(models.Model):
    """SHA-256 of a random token and what it opens. The token itself is only in the letter or the address bar."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="links")
    scope = models.CharField(max_length=8, choices=LinkScope)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    is_veiled = models.BooleanField(
        default=False,
        help_text="Opened by someone who only typed the same name and address: shows what a newcomer would see.",
    )
    veiled_number = models.PositiveIntegerField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("личная ссылка")
        verbose_name_plural = _("личные ссылки")
        indexes = [models.Index(fields=["expires_at"])]

    def __str__(self) -> str:
        return f"{self.get_scope_display()} · {self.registration_id}"
