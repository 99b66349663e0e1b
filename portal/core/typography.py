"""Russian typography as pure functions: numbers, money, telephones, dates, plurals, names, running text.

Rules: Мильчин А. Э., Чельцова Л. К. «Справочник издателя и автора»; ГОСТ 8.417 (space before «%» and units);
thousands are grouped from four digits on, so that columns agree. Nothing here reads the clock or the database.
"""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

NBSP = "\u00a0"
NNBSP = "\u202f"
EN_DASH = "\u2013"
EM_DASH = "\u2014"
MINUS = "\u2212"

Number = int | float | Decimal

MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "en": "January February March April May June July August September October November December".split(),
}
MOSCOW = ZoneInfo("Europe/Moscow")


# --- numbers ------------------------------------------------------------------------------------------------------
def number(value: Number, *, places: int | None = None, language: str = "ru") -> str:
    """Return `value` grouped by thousands: 1580 → «1 580», 117.5 → «117,5» (English: 1,580 and 117.5).

    `places` rounds to a fixed number of decimals; without it trailing zeros of the fraction go.
    """
    exact = Decimal(str(value))
    if places is not None:
        exact = round(exact, places)
    text = f"{abs(exact):f}"
    whole, _, fraction = text.partition(".")
    if places is None:
        fraction = fraction.rstrip("0")
    group, point = (",", ".") if language == "en" else (NBSP, ",")
    grouped = f"{int(whole):,}".replace(",", group)
    is_negative = exact < 0
    return f"{MINUS if is_negative else ''}{grouped}{point + fraction if fraction else ''}"


def percent(value: Number, *, places: int | None = None, language: str = "ru") -> str:
    """Return a share that is already in per cent: 110 → «110 %» (English: 110%)."""
    return f"{number(value, places=places, language=language)}{'' if language == 'en' else NBSP}%"


MONEY_SCALES = {
    "ru": ((Decimal(10**9), "млрд"), (Decimal(10**6), "млн")),
    "en": ((Decimal(10**9), "billion"), (Decimal(10**6), "million")),
}


def money(value: Number, *, short: bool = True, language: str = "ru") -> str:
    """Return roubles: 1_900_000 → «1,9 млн ₽»; a sum that one decimal cannot hold exactly is written out in full."""
    exact = Decimal(str(value))
    if short:
        for scale, name in MONEY_SCALES[language]:
            scaled = exact / scale
            if abs(scaled) >= 1 and scaled == round(scaled, 1):
                return f"{number(scaled, language=language)}{NBSP}{name}{NBSP}₽"
    has_kopecks = exact != int(exact)
    return f"{number(exact, places=2 if has_kopecks else 0, language=language)}{NBSP}₽"


def plural(value: int, one: str, few: str, many: str) -> str:
    """Return the Russian form that goes with `value`: 1 место, 2 места, 5 мест; also 21 место, 11 мест.

    For texts that gettext cannot serve (units typed by an editor); interface texts use ngettext.
    """
    last, last_two = abs(value) % 10, abs(value) % 100
    if last == 1 and last_two != 11:
        return one
    if last in {2, 3, 4} and last_two not in {12, 13, 14}:
        return few
    return many


def counted(value: int, one: str, few: str, many: str) -> str:
    """Return the number with its noun, joined by a non-breaking space: «2 места»."""
    return f"{number(value)}{NBSP}{plural(value, one, few, many)}"


# --- telephones ---------------------------------------------------------------------------------------------------
# Barnaul and Biysk: four-digit codes and six-digit local numbers, (3852) 55-12-88.
LONG_CODES = ("3852", "3854")


def _digits(value: str) -> str:
    digits = re.sub(r"\D", "", value)
    if len(digits) == 11 and digits[0] == "8" and not digits.startswith("8800"):
        return "7" + digits[1:]
    if len(digits) == 11 and digits.startswith("7800"):
        return "8" + digits[1:]
    return digits


def _is_district_code(code: str) -> bool:
    return code.startswith("385")


