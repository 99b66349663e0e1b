"""The public site runs its own files only; the admin has a policy of its own, and neither names a foreign host."""

import pytest
from django.test import Client

PUBLIC = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)


def directives(policy: str) -> set[str]:
    return {part.strip() for part in policy.split(";")}


@pytest.mark.parametrize("path", ["/", "/account/login/", "/nowhere/", "/healthz", "/robots.txt"])
def test_public_answers_carry_the_strict_policy(client: Client, home, path: str):
    assert directives(client.get(path).headers["Content-Security-Policy"]) == directives(PUBLIC)


def test_the_admin_carries_its_own(admin_client: Client, home):
    policy = directives(admin_client.get("/admin/").headers["Content-Security-Policy"])
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "frame-ancestors 'self'" in policy
    assert [part for part in policy if "http" in part or "*" in part or "unsafe-eval" in part] == []


def test_every_answer_carries_the_security_headers(client: Client, home):
    headers = client.get("/").headers
    names = ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Frame-Options")
    assert [headers[name] for name in names] == ["nosniff", "same-origin", "same-origin", "DENY"]
    assert "camera=()" in headers["Permissions-Policy"]


def test_the_editor_may_frame_its_preview(admin_client: Client, home):
    headers = admin_client.get(f"/admin/pages/{home.pk}/edit/preview/?mode=&in_preview_panel=true").headers
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in directives(headers["Content-Security-Policy"])
