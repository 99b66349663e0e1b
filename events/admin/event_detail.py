"""One event: its cohorts with counts, and what can be done with them."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.widgets.button import HeaderButton

from events.admin import scope
from events.admin.figures import figures_of, status_of
from events.admin.forms import day_widget
from events.admin.screens import EventsScreen, event_crumb
from events.domain import making
from events.domain.errors import Refused
from events.models import Cohort
from portal.people.acting import signed_in


class EventView(EventsScreen):
    """The event's own screen."""

    template_name = "events/admin/event.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the event."""
        super().setup(request, *args, **kwargs)
        self.event = scope.event_for(request.user, kwargs["pk"])

    def get_page_title(self) -> str:
        """The event's title."""
        return str(self.event)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Page, new cohort, change."""
        buttons = [
            HeaderButton(
                _("Изменить"),
                url=reverse("events_admin:event_edit", args=[self.event.pk]),
                icon_name="edit",
                priority=20,
            ),
            HeaderButton(
                _("Новый поток"),
                url=reverse("events_admin:cohort_new", args=[self.event.pk]),
                icon_name="plus",
                priority=30,
            ),
        ]
        if self.event.page_id:
            edit = reverse("wagtailadmin_pages:edit", args=[self.event.page_id])
            buttons.append(HeaderButton(_("Текст страницы"), url=edit, icon_name="doc-full-inverse", priority=10))
        return buttons

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show the cohorts, the newest first."""
        at = timezone.now()
        cohorts = list(Cohort.objects.filter(event=self.event).order_by("-number"))
        figures = figures_of(cohorts)
        rows = [
            {
                "cohort": cohort,
                "figures": figures[cohort.pk],
                "status": status_of(cohort, figures[cohort.pk], at=at),
                "next": figures[cohort.pk].next_meeting(at=at),
            }
            for cohort in cohorts
        ]
        return self.render(event=self.event, rows=rows)


class CohortScreen(EventsScreen):
    """A screen about one cohort."""

    right = "events.change_cohort"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the cohort."""
        super().setup(request, *args, **kwargs)
        self.cohort = scope.cohort_for(request.user, kwargs["pk"])

    def trail(self) -> list[dict[str, Any]]:
        """Back to the event."""
        return [event_crumb(self.cohort.event)]

    def get_page_subtitle(self) -> str:
        """Which cohort."""
        return str(self.cohort)

    def back(self) -> HttpResponse:
        """Go to the event."""
        return redirect(reverse("events_admin:event", args=[self.cohort.event_id]))


class PublishCohortView(CohortScreen):
    """«Объявить»: the cohort appears on the page."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Announce or say why not."""
        try:
            making.publish_cohort(cohort=self.cohort, actor=signed_in(request), at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Поток объявлен: он виден на странице события, если она опубликована."))
        return self.back()


class ReasonForm(forms.Form):
    """Why; people read it in the letter."""

    reason = forms.CharField(
        label=_("Причина"),
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Эти слова люди прочтут в письме."),
    )


class CancelCohortView(CohortScreen):
    """Calling a cohort off: a screen that says how many people will get a letter, and asks for the reason."""

    template_name = "events/admin/cohort_cancel.html"
    page_title = _("Отменить поток")
    header_icon = "warning"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Ask."""
        return self.render(cohort=self.cohort, form=ReasonForm(), active=self.cohort.registrations.active().count())

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Call it off with a letter to everybody."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            active = self.cohort.registrations.active().count()
            return self.render(status=422, cohort=self.cohort, form=form, active=active)
        count = making.cancel_cohort(
            cohort=self.cohort, reason=form.cleaned_data["reason"], actor=signed_in(request), at=timezone.now()
        )
        told = ngettext("Письмо получит %(n)d человек.", "Письмо получат %(n)d человека.", count) % {"n": count}
        messages.success(request, f"{_('Поток отменён.')} {told}")
        return self.back()


class CloneForm(forms.Form):
    """When the first meeting of the next cohort is; everything else moves by as many days."""

    first_day = forms.DateField(label=_("Первая встреча нового потока"), widget=day_widget())


class CloneCohortView(CohortScreen):
    """The next cohort by the same rules: one date is asked for."""

    template_name = "events/admin/cohort_clone.html"
    page_title = _("Повторить поток")

    @cached_property
    def first_day(self) -> datetime | None:
        """The first meeting of the cohort that is repeated."""
        first = self.cohort.meetings.first()
        return timezone.localtime(first.starts_at) if first else None

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Ask for the date; four weeks later is proposed."""
        initial = {"first_day": self.first_day.date() + timedelta(weeks=4)} if self.first_day else {}
        return self.render(cohort=self.cohort, form=CloneForm(initial=initial), first_day=self.first_day)

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Make the draft and open it for checking."""
        form = CloneForm(request.POST)
        if not form.is_valid():
            return self.render(status=422, cohort=self.cohort, form=form, first_day=self.first_day)
        base = self.first_day.date() if self.first_day else timezone.localdate()
        shift = datetime.combine(form.cleaned_data["first_day"], time()) - datetime.combine(base, time())
        new = making.clone_cohort(cohort=self.cohort, shift=shift, actor=signed_in(request), at=timezone.now())
        messages.success(request, _("Поток %(number)d создан как черновик. Проверьте даты.") % {"number": new.number})
        return redirect(reverse("events_admin:cohort_edit", args=[new.pk]))
