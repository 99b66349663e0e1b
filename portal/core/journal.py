"""Log lines without personal data: addresses, telephone numbers and secret links are masked before they are written."""

import logging
import re

# Links whose last part opens somebody's registration or document.
SECRET_LINK = re.compile(r"(/registration/(?:sent|confirm|manage|consent|offer)/)[^/?\s\"']+|(/check/)[^/?\s\"']+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.-])(?:\+7|8)[\s(-]*\d{3,5}[\s)-]*\d[\d\s-]{4,8}\d(?![\w-])")
QUERY = re.compile(r"(/[\w./-]*)\?[^\s\"']+")


def redact(text: str) -> str:
    """`text` with e-mail addresses, telephone numbers, query strings and secret links replaced by «…»."""
    text = SECRET_LINK.sub(lambda match: f"{match[1] or match[2]}…", text)
    text = QUERY.sub(r"\1?…", text)
    return PHONE.sub("…", EMAIL.sub("…@…", text))


class RedactingFormatter(logging.Formatter):
    """Formats as usual, tracebacks included, then masks the whole line."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as text without personal data."""
        return redact(super().format(record))
