"""Rights on events (design §6): a methodist runs own events, an administrator all of them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from events.admin import scope
from events.models import Registration
from portal.letters.admin import register_scope
from portal.people.roles import Role, grant, grant_pages

RUN_EVENTS = (
    "events.add_event",
    "events.change_event",
    "events.view_event",
    "events.add_cohort",
    "events.change_cohort",
    "events.view_cohort",
    "events.view_registration",
    "events.change_registration",
)
SET_UP = ("events.view_eventkind", "events.add_eventkind", "events.change_eventkind")


def register() -> None:
    """Grant them; called once from ready()."""
    grant(Role.METHODIST, *RUN_EVENTS, "letters.view_letter")
    grant(Role.ADMINISTRATOR, *RUN_EVENTS, *SET_UP)
    register_scope(letters_about_own_registrations)
    grant_pages(Role.METHODIST, "events.EventIndexPage", "add_page", "change_page", "publish_page")


def letters_about_own_registrations(user: scope.Who) -> Q:
    """Letters about registrations for the events the user runs."""
    if not scope.runs_events(user):
        return Q(pk__in=[])
    own = scope.registrations_of(user).values("pk")
    return Q(about_type=ContentType.objects.get_for_model(Registration), about_id__in=own)
