"""Addresses of the development page."""

from django.urls import path

from portal.letters import views

app_name = "letters"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.letter, name="letter"),
    path("<int:pk>/html/", views.html, name="html"),
    path("<int:pk>/files/<int:number>/", views.attachment, name="attachment"),
    path("<int:pk>/deliver/", views.deliver, name="deliver"),
]
