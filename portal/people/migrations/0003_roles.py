"""Groups of the roles; Wagtail's English groups, workflow and collection become ours. Rights follow in post_migrate."""

from django.db import migrations

ROLES = (
    "Редактор",
    "Главный редактор",
    "Методист",
    "Куратор конкурсов",
    "Жюри",
    "Дежурный психолог",
    "Ответственный за персональные данные",
    "Администратор",
)


def make(apps, schema_editor):
    """Make the groups, hand Wagtail's default moderation to the chief editor, drop Wagtail's groups nobody is in."""
    group = apps.get_model("auth", "Group")
    groups = {name: group.objects.get_or_create(name=name)[0] for name in ROLES}
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name="Moderators approval"):
        task.name = "Проверка главным редактором"
        task.save()
        task.groups.set([groups["Главный редактор"]])
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(
        name="Проверка перед публикацией"
    )
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name="Общая")
    group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_municipalities"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
