"""Who acts behind a door for staff."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.people.models import User


def signed_in(request: HttpRequest) -> User:
    """The account behind a request that has passed a door for staff. Raises PermissionDenied for a stranger."""
    if isinstance(request.user, User):
        return request.user
    raise PermissionDenied
