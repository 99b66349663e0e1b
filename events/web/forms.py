"""Forms of registration. They read and check what was typed; deciding is the domain's business."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.domain.registering import RegistrationDetails
from events.models import AttendanceMode, Cohort
from events.web.fields import AddressField, AttemptField, LineField, NameField, RussianNamesSelect
from portal.people.models import Municipality, Organisation
from portal.people.names import fold

TOO_LONG = _("Слишком длинно: не больше %(limit_value)d знаков, у вас %(show_value)d.")


def _attrs(autocomplete: str, **more: str) -> dict[str, str]:
    return {"autocomplete": autocomplete, **more}


class DetailsForm(forms.Form):
    """Who comes, from where, how to write to them; a section and a form of taking part only where there is a choice."""

    surname = NameField(
        label=_("Фамилия"),
        max_length=80,
        widget=forms.TextInput(attrs=_attrs("family-name", autocapitalize="words")),
        error_messages={"required": _("Укажите фамилию."), "max_length": TOO_LONG},
    )
    given_name = NameField(
        label=_("Имя"),
        max_length=80,
        widget=forms.TextInput(attrs=_attrs("given-name", autocapitalize="words")),
        error_messages={"required": _("Укажите имя."), "max_length": TOO_LONG},
    )
    patronymic = NameField(
        label=_("Отчество"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs=_attrs("additional-name", autocapitalize="words")),
        error_messages={"max_length": TOO_LONG},
    )
    email = AddressField(
        label=_("Адрес электронной почты"),
        help_text=_("На него придёт письмо со ссылкой для подтверждения."),
    )
    organisation_name = LineField(
        label=_("Где вы работаете"),
        max_length=255,
        widget=forms.TextInput(attrs=_attrs("organization", list="organisations")),
        help_text=_("Начните вводить и выберите из списка или напишите своё название."),
        error_messages={"required": _("Укажите организацию. Если её нет, напишите «нет»."), "max_length": TOO_LONG},
    )
    position = LineField(
        label=_("Должность"),
        max_length=160,
        widget=forms.TextInput(attrs=_attrs("organization-title")),
        error_messages={"required": _("Укажите должность."), "max_length": TOO_LONG},
    )
    municipality = forms.ModelChoiceField(
        label=_("Муниципальное образование"),
        queryset=Municipality.objects.all(),
        empty_label=_("Выберите из списка"),
        widget=RussianNamesSelect(attrs=_attrs("off")),
        error_messages={
            "required": _("Выберите, откуда вы. Если не из Алтайского края, выберите «Другой регион»."),
            "invalid_choice": _("Выберите муниципальное образование из списка."),
        },
    )
    website = forms.CharField(
        label=_("Не заполняйте это поле"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    attempt = AttemptField(required=False)

    def __init__(self, *args: Any, cohort: Cohort, sections: list[Any], modes: list[str], **kwargs: Any) -> None:
        """Add the choices of this cohort; people who are not specialists needn't work anywhere."""
        super().__init__(*args, **kwargs)
        if cohort.event.audience != "specialist":
            self.fields["organisation_name"].required = False
            self.fields["position"].required = False
        if sections:
            self.fields["section"] = forms.ChoiceField(
                label=_("Секция"),
                choices=[(str(section.pk), str(section.title)) for section in sections],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Выберите секцию."),
                    "invalid_choice": _("Выберите секцию из списка."),
                },
            )
        if modes:
            self.fields["mode"] = forms.ChoiceField(
                label=_("Как вы будете участвовать"),
                choices=[(mode, AttendanceMode(mode).label) for mode in modes],
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Выберите, как будете участвовать."),
                    "invalid_choice": _("Выберите вариант из списка."),
                },
            )
        self.sections = {str(section.pk): section for section in sections}

    def clean_website(self) -> str:
        """A trap for programs: a person doesn't see the field."""
        if self.cleaned_data.get("website"):
            raise ValidationError(_("Похоже, форму заполнила программа. Очистите это поле и отправьте ещё раз."))
        return ""

    @property
    def visible(self) -> list[forms.BoundField]:
        """Fields a person fills in, in the order of the page; the trap only after it has caught somebody."""
        hidden = {"attempt"} if "website" in self.errors else {"attempt", "website"}
        choices = [name for name in ("section", "mode") if name in self.fields]
        names = [name for name in self.fields if name not in hidden and name not in choices]
        return [self[name] for name in (*choices, *names)]

    def answers(self) -> list[tuple[str, str]]:
        """Pairs of a label and what was answered, for the page where they are checked; empty answers are left out."""
        pairs = []
        for field in self.visible:
            value = self.cleaned_data.get(field.name)
            if isinstance(field.field, forms.ModelChoiceField):
                text = str(value)
            elif isinstance(field.field, forms.ChoiceField):
                text = str(dict(field.field.choices).get(value, ""))  # type: ignore[arg-type]
            else:
                text = str(value or "")
            if text:
                pairs.append((str(field.label), text))
        return pairs

    def details(self) -> RegistrationDetails:
        """Return what the domain needs; the organisation is found in the directory by its folded name."""
        data = self.cleaned_data
        name = data["organisation_name"]
        organisation = Organisation.objects.filter(name_key=fold(name), is_active=True).first() if name else None
        return RegistrationDetails(
            surname=data["surname"],
            given_name=data["given_name"],
            patronymic=data["patronymic"],
            email=data["email"],
            organisation=organisation,
            organisation_name=name,
            position=data["position"],
            municipality=data["municipality"],
            section=self.sections.get(data.get("section", "")),
            mode=data.get("mode", ""),
        )


class ConsentForm(forms.Form):
    """The answer to the consent: a document of its own, an empty box, the version that was read."""

    consent = forms.BooleanField(
        label=_("Я прочитал(а) текст и даю согласие на обработку моих персональных данных"),
        error_messages={"required": _("Без согласия записать вас нельзя: отметьте, что согласны.")},
    )
    consent_text = forms.CharField(widget=forms.HiddenInput, required=False)


class AddressForm(forms.Form):
    """A corrected address."""

    email = AddressField(label=_("Правильный адрес"))


class CancelForm(forms.Form):
    """Why the person can't come, if they wish to say."""

    reason = LineField(
        label=_("Почему не получается прийти"),
        required=False,
        max_length=255,
        help_text=_("Можно не отвечать. Ответ увидит только методист."),
        error_messages={"max_length": TOO_LONG},
    )
