"""Registrations as an XLSX workbook: safe to open, dates are dates, numbers are numbers; every export is logged.

A cell that begins with = + - @ tab or CR could be read as a formula by a spreadsheet (CSV injection, OWASP). Text is
written as text with the quote prefix, so it stays text even when somebody edits the cell.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from events.models import AttendanceMode, Cohort, Registration, RegistrationState
from portal.people import audit
from portal.people.models import User

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | datetime | None

# Heading, width in characters, value.
COLUMNS: tuple[tuple[Any, int, Callable[[Registration], Value]], ...] = (
    (gettext_lazy("Событие"), 40, lambda row: str(row.cohort.event)),
    (gettext_lazy("Поток"), 8, lambda row: row.cohort.number),
    (gettext_lazy("Фамилия"), 20, lambda row: row.participant.surname),
    (gettext_lazy("Имя"), 16, lambda row: row.participant.given_name),
    (gettext_lazy("Отчество"), 18, lambda row: row.participant.patronymic),
    (gettext_lazy("Организация"), 40, lambda row: row.organisation_name or str(row.organisation or "")),
    (gettext_lazy("Должность"), 28, lambda row: row.position),
    (gettext_lazy("Муниципальное образование"), 28, lambda row: str(row.municipality or "")),
    (gettext_lazy("Электронная почта"), 30, lambda row: row.participant.email),
    (gettext_lazy("Телефон"), 18, lambda row: row.participant.phone),
    (gettext_lazy("Секция"), 24, lambda row: str(row.section or "")),
    (gettext_lazy("Форма участия"), 14, lambda row: str(dict(AttendanceMode.choices).get(row.mode, ""))),
    (gettext_lazy("Состояние"), 26, lambda row: str(row.get_state_display())),
    (
        gettext_lazy("Номер в очереди"),
        10,
        lambda row: row.queue_number if row.state == RegistrationState.WAITLISTED else None,
    ),
    (gettext_lazy("Подана"), 18, lambda row: row.created_at),
    (gettext_lazy("Состояние с"), 18, lambda row: row.state_changed_at),
)


def respond(*, rows: Iterable[Registration], cohort: Cohort | None, actor: User, at: datetime) -> FileResponse:
    """Answer with the workbook as a download and write who exported how many.

    `rows` come with participant, cohort, event, organisation, municipality and section selected.
    """
    content, count = workbook(rows)
    audit.record(action="registrations.exported", target=cohort or actor, actor=actor, at=at, rows=count, format="xlsx")
    day = f"{timezone.localtime(at):%Y-%m-%d}"
    name = f"zapisi-{cohort.event_id}-{cohort.number}-{day}.xlsx" if cohort else f"zapisi-{day}.xlsx"
    return FileResponse(content, as_attachment=True, content_type=XLSX, filename=name)


def workbook(rows: Iterable[Registration]) -> tuple[BytesIO, int]:
    """Return the workbook and the number of its rows below the heading."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title=_("Записи"))
    sheet.freeze_panes = "A2"
    for number, (_heading, width, _value) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(_heading_cell(sheet, str(heading)) for heading, _width, _value in COLUMNS)
    count = 0
    for row in rows:
        sheet.append(cell(sheet, value(row)) for _heading, _width, value in COLUMNS)
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    content = BytesIO()
    book.save(content)
    content.seek(0)
    return content, count


def cell(sheet: Worksheet, value: Value) -> WriteOnlyCell:
    """Return a cell whose type is the value's own: text never becomes a formula, a moment is local and a real date."""
    if isinstance(value, datetime):
        made = WriteOnlyCell(sheet, timezone.localtime(value).replace(tzinfo=None))
        made.number_format = "dd.mm.yyyy hh:mm"
    elif isinstance(value, date):
        made = WriteOnlyCell(sheet, value)
        made.number_format = "dd.mm.yyyy"
    elif isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        made = WriteOnlyCell(sheet, text)
        made.data_type = "s"
        if text.startswith(FORMULA_STARTS):
            made.quotePrefix = True
    else:
        made = WriteOnlyCell(sheet, value)
    return made


def _heading_cell(sheet: Worksheet, text: str) -> WriteOnlyCell:
    made = cell(sheet, text)
    made.font = Font(bold=True)
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made
