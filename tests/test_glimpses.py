"""What is saved is seen at once where somebody looks, and then the whole site is as a build makes it."""

import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kommunvision.driver import build_sites
from kommunvision.driver.glimpses import Seen, show
from kommunvision.driver.worker import Wish
from kommunvision.kept import store_for
from kommunvision.publication import Edition
from tests.projects import GOALS, PAGE, project, snapshot
from tests.test_cli import fetched, serving
from tests.test_parts import HOSTILE

PREVIEW = Edition(None, drafts=True)
ADDRESS = "https://prov.example/"
GOAL = "exempelby/mal/utb-2/"
WRITTEN = "exempelby/om-malen/"
NEW = "- {id: nytt, nivå: mal, rubrik: Ett nytt mål, källa: budget, överordnade: [larande]}\n"

GOALS_FILE = "data/exempelby/mal.yml"
PAGE_FILE = "content/exempelby/om-malen.md"


@pytest.fixture(scope="module", params=["one kommun", "several kommuner"])
def made(request, tmp_path_factory) -> Path:
    """A site that has been built once, as the server builds it."""
    files = HOSTILE if request.param == "several kommuner" else {}
    root = project(tmp_path_factory.mktemp("made") / "root", files)
    build(root)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path):
    """The same; what is changed in it is changed back."""
    for name in ("data", "content", "mkdocs.yml"):
        copy = shutil.copytree if (made / name).is_dir() else shutil.copy
        copy(made / name, tmp_path / name)
    yield made
    for name in ("data", "content", "mkdocs.yml"):
        if (made / name).is_dir():
            shutil.rmtree(made / name)
        shutil.move(tmp_path / name, made / name)


def build(root: Path, **more: object) -> dict[str, bytes]:
    """Build all of a site, and return what it has."""
    wishes = {"site_dir": root.parent / "site", "site_url": ADDRESS, "glimpses": True, **more}
    report = build_sites(root, edition=PREVIEW, workers=1, **wishes)  # type: ignore[arg-type]
    assert report.complete, (report.problems, report.complaints)
    return snapshot(report.site_dir)


def look(root: Path, *urls: str) -> Seen:
    """Show pages as the files say, before the rest."""
    wish = Wish(site_url=ADDRESS, edition=PREVIEW)
    return show(root, root.parent / "site", store_for(root), wish, urls)


def shown(root: Path, url: str) -> str:
    return (root.parent / "site" / url / "index.html").read_text("utf-8")


