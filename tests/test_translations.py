"""Russian is written in the source, English stands complete beside it, and what is compiled is what is written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = [("ru", "django"), ("en", "django")]
RUSSIAN_FORMS = [0, 1, 2, 3]

pytestmark = pytest.mark.deep


def path_of(language: str, domain: str, suffix: str = "po", root: Path = ROOT) -> Path:
    return root / "locale" / language / "LC_MESSAGES" / f"{domain}.{suffix}"


def messages(catalogue: polib.POFile) -> dict[tuple[str | None, str], polib.POEntry]:
    return {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree in which the catalogues are gathered anew from the source."""
    copy = tmp_path_factory.mktemp("source") / "tree"
    kept = ("portal", "projects", "events", "templates", "static", "locale")
    for name in kept:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", copy)
    command = [sys.executable, "manage.py", "makemessages", "--locale", "ru", "--locale", "en", "--verbosity", "0"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True, timeout=120)
    return copy


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_the_catalogue_holds_exactly_what_the_source_says(source: Path, language: str, domain: str):
    gathered = messages(polib.pofile(str(path_of(language, domain, root=source))))
    written = messages(polib.pofile(str(path_of(language, domain))))
    assert sorted(map(str, gathered.keys() - written.keys())) == [], "missing: run manage.py makemessages -l ru -l en"
    assert sorted(map(str, written.keys() - gathered.keys())) == [], "no longer in the source"


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_nothing_is_guessed(language: str, domain: str):
    catalogue = polib.pofile(str(path_of(language, domain)))
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


def test_english_is_complete():
    catalogue = polib.pofile(str(path_of("en", "django")))
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []


def test_english_holds_no_russian_letters():
    """Unless the translator's comment says why («Cyrillic: …»), as for a name that is spelt so."""
    catalogue = polib.pofile(str(path_of("en", "django")))
    found = [
        entry.msgid
        for entry in catalogue
        for text in (entry.msgstr, *entry.msgstr_plural.values())
        if re.search("[а-яё]", text, re.IGNORECASE) and "Cyrillic:" not in entry.tcomment
    ]
    assert found == []


def test_russian_plurals_have_their_four_forms():
    catalogue = polib.pofile(str(path_of("ru", "django")))
    incomplete = [
        entry.msgid
        for entry in catalogue
        if entry.msgid_plural
        and (sorted(entry.msgstr_plural) != RUSSIAN_FORMS or not all(entry.msgstr_plural.values()))
    ]
    assert incomplete == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_placeholders_survive_translation(language: str, domain: str):
    pattern = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
    catalogue = polib.pofile(str(path_of(language, domain)))
    broken = [
        entry.msgid
        for entry in catalogue.translated_entries()
        for text in filter(None, (entry.msgstr, *entry.msgstr_plural.values()))
        if set(pattern.findall(text)) - set(pattern.findall(f"{entry.msgid} {entry.msgid_plural}"))
        or (not entry.msgid_plural and set(pattern.findall(text)) != set(pattern.findall(entry.msgid)))
    ]
    assert broken == []


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_the_compiled_catalogue_is_in_step(language: str, domain: str):
    written = messages(polib.pofile(str(path_of(language, domain))))
    translated = {key: (entry.msgstr, entry.msgstr_plural) for key, entry in written.items() if entry.translated()}
    compiled = {
        (entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural)
        for entry in polib.mofile(str(path_of(language, domain, "mo")))
    }
    assert compiled == translated, "run manage.py compilemessages"


def test_messages_are_marked_by_a_name_that_the_gatherer_knows():
    """An alias other than «_» is invisible to makemessages: its text would stay Russian on an English page."""
    pattern = re.compile(r"import (?:\w+, )*n?p?gettext\w* as (?!_$)\w+", re.MULTILINE)
    sources = [path for room in ("portal", "projects", "events") for path in (ROOT / room).rglob("*.py")]
    assert [path.relative_to(ROOT) for path in sources if pattern.search(path.read_text())] == []
