"""How fast the public pages are, measured against a bare Wagtail site on the same machine in the same run."""
