"""Municipalities of Altai Krai (Закон Алтайского края от 04.03.2024 № 7-ЗС; ОКТМО 01) and «другой регион»."""

from django.db import migrations

from portal.core.slugs import slug_for

CITIES = (
    "Алейск",
    "Барнаул",
    "Белокуриха",
    "Бийск",
    "Заринск",
    "Новоалтайск",
    "Рубцовск",
    "Яровое",
)

OKRUGS = (
    "Залесовский муниципальный округ",
    "Суетский район",
    "Чарышский район",
)

DISTRICTS = """
Алейский Алтайский Баевский Бийский Благовещенский Бурлинский Быстроистокский Волчихинский Егорьевский Ельцовский
Завьяловский Заринский Змеиногорский Зональный Калманский Каменский Ключевский Косихинский Красногорский
Краснощёковский Крутихинский Кулундинский Курьинский Кытмановский Локтевский Мамонтовский Михайловский Новичихинский
Павловский Панкрушихинский Первомайский Петропавловский Поспелихинский Ребрихинский Родинский Романовский Рубцовский
Смоленский Советский Солонешенский Солтонский Табунский Тальменский Тогульский Топчихинский Третьяковский Троицкий
Тюменцевский Угловский Усть-Калманский Усть-Пристанский Хабарский Целинный Шелаболихинский Шипуновский
""".split()


def rows():
    """Return (name, kind, order): cities, then districts and okrugs by name, «другой регион» last."""
    for name in CITIES:
        yield name, "city", 10
    yield "ЗАТО Сибирский", "city", 15
    yield "Славгород", "okrug", 10
    for name in OKRUGS:
        yield name, "okrug", 20
    for name in DISTRICTS:
        yield f"{name} район", "district", 20
    yield "Немецкий национальный район", "district", 20
    yield "Другой регион", "other", 999


def add(apps, schema_editor):
    """Add what is missing."""
    municipality = apps.get_model("people", "Municipality")
    for name, kind, order in rows():
        municipality.objects.get_or_create(
            slug=slug_for(name), defaults={"name": name, "kind": kind, "sort_order": order}
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
