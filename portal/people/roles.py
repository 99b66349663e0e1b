"""Who may do what (design §6): roles are groups, their rights are granted by the apps that own the things.

An app calls `grant(…)` in its `ready()`; after every migrate the groups receive what was granted. Rights an
administrator added to a group by hand stay: the synchronisation only adds.
"""

from collections import defaultdict

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connections, models
from django.utils.translation import gettext_lazy as _

from portal.people.models import User


class Role(models.TextChoices):
    """Roles with a group of their own. The value is the group's name.

    A visitor and a specialist need no group: their rights follow from a link or from being the participant.
    """

    EDITOR = "Редактор", _("Редактор")
    CHIEF_EDITOR = "Главный редактор", _("Главный редактор")
    METHODIST = "Методист", _("Методист")
    COMPETITION_MANAGER = "Куратор конкурсов", _("Куратор конкурсов")
    JURY = "Жюри", _("Жюри")
    PSYCHOLOGIST = "Дежурный психолог", _("Дежурный психолог")
    DATA_OFFICER = "Ответственный за персональные данные", _("Ответственный за персональные данные")
    ADMINISTRATOR = "Администратор", _("Администратор")


WHOLE_TREE = "wagtailcore.Page"
_rights: dict[Role, set[str]] = defaultdict(set)
_page_rights: dict[tuple[Role, str], set[str]] = defaultdict(set)
_collection_rights: dict[Role, set[str]] = defaultdict(set)


def grant(role: Role, *permissions: str) -> None:
    """Grant rights written «app_label.codename». Everything granted to anybody is granted to administrators too."""
    _rights[role].update(permissions)


def grant_pages(role: Role, page_model: str, *codenames: str) -> None:
    """Grant Wagtail page rights («add_page»…) on every page of `page_model` («events.EventIndexPage») and below it.

    «wagtailcore.Page» stands for the whole tree. A section made later gets the rights when it is made.
    """
    _page_rights[role, page_model].update(codenames)
    model = apps.get_model(page_model)
    if page_model != WHOLE_TREE:
        models.signals.post_save.connect(_page_made, sender=model, dispatch_uid=f"people.roles.{page_model}")


def grant_collections(role: Role, *permissions: str) -> None:
    """Grant rights on images and documents of every collection («media.add_image»…)."""
    _collection_rights[role].update(permissions)


def granted(role: Role) -> frozenset[str]:
    """Return the rights of `role`, as registered."""
    if role is Role.ADMINISTRATOR:
        return frozenset().union(*_rights.values())
    return frozenset(_rights[role])


def has(user: object, *roles: Role) -> bool:
    """Whether `user` is in the group of one of `roles`; a superuser is in all. One query a user object."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or not user.role_names.isdisjoint(roles)


def sync(tables: set[str] | None = None) -> None:
    """Make the groups and give them what was granted; adds only, idempotent.

    `tables`: the tables that exist, where only a part of the apps was migrated.
    """
    for role in Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        group.permissions.add(*_permissions(granted(role)))
        _sync_collections(group, role)
    for label in {label for _role, label in _page_rights}:
        if tables is None or apps.get_model(label)._meta.db_table in tables:
            sync_pages(label)


def sync_pages(page_model: str) -> None:
    """Give the page rights registered for `page_model` on the pages of that model which exist now."""
    from wagtail.models import GroupPagePermission

    pages = apps.get_model(page_model)._default_manager.all()
    if page_model == WHOLE_TREE:
        pages = pages.filter(depth=1)
    for (role, label), codenames in _page_rights.items():
        if label != page_model:
            continue
        group, _created = Group.objects.get_or_create(name=role.value)
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
            for page in pages:
                GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _page_made(sender: type[models.Model], created: bool, raw: bool = False, **kwargs: object) -> None:
    if created and not raw:
        sync_pages(sender._meta.label)


def _permissions(names: frozenset[str] | set[str]) -> list[Permission]:
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    missing = sorted(names - found.keys())
    if missing:
        raise LookupError(f"rights granted in code do not exist: {', '.join(missing)}")
    return [found[name] for name in names]


def _sync_collections(group: Group, role: Role) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    names = _collection_rights[role]
    root = Collection.get_first_root_node()
    if root is None or not names:
        return
    for permission in _permissions(names):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def sync_after_migrate(using: str = "default", **kwargs: object) -> None:
    """Synchronise after migrate (signal post_migrate of this app): tables of every app are there by then."""
    tables = set(connections[using].introspection.table_names())
    if not {Group._meta.db_table, "wagtailcore_grouppagepermission"} <= tables:
        return
    for config in apps.get_app_configs():
        if config.models_module is not None:
            create_permissions(config, verbosity=0, using=using)
    sync(tables)
