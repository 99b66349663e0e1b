"""Issuing, repeating and revoking documents. Nothing else writes their rows."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from i18nfield.strings import LazyI18nString

from portal.documents import numbering
from portal.documents.kinds import RULES, DocumentKind
from portal.documents.models import IssuedDocument, Issuer
from portal.people import audit
from portal.people.models import Participant, User


class IssueError(Exception):
    """The document can't be issued, repeated or revoked; the message says why, for the person who asked."""


@transaction.atomic
def issue(
    *,
    kind: DocumentKind,
    participant: Participant,
    title: LazyI18nString | str,
    issued_on: date,
    at: datetime,
    hours: Decimal | None = None,
    held_from: date | None = None,
    held_to: date | None = None,
    meetings: tuple[int, int] | None = None,
    final_test_passed: bool = False,
    about: models.Model | None = None,
    actor: User | None = None,
) -> IssuedDocument:
    """Issue a document to a participant and write it into the audit trail.

    The words on it (name, title, signatory) are copied: later changes elsewhere never change it. `hours` are
    academic hours, `meetings` is (attended, of how many). Asked twice about one cause, it returns the document
    already in force. Raises IssueError when the rules of the kind or the issuer's data forbid it.
    """
    kind = DocumentKind(kind)
    issuer = Issuer.current()
    _check(kind=kind, issuer=issuer, issued_on=issued_on, at=at, hours=hours, final_test_passed=final_test_passed)
    counter = numbering.lock(series=RULES[kind].series, year=issued_on.year)
    if about is not None:
        already = IssuedDocument.objects.valid().for_object(about).filter(kind=kind).first()
        if already is not None:
            return already
    attended, total = meetings or (None, None)
    document = IssuedDocument.objects.create(
        kind=kind,
        number=numbering.take(counter),
        participant=participant,
        about_type=ContentType.objects.get_for_model(about) if about is not None else None,
        about_id=about.pk if about is not None else None,
        surname=participant.surname,
        given_name=participant.given_name,
        patronymic=participant.patronymic,
        title=title,
        held_from=held_from,
        held_to=held_to,
        hours=hours,
        meetings_attended=attended,
        meetings_total=total,
        issued_on=issued_on,
        issuer_name=issuer.name,
        issuer_place=issuer.place,
        license_number=issuer.license_number if RULES[kind].requires_license else "",
        signatory_name=issuer.signatory_name,
        signatory_position=issuer.signatory_position,
        created_at=at,
    )
    audit.record(
        action="document.issued", target=document, actor=actor, at=at, kind=kind.value, participant=participant.pk
    )
    return document


def _check(
    *,
    kind: DocumentKind,
    issuer: Issuer,
    issued_on: date,
    at: datetime,
    hours: Decimal | None,
    final_test_passed: bool,
) -> None:
    """Raise IssueError with the first rule that is broken."""
    rules = RULES[kind]
    if not issuer.signatory_name:
        raise IssueError(_("Не указано, кто подписывает документы. Заполните это в сведениях о выдающем."))
    if issued_on > timezone.localdate(at):
        raise IssueError(_("Дата выдачи ещё не наступила."))
    if rules.requires_license and not issuer.license_number:
        raise IssueError(
            _("Удостоверение о повышении квалификации выдаёт только организация с лицензией, а её номер не указан.")
        )
    if rules.requires_final_test and not final_test_passed:
        raise IssueError(_("Удостоверение выдают после итоговой аттестации, а она не пройдена."))
    if rules.requires_hours and (hours is None or hours < rules.min_hours):
        raise IssueError(
            _("Для удостоверения нужно не меньше %(hours)s академических часов.") % {"hours": rules.min_hours}
        )
    if hours is not None and hours <= 0:
        raise IssueError(_("Число часов должно быть больше нуля."))


@transaction.atomic
def reissue(*, document: IssuedDocument, at: datetime, actor: User | None = None) -> IssuedDocument:
    """Issue a duplicate: the same number and words, marked «дубликат». Raises IssueError for a revoked document."""
    locked = _locked(document)
    if not locked.is_valid():
        raise IssueError(_("Документ отозван: вместо дубликата нужен новый документ."))
    locked.duplicates += 1
    locked.duplicated_on = timezone.localdate(at)
    locked.save(update_fields=["duplicates", "duplicated_on"])
    audit.record(action="document.duplicated", target=locked, actor=actor, at=at, duplicate=locked.duplicates)
    return locked


@transaction.atomic
def revoke(*, document: IssuedDocument, reason: str, at: datetime, actor: User | None = None) -> IssuedDocument:
    """Revoke a document: the public check says so at once. Raises IssueError without a reason or a second time.

    The reason stays inside: it may say more of the holder than the public check does.
    """
    locked = _locked(document)
    if not reason.strip():
        raise IssueError(_("Укажите причину отзыва."))
    if not locked.is_valid():
        raise IssueError(_("Документ уже отозван."))
    locked.revoked_at = at
    locked.revocation_reason = reason.strip()
    locked.save(update_fields=["revoked_at", "revocation_reason"])
    audit.record(action="document.revoked", target=locked, actor=actor, at=at)
    return locked


def _locked(document: IssuedDocument) -> IssuedDocument:
    """The row as it is now, locked until the transaction ends."""
    return IssuedDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
