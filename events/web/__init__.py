"""Doors for readers: forms, personal pages, calendars, what the pages of events show."""
