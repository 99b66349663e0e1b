"""Numbers, telephones, dates, names and running text as Russian readers expect them (look.md, domain.md §6)."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from portal.core import typography as t

BARNAUL = ZoneInfo("Asia/Barnaul")
_ = t.NBSP


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (138, "138"),
        (1580, f"1{_}580"),
        (1900000, f"1{_}900{_}000"),
        (-1580, f"−1{_}580"),
        (117.5, "117,5"),
        (Decimal("86.80"), "86,8"),
        (10.25, "10,25"),
    ],
)
def test_numbers_are_grouped_from_four_digits_and_have_a_decimal_comma(value: float, expected: str) -> None:
    assert t.number(value) == expected


def test_number_rounds_when_asked() -> None:
    assert t.number(Decimal("86.7704"), places=1) == "86,8"
    assert t.number(5, places=1) == "5,0"


def test_english_numbers() -> None:
    assert t.number(1580.5, language="en") == "1,580.5"
    assert t.percent(110, language="en") == "110%"


def test_percent_has_a_space_before_the_sign() -> None:
    assert t.percent(110) == f"110{_}%"
    assert t.percent(112.857, places=1) == f"112,9{_}%"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1_900_000, f"1,9{_}млн{_}₽"),
        (2_000_000_000, f"2{_}млрд{_}₽"),
        (1_234_567, f"1{_}234{_}567{_}₽"),
        (1500, f"1{_}500{_}₽"),
        (Decimal("99.5"), f"99,50{_}₽"),
    ],
)
def test_money_is_shortened_only_when_nothing_is_lost(value: float, expected: str) -> None:
    assert t.money(value) == expected


def test_money_in_full() -> None:
    assert t.money(1_900_000, short=False) == f"1{_}900{_}000{_}₽"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1, "1 место"), (2, "2 места"), (5, "5 мест"), (11, "11 мест"), (12, "12 мест"), (14, "14 мест"), (21, "21 место"),
     (22, "22 места"), (25, "25 мест"), (111, "111 мест"), (0, "0 мест"), (101, "101 место")],
)  # fmt: skip
def test_counted_takes_the_right_form(value: int, expected: str) -> None:
    assert t.counted(value, "место", "места", "мест") == expected.replace(" ", _)


@pytest.mark.parametrize(
    ("typed", "shown", "address"),
    [
        ("8(385-2)55-12-88", f"+7{_}(3852){_}55-12-88", "tel:+73852551288"),
        ("+7 3852 55 72 25", f"+7{_}(3852){_}55-72-25", "tel:+73852557225"),
        ("73854331234", f"+7{_}(3854){_}33-12-34", "tel:+73854331234"),
        ("8 (38557) 4-12-34", f"+7{_}(38557){_}4-12-34", "tel:+73855741234"),
        ("8 913 123-45-67", f"+7{_}(913){_}123-45-67", "tel:+79131234567"),
        ("88002000122", "8-800-2000-122", "tel:88002000122"),
        ("+7 800 2000 122", "8-800-2000-122", "tel:88002000122"),
        ("8-800-700-06-00", "8-800-700-06-00", "tel:88007000600"),
        ("124", "124", "tel:124"),
        ("112", "112", "tel:112"),
    ],
)
def test_telephones(typed: str, shown: str, address: str) -> None:
    assert (t.phone(typed), t.tel(typed)) == (shown, address)


def test_an_unknown_telephone_stays_as_typed() -> None:
    assert t.phone(" 55-12-88, доб. 3 ") == "55-12-88, доб. 3"
    assert t.phone("+44 20 7946 0958") == "+44 20 7946 0958"


def test_telephones_shown_are_read_again() -> None:
    for typed in ("8(385-2)55-12-88", "88002000122", "89131234567", "112"):
        assert t.tel(t.phone(typed)) == t.tel(typed)


def test_long_dates() -> None:
    day = date(2026, 11, 21)
    assert t.long_date(day) == f"21{_}ноября{_}2026{_}г."
    assert t.long_date(day, year=False) == f"21{_}ноября"
    assert t.long_date(day, language="en") == f"21{_}November{_}2026"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 9, 25), date(2026, 9, 27), "25–27 сентября 2026 г."),
        (date(2026, 9, 30), date(2026, 10, 2), "30 сентября – 2 октября 2026 г."),
        (date(2026, 12, 30), date(2027, 1, 2), "30 декабря 2026 г. – 2 января 2027 г."),
        (date(2026, 9, 25), date(2026, 9, 25), "25 сентября 2026 г."),
    ],
)
def test_date_ranges(start: date, end: date, expected: str) -> None:
    assert t.date_range(start, end).replace(_, " ") == expected


def test_year_ranges() -> None:
    assert t.year_range(2020, 2021) == f"2020–2021{_}годы"
    assert t.year_range(2021, 2021) == f"2021{_}год"
    assert t.year_range(2020, 2021, language="en") == "2020–2021"


def test_time_stands_beside_its_distance_from_moscow() -> None:
    moment = datetime(2026, 11, 21, 14, 30, tzinfo=BARNAUL)
    assert t.time_with_moscow(moment) == f"14:30{_}(МСК+4)"
    assert t.time_with_moscow(moment, language="en") == f"14:30{_}(UTC+7)"
    assert t.moscow_offset(datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/Moscow"))) == "МСК"
    assert t.moscow_offset(datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Europe/Kaliningrad"))) == "МСК−1"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        t.time_with_moscow(datetime(2026, 11, 21, 14, 30))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (("Иванова", "Мария", "Петровна"), "М. П. Иванова"),
        (("Иванова", "Мария", ""), "М. Иванова"),
        (("Сартр", "Жан-поль", ""), "Ж.-П. Сартр"),
        (("Иванова", "", ""), "Иванова"),
    ],
)
def test_initials(name: tuple[str, str, str], expected: str) -> None:
    assert t.initials(*name) == expected.replace(" ", _)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('Школа "Точка опоры"', "Школа «Точка опоры»"),
        ('Проект "Школа "Ух ты, папа!" в крае"', "Проект «Школа „Ух ты, папа!“ в_крае»"),
        ('«Проект "Копилка"»', "«Проект „Копилка“»"),
        ('Он сказал: "да', 'Он сказал: "да'),
        ('экран 15" и стол', 'экран 15" и_стол'),
        ("Школа - это не лекции", "Школа_— это не лекции"),
        ("Школа -- это", "Школа_— это"),
        ("семинар-супервизия", "семинар-супервизия"),
        ("в 2020-2021 годах", "в_2020–2021 годах"),
        ("тел. 55-12-88", "тел._55-12-88"),
        ("я и ты в доме", "я_и_ты в_доме"),
        ("№1 и № 2", "№_1 и_№_2"),
        ("А.С. Пушкин и И. О. Фамилия", "А._С._Пушкин и_И._О._Фамилия"),
        ("Пушкин А. С.", "Пушкин_А._С."),
        ("выполнено 110% за 2021 г.", "выполнено 110_% за 2021_г."),
        ("21 ноября, 5 мест, 2 млн ₽", "21_ноября, 5_мест, 2_млн_₽"),
        ("г. Барнаул, ул. Г. Исакова, 113-е", "г._Барнаул, ул._Г._Исакова, 113-е"),
        ("если бы он же", "если_бы он_же"),
        ("подумаем...", "подумаем…"),
        ("ёж  и уж", "ёж и_уж"),
    ],
)
def test_typograph(typed: str, expected: str) -> None:
    assert t.typograph(typed) == expected.replace("_", _)


RUSSIAN = st.text(alphabet='абвёийкосужя АБВЁИКОСУЯ"«»„“()-–—.,…№§%№0123456789 \u00a0\n₽abQ/', max_size=60)


@given(RUSSIAN | st.text(max_size=40))
def test_typograph_twice_is_typograph_once(text: str) -> None:
    once = t.typograph(text)
    assert t.typograph(once) == once


@given(RUSSIAN | st.text(max_size=40))
def test_typograph_never_changes_a_letter_or_a_digit(text: str) -> None:
    def kept(value: str) -> str:
        return "".join(letter for letter in value if letter.isalnum())

    assert kept(t.typograph(text)) == kept(text)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False))
def test_a_printed_number_reads_back(value: Decimal) -> None:
    printed = t.number(value).replace(_, "").replace(",", ".").replace("−", "-")
    assert Decimal(printed) == value


@given(st.integers(min_value=0, max_value=10**6))
def test_plural_depends_on_the_last_two_digits_only(value: int) -> None:
    assert t.plural(value, "a", "b", "c") == t.plural(value + 100, "a", "b", "c")


def render(source: str, **context: object) -> str:
    return Template("{% load typography %}" + source).render(Context(context))


def test_filters_follow_the_language() -> None:
    moment = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
    source = "{{ n|number }} {{ d|ru_date }} {{ m|time_with_moscow }}"
    with translation.override("ru"):
        assert render(source, n=1580, d=moment, m=moment).replace(_, " ") == "1 580 21 ноября 2026 г. 14:30 (МСК+4)"
    with translation.override("en"):
        assert render(source, n=1580, d=moment, m=moment).replace(_, " ") == "1,580 21 November 2026 14:30 (UTC+7)"


def test_filters_of_a_moment_use_local_days() -> None:
    late = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)  # already the 21st in Barnaul
    assert render("{{ m|ru_date }}", m=late) == f"21{_}ноября{_}2026{_}г."
    assert render("{{ m|day_month }}", m=late) == f"21{_}ноября"


def test_filters_pass_over_nothing() -> None:
    source = (
        "{{ n|number }}{{ n|percent }}{{ n|money }}{{ n|phone }}{{ n|ru_date }}{{ n|typograph }}{{ n|date_range:n }}"
    )
    assert render(source, n=None) == ""


def test_number_filter_prints_ready_text_as_it_is() -> None:
    assert render("{{ n|number }}", n=f"1,9{_}млн{_}₽") == f"1,9{_}млн{_}₽"


@pytest.mark.parametrize(("value", "expected"), [(110, "110_%"), ("более 90", "более 90_%"), ("110 %", "110 %")])
def test_percent_filter_keeps_words(value: object, expected: str) -> None:
    assert render("{{ n|percent }}", n=value) == expected.replace("_", _)


def test_filters_of_people_and_units() -> None:
    person = SimpleNamespace(surname="Иванова", given_name="Мария", patronymic="Петровна")
    assert render('{{ p|initials }}, {{ n|ru_plural:"место,места,мест" }}', p=person, n=2) == (
        f"М.{_}П.{_}Иванова, 2{_}места"
    )


def test_date_range_filter() -> None:
    first, last = date(2026, 9, 25), date(2026, 9, 27)
    assert render("{{ a|date_range:b }}", a=first, b=last) == f"25–27{_}сентября{_}2026{_}г."
    assert render("{{ a|date_range:b }}", a=first, b=None) == f"25{_}сентября{_}2026{_}г."


def test_typograph_filter_leaves_english_alone() -> None:
    with translation.override("en"):
        assert render("{{ s|typograph }}", s="a - b") == "a - b"
    with translation.override("ru"):
        assert render("{{ s|typograph }}", s="а - б") == f"а{_}— б"
