"""From a row of the outbox to the words of a letter, in the language of its addressee."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext

from portal.core.typography import typograph
from portal.letters import registry
from portal.letters.models import Letter

MAX_SUBJECT = 200


@dataclass(frozen=True, kw_only=True)
class RenderedLetter:
    """The words of a letter and its files."""

    subject: str
    text: str
    html: str
    attachments: tuple[registry.Attachment, ...]
    reply_to: str


def render(*, letter: Letter, at: datetime) -> RenderedLetter:
    """Build and write a letter in its language and in the centre's time zone.

    The build function runs in a short transaction that is over before anything is sent. Raises
    registry.Obsolete, registry.UnknownKindError and whatever the build function or the templates raise.
    """
    kind = registry.get(letter.kind)
    with translation.override(letter.language), timezone.override(settings.TIME_ZONE):
        with transaction.atomic():
            content = kind.build(dict(letter.payload), letter.language, at)
        frame = registry.layout(letter.language)
        context = {
            **content.context,
            "layout": frame,
            "language": letter.language,
            "subject": "",
        }
        context["subject"] = _typeset(_subject(_plain(f"{kind.stem}.subject.txt", context)), letter.language)
        return RenderedLetter(
            subject=context["subject"],
            text=_typeset(_tidy(_plain(f"{kind.stem}.txt", context)), letter.language),
            html=get_template(f"{kind.stem}.html").render(context).strip() + "\n",
            attachments=content.attachments,
            reply_to=frame.reply_to,
        )


def to_message(*, letter: Letter, rendered: RenderedLetter) -> EmailMultiAlternatives:
    """Return the e-mail. Its Message-ID is the row's: a repeated delivery is the same letter.

    ``Auto-Submitted`` (RFC 3834) keeps out-of-office answers away.
    """
    message = EmailMultiAlternatives(
        subject=rendered.subject,
        body=rendered.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.to],
        reply_to=[rendered.reply_to] if rendered.reply_to else None,
        headers={
            "Message-ID": letter.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": letter.language,
        },
    )
    message.attach_alternative(rendered.html, "text/html")
    for attachment in rendered.attachments:
        message.attach(attachment.filename, attachment.content, attachment.mimetype)
    return message


def _plain(template: str, context: dict[str, Any]) -> str:
    """Render a text template without HTML escaping."""
    backend = get_template(template)
    return str(backend.template.render(Context(context, autoescape=False)))  # type: ignore[attr-defined]


def _subject(text: str) -> str:
    """One printable line: whatever a person typed, a subject can't open a second header.

    Non-breaking spaces stay (they are Russian typography), every other run of white space becomes one space.
    """
    line = "".join(char if char.isprintable() or char in "\u00a0\u202f" else " " for char in text)
    line = re.sub(" +", " ", line).strip()
    if not line:
        raise ValueError(gettext("У письма пустая тема"))
    return line if len(line) <= MAX_SUBJECT else line[: MAX_SUBJECT - 1].rstrip() + "…"


def _tidy(text: str) -> str:
    """Drop trailing spaces and runs of empty lines that template tags leave behind.

    «-- » keeps its space: that is how mail programs know where a signature begins (RFC 3676 § 4.3).
    """
    lines = [line if line == "-- " else line.rstrip(" \t") for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _typeset(text: str, language: str) -> str:
    """Give Russian lines their quotes, dashes and spaces; lines with an address stay as they are."""
    if language != "ru":
        return text
    lines = (line if "://" in line or "@" in line else typograph(line) for line in text.split("\n"))
    return "\n".join(lines)
