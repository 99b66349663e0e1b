#!/usr/bin/env python3
"""Entry point of every management command; see README.md for the two that matter."""

import os
import sys


def main() -> None:
    """Run a Django command with the development settings unless the environment says otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
