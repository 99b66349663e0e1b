"""The words of the demo, as data: every sentence written for it, every figure from the table of facts."""

from portal.site.demo.content.events_other import CONFERENCE, PAST_WEBINAR, SUNDAY, SUPERVISION, WEBINAR
from portal.site.demo.content.events_plan import EventPlan
from portal.site.demo.content.events_school import SCHOOL
from portal.site.demo.content.news_earlier import EARLIER
from portal.site.demo.content.news_recent import RECENT, NewsWords
from portal.site.demo.content.pages_help import ABOUT, CONTACTS, HELP
from portal.site.demo.content.pages_rules import ACCESSIBILITY, CERTIFICATES, COOKIES, PRIVACY, SPECIALISTS
from portal.site.demo.content.structure import PageWords

PAGES: tuple[PageWords, ...] = (HELP, ABOUT, SPECIALISTS, CERTIFICATES, CONTACTS, PRIVACY, COOKIES, ACCESSIBILITY)
NEWS: tuple[NewsWords, ...] = (*RECENT, *EARLIER)
EVENTS: tuple[EventPlan, ...] = (SCHOOL, WEBINAR, SUPERVISION, CONFERENCE, PAST_WEBINAR, SUNDAY)

__all__ = ["EVENTS", "NEWS", "PAGES", "EventPlan", "NewsWords", "PageWords"]
