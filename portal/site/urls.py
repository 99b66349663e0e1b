"""Addresses of the site that are no pages and exist in every language."""

from django.urls import path

from portal.site.feeds import EverythingFeed, NewsFeed
from portal.site.search import search

urlpatterns = [
    path("search/", search, name="search"),
    path("feed.atom", EverythingFeed(), name="feed"),
    path("news/feed.atom", NewsFeed(), name="news_feed"),
]
