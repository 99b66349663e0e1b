"""Addresses of the methodist's screens, under /admin/events/."""

from django.urls import path

from events.admin import changing, event_detail, event_list, making, registration_detail, registration_list

app_name = "events_admin"
urlpatterns = [
    path("", event_list.EventListView.as_view(), name="events"),
    path("results/", event_list.EventListView.as_view(results_only=True), name="events_results"),
    path("new/", making.NewEventView.as_view(), name="event_new"),
    path("<int:pk>/", event_detail.EventView.as_view(), name="event"),
    path("<int:pk>/edit/", changing.ChangeEventView.as_view(), name="event_edit"),
    path("<int:pk>/cohorts/new/", making.NewCohortView.as_view(), name="cohort_new"),
    path("cohorts/<int:pk>/edit/", changing.ChangeCohortView.as_view(), name="cohort_edit"),
    path("cohorts/<int:pk>/meetings/", changing.ChangeMeetingsView.as_view(), name="cohort_meetings"),
    path("cohorts/<int:pk>/places/", changing.ChangePlacesView.as_view(), name="cohort_places"),
    path("cohorts/<int:pk>/publish/", event_detail.PublishCohortView.as_view(), name="cohort_publish"),
    path("cohorts/<int:pk>/cancel/", event_detail.CancelCohortView.as_view(), name="cohort_cancel"),
    path("cohorts/<int:pk>/clone/", event_detail.CloneCohortView.as_view(), name="cohort_clone"),
    path("registrations/", registration_list.RegistrationListView.as_view(), name="registrations"),
    path(
        "registrations/results/",
        registration_list.RegistrationListView.as_view(results_only=True),
        name="registrations_results",
    ),
    path("registrations/<int:pk>/", registration_detail.RegistrationView.as_view(), name="registration"),
    path("registrations/<int:pk>/approve/", registration_detail.ApproveView.as_view(), name="registration_approve"),
    path("registrations/<int:pk>/reject/", registration_detail.RejectView.as_view(), name="registration_reject"),
    path("registrations/<int:pk>/cancel/", registration_detail.CancelView.as_view(), name="registration_cancel"),
]
