"""The admin form of a page: it says what is wrong while the editor can still mend it."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from portal.core import publishing
from portal.core.slugs import free_slug, require_free_of_views, slug_for

# Buttons after which readers, or a moderator on their behalf, will see the page.
PUBLISHING_ACTIONS = ("action-publish", "action-submit", "action-workflow-action", "action-restart-workflow")


class BasePageForm(WagtailAdminPageForm):
    """Refuses reserved addresses always, and unpublishable content when the editor asks to publish it.

    A draft is saved with any content: Wagtail saves by itself while one writes.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self) -> dict[str, Any]:
        """Fill an empty address from the title; refuse one that belongs to a view of the portal."""
        title = self.cleaned_data.get("title")
        if "slug" in self.fields and title and not self.data.get(self.add_prefix("slug")) and self.parent_page:
            siblings = self.parent_page.get_children().exclude(pk=self.instance.pk)
            self.cleaned_data["slug"] = free_slug(slug_for(title), set(siblings.values_list("slug", flat=True)))
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
