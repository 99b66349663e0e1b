"""Finding and joining the rows of people (design §3.3)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from portal.people import audit
from portal.people.models import Municipality, Organisation, Participant, User
from portal.people.names import email_key, name_key


def find(*, surname: str, given_name: str, patronymic: str = "", email: str) -> Participant | None:
    """Return the person with this normalised name and address; None without an address or such a person."""
    address = email_key(email)
    if not address:
        return None
    key = name_key(surname, given_name, patronymic)
    return Participant.objects.current().filter(name_key=key, email_key=address).first()


def match_or_create(
    *,
    surname: str,
    given_name: str,
    patronymic: str = "",
    email: str = "",
    phone: str = "",
    organisation: Organisation | None = None,
    organisation_name: str = "",
    position: str = "",
    municipality: Municipality | None = None,
) -> tuple[Participant, bool]:
    """Return (participant, was made) for a guest: the same normalised name and address is the same person.

    One mailbox may serve a whole staff, so an address alone never matches; without an address nobody matches and a
    row is made. What is stored on a found row is not overwritten: the guest's address is not verified yet. Two
    requests at once end with one row (the unique constraint decides, the loser reads the winner's row).
    """
    name = {"surname": surname, "given_name": given_name, "patronymic": patronymic}
    found = find(**name, email=email)
    if found is not None:
        return found, False
    row = Participant(
        surname=surname.strip(),
        given_name=given_name.strip(),
        patronymic=patronymic.strip(),
        email=email.strip(),
        phone=phone,
        organisation=organisation,
        organisation_name=organisation_name,
        position=position,
        municipality=municipality,
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        winner = find(**name, email=email)
        if winner is None:
            raise
        return winner, False
    return row, True


def verify_address(
    *,
    participant: Participant,
    at: datetime,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    position: str = "",
    municipality: Municipality | None = None,
) -> Participant:
    """The person proved that the address is theirs: note when, and take over what they said of themselves.

    Empty answers leave what is stored. Only now may a guest's words change the card (design §3.3).
    """
    participant.email_verified_at = participant.email_verified_at or at
    if organisation or organisation_name:
        participant.organisation, participant.organisation_name = organisation, organisation_name
    participant.position = position or participant.position
    participant.municipality = municipality or participant.municipality
    participant.save()
    return participant


@transaction.atomic
def merge(*, source: Participant, target: Participant, at: datetime, actor: User | None = None) -> Participant:
    """Join two rows of one person: everything that points at `source` points at `target` from now on.

    Empty fields of `target` are filled from `source`; consents stay where they are, as evidence, and are read through
    `merged_into`. Writes an audit row. Raises ValidationError for the same or an already merged row, and where both
    have an active registration for one cohort (it says which rows to settle first).
    """
    locked = {row.pk: row for row in Participant.objects.select_for_update().filter(pk__in=[source.pk, target.pk])}
    if len(locked) != 2:
        raise ValidationError(_("Выберите две разные карточки."))
    source, target = locked[source.pk], locked[target.pk]
    if source.merged_into_id or target.merged_into_id:
        raise ValidationError(_("Одна из карточек уже объединена с другой."))
    moved = 0
    for relation in _movable_relations():
        rows = relation.related_model._base_manager.filter(**{relation.field.name: source})
        try:
            with transaction.atomic():
                moved += rows.update(**{relation.field.name: target})
        except IntegrityError as error:
            raise ValidationError(
                _("У обеих карточек есть действующая запись на один поток. Отмените одну из них и объедините снова.")
            ) from error
    source.merged_into = target
    source.save()
    _fill_gaps(source=source, target=target)
    audit.record(action="participant.merged", target=source, at=at, actor=actor, into=target.pk, moved=moved)
    return target


def _movable_relations() -> list[models.ManyToOneRel]:
    kept = {"consents"}
    return [
        relation
        for relation in Participant._meta.related_objects
        if isinstance(relation, models.ManyToOneRel) and relation.get_accessor_name() not in kept
    ]


def _fill_gaps(*, source: Participant, target: Participant) -> None:
    for name in ("patronymic", "phone", "organisation", "organisation_name", "position", "municipality", "user"):
        if not getattr(target, name):
            setattr(target, name, getattr(source, name))
    if not target.email:
        target.email, target.email_verified_at = source.email, source.email_verified_at
    elif source.email_key == target.email_key:
        target.email_verified_at = target.email_verified_at or source.email_verified_at
    try:
        with transaction.atomic():
            target.save()
    except IntegrityError as error:
        raise ValidationError(_("Есть третья карточка с тем же именем и адресом: сначала объедините её.")) from error
