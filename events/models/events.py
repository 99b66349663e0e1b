"""What is held: the kind of an event and the event itself, one row for all languages (design §3.1)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField
from wagtail.models import Page

from events.models.pages import EventPage


class Audience(models.TextChoices):
    """Whom an event is for."""

    SPECIALIST = "specialist", _("специалистам")
    PARENT = "parent", _("родителям")
    MENTOR = "mentor", _("наставникам")
    CHILD = "child", _("детям и подросткам")
    EVERYONE = "everyone", _("всем")


class EventKind(models.Model):
    """A kind of event: school, webinar, supervision seminar… Behaviour comes from the flags, not from the name."""

    slug = models.SlugField(_("код"), unique=True)
    name = I18nCharField(_("название"), max_length=80)
    is_course = models.BooleanField(_("несколько встреч"), default=False, help_text=_("Одна запись на весь поток."))
    is_confidential = models.BooleanField(
        _("закрытая"),
        default=False,
        help_text=_("Без публичного списка участников и без записи встречи."),
    )
    has_sections = models.BooleanField(_("секции"), default=False)
    default_capacity = models.PositiveIntegerField(_("мест по умолчанию"), default=30)
    default_academic_hours = models.DecimalField(
        _("академических часов по умолчанию"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
    )
    default_minutes = models.PositiveSmallIntegerField(_("минут на встречу"), default=90)
    sort_order = models.PositiveSmallIntegerField(_("порядок"), default=100)

    class Meta:
        verbose_name = _("вид события")
        verbose_name_plural = _("виды событий")
        ordering = ["sort_order", "slug"]

    def __str__(self) -> str:
        return str(self.name)


class RegistrationMode(models.TextChoices):
    """How people come to an event."""

    OPEN = "open", _("запись на сайте")
    NONE = "none", _("без записи")


class EventQuerySet(models.QuerySet["Event"]):
    """Vocabulary of event lists."""

    def for_page(self, page: Page) -> "EventQuerySet":
        """Events described by `page` in any locale: the translations share a key."""
        return self.filter(page__translation_key=page.translation_key)

    def public(self) -> "EventQuerySet":
        """Events whose page is live and not behind a restriction; the form, places, .ics and search obey this."""
        return self.filter(page__in=EventPage.objects.live().public())


class Event(models.Model):
    """What is held, whatever the language; dates and places hang on its cohorts, words for readers on its pages."""

    kind = models.ForeignKey(
        EventKind,
        verbose_name=_("вид"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    title = I18nCharField(_("название"), max_length=200)
    audience = models.CharField(_("кому"), max_length=16, choices=Audience, default=Audience.SPECIALIST)
    academic_hours = models.DecimalField(
        _("академических часов"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("По 45 минут; пишутся в сертификат."),
    )
    registration_mode = models.CharField(
        _("запись"),
        max_length=8,
        choices=RegistrationMode,
        default=RegistrationMode.OPEN,
    )
    page = models.OneToOneField(
        EventPage,
        verbose_name=_("страница"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    methodist = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("методист"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
        help_text=_("Ведёт событие и видит своих участников."),
    )
    created_at = models.DateTimeField(_("создано"), auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("событие")
        verbose_name_plural = _("события")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.title)