def write(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def reworded(root: Path) -> None:
    write(root, GOALS_FILE, "Fler unga når", "Alla unga når")


def rewritten(root: Path) -> None:
    write(root, PAGE_FILE, "Läs [ett mål]", "Här står något nytt: [ett mål]")


@pytest.mark.parametrize(
    ("edit", "url", "words"),
    [
        (reworded, GOAL, "<h1>Alla unga når gymnasieexamen</h1>"),
        (rewritten, WRITTEN, "Här står något nytt: <a"),
    ],
)
def test_a_page_that_is_looked_at_is_shown_first_just_as_the_whole_build_makes_it(
    root: Path, edit: Callable[[Path], None], url: str, words: str
):
    before = build(root)
    edit(root)
    assert look(root, url).urls == {url}
    assert words in shown(root, url)
    now = snapshot(root.parent / "site")
    assert {name for name in before if before[name] != now[name]} == {f"{url}index.html"}
    assert now.keys() == before.keys()
    assert build(root)[f"{url}index.html"] == now[f"{url}index.html"]


def test_pages_that_are_looked_at_in_two_windows_are_both_shown(root: Path):
    reworded(root)
    assert look(root, GOAL, "exempelby/mal/").urls >= {GOAL}
    assert "Alla unga når" in shown(root, GOAL)
    rewritten(root)
    assert look(root, GOAL, WRITTEN).urls == {GOAL, WRITTEN}
    assert "Här står något nytt" in shown(root, WRITTEN)


def test_what_is_wrong_is_told_before_anything_is_made(root: Path):
    before = snapshot(root.parent / "site")
    write(root, GOALS_FILE, "överordnade: [larande]", "överordnade: [larnade]")
    seen = look(root, GOAL)
    assert seen.refused
    assert [one.code for one in seen.refused.problems if one.code == "KV202"]
    assert snapshot(root.parent / "site") == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mkdocs.yml", "# Något annat\n"),
        ("data/ordlista.yml", "# Något annat\n"),
        ("content/exempelby/bild.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_nothing_is_shown_before_the_rest_when_what_pages_share_has_changed(
    root: Path, name: str, text: str
):
    path = root / name
    path.write_text((path.read_text("utf-8") if path.exists() else "") + text, encoding="utf-8")
    reworded(root)
    assert look(root, GOAL) == Seen(frozenset(), None)


def test_pages_that_others_decide_what_they_say_wait_for_the_whole_build(root: Path):
    reworded(root)
    waiting = ("sok/", "exempelby/sok/", "exempelby/oppna-data/", "exempelby/badda-in/", "nytt/")
    assert look(root, *waiting).urls == frozenset()


def test_a_page_that_is_new_waits_and_one_that_is_gone_is_not_shown(root: Path):
    (root / GOALS_FILE).write_text(f"{GOALS}{NEW}", encoding="utf-8")
    assert look(root, "exempelby/mal/nytt/").urls == frozenset()
    (root / PAGE_FILE).unlink()
    assert look(root, WRITTEN).urls == frozenset()


def edits(root: Path) -> Iterable[tuple[str, str]]:
    """Change one thing after the other; give what is to be seen where."""
    goals, page = root / GOALS_FILE, root / PAGE_FILE
    reworded(root)
    rewritten(root)
    yield WRITTEN, "Här står något nytt"
    yield GOAL, "<h1>Alla unga når gymnasieexamen</h1>"
    goals.write_text(f"{GOALS}{NEW}", encoding="utf-8")
    yield "exempelby/mal/nytt/", "<h1>Ett nytt mål</h1>"
    goals.write_text(GOALS, encoding="utf-8")
    page.write_text(PAGE, encoding="utf-8")
    yield GOAL, "<h1>Fler unga når gymnasieexamen</h1>"


def test_after_each_change_the_rest_makes_the_site_that_a_build_of_everything_makes(root: Path):
    for url, words in edits(root):
        look(root, url, "exempelby/mal/larande/")
        if url != WRITTEN:  # what it says is changed together with the goal
            made = build(root)
            assert made == build(root, site_dir=root.parent / "clean", anew=True)
        assert words in shown(root, url)


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Wait for a condition, also on a machine with much else to do."""
    until = time.monotonic() + 120
    while not is_so():
        assert time.monotonic() < until, what
        time.sleep(0.1)


def same_as_clean(root: Path, site: Path, address: str) -> None:
    """Wait until a site that is served has the bytes of one that is built from nothing."""
    expected = build(root, site_dir=root.parent / "clean", site_url=address, anew=True)
    shutil.rmtree(root.parent / "clean")
    wait_until(lambda: _is(site, expected), "the site is not as a build makes it")


def _is(site: Path, expected: dict[str, bytes]) -> bool:
    try:
        return snapshot(site) == expected
    except FileNotFoundError:
        return False  # it is being changed


@pytest.mark.full
def test_what_is_served_follows_each_change_and_ends_as_a_build_of_everything(tmp_path: Path):
    root = project(tmp_path / "root", HOSTILE)
    with serving(root, TMPDIR=str(tmp_path)) as address:
        (site,) = tmp_path.glob("kommunvision-*/site")
        for url, words in edits(root):
            page = f"{address}{url}"
            wait_until(lambda page=page, words=words: words in fetched(page), words)
        same_as_clean(root, site, address)
        # Saved again and again: builds that are of no use any more are broken off.
        for number in range(4):
            write(root, GOALS_FILE, "Fler unga", f"Fler unga {number}")
            words = f"Fler unga {number}"
            wait_until(lambda words=words: words in fetched(f"{address}{GOAL}"), words)
        assert "Fler unga 3 2 1 0 når" in fetched(f"{address}exempelby/mal/larande/")
        same_as_clean(root, site, address)
