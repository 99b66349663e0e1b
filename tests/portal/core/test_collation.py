"""Russian lists stand in one order on both databases."""

import pytest
from django.db.models.functions import Collate

from portal.core.collation import COLLATION, compare, sort_key
from portal.people.models import Municipality

IN_ORDER = ["1-я школа", "9 класс", "Авдеева", "ель", "Ель", "ёлка", "Ёлкин", "Жуков", "иволга", "йод", "Яков", "Anna"]


def test_letters_stand_in_the_order_of_a_dictionary():
    assert sorted(IN_ORDER, key=sort_key) == [
        "1-я школа", "9 класс", "Авдеева", "ёлка", "Ёлкин", "ель", "Ель", "Жуков", "иволга", "йод", "Яков", "Anna",
    ]  # fmt: skip


def test_equal_texts_compare_equal_and_order_is_antisymmetric():
    assert compare("Ёлкин", "Ёлкин") == 0
    assert compare("Елкин", "Ёлкин") == -compare("Ёлкин", "Елкин") == -1
    assert compare("ель", "Ель") == -1


@pytest.mark.django_db
def test_a_queryset_sorts_so_on_either_database():
    for number, word in enumerate(reversed(IN_ORDER)):
        Municipality.objects.create(name=word, slug=f"test-{number}")
    found = Municipality.objects.filter(slug__startswith="test-").order_by(Collate("name", COLLATION))
    assert [row.name for row in found] == sorted(IN_ORDER, key=sort_key)
