"""The curated list of helplines in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.site.models import Helpline


class HelplineViewSet(SnippetViewSet):
    """Telephones shown on every page, in the order they stand there."""

    model = Helpline
    icon = "comment"
    menu_label = _("Телефоны доверия")
    add_to_settings_menu = True
    list_display = ["name", "phone", "note", BooleanColumn("is_shown", label=_("на всех страницах"))]
    list_filter = ["is_shown"]
    sort_order_field = "sort_order"
    ordering = ["sort_order", "pk"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("is_shown")]),
        FieldPanel("note", help_text=_("Например: бесплатно, круглосуточно. Номер проверьте звонком.")),
    ]


register_snippet(HelplineViewSet)
