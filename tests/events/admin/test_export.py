"""The workbook of registrations: safe to open, typed, obeying the filters, logged, cheap."""

from datetime import datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from events.admin import export
from portal.people.models import AuditEntry
from tests.factories import events

pytestmark = pytest.mark.django_db
LISTING = "events_admin:registrations"


def sheet_of(response):
    return load_workbook(BytesIO(b"".join(response.streaming_content))).active


def test_header_types_and_log(at_work, own_cohort, methodist):
    registration = events.registered(own_cohort, verified=True)
    response = at_work.get(reverse(LISTING), {"export": "xlsx", "cohort": own_cohort.pk})
    assert response["Content-Type"] == export.XLSX
    sheet = sheet_of(response)
    heading, row = list(sheet.iter_rows(values_only=True))
    assert heading == tuple(str(title) for title, _width, _value in export.COLUMNS)
    values = dict(zip(heading, row, strict=True))
    assert values["Фамилия"] == registration.participant.surname
    assert values["Поток"] == 1
    assert isinstance(values["Подана"], datetime)
    entry = AuditEntry.objects.get(action="registrations.exported")
    assert (entry.actor, entry.target, entry.details) == (methodist, own_cohort, {"rows": 1, "format": "xlsx"})


def test_the_filters_are_obeyed_and_the_page_is_not(at_work, own_cohort):
    for number in range(3):
        events.registered(own_cohort, verified=number < 2)
    sheet = sheet_of(at_work.get(reverse(LISTING), {"export": "xlsx", "state": "confirmed", "p": "7"}))
    assert sheet.max_row == 1 + 2


@pytest.mark.parametrize("evil", ["=1+1", "+7 900", "-2", "@SUM(A1)", "\tx", "\r=1", '=HYPERLINK("http://e")'])
def test_nothing_typed_becomes_a_formula(evil):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([export.cell(sheet, evil)])
    content = BytesIO()
    book.save(content)
    found = load_workbook(content).active["A1"]
    assert (found.data_type, found.quotePrefix) == ("s", True)


def test_control_characters_are_dropped():
    sheet = Workbook(write_only=True).create_sheet()
    assert export.cell(sheet, "Анна\x00\x0b").value == "Анна"


@pytest.mark.parametrize("count", [10, 1000])
def test_the_export_takes_the_same_queries_for_ten_and_a_thousand(
    at_work, own_cohort, django_assert_num_queries, count
):
    events.crowd(own_cohort, count)
    at_work.get(reverse(LISTING), {"export": "xlsx", "state": "confirmed"})
    with django_assert_num_queries(8):
        sheet = sheet_of(at_work.get(reverse(LISTING), {"export": "xlsx"}))
    assert sheet.max_row == 1 + count
