"""A mail server of files that takes its time, so that a worker can be killed in the middle of a letter.

Variables: SINK (folder), SINK_BEFORE and SINK_AFTER (seconds of waiting before and after the letter is taken).
Files: `<nanoseconds>-<pid>.begun` when a letter is handed over, `….eml` (its bytes) when it is taken.
"""

import os
import time
from collections.abc import Sequence
from pathlib import Path

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class SlowFiles(BaseEmailBackend):
    """Writes every letter into a file of its own."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Take the letters one by one."""
        sink = Path(os.environ["SINK"])
        for message in email_messages:
            stem = f"{time.time_ns()}-{os.getpid()}"
            (sink / f"{stem}.begun").touch()
            time.sleep(float(os.environ.get("SINK_BEFORE", "0")))
            (sink / f"{stem}.part").write_bytes(message.message().as_bytes())
            (sink / f"{stem}.part").rename(sink / f"{stem}.eml")
            time.sleep(float(os.environ.get("SINK_AFTER", "0")))
        return len(email_messages)
