"""Many people at once: each with a connection of their own, all let go at the same moment."""

import asyncio
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

from tests.serving import Server

CSRF = "a" * 32
SECONDS = 120  # the whole storm must be over by then


@dataclass(frozen=True)
class Ground:
    """A cohort on a server, and what its form needs."""

    server: Server
    facts: dict[str, Any]

    @classmethod
    def lay(cls, server: Server, **counts: int) -> Self:
        """Make a cohort: `capacity`, `confirmed` people with a place, `waiting` ones in the queue."""
        arguments = ", ".join(f"{name}={value}" for name, value in counts.items())
        script = f"from tests.storm.ground import lay; lay({arguments})"
        return cls(
            server, json.loads(server.manage("shell", "--no-imports", "-c", script, timeout=300).splitlines()[-1])
        )

    @property
    def cohort(self) -> int:
        """Primary key of the cohort."""
        return self.facts["cohort"]

    def form(self, number: int) -> dict[str, str]:
        """What the person of this number sends with the consent."""
        letters = "".join("абвгдежзик"[int(digit)] for digit in str(number))
        return {
            "csrfmiddlewaretoken": CSRF,
            "step": "consent",
            "surname": f"Бурина{letters}",
            "given_name": "Анна",
            "email": f"storm{number}@example.org",
            "organisation_name": "Центр",
            "position": "психолог",
            "municipality": str(self.facts["municipality"]),
            "consent_text": str(self.facts["consent_text"]),
            "consent": "on",
        }

    def rows(self, statement: str, *parameters: Any) -> list[dict[str, Any]]:
        """Rows of the test's own SQL."""
        return self.server.query(statement, parameters)

    def one(self, statement: str, *parameters: Any) -> Any:
        """The single value of the test's own SQL."""
        (row,) = self.rows(statement, *parameters)
        (value,) = row.values()
        return value


@dataclass
class Answers:
    """What the crowd was told."""

    statuses: Counter[int | str] = field(default_factory=Counter)


def storm(ground: Ground, *, newcomers: int = 0, cancels: int = 0) -> Answers:
    """Let `newcomers` register while `cancels` of the seated give their places back; return the answers."""
    return asyncio.run(asyncio.wait_for(_storm(ground, newcomers=newcomers, cancels=cancels), SECONDS))


async def _storm(ground: Ground, *, newcomers: int, cancels: int) -> Answers:
    answers = Answers()
    gate = asyncio.Event()
    limits = httpx.Limits(max_connections=256, max_keepalive_connections=0)
    async with httpx.AsyncClient(
        base_url=ground.server.url, timeout=SECONDS, limits=limits, cookies={"csrftoken": CSRF}
    ) as client:

        async def send(path: str, form: dict[str, str]) -> None:
            await gate.wait()
            try:
                answer = await client.post(path, data=form)
                answers.statuses[answer.status_code] += 1
            except httpx.TransportError as error:
                answers.statuses[type(error).__name__] += 1

        path = f"/registration/{ground.facts['uuid']}/"
        acts = [send(path, ground.form(number)) for number in range(newcomers)]
        leaving = {"csrfmiddlewaretoken": CSRF, "action": "cancel", "reason": ""}
        acts += [send(f"/registration/manage/{token}/", leaving) for token in ground.facts["tokens"][:cancels]]
        tasks = [asyncio.ensure_future(act) for act in _mixed(acts)]
        await asyncio.sleep(0.1)
        gate.set()
        await asyncio.gather(*tasks)
    return answers


def _mixed(acts: list[Any]) -> list[Any]:
    """Every third from the end among the others, so that those who leave meet those who come."""
    front, back = list(acts), []
    while front:
        back.append(front.pop(0))
        if front:
            back.append(front.pop())
    return back


def wrongs(ground: Ground, answers: Answers, *, people: int, places: int) -> list[str]:
    """Everything that must not be after `people` came for `places`, as found by plain SQL; empty when all is well."""
    cohort = ground.cohort
    found = []
    if answers.statuses != Counter({302: people}):
        found.append(f"answers {dict(answers.statuses)}")
    claims = ground.one(
        "SELECT count(*) FROM events_seatclaim c JOIN events_seatpool p ON p.id = c.pool_id WHERE p.cohort_id = %s",
        cohort,
    )
    if claims != places:
        found.append(f"{claims} claims for {places} places")
    counted = ground.one("SELECT taken FROM events_seatpool WHERE cohort_id = %s", cohort)
    if counted != claims:
        found.append(f"the counter says {counted}, claims are {claims}")
    numbers = [
        row["queue_number"]
        for row in ground.rows(
            "SELECT queue_number FROM events_registration WHERE cohort_id = %s AND queue_number IS NOT NULL ORDER BY id",
            cohort,
        )
    ]
    if numbers != list(range(1, people - places + 1)):
        found.append(f"numbers in the order of arrival: {numbers}")
    twice = ground.rows(
        "SELECT participant_id FROM events_registration WHERE cohort_id = %s GROUP BY participant_id HAVING count(*) > 1",
        cohort,
    )
    if twice:
        found.append(f"{len(twice)} people registered twice")
    for table, condition in (
        ("letters_letter", "kind = 'registration_confirm'"),
        ("people_auditentry", "action = 'registration.awaiting_email'"),
        (
            "people_consent",
            "about LIKE 'registration:%%'" if ground.server.database_url.startswith("postgres") else "1=1",
        ),
    ):
        rows = ground.one(f"SELECT count(*) FROM {table} WHERE {condition}")
        if rows < people:
            found.append(f"{table}: {rows} of {people}")
    return found
