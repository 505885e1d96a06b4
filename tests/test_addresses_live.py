"""Whatever becomes of an object, no address dies: pages, places on pages, embeds, open data."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from kommunvision import driver, pipeline
from kommunvision.address import embedded
from kommunvision.driver.record import record
from kommunvision.load import LEDGER
from kommunvision.outcome import Outcome
from kommunvision.pages.embeds.shown import PARTS
from kommunvision.swedish.problems import PROBLEMS, Severity
from tests.helpers import write_files
from tests.projects import KOMMUN, project

SITE = "https://prov.example/"
HOME = "data/exempelby"

# A kind of object: the file that one alone stands in, how it is written, and where it is shown.
# ``{id}`` is its id and ``{former}`` a line with those that it has had.
KINDS = {
    "vision": (
        f"{HOME}/vision.yml",
        "visioner:\n- {{id: {id}, {former}rubrik: En vision, text: Vi vill., status: beslutad, källa: budget}}\n",
        "exempelby/vision/{id}/",
    ),
    "goal": (
        f"{HOME}/extra.yml",
        "mål:\n- {{id: {id}, {former}nivå: mal, rubrik: Ett mål, överordnade: [larande], källa: budget}}\n",
        "exempelby/mal/{id}/",
    ),
    "level": (
        f"{HOME}/styrmodell-2.yml",
        (
            "styrmodeller:\n- id: med-{id}\n  {former_beside}namn: Annan\n  källa: budget\n  nivåer:\n"
            "  - {{id: {id}, {former}namn: steg, artikel: ett, bestämd: steget, plural: steg,"
            " bestämd_plural: stegen}}\n"
        ),
        "exempelby/niva/{id}/",
    ),
    "body": (
        f"{HOME}/organisation.yml",
        "organisation:\n- {{id: {id}, {former}namn: Nämnden, slag: nämnd}}\n",
        "exempelby/organisation/{id}/",
    ),
    "indicator": (
        f"{HOME}/indikatorer.yml",
        (
            "indikatorer:\n- {{id: {id}, {former}namn: Andel, enhet: procent, hör_till: utb-2, källa: budget,"
            " värden: [{{period: 2024, värde: 4}}, {{period: 2025, värde: 5}}]}}\n"
        ),
        "exempelby/indikatorer/{id}/",
    ),
    "occasion": (
        f"{HOME}/uppfoljning.yml",
        (
            "uppföljningar:\n- {{id: {id}, {former}namn: Årsredovisning, slag: årsredovisning,"
            " period: 2025, källa: budget}}\n"
        ),
        "exempelby/uppfoljning/{id}/",
    ),
    "news": (
        f"{HOME}/aktuellt.yml",
        "aktuellt:\n- {{id: {id}, {former}rubrik: Nytt, datum: 2026-03-02, källa: budget}}\n",
        "exempelby/aktuellt/{id}/",
    ),
    "theme": (
        f"{HOME}/teman.yml",
        "teman:\n- {{id: {id}, {former}namn: Skolan}}\n",
        "tema/{id}/",
    ),
    "shared theme": (
        "data/teman.yml",
        "teman:\n- {{id: {id}, {former}namn: Skolan}}\n",
        "tema/{id}/",
    ),
    "model": (
        f"{HOME}/styrmodell-2.yml",
        (
            "styrmodeller:\n- id: {id}\n  {former_block}namn: Annan\n  källa: budget\n"
            "  nivåer:\n  - {{id: med-{id}, {former_beside_inline}namn: steg, artikel: ett,"
            " bestämd: steget, plural: steg,"
            " bestämd_plural: stegen}}\n"
        ),
        "exempelby/styrmodell/#{id}",
    ),
    "scale": (
        f"{HOME}/skalor.yml",
        (
            "skalor:\n- {{id: {id}, {former}namn: Skala, steg: [{{id: {id}-ja, ord: Ja, ton: bra}},"
            " {{id: {id}-nej, ord: Nej, ton: dåligt}}]}}\n"
        ),
        "exempelby/uppfoljning/#{id}",
    ),
    "source": (
        f"{HOME}/kallor-2.yml",
        "källor:\n- {{id: {id}, {former}titel: Rapport}}\n",
        "exempelby/kallor/#{id}",
    ),
    "decision": (
        f"{HOME}/beslut.yml",
        "beslut:\n- {{id: {id}, {former}rubrik: Beslut om rapport, datum: 2026-03-02}}\n",
        "exempelby/kallor/#{id}",
    ),
    "editors' page": (
        "content/exempelby/{id}.md",
        "---\nrubrik: Egen\n{former_address}---\n\n# Egen sida\n",
        "exempelby/{id}/",
    ),
    "editors' page of the portal": (
        "content/{id}.md",
        "---\nrubrik: Egen\n{former_address}---\n\n# Egen sida\n",
        "{id}/",
    ),
}


def test_every_kind_of_object_is_tried():
    from kommunvision.address import _ON_A_PAGE, _OWN_PAGE  # noqa: PLC0415

    names = {one.__name__ for one in (*_OWN_PAGE, *_ON_A_PAGE)}
    tried = {kind.rpartition(" ")[2] for kind in KINDS}
    short = {"GoverningModel": "model", "NewsItem": "news"}
    assert {short.get(name, name.lower()) for name in names} <= tried


def written(kind: str, key: str, *former: str) -> dict[str, str | bytes]:
    """One object of a kind, with the ids that it has had."""
    file, text, url = KINDS[kind]
    ids, beside = ", ".join(former), ", ".join(f"med-{one}" for one in former)
    filled = text.format(
        id=key,
        former=f"tidigare_id: [{ids}], " if former else "",
        former_block=f"tidigare_id: [{ids}]\n  " if former else "",
        former_beside=f"tidigare_id: [{beside}]\n  " if former else "",
        former_beside_inline=f"tidigare_id: [{beside}], " if former else "",
        former_address=(
            f"tidigare_adress: {', '.join(url.format(id=one) for one in former)}\n"
            if former
            else ""
        ),
    )
    # Two of a kind stand in two files.
    return {file.format(id=key).replace(".yml", f"-{key}.yml"): filled}


def built(root: Path) -> Outcome:
    """Build, as far as pages, files and the ledger are concerned."""
    made = pipeline.produce(root, site_url=SITE)
    assert not made.stopped, [
        (p.code, str(p.origin), dict(p.details)) for p in made.problems if grave(p.code)
    ]
    there = [*(page.url for page in made.pages), *(file.path for file in made.data)]
    record(root, made.kommuner, made.edited, there)
    return made


def grave(code: str) -> bool:
    return PROBLEMS[code].severity is Severity.ERROR


def addresses(made: Outcome, root: Path) -> Iterator[str]:
    """Every address of a site that somebody may have kept."""
    yield from (page.url for page in made.pages)
    yield from (page.url for page in made.edited)
    yield from (one.url for one in made.redirects)
    yield from (line.removeprefix("- ") for line in lines(root) if "#" in line)
    # Pictures for shared links are found anew by whoever shares.
    yield from (one.path for one in made.artifacts if not one.path.endswith((".png", ".css")))


def lines(root: Path) -> list[str]:
    return [
        line for line in (root / LEDGER).read_text("utf-8").splitlines() if line.startswith("- ")
    ]


def dead(made: Outcome, wanted: set[str]) -> set[str]:
    """Those of the addresses that lead nowhere on a site."""
    bodies = {page.url: page.body for page in made.pages}
    moved = {one.url: one.target for one in made.redirects}
    there = {*bodies, *moved, *(page.url for page in made.edited)}
    there |= {one.path for one in made.artifacts}
    there |= {one.path.removesuffix("index.html") for one in made.artifacts}
    for url, target in moved.items():
        assert target in there, f"{url} leads to {target}, which is nowhere"
    found = set()
    for url in wanted:
        page, hash_sign, anchor = url.partition("#")
        if hash_sign:
            body = bodies.get(moved.get(page, page), "")
            if f'id="{anchor}"' not in body:
                found.add(url)
        elif url not in there:
            found.add(url)
    return found


def told(root: Path) -> dict[str, str]:
    """The addresses that a build would lose, with the file in which the remedy is written."""
    checked = pipeline.check(root)
    found = [p for p in checked.problems if grave(p.code)]
    assert {p.code for p in found} <= {"KV806", "KV813", "KV814"}, found
    for one in found:
        assert "{file}" in PROBLEMS[one.code].remedy
    return {p.details["address"]: p.details["file"] for p in found}


def withdraw(root: Path, lost: dict[str, str]) -> None:
    """Do what the message says."""
    for file in set(lost.values()):
        rows = "".join(
            f"- {{adress: {url}, rubrik: Det som var, datum: 2026-03-09, skäl: Upphört.}}\n"
            for url, other in lost.items()
            if other == file
        )
        write_files(root, {file: f"borttagna:\n{rows}"})


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Callable[[str], tuple[Path, frozenset[str]]]:
    """Gives a site with two objects of a kind, published, and its addresses."""

    @cache
    def publish(kind: str) -> tuple[Path, frozenset[str]]:
        objects = {**written(kind, "forsta"), **written(kind, "andra")}
        root = project(tmp_path_factory.mktemp("published"), objects)
        made = built(root)
        known = frozenset(addresses(made, root))
        url = KINDS[kind][2].format(id="andra")
        assert url in known
        where = next((one for one in PARTS if url.startswith(f"exempelby/{one.value}")), None)
        if "#" not in url and where:
            embeds = (f"{embedded(made.kommuner[0], url)}{part}" for part in PARTS[where])
            assert {f"{one}index.html" for one in embeds} <= known
        return root, known

    return publish


@pytest.fixture
def before(request, published, tmp_path) -> tuple[str, Path, set[str]]:
    """A kind, a site with two objects of it, and the addresses that have been published."""
    source, known = published(request.param)
    root = tmp_path / "site"
    shutil.copytree(source, root)
    return request.param, root, set(known)


each = pytest.mark.parametrize("before", KINDS, indirect=True)


@each
def test_what_is_removed_is_missed_and_can_be_withdrawn(before):
    kind, root, known = before
    (file,) = written(kind, "andra")
    (root / file).unlink()
    lost = told(root)
    url = KINDS[kind][2].format(id="andra")
    assert url in lost
    withdraw(root, lost)
    made = built(root)
    assert dead(made, known) == set()
    assert "#" in url or url in made.gone


@pytest.mark.full
@each
def test_what_is_removed_with_all_of_its_kind_leaves_no_overview_missing(before):
    kind, root, known = before
    for key in ("forsta", "andra"):
        for file in written(kind, key):
            (root / file).unlink()
    withdraw(root, told(root))
    assert dead(built(root), known) == set()


@each
def test_what_is_renamed_leads_on(before):
    kind, root, known = before
    (file,) = written(kind, "andra")
    (root / file).unlink()
    write_files(root, written(kind, "ny", "andra"))
    assert dead(built(root), known) == set()


@pytest.mark.full
@each
def test_what_is_merged_with_another_leads_to_it(before):
    kind, root, known = before
    (file,) = written(kind, "andra")
    (root / file).unlink()
    write_files(root, written(kind, "forsta", "andra"))
    made = built(root)
    assert dead(made, known) == set()


@pytest.fixture
def everything(tmp_path) -> tuple[Path, set[str]]:
    """A site with one object of every kind, and another kommun."""
    files: dict[str, str | bytes] = {}
    for number, kind in enumerate(KINDS):
        if kind != "shared theme":
            files |= written(kind, f"nr-{number}")
    neighbour = "kommun:\n  namn: Grannbyn\n  formellt_namn: Grannbyns kommun\n  påhittad: ja\n"
    root = project(tmp_path, {**files, "data/grannbyn/kommun.yml": neighbour})
    return root, {*addresses(built(root), root)}


def of(known: set[str], slug: str) -> set[str]:
    return {url for url in known if url.startswith(f"{slug}/")}


def renamed(root: Path, old: str, new: str) -> None:
    for folder in ("data", "content"):
        (root / folder / old).rename(root / folder / new)
    file = root / f"data/{new}/kommun.yml"
    text = file.read_text("utf-8")
    former = re.findall(r"tidigare_mapp: \[(.*)\]", text)
    text = re.sub(r"  tidigare_mapp: .*\n", "", text)
    line = f"kommun:\n  tidigare_mapp: [{', '.join([old, *former])}]\n"
    file.write_text(text.replace("kommun:\n", line, 1), "utf-8")


def test_a_folder_that_is_renamed_twice_keeps_every_address_of_the_kommun(everything):
    root, known = everything
    assert len(of(known, "exempelby")) > 100
    withdraw(root, {"exempelby/mal/aldre/": f"{HOME}/borttagna.yml"})
    known |= {*addresses(built(root), root)}
    renamed(root, "exempelby", "byn")
    made = built(root)
    assert dead(made, known) == set()
    leads = {one.url: one.target for one in made.redirects}
    assert leads["exempelby/mal/utb-2/"] == leads["exempelby/mal/utb-1/"] == "byn/mal/utb-2/"
    assert leads["exempelby/om-malen/"] == "byn/om-malen/"
    assert "byn/mal/aldre/" in made.gone
    files = {one.path: one.content for one in made.artifacts}
    for name in ("data/v1/nytt.atom", "data/v1/malsystem.json", "mal/utb-1.json"):
        assert files[f"exempelby/{name}"] == files[f"byn/{name}"]
    known |= {*addresses(made, root)}
    renamed(root, "byn", "exempelstad")
    made = built(root)
    assert dead(made, known) == set()
    # Nobody is led on twice.
    assert {one.target for one in made.redirects}.isdisjoint(one.url for one in made.redirects)


def test_what_is_removed_while_the_folder_is_renamed_is_missed_by_its_new_address(everything):
    root, known = everything
    renamed(root, "exempelby", "byn")
    (file,) = written("indicator", f"nr-{[*KINDS].index('indicator')}")
    (root / file.replace("exempelby", "byn")).unlink()
    lost = told(root)
    key = f"nr-{[*KINDS].index('indicator')}"
    assert lost == {f"byn/indikatorer/{key}/": "data/byn/borttagna.yml"}
    withdraw(root, lost)
    assert dead(built(root), known) == set()


def test_a_kommun_that_is_dissolved_says_so_at_every_address(everything):
    root, known = everything
    for folder in ("data", "content"):
        shutil.rmtree(root / folder / "exempelby")
    found = [p for p in pipeline.check(root).problems if grave(p.code)]
    assert [p.code for p in found] == ["KV815", "KV806"]
    assert found[0].details["slug"] == "exempelby"
    assert found[1].details["file"] == "data/borttagna.yml"
    theme = found[1].details["address"]
    gone = (
        "borttagna:\n- {adress: exempelby/, rubrik: Exempelby kommun, datum: 2026-12-31,"
        " skäl: Kommunen har gått ihop med Grannbyn., läs_i_stället: [grannbyn/kf]}\n"
        f"- {{adress: {theme}, rubrik: Skolan, datum: 2026-12-31, skäl: Ingen har temat.}}\n"
    )
    bodies = "organisation:\n- {id: kf, namn: Kommunfullmäktige, slag: fullmäktige}\n"
    write_files(
        root,
        {
            "data/borttagna.yml": gone,
            "data/grannbyn/organisation.yml": bodies,
        },
    )
    made = built(root)
    # Files for the whole kommun end; those of each page, and all that is embedded, say what happened.
    ended = {url for url in dead(made, known) if not re.match(r"exempelby/data/v1/|.*#", url)}
    assert ended == set()
    pages = {url for url in of(known, "exempelby") if url.endswith("/")}
    elsewhere = ("exempelby/inbaddad/", "exempelby/badda-in/")
    assert {url for url in pages if not url.startswith(elsewhere)} - {
        one.url for one in made.redirects
    } <= {*made.gone}
    (page,) = (one for one in made.pages if one.url == "exempelby/mal/utb-2/")
    assert "Kommunen har gått ihop med Grannbyn." in page.body
    assert 'href="../../../grannbyn/organisation/kf/"' in page.body
    files = {one.path: str(one.content) for one in made.artifacts}
    assert "togs bort 31 december 2026" in files["exempelby/inbaddad/v1/mal/utb-2/index.html"]
    assert "exempelby/" not in [entry.url for entry in made.entries]


def test_former_names_of_folders_lead_to_one_kommun(everything):
    root, _ = everything
    renamed(root, "exempelby", "byn")
    file = root / "data/grannbyn/kommun.yml"
    file.write_text(file.read_text("utf-8") + "  tidigare_mapp: exempelby\n", "utf-8")
    assert [p.code for p in pipeline.check(root).problems if grave(p.code)] == ["KV821"]


def test_pictures_and_rules_for_frames_are_in_the_folders_that_a_kommun_has_had(tmp_path):
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>\n"
    who = KOMMUN.replace("kommun:\n", "kommun:\n  tidigare_mapp: byn\n")
    who += "  får_bädda_in: https://www.exempelby.example\n"
    root = project(
        tmp_path,
        {"data/exempelby/kommun.yml": who, "content/exempelby/bilder/karta.svg": drawing},
    )
    report = driver.build_sites(root)
    assert report.published, (report.problems, report.complaints)
    now, once = root / "site/exempelby", root / "site/byn"
    assert (once / "bilder/karta.svg").read_bytes() == (now / "bilder/karta.svg").read_bytes()
    framed = "inbaddad/v1/.htaccess"
    assert (once / framed).read_bytes() == (now / framed).read_bytes()
    moved = (root / "site/.server/nginx/moved.map").read_text("utf-8")
    assert '"/byn/mal/utb-1/" "/exempelby/mal/utb-2/";' in moved
