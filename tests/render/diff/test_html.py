"""The Synopse as a page: its structure, its marks, and that text from the files is never markup."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import everything
from conftest import STORY_ENDS, Ran
from ikonzept.render.diff.html import html as page
from ikonzept.reports.diff.change import Diff, Side
from ikonzept.reports.diff.files import TextPair, compare_files

Run = Callable[..., Ran]


class Seen(HTMLParser):
    """What a page is made of."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.scopes: list[str | None] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags[tag] += 1
        self.attributes += attrs
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self.targets.append(str(given["href"]))
        if tag == "th":
            self.scopes.append(given.get("scope"))


@pytest.fixture(scope="module")
def synopsis(made_demo: Path) -> str:
    from ikonzept.commands.comparing import open_pair
    from ikonzept.values import day

    return page(open_pair(made_demo, "2023", "2024", day(STORY_ENDS)).diff(public=True))


def test_the_page(synopsis: str, golden: Callable[[str, str], None]) -> None:
    golden("diff-2023-2024.html", synopsis)


def test_its_structure(synopsis: str) -> None:
    seen = Seen(synopsis)
    assert seen.headings[0] == 1
    assert all(following - level <= 1 for level, following in zip(seen.headings, seen.headings[1:], strict=False))
    assert len(seen.ids) == len(set(seen.ids))
    assert {target.removeprefix("#") for target in seen.targets} <= set(seen.ids)
    assert seen.tags["caption"] == seen.tags["table"] > 3
    assert None not in seen.scopes
    assert dict(seen.attributes)["lang"] == "de"


def test_nothing_comes_from_elsewhere(synopsis: str) -> None:
    seen = Seen(synopsis)
    assert not seen.tags.keys() & {"script", "link", "img", "iframe", "object"}
    assert "url(" not in synopsis
    assert all(not str(value).startswith(("http:", "https:", "//")) for _, value in seen.attributes)


def test_marks_are_said_and_seen(synopsis: str) -> None:
    seen = Seen(synopsis)
    assert seen.tags["ins"] > 20
    assert seen.tags["del"] > 5
    for kind, inner in re.findall(r"<(ins|del)[^>]*>(.*?)</\1>", synopsis, re.DOTALL):
        assert 'aria-hidden="true">[' in inner, inner  # a mark that print keeps
        assert ("verschoben" in inner) or ("eingefügt" if kind == "ins" else "gestrichen") in inner, inner


def compared(title: str, old: str, new: str) -> Diff:
    return compare_files([TextPair("a.md", "a.md", "a.md", old, new)], Side("alt"), Side("neu"), (), title)


def test_text_is_data() -> None:
    old, new = "# <b>Kopf</b>\n\nEin Satz.\n", '# <b>Kopf</b>\n\n<script>alert("x")</script> & <img src=x>\n'
    shown = page(compared('"><script>', old, new))
    assert not Seen(shown).tags.keys() & {"script", "b", "img"}


def test_a_moved_sentence_is_told_as_moved() -> None:
    sentence = "Die Kosten trägt der Landkreis aus dem Budget der Integration."
    old = f"{sentence} Alle arbeiten gut zusammen. Der Bericht erscheint jedes Jahr im Herbst.\n"
    new = f"Alle arbeiten gut zusammen. Der Bericht erscheint jedes Jahr im Herbst. {sentence}\n"
    shown = page(compared("x", old, new))
    assert shown.count('class="moved"') == 4  # two in the legend


@pytest.mark.parametrize("internal", [False, True])
def test_what_is_not_public_stays_out(internal: bool, run: Run, tmp_path: Path, git: Callable[..., str]) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    files = everything.secret_files()
    (tmp_path / "konzept.yaml").write_text(files["konzept.yaml"], encoding="utf-8")
    for step in ("Anfang", "Alles"):
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", f"--message={step}")
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
    shown = run("diff", "HEAD~1", "HEAD", "-C", tmp_path, "--format", "html", *(["--internal"] if internal else [])).out
    assert (everything.CANARY in shown) is internal
    assert ("INTERN" in shown) is internal
