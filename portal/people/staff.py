"""The configuration of Wagtail's users app with our screens in it (named in INSTALLED_APPS)."""

from wagtail.users.apps import WagtailUsersAppConfig


class StaffUsersConfig(WagtailUsersAppConfig):
    """Wagtail's users with e-mail sign-in and roles."""

    user_viewset = "portal.people.admin.users.UserViewSet"
