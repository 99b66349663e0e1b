"""Abstract pages that every page kind of the portal is built on."""

from http import HTTPMethod
from typing import Any

from django.conf import settings
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from portal.core import publishing, seo
from portal.core.blocks.text import heading_anchor
from portal.core.folding import folded_extra
from portal.core.forms import BasePageForm
from portal.core.privacy import restricted_paths
from portal.core.slugs import free_slug, require_free_of_views, slug_for

# A page with fewer headings is read without a table of contents.
CONTENTS_FROM = 3


class AgeRating(models.TextChoices):
    """Age marks of 436-ФЗ."""

    ALL = "0+", "0+"
    SIX = "6+", "6+"
    TWELVE = "12+", "12+"
    SIXTEEN = "16+", "16+"
    EIGHTEEN = "18+", "18+"


def _child(parent: Page, slug: str) -> Page:
    """Return the page `slug` below `parent`; whole where only one kind may stand there. Raises Http404."""
    kinds = parent.specific_class.allowed_subpage_models()
    children = kinds[0].objects.child_of(parent) if len(kinds) == 1 else parent.get_children()
    if len(kinds) == 1 and issubclass(kinds[0], BasePage):
        children = children.select_related("listing_image", "locale")
    child = children.filter(slug=slug).first()
    if child is None:
        raise Http404
    return child


