"""Tags of the page's head: schema.org facts, addresses of the feeds, absolute addresses."""

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.core.models import BasePage
from portal.core.seo import absolute_url, json_ld
from portal.site import navigation as nav

register = template.Library()
register.filter("absolute", absolute_url)


@register.simple_tag
def structured_data(page: BasePage) -> SafeString:
    """Return what the page is, whose it is and where it stands, as one schema.org graph."""
    language = get_language() or settings.LANGUAGE_CODE
    facts: list[dict[str, Any]] = [_organisation(language), *page.structured_data()]
    crumbs = nav.breadcrumbs(page=page, language=language)
    if crumbs:
        facts.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {
                        "@type": "ListItem",
                        "position": number,
                        "name": crumb.title,
                        "item": absolute_url(crumb.url) or page.canonical_url,
                    }
                    for number, crumb in enumerate(crumbs, start=1)
                ],
            }
        )
    return json_ld({"@context": "https://schema.org", "@graph": facts})


def _organisation(language: str) -> dict[str, Any]:
    site = nav.navigation(language=language).site
    facts = {
        "@type": "GovernmentOrganization",
        "@id": absolute_url("/#organisation"),
        "name": site.centre_name or site.portal_name,
        "alternateName": site.centre_short_name,
        "url": absolute_url("/"),
        "telephone": site.phone,
        "email": site.email,
        "address": site.address,
    }
    return {name: value for name, value in facts.items() if value}


@register.simple_tag
def feeds() -> dict[str, str]:
    """Return the addresses of the feeds in the language being shown."""
    return {"everything": reverse("feed"), "news": reverse("news_feed")}
