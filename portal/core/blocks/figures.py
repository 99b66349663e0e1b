"""Blocks of figures: a number never stands alone, it has a unit, a date and a source."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, DecimalBlock, ListBlock, StructBlock, StructValue, URLBlock

GROUP = _("Цифры")
SAMPLE_FIGURE = {
    "value": "1580",
    "unit": "человек",
    "note": "получили помощь за год",
    "as_of": date(2021, 12, 31),
    "source": "отчёт центра за 2021 год",
    "source_url": "",
}


class KeyFigureBlock(StructBlock):
    """One figure."""

    value = CharBlock(label=_("Значение"), max_length=24, help_text=_("Например: 1580 или «1,9 млн ₽»."))
    unit = CharBlock(label=_("Единица"), max_length=60, help_text=_("Например: человек, семей, %."))
    note = CharBlock(label=_("Что посчитано"), max_length=200)
    as_of = DateBlock(label=_("На какую дату"), required=False)
    source = CharBlock(label=_("Источник"), max_length=160)
    source_url = URLBlock(label=_("Адрес источника"), required=False)

    class Meta:
        icon = "decimal"
        group = GROUP
        label = _("Цифра")
        description = _("Одно число с единицей, датой и источником.")
        template = "blocks/key_figure.html"
        preview_value = SAMPLE_FIGURE


class KeyFiguresBlock(StructBlock):
    """Figures side by side."""

    items = ListBlock(KeyFigureBlock(), label=_("Цифры"), min_num=1, max_num=6)

    class Meta:
        icon = "decimal"
        group = GROUP
        label = _("Цифры рядом")
        description = _("От одной до шести цифр в ряд.")
        template = "blocks/key_figures.html"
        preview_value = {
            "items": [
                SAMPLE_FIGURE,
                {**SAMPLE_FIGURE, "value": "21", "unit": "семья", "note": "прошла программу"},
            ]
        }


class FigureRowValue(StructValue):
    """A row that knows what share of the plan was done."""

    @property
    def share(self) -> Decimal | None:
        """The fact in per cent of the plan, None without a plan."""
        return round(self["fact"] / self["plan"] * 100) if self["plan"] and self["fact"] is not None else None


class FigureRowBlock(StructBlock):
    """A row of a table of figures."""

    name = CharBlock(label=_("Показатель"), max_length=200)
    unit = CharBlock(label=_("Единица"), max_length=40)
    plan = DecimalBlock(label=_("План"), required=False)
    fact = DecimalBlock(label=_("Факт"))

    class Meta:
        icon = "table"
        label = _("Строка")
        description = _("Показатель с планом и фактом.")
        template = "blocks/figure_row.html"
        value_class = FigureRowValue
        preview_value = {"name": "Семьи, прошедшие программу", "unit": "семей", "plan": "20", "fact": "21"}


class FigureTableBlock(StructBlock):
    """A table of figures, plan beside fact."""

    caption = CharBlock(label=_("Название таблицы"), max_length=200)
    rows = ListBlock(FigureRowBlock(), label=_("Строки"), min_num=1)
    source = CharBlock(label=_("Источник и дата"), max_length=200)

    class Meta:
        icon = "table"
        group = GROUP
        label = _("Таблица показателей")
        description = _("План и факт с долей выполнения и источником.")
        template = "blocks/figure_table.html"
        preview_value = {
            "caption": "Что сделано за год",
            "rows": [
                {"name": "Семьи, прошедшие программу", "unit": "семей", "plan": "20", "fact": "21"},
                {"name": "Специалисты, обученные в школах", "unit": "человек", "plan": "120", "fact": "138"},
            ],
            "source": "отчёт центра, 31 декабря 2021 г.",
        }

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add `has_plan`: whether any row has one, else the columns are left out."""
        context = super().get_context(value, parent_context=parent_context)
        context["has_plan"] = any(row["plan"] for row in value["rows"])
        return context