def phone(value: str) -> str:
    """Return a telephone as people read it: «+7 (3852) 55-12-88», «8-800-2000-122», «124»; unknown forms stay.

    Numbers of Altai Krai districts have five-digit codes (385XX) and five-digit local numbers.
    """
    digits = _digits(value)
    if len(digits) == 11 and digits.startswith("8800"):
        rest = digits[4:]
        tail = f"{rest[:4]}-{rest[4:]}" if rest.startswith("2000") else f"{rest[:3]}-{rest[3:5]}-{rest[5:]}"
        return f"8-800-{tail}"
    if len(digits) == 11 and digits[0] == "7":
        length = 4 if digits[1:5] in LONG_CODES else 5 if _is_district_code(digits[1:]) else 3
        code, local = digits[1 : 1 + length], digits[1 + length :]
        head = local[:-4]
        return f"+7{NBSP}({code}){NBSP}{head}-{local[-4:-2]}-{local[-2:]}"
    if 2 <= len(digits) <= 4 and digits == value.strip():
        return digits
    return value.strip()


def tel(value: str) -> str:
    """Return the address of a telephone link: `tel:+73852551288`, `tel:88002000122`, `tel:124`."""
    digits = _digits(value)
    is_international = value.strip().startswith("+") or (len(digits) == 11 and digits[0] == "7")
    plus = "+" if is_international and not digits.startswith("8800") else ""
    return f"tel:{plus}{digits}"


# --- dates and times ----------------------------------------------------------------------------------------------
def long_date(day: date, *, language: str = "ru", year: bool = True) -> str:
    """Return «21 ноября 2026 г.» (English: 21 November 2026), its parts joined by non-breaking spaces."""
    parts = [str(day.day), MONTHS[language][day.month - 1]]
    if year:
        parts += [str(day.year), "г."] if language == "ru" else [str(day.year)]
    return NBSP.join(parts)


def date_range(start: date, end: date, *, language: str = "ru") -> str:
    """Return «25–27 сентября 2026 г.», «30 сентября – 2 октября 2026 г.»; equal dates give one date."""
    if start == end:
        return long_date(start, language=language)
    finish = long_date(end, language=language)
    if start.year != end.year:
        return f"{long_date(start, language=language)}{NBSP}{EN_DASH} {finish}"
    if start.month != end.month:
        return f"{long_date(start, language=language, year=False)}{NBSP}{EN_DASH} {finish}"
    return f"{start.day}{EN_DASH}{finish}"


def year_range(first: int, last: int, *, language: str = "ru") -> str:
    """Return «2020–2021 годы» or, for one year, «2021 год»; English: bare years."""
    years = str(first) if first == last else f"{first}{EN_DASH}{last}"
    if language == "en":
        return years
    return f"{years}{NBSP}{'год' if first == last else 'годы'}"


def moscow_offset(moment: datetime) -> str:
    """Return the zone of an aware `moment` as Russians write it, counted from Moscow: «МСК+4», «МСК», «МСК−1»."""
    offset = moment.utcoffset()
    moscow = moment.astimezone(MOSCOW).utcoffset()
    if offset is None or moscow is None:
        raise ValueError("An aware datetime is needed to name its zone.")
    hours = (offset - moscow) / timedelta(hours=1)
    if not hours:
        return "МСК"
    return f"МСК{'+' if hours > 0 else MINUS}{number(abs(hours))}"


def time_with_moscow(moment: datetime, *, language: str = "ru") -> str:
    """Return local time with its distance from Moscow: «14:30 (МСК+4)»; English: 14:30 (UTC+7)."""
    if language == "en":
        offset = moment.utcoffset()
        if offset is None:
            raise ValueError("An aware datetime is needed to name its zone.")
        hours = offset / timedelta(hours=1)
        zone = f"UTC{'+' if hours >= 0 else MINUS}{number(abs(hours), language='en')}"
    else:
        zone = moscow_offset(moment)
    return f"{moment:%H:%M}{NBSP}({zone})"


# --- names --------------------------------------------------------------------------------------------------------
def initials(surname: str, given: str, patronymic: str = "") -> str:
    """Return «И. О. Фамилия» for a signature; hyphened given names keep both letters: «Ж.-П. Сартр»."""
    letters = [
        "-".join(f"{part[0].upper()}." for part in name.split("-") if part)
        for name in (given.strip(), patronymic.strip())
        if name
    ]
    return NBSP.join([*letters, surname.strip()]).strip(NBSP)


