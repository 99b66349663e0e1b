"""The form of the public check."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class NumberForm(forms.Form):
    """One field, sent by GET: the number as it stands on the document."""

    number = forms.CharField(
        label=_("Номер документа"),
        help_text=_("Он напечатан на документе, например: ККЦМ-2026-000123"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
        error_messages={
            "required": _("Введите номер документа."),
            "max_length": _("Номер короче: проверьте, не попало ли в поле лишнее."),
        },
    )
