"""Form components tie labels, hints and errors to their fields for those who can't see the page."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "templates"


class Enrolment(forms.Form):
    """A form with every kind of widget the site uses."""

    surname = forms.CharField(label="Фамилия")
    patronymic = forms.CharField(label="Отчество", required=False, help_text="Если есть")
    email = forms.EmailField(label="Почта", help_text="Пришлём ссылку")
    mode = forms.ChoiceField(label="Участие", widget=forms.RadioSelect, choices=[("a", "Очно"), ("b", "Онлайн")])
    agree = forms.BooleanField(label="Согласие")
    trap = forms.CharField(required=False, widget=forms.HiddenInput)


def field(form: forms.Form, name: str) -> SafeString:
    return render_to_string("components/form_field.html", {"field": form[name]})


def ids(html: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.parametrize("name", ["surname", "patronymic", "email", "mode", "agree"])
@pytest.mark.parametrize("data", [None, {}])
def test_whatever_describes_a_field_is_on_the_page(name: str, data: dict[str, str] | None) -> None:
    html = field(Enrolment(data), name)
    described = {part for value in re.findall(r'aria-describedby="([^"]+)"', html) for part in value.split()}
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
    assert (described | labelled) - ids(html) == set()


def test_a_wrong_answer_is_marked_and_explained_at_the_field() -> None:
    html = field(Enrolment({"email": "нет"}), "email")
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'value="нет"' in html


def test_only_what_may_be_left_empty_says_so() -> None:
    form = Enrolment()
    assert "необязательно" in field(form, "patronymic")
    assert "необязательно" not in field(form, "surname")
    assert "необязательно" not in render_to_string(
        "components/form_field.html", {"field": form["patronymic"], "plain": True}
    )


def test_a_group_of_choices_has_a_legend() -> None:
    html = field(Enrolment({}), "mode")
    assert html.count("<fieldset") == html.count("<legend>") == 1
    assert 'aria-describedby="id_mode_error"' in html


def test_a_hidden_field_shows_nothing_around_itself() -> None:
    assert field(Enrolment(), "trap").strip() == '<input type="hidden" name="trap" id="id_trap">'


def test_the_summary_leads_to_each_field_in_error() -> None:
    form = Enrolment({"surname": "Иванова", "email": "нет"})
    summary = render_to_string("components/error_summary.html", {"form": form})
    fields = "".join(field(form, name) for name in form.fields)
    assert re.findall(r'href="#([^"]+)"', summary) == ["id_email", "id_mode_0", "id_agree"]
    assert set(re.findall(r'href="#([^"]+)"', summary)) <= ids(fields)


def test_without_errors_there_is_no_summary() -> None:
    assert render_to_string("components/error_summary.html", {"form": Enrolment()}).strip() == ""


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("components/*.html")), ids=lambda path: path.name)
def test_each_component_tells_its_parameters(path: Path) -> None:
    assert "{% comment %}" in path.read_text(encoding="utf-8")


PUBLIC = [
    path
    for path in sorted(TEMPLATES.rglob("*.html"))
    if not {"admin", "letters", "pdf", "dev"} & set(path.relative_to(TEMPLATES).parts)
]


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_public_templates_keep_the_strict_policy(path: Path) -> None:
    """No inline style, handler or code: the content security policy would refuse it (design decision 13)."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=", text) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag and "json" not in tag] == []


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two hex colours (WCAG 2.1, relative luminance)."""

    def luminance(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
        channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens(scheme: int) -> dict[str, str]:
    """Colour tokens of a scheme: 0 light, 1 dark."""
    css = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    plain = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", css))
    paired = {name: (light, dark)[scheme] for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)", css
    )}  # fmt: skip
    return plain | paired


GROUNDS = [
    "paper",
    "surface",
    "surface-sunken",
    "primary-tint",
    "success-tint",
    "danger-tint",
    "accent-tint",
    "info-tint",
]
PAIRS = [
    *[("ink", ground, 7.0) for ground in GROUNDS],
    *[("primary", ground, 4.5) for ground in GROUNDS],
    *[("muted", ground, 4.5) for ground in GROUNDS[:4]],
    ("on-primary", "primary", 4.5), ("on-primary", "primary-hover", 4.5), ("surface", "danger", 4.5),
    ("accent-text", "accent-tint", 4.5), ("info", "info-tint", 4.5), ("success", "success-tint", 4.5),
    ("danger", "danger-tint", 4.5), ("danger", "surface", 4.5), ("danger", "paper", 4.5),
    ("on-deep", "deep", 7.0),
    ("line-strong", "surface", 3.0), ("line-strong", "paper", 3.0), ("focus", "paper", 3.0), ("focus", "surface", 3.0),
]  # fmt: skip


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "ground", "least"), PAIRS)
def test_colours_can_be_read(scheme: int, colour: str, ground: str, least: float) -> None:
    found = tokens(scheme)
    assert contrast(found[colour], found[ground]) >= least


def test_browsers_without_light_dark_get_the_light_colours() -> None:
    css = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    before, after = css.split("@supports", 1)
    paired = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]+),", after)
    plain = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", before))
    assert {name: plain[name] for name, _light in paired} == dict(paired)
