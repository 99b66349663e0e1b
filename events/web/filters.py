"""The filter form above the list of events: plain GET, every choice an address."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import Audience, EventKind
from events.models.listing import EventQuery

MONTHS_AHEAD = 12


class FilterForm(forms.Form):
    """Kind, audience, month; the archive is a link and travels along hidden."""

    kind = forms.ChoiceField(label=gettext_lazy("Вид"), required=False)
    audience = forms.ChoiceField(label=gettext_lazy("Кому"), required=False)
    month = forms.ChoiceField(label=gettext_lazy("Месяц"), required=False)

    def __init__(self, query: EventQuery) -> None:
        """Offer what exists, with the present choice selected."""
        super().__init__(
            initial={"kind": query.kind, "audience": query.audience, "month": query.month}, auto_id="filter-%s"
        )
        if query.past:
            self.fields["when"] = forms.CharField(initial="past", widget=forms.HiddenInput)
        kinds = [(kind.slug, str(kind.name)) for kind in EventKind.objects.all()]
        self.fields["kind"].choices = [("", _("Любой")), *kinds]  # type: ignore[attr-defined]
        self.fields["audience"].choices = [("", _("Всем")), *Audience.choices]  # type: ignore[attr-defined]
        self.fields["month"].choices = [("", _("Любой")), *_months(query)]  # type: ignore[attr-defined]


@dataclass(frozen=True, kw_only=True)
class ListFilters:
    """What the list's template needs: the form, what was asked, the query string of the other pages of the list."""

    form: FilterForm
    asked: EventQuery
    carried: str
    is_filtered: bool


def filters(*, query: QueryDict | None) -> ListFilters:
    """Return the filters for an address; one query (kinds)."""
    asked = EventQuery.parse(query if query is not None else QueryDict())
    carried = QueryDict(mutable=True)
    for name, value in (("kind", asked.kind), ("audience", asked.audience), ("month", asked.month)):
        if value:
            carried[name] = value
    is_filtered = bool(carried)
    if asked.past:
        carried["when"] = "past"
    return ListFilters(form=FilterForm(asked), asked=asked, carried=carried.urlencode(), is_filtered=is_filtered)


def _months(query: EventQuery) -> list[tuple[str, str]]:
    """The months to choose from: a year ahead, or a year back in the archive; the chosen one always among them."""
    today = timezone.localdate()
    steps = range(0, -MONTHS_AHEAD, -1) if query.past else range(MONTHS_AHEAD)
    starts = [_shift(today, step) for step in steps]
    months = [(f"{start:%Y-%m}", date_format(start, "F Y")) for start in starts]
    if query.month and query.month not in dict(months):
        year, month = (int(part) for part in query.month.split("-"))
        months.insert(0, (query.month, date_format(date(year, month, 1), "F Y")))
    return months


def _shift(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