class BasePage(Page):
    """What every page carries: a lead for cards and search engines, a picture to share, an age mark, a sensitivity mark.

    An abstract base and not WAGTAIL_PAGE_MODEL, which wagtail-localize does not support.
    """

    lead = models.TextField(
        _("лид"),
        blank=True,
        max_length=400,
        help_text=_("Одно-два предложения: о чём страница. Видны в карточке, в поиске и в ленте новостей."),
    )
    listing_image = models.ForeignKey(
        "media.Image",
        verbose_name=_("изображение"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Показывается в карточке и при отправке ссылки. Не меньше 1200 точек в ширину."),
    )
    age_rating = models.CharField(_("возрастная отметка"), max_length=3, choices=AgeRating, default=AgeRating.ALL)
    is_sensitive = models.BooleanField(
        _("деликатная страница"),
        default=False,
        help_text=_("На странице появится кнопка «Быстро покинуть сайт»."),
    )

    base_form_class = BasePageForm
    # A page is only read: what changes something has an address of its own.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("folded_words"),
    ]
    promote_panels = [
        MultiFieldPanel([FieldPanel("listing_image")], heading=_("Карточка страницы")),
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Адрес, меню и поисковые системы"),
        ),
        MultiFieldPanel([FieldPanel("age_rating"), FieldPanel("is_sensitive")], heading=_("Отметки")),
    ]

    lead_panels: list[Panel] = [FieldPanel("title"), FieldPanel("lead")]

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page below as Wagtail does, in one query a level, remembering the way to it for the breadcrumbs.

        A section on the way is read whole only if its kind finds its children in a manner of its own.
        """
        if not path_components:
            return super().route(request, path_components)
        page: Page = self
        trail, left = self.trail, list(path_components)
        while left and getattr(page.specific_class, "route", None) is BasePage.route:
            parent, trail = page, [*trail, page]
            page = _child(parent, left.pop(0))
            page._cached_parent_obj = parent  # noqa: SLF001 - as Wagtail's own route() does
        found = page.specific
        found._cached_parent_obj = page._cached_parent_obj  # noqa: SLF001
        found.trail = [above for above in trail if above.live]
        return found.route(request, left)

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above this one, from the root of the site; known without a query when the page was routed to."""
        return list(self.get_ancestors().live().filter(depth__gt=1)) if self.depth > 2 else []

    def get_view_restrictions(self) -> QuerySet:
        """Return the restrictions that apply to the page as Wagtail does, without its queries while there are none."""
        return super().get_view_restrictions() if restricted_paths() else PageViewRestriction.objects.none()

    def fill_slug(self) -> None:
        """Give a page without a slug one made of its title, free among all its siblings, drafts included."""
        parent_is_known = bool(self.path) or getattr(self, "_cached_parent_obj", None) is not None
        if self.slug or not self.title or not parent_is_known:  # type: ignore[has-type]
            return
        siblings = self.get_parent().get_children().exclude(pk=self.pk)
        self.slug = free_slug(slug_for(self.title), set(siblings.values_list("slug", flat=True)))

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Fill an empty slug by transliterating the title, then validate as Wagtail does."""
        self.fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Validate a draft: only its title and address."""
        self.fill_slug()
        super().minimal_clean()
        self._refuse_reserved_slug()

    def clean(self) -> None:
        """Refuse an address that belongs to a view of the portal."""
        super().clean()
        self._refuse_reserved_slug()

    def _refuse_reserved_slug(self) -> None:
        parent_is_known = bool(self.path) or getattr(self, "_cached_parent_obj", None) is not None
        if parent_is_known:
            require_free_of_views(self.slug, parent=self.get_parent())

    def save(self, clean: bool = True, **kwargs: Any) -> None:
        """Save as Wagtail does; what readers see must pass the rules of publication (`portal.core.publishing`).

        An alias in another language would show the words of the source language there, so it is never live.
        Raises ValidationError.
        """
        if self.alias_of_id and self.live and self.alias_of.locale_id != self.locale_id:  # type: ignore[has-type]
            self.live = False
        if clean and self.live:
            publishing.require_publishable(self)
        super().save(clean=clean, **kwargs)

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> None:
        """Publish a revision as Wagtail does. Raises PublicationRefusedError when its content breaks a rule."""
        found = publishing.problems(revision.as_object())
        if found:
            raise publishing.PublicationRefusedError(" ".join(problem.message for problem in found))
        super().publish(revision, *args, **kwargs)

    @property
    def kind_name(self) -> str:
        """What the page is, for a list of mixed pages: «новость», «страница события»."""
        return str(self._meta.verbose_name)

    @property
    def share_description(self) -> str:
        """The text that search engines and link previews show."""
        return self.search_description or self.lead

    @property
    def listing_image_words(self) -> str:
        """What the picture shows, for those who don't see it; descriptions are written in the source language alone."""
        if self.listing_image is None or get_language() != settings.LANGUAGE_CODE:
            return ""
        return str(self.listing_image.description)

    @property
    def canonical_url(self) -> str:
        """The one public address of the page."""
        return seo.absolute_url(self.get_url())

    @cached_property
    def public_translations(self) -> list[Page]:
        """This page in every language it is published in, itself included; each with its locale."""
        return list(seo.public_translations(self))

    @property
    def alternates(self) -> list[seo.Alternate]:
        """Addresses for `<link rel="alternate" hreflang>`, the same on each translation."""
        return seo.alternates(self.public_translations)

    @property
    def is_open_to_all(self) -> bool:
        """Whether the page is live and without restriction, so that search engines may keep it."""
        return any(found.pk == self.pk for found in self.public_translations)

    @property
    def contents(self) -> list[dict[str, str]]:
        """The headings of a long page, {title, anchor}; empty for a short one, and for a sensitive one: telephones first."""
        if self.is_sensitive:
            return []
        body = getattr(self, "body", None) or []
        found = [
            {"title": block.value["text"], "anchor": heading_anchor(block.id)}
            for block in body
            if block.block_type == "heading" and block.id and block.value.get("level") != "3"
        ]
        return found if len(found) >= CONTENTS_FROM else []

    @property
    def folded_words(self) -> str:
        """The words of the page with «е» for «ё», for search engines that tell them apart; empty without any «ё»."""
        body = getattr(self, "body", None)
        texts = body.stream_block.get_searchable_content(body) if body else []
        return folded_extra([self.title, self.lead, *(str(text) for text in texts)])

    def structured_data(self) -> list[dict[str, Any]]:
        """Schema.org facts of this page besides its breadcrumbs; subclasses add theirs."""
        return []


class ListingPage(BasePage):
    """A page that lists its children, newest or soonest first, in numbered pages of `per_page`."""

    per_page = 12

    class Meta:
        abstract = True

    def get_items(self, request: HttpRequest) -> models.QuerySet:
        """Return the queryset of what is listed, live and public, in the order shown; subclasses define it."""
        return self.get_children().live().public().specific()

    def paginate(self, request: HttpRequest, items: models.QuerySet) -> PaginatorPage:
        """Return the numbered page the address asks for (`?page=2`); a wrong number gives the nearest one."""
        return Paginator(items, self.per_page).get_page(request.GET.get("page"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `items`, a paginator page."""
        context = super().get_context(request, *args, **kwargs)
        context["items"] = self.paginate(request, self.get_items(request))
        return context
