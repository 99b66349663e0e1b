"""Blocks about people and how to reach them."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, EmailBlock, ListBlock, StructBlock, TextBlock
from wagtail.images.blocks import ImageChooserBlock

GROUP = _("Люди и контакты")


class PersonBlock(StructBlock):
    """Somebody of the centre; their consent to be named is kept outside the page."""

    name = CharBlock(label=_("Имя"), max_length=160)
    role = CharBlock(label=_("Должность или роль"), required=False, max_length=200)
    image = ImageChooserBlock(label=_("Портрет"), required=False)

    class Meta:
        icon = "user"
        group = GROUP
        label = _("Человек")
        description = _("Имя, роль и портрет.")
        template = "blocks/person.html"
        preview_value: dict[str, Any] = {"name": "Мария Иванова", "role": "психолог центра", "image": None}


class PeopleBlock(StructBlock):
    """Several people."""

    people = ListBlock(PersonBlock(), label=_("Люди"), min_num=1)

    class Meta:
        icon = "group"
        group = GROUP
        label = _("Люди")
        description = _("Несколько человек: команда, ведущие, жюри.")
        template = "blocks/people.html"
        preview_value = {
            "people": [
                {"name": "Мария Иванова", "role": "психолог центра", "image": None},
                {"name": "Пётр Сергеев", "role": "ведущий школы", "image": None},
            ]
        }


class ContactsBlock(StructBlock):
    """Where to come and how to call."""

    title = CharBlock(label=_("Заголовок"), required=False, max_length=120)
    address = TextBlock(label=_("Адрес и как пройти"), required=False)
    phone = CharBlock(label=_("Телефон"), required=False, max_length=32)
    email = EmailBlock(label=_("Электронная почта"), required=False)
    hours = CharBlock(label=_("Часы работы"), required=False, max_length=160)

    class Meta:
        icon = "mail"
        group = GROUP
        label = _("Контакты")
        description = _("Адрес, телефон, почта и часы работы одного места.")
        template = "blocks/contacts.html"
        preview_value = {
            "title": "Приёмная",
            "address": "г. Барнаул, ул. Примерная, 1, вход со двора",
            "phone": "+7 (3852) 00-00-00",
            "email": "info@example.org",
            "hours": "пн–пт 9:00–18:00",
        }
