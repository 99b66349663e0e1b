"""Staff accounts: an e-mail address, a name, roles. No user name; a password is optional, a code by letter opens the door."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn, Column, DateColumn, TitleColumn
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from portal.people.models import User
from portal.people.names import email_key

FIELDS = ("email", "last_name", "first_name", "patronymic", "password1", "password2", "groups", "is_active")


class StaffFormMixin:
    """Russian order of fields; nobody makes an all-powerful account through the browser: that is a command's work."""

    fields: dict[str, Any]
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Drop the switch of a superuser, say what roles are."""
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)
        self.fields["email"].label = _("Адрес электронной почты")
        self.fields["email"].help_text = _("По нему человек входит: на адрес приходит код.")
        self.fields["groups"].label = _("Роли")
        self.fields["groups"].help_text = _("Роль решает, что человек видит и может. Ролей может быть несколько.")
        self.fields = {name: self.fields[name] for name in FIELDS if name in self.fields}

    def clean_email(self) -> str:
        """Keep the address in its normal form, so that its case does not make a second account."""
        return email_key(self.cleaned_data["email"])


class StaffCreationForm(StaffFormMixin, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"patronymic"}

    def save(self, commit: bool = True) -> User:
        """Make the account; without a password it is opened by a code or a passkey only."""
        if not self.cleaned_data.get("password1"):
            self.instance.set_unusable_password()
        return super().save(commit)


class StaffEditForm(StaffFormMixin, UserEditForm):
    """An account that is there."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"patronymic"}


def _roles(user: User) -> str:
    names = [group.name for group in user.groups.all()]
    return ", ".join([*(names or ["—"]), *([str(_("полный доступ"))] if user.is_superuser else [])])


class StaffIndexView(IndexView):
    """Who may enter, in which role, with which protection."""

    page_title = _("Пользователи")
    template_name = "wagtailadmin/generic/index.html"
    results_template_name = "wagtailadmin/generic/index_results.html"

    @cached_property
    def columns(self) -> list[Column]:
        """Name, address, roles, second factor, active, last entry."""
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="user"),
            self._get_title_column_class(TitleColumn)(
                "name", label=_("Имя"), accessor=str, get_url=self.get_edit_url, sort_key="name"
            ),
            Column("email", label=_("Адрес"), sort_key="email"),
            Column("roles", label=_("Роли"), accessor=_roles),
            BooleanColumn("has_factor", label=_("Второй фактор")),
            BooleanColumn("is_active", label=_("Действует"), sort_key="is_active"),
            DateColumn("last_login", label=_("Последний вход"), sort_key="last_login"),
        ]

    def get_base_queryset(self) -> QuerySet[User]:
        """Accounts with their roles; one query more for all roles."""
        factors = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return super().get_base_queryset().prefetch_related("groups").annotate(has_factor=Exists(factors))


class UserViewSet(WagtailUserViewSet):
    """Wagtail's user screens with our forms and columns."""

    template_prefix = "people/users/"
    index_view_class = StaffIndexView
    menu_label = _("Пользователи")

    def get_form_class(self, for_update: bool = False) -> type:
        """Return our form."""
        return StaffEditForm if for_update else StaffCreationForm
