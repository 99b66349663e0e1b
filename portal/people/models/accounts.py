"""The account a person signs in with: an e-mail address, no user name."""

from typing import Any

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.people.names import email_key


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user; an empty password means sign-in by code only. Raises ValueError without an address."""
        if not email:
            raise ValueError("an e-mail address is required")
        user = self.model(email=email_key(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Create an administrator with every right."""
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by address in any case."""
        return self.get(email=email_key(username or ""))


class User(AbstractUser):
    """Someone who signs in: specialist, editor, methodist. People without an account are `Participant` rows."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("адрес электронной почты"), unique=True)
    first_name = models.CharField(_("имя"), max_length=80, blank=True)
    last_name = models.CharField(_("фамилия"), max_length=80, blank=True)
    patronymic = models.CharField(_("отчество"), max_length=80, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = _("пользователь")
        verbose_name_plural = _("пользователи")

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        """Keep the address in its normal form, so that uniqueness does not depend on case."""
        super().clean()
        self.email = email_key(self.email)

    def get_full_name(self) -> str:
        """Return «Фамилия Имя Отчество» without the parts that are missing."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @cached_property
    def role_names(self) -> frozenset[str]:
        """Names of the groups the user is in, asked for once; see portal.people.roles."""
        return frozenset(self.groups.values_list("name", flat=True))
