"""Pages of the demo: made where they are missing, renewed where only the demo has written them, else left alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from wagtail.blocks import StreamValue
from wagtail.models import Locale, Page, PageLogEntry, Revision, Site

from portal.media.models import Image
from portal.site.demo.bodies import BodyWriter
from portal.site.demo.content.structure import PageWords
from portal.site.demo.translating import translate
from portal.site.demo.typesetting import typeset
from portal.site.models import HomePage

P = TypeVar("P", bound=Page)
# A date that follows today may lag a week before a page is published anew for its sake.
DATE_SLACK_DAYS = 7


@dataclass
class Tree:
    """What is known about the page tree while the demo is loaded, and how many pages were made or renewed."""

    images: Mapping[str, Image]
    made: int = 0
    renewed: int = 0
    touched: set[int] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        revisions = Revision.page_revisions.filter(user__isnull=False).values_list("object_id", flat=True)
        acts = PageLogEntry.objects.filter(user__isnull=False)
        self.touched = {int(pk) for pk in revisions} | set(acts.values_list("page_id", flat=True))
        self.deleted = set(acts.filter(action="wagtail.delete").values_list("label", flat=True))
        self.source = Locale.get_default()
        self.english, _created = Locale.objects.get_or_create(language_code="en")

    def load(self, model: type[P], parent: Page, words: PageWords, **extra: Any) -> P | None:
        """Return the Russian page of `words` under `parent`, with its English twin where there are English words.

        None where a person deleted the page: it is not brought back.
        """
        page = model.objects.child_of(parent).filter(slug=words.slug, locale=self.source).first()
        if page is None:
            page = self._make(model, parent, words, extra)
            if page is None:
                return None
        elif page.pk not in self.touched:
            self._renew(page, words, extra)
        if words.has_english:
            self._load_english(page, words)
        return page

    def _make(self, model: type[P], parent: Page, words: PageWords, extra: dict[str, Any]) -> P | None:
        title = typeset(words.title.ru, "ru")
        if title in self.deleted:
            return None
        values = {**extra, **self.values(model, words, "ru")}
        page = model(slug=words.slug, locale=self.source, live=False, **values)
        parent.add_child(instance=page)
        page.save_revision().publish()
        self.made += 1
        return page

    def _renew(self, page: P, words: PageWords, extra: dict[str, Any]) -> None:
        values = {**extra, **self.values(type(page), words, "ru")}
        changed = {name: value for name, value in values.items() if _differs(page, name, value)}
        if not changed:
            return
        for name, value in changed.items():
            setattr(page, name, value)
        page.save_revision().publish()
        self.renewed += 1

    def values(self, model: type[Page], words: PageWords, language: str) -> dict[str, Any]:
        """Return the fields of a page as the demo writes them in a language."""
        values: dict[str, Any] = {
            "title": typeset(words.title[language], language),
            "lead": typeset(words.lead[language], language),
        }
        if words.body:
            writer = BodyWriter(key=words.slug, language=language, images=self.images)
            values["body"] = writer.body(words.body)
        if language == "ru":
            values["listing_image"] = self.images.get(words.picture)
            values["age_rating"] = words.age
        return values

    def _load_english(self, page: Page, words: PageWords) -> None:
        twin = page.get_translation_or_none(self.english)
        if twin is None and typeset(words.title.en, "en") in self.deleted:
            return
        if twin is not None and (twin.pk in self.touched or page.pk in self.touched):
            return
        values = self.values(type(page), words, "en")
        if twin is not None and not any(_differs(twin, name, value) for name, value in values.items()):
            return
        translate(page, to=self.english, words={**values, "slug": words.en_slug or words.slug})
        if twin is None:
            self.made += 1
        else:
            self.renewed += 1

    def home(self, words: PageWords) -> HomePage:
        """Return the first page of the Russian site, made in place of Wagtail's own welcome page."""
        site = Site.objects.filter(is_default_site=True).first()
        found = HomePage.objects.filter(locale=self.source).first()
        if found is None:
            root = Page.get_first_root_node()
            welcome = root.get_children().exact_type(Page).filter(slug="home").first()
            if welcome is not None and not welcome.get_children().exists():
                welcome.slug = "welcome"
                welcome.save(update_fields=["slug"])
            found = self.load(HomePage, root, words)
            if found is None:
                raise LookupError("the home page was deleted by hand: make one in the admin")
            if site is None:
                Site.objects.create(hostname="localhost", root_page=found, is_default_site=True, site_name="Опора")
            else:
                site.root_page = found
                site.site_name = "Опора"
                site.save()
            if welcome is not None:
                welcome.refresh_from_db()
                welcome.delete()
        elif words.slug == found.slug:
            self.load(HomePage, found.get_parent(), words)
        return found


def _differs(page: Page, name: str, value: Any) -> bool:
    """Whether a field of a stored page says something else than the demo would write."""
    if name == "body":
        return _canonical(page.body) != _canonical(type(page)(body=value).body)
    current = getattr(page, name)
    if isinstance(current, date) and isinstance(value, date):
        return abs((current - value).days) > DATE_SLACK_DAYS
    return current != value


def _canonical(body: StreamValue) -> str:
    """Return a body in one form whoever wrote it: a block that has been read is stored with all its fields."""
    for child in body:
        _ = child.value
    return json.dumps(body.stream_block.get_prep_value(body), sort_keys=True, ensure_ascii=False, default=str)
