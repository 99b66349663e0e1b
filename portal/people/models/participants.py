"""A person who takes part, with or without an account (design §3.3)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.people.models.directory import Municipality, Organisation
from portal.people.names import email_key, name_key


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Vocabulary of participant lists."""

    def current(self) -> "ParticipantQuerySet":
        """Exclude rows merged into another one."""
        return self.filter(merged_into=None)


class Participant(models.Model):
    """A person is a row. One mailbox may serve several people, some have none: the name and the address match together."""

    surname = models.CharField(_("фамилия"), max_length=80)
    given_name = models.CharField(_("имя"), max_length=80)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)
    name_key = models.CharField(max_length=255, editable=False)
    email = models.EmailField(_("адрес электронной почты"), blank=True)
    email_key = models.CharField(max_length=254, blank=True, editable=False)
    email_verified_at = models.DateTimeField(_("адрес подтверждён"), null=True, blank=True, editable=False)
    phone = models.CharField(_("телефон"), max_length=32, blank=True)
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
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("учётная запись"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="participants",
    )
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    created_at = models.DateTimeField(_("создан"), auto_now_add=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("участник")
        verbose_name_plural = _("участники")
        ordering = ["name_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key", "email_key"],
                condition=models.Q(merged_into=None) & ~models.Q(email_key=""),
                name="participant_once",
            )
        ]
        indexes = [models.Index(fields=["email_key"])]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """«Фамилия Имя Отчество», the form for lists and documents."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the comparison keys in step with name and address."""
        self.name_key = name_key(self.surname, self.given_name, self.patronymic)
        self.email_key = email_key(self.email)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
