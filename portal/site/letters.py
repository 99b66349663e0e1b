"""Who writes the letters: the frame of every letter, taken from the site's settings."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation

from portal.core import typography
from portal.letters.registry import Layout
from portal.site.models import SiteSettings


def layout(language: str) -> Layout:
    """Return the frame in one language. Answers go to the centre's own mailbox, not to the machine's."""
    row = SiteSettings.load()
    with translation.override(language):
        names = {name: str(getattr(row, name)) for name in ("portal_name", "centre_name", "address")}
    return Layout(
        centre=names["centre_name"] or names["portal_name"],
        site_name=names["portal_name"],
        site_url=settings.SITE_URL,
        address=" ".join(names["address"].split("\n")),
        phone=typography.phone(row.phone),
        reply_to=row.email,
    )
