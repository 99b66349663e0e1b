"""Template filters over portal.core.typography; language comes from the active translation, zone from Django."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from portal.core import typography

register = template.Library()


def _language() -> str:
    return "en" if (get_language() or "ru").startswith("en") else "ru"


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment) if timezone.is_aware(moment) else moment


def _day(value: date | datetime) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


@register.filter
def number(value: Any, places: int | None = None) -> str:
    """`{{ 1580|number }}` → «1 580»; `{{ share|number:1 }}` rounds. What is not a number is printed as it is."""
    exact = _decimal(value)
    return (
        ""
        if value is None
        else str(value)
        if exact is None
        else typography.number(exact, places=places, language=_language())
    )


@register.filter
def percent(value: Any, places: int | None = None) -> str:
    """`{{ 110|percent }}` → «110 %»; words keep their number: «более 90» → «более 90 %»."""
    if value is None or value == "":
        return ""
    exact = _decimal(value)
    if exact is None:
        return str(value) if "%" in str(value) else f"{value}{typography.NBSP}%"
    return typography.percent(exact, places=places, language=_language())


@register.filter
def money(value: Any, form: str = "short") -> str:
    """`{{ 1900000|money }}` → «1,9 млн ₽»; `{{ sum|money:"full" }}` → «1 900 000 ₽»."""
    exact = _decimal(value)
    return "" if exact is None else typography.money(exact, short=form == "short", language=_language())


@register.filter
def phone(value: str | None) -> str:
    """`{{ "83852551288"|phone }}` → «+7 (3852) 55-12-88»."""
    return typography.phone(value or "")


@register.filter
def tel(value: str | None) -> str:
    """`<a href="{{ number|tel }}">` → `tel:+73852551288`."""
    return typography.tel(value or "")


@register.filter
def ru_date(value: date | datetime | None) -> str:
    """`{{ page.date|ru_date }}` → «21 ноября 2026 г.»; on English pages 21 November 2026."""
    return "" if not value else typography.long_date(_day(value), language=_language())


@register.filter
def day_month(value: date | datetime | None) -> str:
    """`{{ meeting.starts_at|day_month }}` → «21 ноября»: where the year is plain from the place."""
    return "" if not value else typography.long_date(_day(value), language=_language(), year=False)


@register.filter
def date_range(start: date | datetime | None, end: date | datetime | None) -> str:
    """`{{ first|date_range:last }}` → «25–27 сентября 2026 г.»."""
    if not start or not end:
        return ru_date(start or end)
    return typography.date_range(_day(start), _day(end), language=_language())


@register.filter
def time_with_moscow(value: datetime | None) -> str:
    """`{{ meeting.starts_at|time_with_moscow }}` → «14:30 (МСК+4)»."""
    return "" if not value else typography.time_with_moscow(_local(value), language=_language())


@register.filter
def ru_plural(value: int, forms: str) -> str:
    """`{{ n|ru_plural:"место,места,мест" }}` → «2 места»: number and noun. Interface texts use blocktranslate."""
    one, few, many = forms.split(",")
    return typography.counted(int(value), one, few, many)


@register.filter
def initials(person: Any) -> str:
    """`{{ participant|initials }}` → «И. О. Фамилия»; needs surname, given_name, patronymic."""
    return typography.initials(person.surname, person.given_name, person.patronymic)


@register.filter
def typograph(value: str | None) -> str:
    """`{{ page.lead|typograph }}`: quotes, dashes and non-breaking spaces of plain Russian text."""
    text = value or ""
    return typography.typograph(text) if _language() == "ru" else text
