"""Form fields that answer bad input with a clear message and never with an error of the server."""

import re
import unicodedata
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Control characters, invisible formatting (also right-to-left overrides), private use, lone surrogates, unassigned.
FORBIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn"}
SPACES = re.compile(r"[\s\u00a0]+")
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .’'ʼ`‑–-]|[\u0300-\u036f])*")


class LineField(forms.CharField):
    """One line of plain text: spaces are joined, invisible and control characters are refused by name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Ours says more than Django's «null characters are not allowed».
        self.validators = [
            check for check in self.validators if type(check).__name__ != "ProhibitNullCharactersValidator"
        ]

    def to_python(self, value: Any) -> str:
        """Return the text without spaces around, inner ones joined, in composed form (NFC)."""
        text = super().to_python(value) or ""
        return SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()

    def validate(self, value: str) -> None:
        """Refuse what can't be seen; then Django's own checks."""
        if any(unicodedata.category(sign) in FORBIDDEN_CATEGORIES for sign in value):
            raise ValidationError(
                _("В тексте есть невидимые знаки. Наберите его заново с клавиатуры."), code="invisible"
            )
        super().validate(value)


class NameField(LineField):
    """A part of a person's name: letters of any alphabet, a hyphen, an apostrophe, a dot, a space."""

    def validate(self, value: str) -> None:
        """Refuse digits, addresses and other signs."""
        super().validate(value)
        if value and not NAME.fullmatch(value):
            raise ValidationError(_("Здесь могут быть только буквы, дефис, апостроф и пробел."), code="not_a_name")


class AttemptField(forms.Field):
    """The hidden mark of one opening of the form; a damaged one counts as none, nobody is troubled with it."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> uuid.UUID | None:
        """Return the mark, or None for anything that is no UUID."""
        try:
            return uuid.UUID(str(value or ""))
        except ValueError:
            return None


class AddressField(forms.EmailField):
    """An e-mail address, typed without spaces."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault(
            "error_messages",
            {
                "required": _("Укажите адрес электронной почты: на него придёт подтверждение."),
                "invalid": _("Проверьте адрес: он должен быть похож на ivanova@example.ru."),
                "max_length": _("Адрес слишком длинный: не больше %(limit_value)d знаков."),
            },
        )
        kwargs.setdefault(
            "widget",
            forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}),
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """Drop the spaces that phones add after a suggested word."""
        return (super().to_python(value) or "").strip().replace(" ", "")


class RussianNamesSelect(forms.Select):
    """A list of proper names that stay Russian in any language of the page, so each says what language it is in."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Mark every option but the empty one, whose words are the page's own."""
        option = super().create_option(name, value, *args, **kwargs)
        if value and get_language() != "ru":
            option["attrs"]["lang"] = "ru"
        return option
