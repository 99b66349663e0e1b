"""The series of numbers and the one row of the issuer, so that nothing is issued by an unnamed centre."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from i18nfield.strings import LazyI18nString

SERIES = {"certificate": "ККЦМ", "statement": "ККЦМ-С", "dpo": "ККЦМ-ПК"}
NAME = {
    "ru": (
        "Краевое государственное бюджетное учреждение социального обслуживания «Краевой кризисный центр для\u00a0мужчин»"
    ),
    "en": "Regional state budgetary social-service institution “Regional Crisis Centre for Men”",
}
PLACE = {"ru": "г.\u00a0Барнаул", "en": "Barnaul"}


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the rows unless they are there."""
    for code, prefix in SERIES.items():
        apps.get_model("documents", "NumberSeries").objects.get_or_create(code=code, defaults={"prefix": prefix})
    issuer = apps.get_model("documents", "Issuer")
    if not issuer.objects.exists():
        issuer.objects.create(name=LazyI18nString(NAME), place=LazyI18nString(PLACE))


class Migration(migrations.Migration):
    """Rows that the code relies on."""

    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
