"""The admin form of a page: it says what is wrong while the editor can still mend it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from portal.core import publishing
from portal.core.slugs import require_free_of_views

# Buttons after which readers, or a moderator on their behalf, will see the page.
PUBLISHING_ACTIONS = ("action-publish", "action-submit", "action-workflow-action", "action-restart-workflow")


class BasePageForm(WagtailAdminPageForm):
    """Refuses reserved addresses always, and unpublishable content when the editor asks to publish it.

    A draft is saved with any content: Wagtail saves by itself while one writes.
    """

    def clean(self) -> dict[str, Any]:
        """Add the page's problems to the form, each beside its field."""
        cleaned = super().clean()
        try:
            require_free_of_views(cleaned.get("slug") or "", parent=self.parent_page)
        except ValidationError as error:
            self.add_error("slug" if "slug" in self.fields else None, error.messages)
        return cleaned

    def _post_clean(self) -> None:
        """Look at the content only after Django has written the cleaned values into the page."""
        super()._post_clean()
        if any(name in self.data for name in PUBLISHING_ACTIONS):
            for problem in publishing.problems(self.instance):
                field = problem.field if problem.field in self.fields else None
                if problem.message not in self.errors.get(field or "__all__", []):
                    self.add_error(field, problem.message)
