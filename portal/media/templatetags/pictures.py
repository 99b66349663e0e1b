"""`{% spec_picture image "card" alt="" lazy=True %}`: a picture by the name of its specification."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal.media.models import Image
from portal.media.specs import FORMATS, SHARE, SPECS

register = template.Library()


@register.simple_tag
def spec_picture(
    image: Image | None, spec: str, *, alt: str = "", lazy: bool = False, first: bool = False
) -> SafeString:
    """Print `<picture>` in AVIF and WebP with `srcset`, width and height.

    `alt` is empty for a picture that adds nothing to the words beside it; `lazy` loads it when it is near; `first`
    marks the picture a reader sees before all others. Without an image nothing is printed.
    """
    if image is None:
        return SafeString("")
    named = SPECS[spec]
    filters = named.filters(image)
    made = image.get_renditions(*(name for names in filters.values() for name in names))
    widest = made[filters[FORMATS[-1]][-1]]
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        (
            (form, ", ".join(f"{made[name].url} {made[name].width}w" for name in filters[form]), named.sizes)
            for form in FORMATS
        ),
    )
    manner = SafeString(' loading="lazy"' if lazy else ' fetchpriority="high"' if first else "")
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}"{} decoding="async"></picture>',
        sources,
        widest.url,
        widest.width,
        widest.height,
        alt,
        manner,
    )


@register.simple_tag
def share_picture(image: Image | None) -> dict[str, object] | None:
    """Return {url, width, height} of the picture for link previews, None without an image."""
    if image is None:
        return None
    made = image.get_rendition(SHARE)
    return {"url": made.url, "width": made.width, "height": made.height}
