"""Addresses of registration (design: addresses); namespace `registration`, under /en/ too."""

from django.urls import path

from events.web import feeds, personal, registration, sent

app_name = "registration"
urlpatterns = [
    path("<uuid:uuid>/", registration.form, name="form"),
    path("<uuid:uuid>/places/", feeds.places_json, name="places"),
    path("<uuid:uuid>/cohort.ics", feeds.cohort_ics, name="ics"),
    path("sent/<str:token>/", sent.sent, name="sent"),
    path("confirm/<str:token>/", personal.confirm, name="confirm"),
    path("manage/<str:token>/", personal.manage, name="manage"),
    path("manage/<str:token>/event.ics", personal.personal_ics, name="personal_ics"),
]