# --- running text -------------------------------------------------------------------------------------------------
_UNITS = (
    "г|гг|год|года|году|годы|лет|ч|мин|сек|час|часа|часов|км|м|см|мм|кг|т|га|руб|коп|тыс|млн|млрд|₽|МБ|КБ|ГБ|чел|экз|"
    "человек|человека|семья|семьи|семей|место|места|мест|встреча|встречи|встреч|группа|группы|групп|поток|потока|потоков|"
    + "|".join(MONTHS["ru"])
)
_ABBREVIATIONS = "г|гг|ул|пр|пер|пл|д|кв|каб|с|пос|им|обл|стр|рис|табл|т|гл|ст|п|пп|тел"

# (pattern, replacement), applied in this order; each one is a fixed point of itself.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r" {2,}", " "),
        (r"(?<!\.)\.{3}(?!\.)", "…"),
        # A dash between words; a hyphen between figures may be a minus or a range and stays as typed.
        (
            rf"(?<=\S)(?<!\d)[ {NBSP}]+(?:--?|[{EN_DASH}{EM_DASH}])[ {NBSP}]+(?=\S)",
            f"{NBSP}{EM_DASH} ",
        ),
        (
            rf"(?<=\d)[ {NBSP}]+(?:--?|[{EN_DASH}{EM_DASH}])[ {NBSP}]+(?=[^\s\d])",
            f"{NBSP}{EM_DASH} ",
        ),
        (r"(?<![\d\w-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\d-])", rf"\1{EN_DASH}\2"),
        (rf"([№§])[ {NBSP}]?(?=\d)", rf"\1{NBSP}"),
        (rf"(?<=\d)[ {NBSP}]?%", f"{NBSP}%"),
        (rf"(?<=\d) (?=(?:{_UNITS})(?![\w-]))", NBSP),
        (r"(?<=\d\u00a0)(тыс\.?|млн|млрд) (?=₽|руб)", rf"\1{NBSP}"),
        (rf"(?<![\w.-])({_ABBREVIATIONS})\. (?=[\w«„\"])", rf"\1.{NBSP}"),
        (r"(?<!\w)([А-ЯЁ]\.) ?(?=[А-ЯЁ]\.)", rf"\1{NBSP}"),
        (r"(?<!\w)([А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])", rf"\1{NBSP}"),
        (rf"(?<=[а-яё]) (?=[А-ЯЁ]\.{NBSP}[А-ЯЁ]\.)", NBSP),
        (r"(?<![\w’'-])([аАвВиИкКоОсСуУяЯ]) (?=\S)", rf"\1{NBSP}"),
        (r"(?<=\w) (?=(?:ж|б|же|ли|ль|бы)(?![\w-]))", NBSP),
    )
)
_OPENERS = frozenset("([{«„—–-/")


def typograph(text: str) -> str:
    """Return plain Russian `text` with proper quotes, dashes and non-breaking spaces.

    Never changes a letter or a digit and is idempotent; a straight quote without its pair stays as typed.
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _quotes(text)


def _quotes(text: str) -> str:
    """Turn pairs of straight quotes into «…», inside other quotes into „…“."""
    if '"' not in text:
        return text
    letters = list(text)
    pairs = _quote_pairs(text)
    for start, end in pairs:
        if text[start] == '"':
            is_inner = any(outer < start and end < last for outer, last in pairs)
            letters[start], letters[end] = "„“" if is_inner else "«»"
    return "".join(letters)


def _quote_pairs(text: str) -> list[tuple[int, int]]:
    """Return the places of quotes that open and close each other, straight ones and «»; lone ones are left out."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, letter in enumerate(text):
        if letter == "«" or (letter == '"' and _opens(text, place, waiting)):
            waiting.append(place)
        elif letter == "»":
            while waiting and text[waiting[-1]] == '"':
                waiting.pop()
            if waiting:
                pairs.append((waiting.pop(), place))
        elif letter == '"' and waiting and text[waiting[-1]] == '"':
            pairs.append((waiting.pop(), place))
    return pairs


def _opens(text: str, place: int, waiting: list[int]) -> bool:
    """Whether the straight quote at `place` opens: a space or an opening sign stands before it, a word after it."""
    before, after = text[max(place - 1, 0) : place] or " ", text[place + 1 : place + 2] or " "
    follows_opener = before == '"' and bool(waiting) and waiting[-1] == place - 1
    return not after.isspace() and (before.isspace() or before in _OPENERS or follows_opener)
