"""A picture goes before the public only when it is known that it may (ГК РФ, ст. 152.1; 152-ФЗ)."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from portal.core.publishing import Problem
from portal.media.models import Image, PeopleConsent


def _pictures(row: models.Model) -> Iterator[tuple[int, str | None]]:
    """Yield (picture's id, field that names it) for every picture of a row and of the rows that belong to it."""
    for field in row._meta.get_fields():
        if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Image):
            if (chosen := field.value_from_object(row)) is not None:
                yield chosen, field.name
        elif isinstance(field, models.Field) and hasattr(field, "extract_references"):
            value = field.value_from_object(row)
            for model, pk, *_place in field.extract_references(value) if value is not None else ():
                if issubclass(model, Image):
                    yield int(pk), field.name
    for relation in get_all_child_relations(type(row)):
        for child in _children(row, relation.get_accessor_name()):
            yield from ((pk, None) for pk, _field in _pictures(child))


def _children(row: Any, name: str) -> list[models.Model]:
    return list(getattr(row, name).all())


def unclear_pictures(page: Page) -> list[Problem]:
    """Return a problem for every picture of `page`, as it is in memory, whose people's consent is unknown."""
    fields: dict[int, str | None] = {}
    for pk, field in _pictures(page):
        fields.setdefault(pk, field)
    unclear = Image.objects.filter(pk__in=fields, people_consent=PeopleConsent.UNKNOWN).order_by("pk")
    return [
        Problem(
            message=_(
                "Изображение «%(title)s» нельзя показать: неизвестно, согласны ли люди на нём. Откройте изображение "
                "и отметьте «Согласие людей», затем опубликуйте страницу. Черновик сохранить можно."
            )
            % {"title": image.title},
            field=fields[image.pk],
        )
        for image in unclear
    ]
