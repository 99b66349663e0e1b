"""Named picture specifications: every place of the portal asks for a picture by name, never by its own sizes.

A picture is made in AVIF and WebP in two or three widths, never wider than the original, and printed with its width
and height so that nothing jumps.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db.models import Prefetch

if TYPE_CHECKING:
    from portal.media.models import Image

# AVIF first: a browser takes the first format it knows. Every browser of the last ten years knows WebP.
FORMATS = ("avif", "webp")


@dataclass(frozen=True)
class PictureSpec:
    """How a picture is cut: CSS-pixel widths, the ratio it is cropped to (None keeps its own), where it stands."""

    name: str
    widths: tuple[int, ...]
    sizes: str
    ratio: Fraction | None = None

    def sizes_of(self, image: "Image") -> list[str]:
        """Return the resize operations for `image`, from the narrowest, none of them wider than it can give."""
        limit = image.width if self.ratio is None else min(image.width, int(image.height * self.ratio))
        widths = [width for width in self.widths if width <= limit] or [max(limit, 1)]
        if self.ratio is None:
            return [f"width-{width}" for width in widths]
        return [f"fill-{width}x{max(round(width / self.ratio), 1)}" for width in widths]

    def filters(self, image: "Image") -> dict[str, list[str]]:
        """Return the filter specifications of `image` by format."""
        return {form: [f"{size}|format-{form}" for size in self.sizes_of(image)] for form in FORMATS}


CARD = PictureSpec("card", (400, 800), "(min-width: 62rem) 24rem, 92vw", Fraction(3, 2))
HERO = PictureSpec("hero", (480, 960), "(min-width: 62rem) 30rem, 92vw", Fraction(4, 3))
BODY = PictureSpec("body", (480, 800, 1400), "(min-width: 48rem) 44rem, 92vw")
GALLERY = PictureSpec("gallery", (400, 800), "(min-width: 48rem) 22rem, 92vw", Fraction(3, 2))
PORTRAIT = PictureSpec("portrait", (160, 320), "5rem", Fraction(1))

SPECS = {spec.name: spec for spec in (CARD, HERO, BODY, GALLERY, PORTRAIT)}
# A preview of a link is made by programs that know JPEG alone.
SHARE = "fill-1200x630|format-jpeg"


def warm(image: "Image", *specs: PictureSpec) -> int:
    """Make the renditions of `image` for `specs` (all but portraits by default) before anybody asks for them.

    Returns how many there are; those that exist are not made again.
    """
    wanted = {SHARE}
    for spec in specs or (CARD, HERO, BODY):
        for filters in spec.filters(image).values():
            wanted.update(filters)
    return len(image.get_renditions(*sorted(wanted)))


def with_card_images(field: str = "listing_image") -> Prefetch:
    """Return a prefetch of the cards' pictures with their renditions: two queries for any number of cards."""
    from portal.media.models import Image, Rendition

    renditions = Prefetch(
        "renditions",
        queryset=Rendition.objects.filter(filter_spec__startswith="fill-"),
        to_attr="prefetched_renditions",
    )
    return Prefetch(field, queryset=Image.objects.prefetch_related(renditions))
