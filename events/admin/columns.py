"""Columns of our lists."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DateTimeColumn(Column):
    """«21 ноября, 14:00»; the year only if it is not this one."""

    def get_value(self, instance: Any) -> str:
        """Return the moment in the site's time zone, an em dash where there is none."""
        moment = super().get_value(instance)
        return short_moment(moment) if moment else "—"


def short_moment(moment: Any) -> str:
    """Return «21 ноября, 14:00», with the year where it is another one."""
    local = timezone.localtime(moment)
    pattern = "j E, H:i" if local.year == timezone.localtime().year else "j E Y, H:i"
    return date_format(local, pattern)


class StatusColumn(Column):
    """A word with a tone, never colour alone."""

    cell_template_name = "events/admin/status_cell.html"
