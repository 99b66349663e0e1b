"""What is known of a person's address once they have proved that it is theirs."""

from datetime import datetime

from portal.people.models import Municipality, Organisation, Participant


def verify_address(
    *,
    participant: Participant,
    at: datetime,
    organisation: Organisation | None = None,
    organisation_name: str = "",
    position: str = "",
    municipality: Municipality | None = None,
) -> Participant:
    """Note that the person opened a link sent to their address, and take over what they said of themselves.

    Only now: before that anybody could have typed the name and the address. Empty answers overwrite nothing.
    """
    if participant.email_verified_at is None:
        participant.email_verified_at = at
    if organisation is not None or organisation_name:
        participant.organisation = organisation
        participant.organisation_name = organisation_name
    participant.position = position or participant.position
    participant.municipality = municipality or participant.municipality
    participant.save()
    return participant
