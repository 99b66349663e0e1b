"""Print as JSON how many queries each address given on the command line costs; runs inside any Django project.

A script of its own because the portal and the bare Wagtail site can't live in one process.
"""

import json
import sys


def count(path: str) -> int:
    """Queries of one GET of `path`, after one that fills menus, settings and renditions. Exits unless it answers 200."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1")
    for _warming in range(2):
        answer = client.get(path)
        if answer.status_code != 200:
            sys.exit(f"{path} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


if __name__ == "__main__":
    sys.path.insert(0, ".")
    import django

    django.setup()
    sys.stdout.write(json.dumps({path: count(path) for path in sys.argv[1:]}))
