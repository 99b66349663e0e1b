"""Forms of the methodist's screens. They check what was typed; events.domain makes and changes the rows."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from events.models import AttendanceMode, Audience, Cohort, EventKind, RegistrationMode
from portal.people.models import Municipality, User
from portal.people.roles import Role

DATETIME_LOCAL = "%Y-%m-%dT%H:%M"


def moment_widget() -> forms.DateTimeInput:
    """Return the browser's own picker of a day and a time."""
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=DATETIME_LOCAL)


def day_widget() -> forms.DateInput:
    """Return the browser's own picker of a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def time_widget() -> forms.TimeInput:
    """Return the browser's own picker of a time."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def texts(russian: str, english: str) -> LazyI18nString:
    """Return the value of an i18n field; an empty English text falls back to Russian."""
    return LazyI18nString({"ru": russian, "en": english} if english else {"ru": russian})


class EventForm(forms.Form):
    """What is held and for whom."""

    kind = forms.ModelChoiceField(EventKind.objects.all(), label=_("Вид события"), empty_label=_("Выберите вид"))
    title_ru = forms.CharField(label=_("Название"), max_length=200)
    title_en = forms.CharField(
        label=_("Название по-английски"),
        max_length=200,
        required=False,
        help_text=_("Если оставить пустым, на английских страницах будет русское название."),
    )
    audience = forms.ChoiceField(label=_("Кому"), choices=Audience.choices, initial=Audience.SPECIALIST)
    academic_hours = forms.DecimalField(
        label=_("Академических часов"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(999),
        max_digits=5,
        decimal_places=1,
        help_text=_("По 45 минут; пишутся в сертификат."),
    )
    registration_mode = forms.ChoiceField(
        label=_("Запись"), choices=RegistrationMode.choices, initial=RegistrationMode.OPEN
    )
    methodist = forms.ModelChoiceField(User.objects.none(), label=_("Ответственный методист"), required=False)

    def __init__(self, *args: Any, user: User, chooses_methodist: bool, **kwargs: Any) -> None:
        """Offer the methodist to an administrator; a methodist makes events for themselves."""
        super().__init__(*args, **kwargs)
        self.user = user
        if chooses_methodist:
            people = User.objects.filter(groups__name=Role.METHODIST, is_active=True)
            chooser: Any = self.fields["methodist"]
            chooser.queryset = (people | User.objects.filter(pk=user.pk)).distinct()
            self.fields["methodist"].initial = user
        else:
            del self.fields["methodist"]

    @property
    def responsible(self) -> User:
        """Who runs the event."""
        return self.cleaned_data.get("methodist") or self.user

    @property
    def title(self) -> LazyI18nString:
        """The title in the languages given."""
        return texts(self.cleaned_data["title_ru"], self.cleaned_data["title_en"])


class CohortForm(forms.Form):
    """When registration is open, where people come, by which rules they are taken."""

    opens_at = forms.DateTimeField(
        label=_("Запись открывается"),
        required=False,
        widget=moment_widget(),
        help_text=_("Пусто — сразу."),
    )
    closes_at = forms.DateTimeField(
        label=_("Запись закрывается"),
        required=False,
        widget=moment_widget(),
        help_text=_("Пусто — когда начнётся первая встреча."),
    )
    venue_ru = forms.CharField(
        label=_("Место"),
        max_length=255,
        required=False,
        help_text=_("Адрес и кабинет. Для встречи в сети напишите «Онлайн»."),
    )
    venue_en = forms.CharField(label=_("Место по-английски"), max_length=255, required=False)
    join_url = forms.URLField(
        label=_("Ссылка на подключение"),
        required=False,
        assume_scheme="https",
        help_text=_("Её увидят только те, чья запись подтверждена."),
    )
    approval_required = forms.BooleanField(
        label=_("Одобрять каждую запись"),
        required=False,
        help_text=_("Человек узнает, что принят, после вашего решения."),
    )
    waitlist_enabled = forms.BooleanField(
        label=_("Вести лист ожидания"),
        required=False,
        initial=True,
        help_text=_("Когда места кончатся, люди встают в очередь."),
    )
    offer_hours = forms.IntegerField(
        label=_("Часов на ответ, когда место освободилось"),
        min_value=0,
        max_value=240,
        initial=24,
        help_text=_("0 — место сразу отдаётся следующему в очереди."),
    )

    def clean(self) -> dict[str, Any]:
        """The window goes forward."""
        data = super().clean() or {}
        opens_at, closes_at = data.get("opens_at"), data.get("closes_at")
        if opens_at and closes_at and opens_at >= closes_at:
            self.add_error("closes_at", _("Запись должна закрываться позже, чем открывается."))
        return data

    def values(self) -> dict[str, Any]:
        """Return what the domain takes, without the window."""
        data = self.cleaned_data
        return {
            "venue": texts(data["venue_ru"], data["venue_en"]),
            "join_url": data["join_url"],
            "approval_required": data["approval_required"],
            "waitlist_enabled": data["waitlist_enabled"],
            "offer_hours": data["offer_hours"],
        }

    @staticmethod
    def initial_of(cohort: Cohort) -> dict[str, Any]:
        """Return what the form shows of an existing cohort."""
        venue = cohort.venue.data if isinstance(cohort.venue, LazyI18nString) else cohort.venue
        languages = venue if isinstance(venue, dict) else {"ru": venue or ""}
        return {
            "opens_at": cohort.opens_at,
            "closes_at": cohort.closes_at,
            "venue_ru": languages.get("ru", ""),
            "venue_en": languages.get("en", ""),
            "join_url": cohort.join_url,
            "approval_required": cohort.approval_required,
            "waitlist_enabled": cohort.waitlist_enabled,
            "offer_hours": cohort.offer_hours,
        }


class MeetingForm(forms.Form):
    """One meeting: a day, a beginning, an end, a topic."""

    meeting_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(label=_("День"), required=False, widget=day_widget())
    starts = forms.TimeField(label=_("Начало"), required=False, widget=time_widget())
    ends = forms.TimeField(label=_("Конец"), required=False, widget=time_widget())
    title = forms.CharField(label=_("Тема"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A row is whole or empty; the end may be left out."""
        data = super().clean() or {}
        if self.errors or not any(data.get(name) for name in ("day", "starts", "ends", "title")):
            return data
        if not data.get("day"):
            self.add_error("day", _("Укажите день встречи."))
        if not data.get("starts"):
            self.add_error("starts", _("Укажите время начала."))
        if data.get("starts") and data.get("ends") and data["ends"] <= data["starts"]:
            self.add_error("ends", _("Встреча должна кончаться позже, чем начинается."))
        return data

    @property
    def is_filled(self) -> bool:
        """Whether the row describes a meeting."""
        return bool(self.cleaned_data.get("day") and self.cleaned_data.get("starts"))

    def moments(self, *, minutes: int) -> tuple[datetime, datetime]:
        """Return beginning and end; without an end the meeting lasts `minutes`."""
        day, starts, ends = (self.cleaned_data[name] for name in ("day", "starts", "ends"))
        zone = timezone.get_current_timezone()
        begin = datetime.combine(day, starts, tzinfo=zone)
        return begin, datetime.combine(day, ends, tzinfo=zone) if ends else begin + timedelta(minutes=minutes)


class BaseMeetingFormSet(BaseFormSet):
    """Meetings of a cohort; empty rows are passed over."""

    def clean(self) -> None:
        """At least one meeting: a cohort without a date can't be announced."""
        if not any(self.errors) and not self.filled:
            raise forms.ValidationError(_("Добавьте хотя бы одну встречу: день и время начала."))

    @property
    def filled(self) -> list[MeetingForm]:
        """The rows that describe a meeting; an emptied row is a removed meeting."""
        return [form for form in self.forms if form.is_filled]


class PlacesForm(forms.Form):
    """One pool of places. A free-text section is made with the cohort."""

    capacity = forms.IntegerField(label=_("Мест"), required=False, min_value=0, max_value=100_000)
    mode = forms.ChoiceField(
        label=_("Форма участия"), required=False, choices=[("", _("любая")), *AttendanceMode.choices]
    )
    section = forms.CharField(label=_("Секция"), max_length=200, required=False)
    reserved_for = forms.ModelChoiceField(
        Municipality.objects.all(), label=_("Только для"), required=False, empty_label=_("всех")
    )

    def clean(self) -> dict[str, Any]:
        """A row with a section or a reserve needs its number."""
        data = super().clean() or {}
        said = data.get("mode") or data.get("section") or data.get("reserved_for")
        if said and data.get("capacity") is None and "capacity" not in self.errors:
            self.add_error("capacity", _("Сколько здесь мест?"))
        return data

    @property
    def is_filled(self) -> bool:
        """Whether the row describes a pool."""
        return self.cleaned_data.get("capacity") is not None

    @property
    def is_general(self) -> bool:
        """Whether the pool is for anybody."""
        data = self.cleaned_data
        return self.is_filled and not (data["mode"] or data["section"] or data["reserved_for"])


class BasePlacesFormSet(BaseFormSet):
    """Pools of a new cohort; empty rows are passed over."""

    def clean(self) -> None:
        """One pool of a kind."""
        if any(self.errors):
            return
        seen = set()
        for form in self.filled:
            data = form.cleaned_data
            key = (data["mode"], data["section"].strip().casefold(), data["reserved_for"])
            if key in seen:
                raise forms.ValidationError(_("Две строки мест одинаковы: сложите их в одну."))
            seen.add(key)

    @property
    def filled(self) -> list[PlacesForm]:
        """The rows that describe a pool."""
        return [form for form in self.forms if form.is_filled]


MeetingFormSet = formset_factory(MeetingForm, formset=BaseMeetingFormSet, extra=0, max_num=100, can_delete=False)
PlacesFormSet = formset_factory(PlacesForm, formset=BasePlacesFormSet, extra=0, max_num=50)
