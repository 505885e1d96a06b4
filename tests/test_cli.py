"""The command speaks Swedish, answers with the right exit code, and never shows a traceback."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from kommunvision import cli
from kommunvision.cli import judging
from kommunvision.swedish.registry import kommuner
from tests.projects import GOALS, SETTINGS, project, snapshot

ENGLISH = re.compile(
    r"\b(usage|options|error|try|invalid|missing|show this|no such|the|got)\b", re.IGNORECASE
)
TARGETS = "Det går inte att publicera till {}. Ange en mapp, användare@server:/mapp eller git:gren."
UNKNOWN_PARENT = GOALS.replace("[larande]", "[larnade]")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return project(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run the command in this process; gives exit code, output and complaints."""
    capsys.readouterr()
    code = cli.run([str(word) for word in words])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


@pytest.mark.parametrize(
    "words",
    [
        "",
        "check",
        "build",
        "serve",
        "publish",
        "new",
        "new kommun",
        "import",
        "pdf",
        "refresh",
        "lock",
        "due",
        "template",
        "changes",
        "archive",
        "migrate",
        "schema",
        "doctor",
    ],
)
@pytest.mark.parametrize("option", ["--help", "--hjälp", "--hjalp"])
def test_every_help_page_is_swedish_and_has_an_example(capsys, words, option):
    code, out, _ = run(capsys, *words.split(), option)
    assert code == 0
    assert out.startswith(f"Användning: {' '.join(['kommunvision', *words.split()])} ")
    assert "Alternativ:" in out
    assert "Exempel: kommunvision" in out
    assert not ENGLISH.search(out.replace("--site-dir", ""))


def test_the_list_of_commands_says_what_each_does_in_a_whole_sentence(capsys):
    _, out, _ = run(capsys, "--help")
    listed = out.partition("Kommandon:")[2].partition("Exempel:")[0]
    told = [" ".join(one.split()) for one in re.split(r"\n  (?=\w)", listed) if one.strip()]
    assert len(told) > 12
    assert [one for one in told if not re.fullmatch(r"\w+ [A-ZÅÄÖ][^.]+\.", one)] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "",
            "Ange ett kommando: check, build, merge, serve, publish, new, import, pdf, refresh, lock, due, template, changes, format, archive, migrate, schema, doctor.",
        ),
        ("chekc", "Kommandot chekc finns inte. Menade du check?"),
        ("check --fromat json", "Alternativet --fromat finns inte. Menade du --format?"),
        ("check --format xml", "xml går inte att välja. Välj bland text, json, github, sarif."),
        ("check --strict=3", "Alternativet --strict tar inget värde."),
        ("check --root", "Alternativet --root behöver ett värde."),
        ("check här där", "Det här är för mycket: här där."),
        (
            "check exempelby",
            "Det här är för mycket: exempelby. Gäller det en kommun skriver du --kommun exempelby.",
        ),
        ("--root webb check", "Skriv --root efter kommandot."),
        ("new --kommun exempelby mål", "Skriv --kommun efter kommandot."),
        ("serve --port dörren", "dörren är inget portnummer. Ange ett heltal från 0 till 65535."),
        (
            "refresh --dag i-går",
            "i-går är ingen dag. Skriv år, månad och dag, till exempel 2026-03-16.",
        ),
        ("refresh --tid länge", "länge går inte som tid. Ange hela sekunder, från 1 till 86400."),
        (
            "new",
            (
                "Ange ett kommando: kommun, mål, indikator, uppföljning, aktuellt, källa, beslut, "
                "vision, organ, tema, skala, styrmodell, mätserie, borttagen, undantag."
            ),
        ),
        (
            "pdf exempelby --dag igår",
            "igår är ingen dag. Skriv år, månad och dag, till exempel 2026-03-16.",
        ),
        ("new kommun", "Du behöver ange NAMN|KOD."),
        ("publish", "Du behöver ange PLATS."),
        ("publish ut --keep få", "få går inte som antal. Ange ett heltal från 0 till 1000."),
        ("publish ut --rollback --list", "Ange antingen --rollback eller --list, inte båda."),
        ("publish ssh://server/mal", TARGETS.format("ssh://server/mal")),
        ("publish server:/srv/;rm", TARGETS.format("server:/srv/;rm")),
        ("publish git:-x", "-x går inte som namn på en gren. Skriv till exempel git:gh-pages."),
        ("lock", "Du behöver ange [KOMMUN] UPPFÖLJNING."),
        ("lock a b c", "Det här är för mycket: c."),
        ("due --format pdf", "pdf går inte att välja. Välj bland text, json, ics."),
        ("changes --format pdf", "pdf går inte att välja. Välj bland text, markdown."),
        ("changes a b", "Det här är för mycket: b."),
        ("new kommun Norbreg", "Norbreg är ingen av Sveriges 290 kommuner. Menade du Norberg?"),
        ("new kommun 0000", "0000 är ingen av Sveriges 290 kommuner."),
        ("new kommun skane", "skane är ingen av Sveriges 290 kommuner."),
    ],
)
def test_a_wrong_call_is_explained_in_swedish(capsys, words, said):
    code, out, err = run(capsys, *words.split())
    assert code == 2
    assert out == ""
    assert err.splitlines()[0] == f"Fel: {said}"
    assert err.splitlines()[1].startswith("Hjälp: kommunvision")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_new_kommun_without_a_name_is_asked_for_one(capsys, tmp_path, name):
    code, _, err = run(capsys, "new", "kommun", name, "--root", tmp_path)
    assert code == 2
    assert err.startswith("Fel: Skriv kommunens namn eller kommunkod, till exempel Norberg")


@pytest.mark.parametrize("name", ["Region Skåne", "Skåne", "region kalmar län"])
def test_whoever_asks_for_a_region_is_told_how_to_begin(capsys, tmp_path, name):
    code, _, err = run(capsys, "new", "kommun", name, "--root", tmp_path)
    assert code == 2
    assert " är en region, och listan har bara kommuner. Börja med kommunvision new " in err
    assert not (tmp_path / "data").exists()


def test_habo_and_habo_with_a_ring_stand_side_by_side(capsys, tmp_path):
    for name in ("Habo", "Håbo"):
        assert run(capsys, "new", "kommun", name, "--root", tmp_path)[0] == 0
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["habo", "habo-0305"]
    exit_code, out, _ = run(capsys, "check", "--root", tmp_path)
    assert (exit_code, codes(out)) == (0, {"varning KV514", "varning KV607"})
    assert run(capsys, "new", "kommun", "Håbo", "--root", tmp_path)[0] == 2


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("check", "data", "data ska vara en mapp, men är en fil."),
        ("build", "data", "data ska vara en mapp, men är en fil."),
        ("new kommun Kil", "data", "data ska vara en mapp, men är en fil."),
        ("check", "content", "content ska vara en mapp, men är en fil."),
        ("build", "content", "content ska vara en mapp, men är en fil."),
        ("build", "mkdocs.yml", "mkdocs.yml ska vara en fil, men är en mapp."),
    ],
)
def test_a_file_in_place_of_a_folder_is_named(capsys, tmp_path, words, name, said):
    root = project(tmp_path)
    if name.endswith(".yml"):
        (root / name).unlink()
        (root / name).mkdir()
    else:
        shutil.rmtree(root / name)
        (root / name).write_text("x", encoding="utf-8")
    code, out, err = run(capsys, *words.split(), "--root", root)
    assert (code, out) == (2, "")
    assert said in err.splitlines()[0]


def test_the_version_is_shown(capsys):
    assert run(capsys, "--version") == (0, "kommunvision 0.1.0\n", "")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize(
    ("missing", "said"),
    [("", "finns inte."), ("data", "data finns inte. Kör kommandot i webbplatsens mapp")],
)
def test_a_folder_that_is_not_there_is_named(capsys, tmp_path, command, missing, said):
    root = tmp_path / "saknas" if not missing else tmp_path
    code, _, err = run(capsys, command, "--root", root)
    assert code == 2
    assert err.startswith("Fel: Mappen ")
    assert said in err


@pytest.mark.parametrize(("name", "kind"), [("mkdocs.yml", "Filen"), ("content", "Mappen")])
def test_a_site_without_settings_or_pages_is_not_built_and_the_lack_is_named(
    capsys, tmp_path, name, kind
):
    gone = {"mkdocs.yml": None} if name == "mkdocs.yml" else {}
    if name == "content":
        gone = {"content/index.md": None, "content/exempelby/om-malen.md": None}
    code, _, err = run(capsys, "build", "--root", project(tmp_path, gone))
    assert code == 2
    assert err.startswith(f"Fel: {kind} {tmp_path / name} finns inte.")


def test_settings_that_cannot_be_read_are_no_crash(capsys, tmp_path):
    root = project(tmp_path, {"mkdocs.yml": "site_name: [öppen\n"})
    code, _, err = run(capsys, "build", "--root", root)
    assert code == 2
    assert err.startswith("Fel: Inställningarna i mkdocs.yml går inte att använda.")


def test_check_passes_a_good_site_and_says_so(capsys, site):
    code, out, err = run(capsys, "check", "--root", site)
    assert (code, err) == (0, "")
    assert "fel KV" not in out
    assert "varning KV" not in out


def test_check_finds_errors_with_place_and_remedy(capsys, tmp_path):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    code, out, _ = run(capsys, "check", "--root", root)
    assert code == 1
    assert "data/exempelby/mal.yml:10:17: fel KV202:" in out
    assert 'Menade du "larande"?' in out


def test_strict_makes_warnings_count(capsys, tmp_path):
    unsourced = GOALS.replace("  källa: budget\n", "", 1)
    root = project(tmp_path, {"data/exempelby/mal.yml": unsourced})
    assert "varning" in run(capsys, "check", "--root", root)[1]
    assert run(capsys, "check", "--root", root)[0] == 0
    assert run(capsys, "check", "--root", root, "--strict")[0] == 1
    assert run(capsys, "build", "--root", root, "--strict")[0] == 1
    assert not (root / "site").exists()
    assert run(capsys, "build", "--root", root)[0] == 0


def test_json_carries_every_problem(capsys, tmp_path):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    code, out, _ = run(capsys, "check", "--root", root, "--format", "json")
    found = json.loads(out)
    assert code == 1
    (error,) = [one for one in found["problems"] if one["severity"] == "fel"]
    assert (error["code"], error["line"], error["column"]) == ("KV202", 10, 17)
    assert found["counts"]["fel"] == 1


def test_sarif_has_what_the_standard_demands(capsys, tmp_path):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    log = json.loads(run(capsys, "check", "--root", root, "--format", "sarif")[1])
    assert log["version"] == "2.1.0"
    (process,) = log["runs"]
    assert process["tool"]["driver"]["name"]
    rules = process["tool"]["driver"]["rules"]
    assert process["results"]
    for result in process["results"]:
        assert result["message"]["text"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "data/exempelby/mal.yml"
        assert place["region"]["startLine"] >= 1


def test_github_form_is_chosen_inside_github_actions(capsys, tmp_path, monkeypatch):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::error file=data/exempelby/mal.yml,line=10," in run(capsys, "check", "--root", root)[1]
    assert "fel KV202" in run(capsys, "check", "--root", root, "--format", "text")[1]


def test_one_kommun_can_be_chosen_and_must_exist(capsys, tmp_path):
    root = project(tmp_path, {"data/annanby/mal.yml": "mål: fel"})
    assert run(capsys, "check", "--root", root)[0] == 1
    assert run(capsys, "check", "--root", root, "--kommun", "exempelby")[0] == 0
    for wanted, remedy in (
        ("utopia", "Det här finns: annanby, exempelby."),
        ("Exempelbyn", "Menade du exempelby?"),
        # As a terminal fills in the name of a folder; a build of it took the whole site away.
        ("exempelby/", "Menade du exempelby?"),
        ("exempelby/delar", "Menade du exempelby?"),
        (".", "Det här finns: annanby, exempelby."),
    ):
        code, _, err = run(capsys, "check", "--root", root, "--kommun", wanted)
        told = f"Fel: Kommunen {wanted} finns inte under data/. {remedy}"
        assert (code, err.splitlines()[0]) == (2, told)


def test_a_shared_file_that_cannot_be_read_is_told_of_whichever_kommun_is_chosen(capsys, tmp_path):
    # Without its themes a kommun seems to be right, since nobody knows which there are.
    root = project(tmp_path, {"data/teman.yml": "teman:\n  - id: skola\n  namn: Skola\n"})
    code, out, err = run(capsys, "check", "--root", root, "--kommun", "exempelby")
    assert code == 1
    assert "data/teman.yml:3:" in out + err


def test_build_says_what_it_built_and_where(capsys, site, monkeypatch):
    monkeypatch.chdir(site)
    code, out, err = run(capsys, "build")
    assert (code, err) == (0, "")
    assert "Webbplatsen är byggd." in out
    assert "Kommuner: Exempelby" in out
    assert "Plats: site/" in out
    assert "Titta på den: kommunvision serve" in out
    assert (site / "site/exempelby/mal/utb-2/index.html").exists()


def test_build_touches_only_what_has_changed(capsys, site):
    run(capsys, "build", "--root", site)
    goal = site / "site/exempelby/mal/utb-2/index.html"
    other = site / "site/assets/kommunvision.css"
    (site / "site/gammal").mkdir()
    (site / "site/gammal/index.html").write_text("x", encoding="utf-8")
    before = (goal.stat().st_mtime_ns, other.stat().st_mtime_ns)
    data = site / "data/exempelby/mal.yml"
    data.write_text(data.read_text("utf-8").replace("Fler unga", "Alla unga"), encoding="utf-8")
    out = run(capsys, "build", "--root", site)[1]
    assert "Alla unga når gymnasieexamen" in goal.read_text("utf-8")
    assert goal.stat().st_mtime_ns != before[0]
    assert other.stat().st_mtime_ns == before[1]
    assert not (site / "site/gammal").exists()
    assert "1 borttagna" in out


def test_a_failed_build_leaves_the_published_site_untouched(capsys, site):
    run(capsys, "build", "--root", site)
    before = snapshot(site / "site")
    (site / "data/exempelby/mal.yml").write_text(UNKNOWN_PARENT, encoding="utf-8")
    code, out, err = run(capsys, "build", "--root", site)
    assert code == 1
    assert "fel KV202" in out
    assert "Webbplatsen är inte byggd. Det som redan är publicerat är orört." in err
    assert snapshot(site / "site") == before
    assert sorted(path.name for path in site.iterdir()) == ["content", "data", "mkdocs.yml", "site"]


@pytest.mark.parametrize("target", [".", "data", "content/exempelby", ".."])
def test_a_site_is_never_published_over_its_own_files(capsys, site, target):
    before = snapshot(site)
    code, _, err = run(capsys, "build", "--root", site, "--site-dir", site / target)
    assert code == 2
    assert "för där ligger filerna som den byggs av" in err
    assert snapshot(site) == before


def test_a_folder_with_other_things_is_left_alone(capsys, site, tmp_path_factory):
    other = tmp_path_factory.mktemp("annat")
    (other / "viktigt.txt").write_text("spara mig", encoding="utf-8")
    code, _, err = run(capsys, "build", "--root", site, "--site-dir", other)
    assert code == 2
    assert "rörs därför inte" in err
    assert [path.name for path in other.iterdir()] == ["viktigt.txt"]


def codes(printed: str) -> set[str]:
    """What a report finds: grave or not, and the code. A new kommun has assessed nothing yet."""
    return set(re.findall(r"(?:fel|varning|råd) KV\d{3}", printed))


@pytest.mark.parametrize(
    ("name", "slug", "code"),
    [
        ("Upplands Väsby", "upplands-vasby", "0114"),
        ("0114", "upplands-vasby", "0114"),
        ("upplands-vasby", "upplands-vasby", "0114"),
        ("norbergs kommun", "norberg", "1962"),
        ("Exempelby", "exempelby", "9999"),
    ],
)
def test_a_new_kommun_is_valid_and_builds_at_once(capsys, tmp_path, name, slug, code):
    assert run(capsys, "new", "kommun", name, "--root", tmp_path)[0] == 0
    assert f'kod: "{code}"' in (tmp_path / "data" / slug / "kommun.yml").read_text("utf-8")
    exit_code, out, _ = run(capsys, "check", "--root", tmp_path)
    assert (exit_code, codes(out)) == (0, {"varning KV514", "varning KV607"})
    exit_code, out, _ = run(capsys, "build", "--root", tmp_path)
    assert exit_code == 0
    assert (tmp_path / "site" / slug / "mal/mal-1/index.html").exists()
    # Nobody has said yet where the site will stand, and codes for embedding would lead nowhere.
    assert "Obs! https://kommunen.example/ i mkdocs.yml är ett exempel." in out
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    kommun = (tmp_path / "data" / slug / "kommun.yml").read_text("utf-8")
    formal = re.search("formellt_namn: (.*)", kommun)[1]
    assert f"site_name: Vision och mål i {formal}\n" in settings


def test_what_a_new_kommun_says_before_anyone_has_filled_it_in_is_told_of(capsys, tmp_path):
    run(capsys, "new", "kommun", "Exempelby", "--root", tmp_path)
    told = run(capsys, "check", "--root", tmp_path)[1]
    folder = tmp_path / "data/exempelby"
    asking = [
        (file.name, number)
        for file in sorted(folder.iterdir())
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if re.search(r"^[^#]*: Skriv ", line)
    ]
    assert len(asking) >= 6
    for name, number in asking:
        assert re.search(rf"/{name}:{number}:\d+: varning KV607", told), (name, number)


def test_every_file_of_a_new_kommun_begins_by_saying_what_it_is_for(capsys, tmp_path):
    run(capsys, "new", "kommun", "1962", "--root", tmp_path)
    files = sorted((tmp_path / "data/norberg").iterdir())
    assert len(files) >= 5
    for file in files:
        assert file.read_text("utf-8").startswith("# ")
        # But for the line that editors look for, whose sign is its own.
        assert "$" not in file.read_text("utf-8").partition("\n")[2]


def test_each_of_the_290_can_begin(capsys, tmp_path):
    for number, kommun in enumerate(kommuner().values()):
        if number % 29 == 0:
            assert run(capsys, "new", "kommun", kommun.code, "--root", tmp_path)[0] == 0
    exit_code, out, _ = run(capsys, "check", "--root", tmp_path)
    assert (exit_code, codes(out)) == (0, {"varning KV514", "varning KV607"})


def test_a_kommun_that_exists_is_not_written_over(capsys, site):
    before = snapshot(site)
    code, _, err = run(capsys, "new", "kommun", "Exempelby", "--root", site)
    assert code == 2
    assert "Mappen data/exempelby/ finns redan. Ingenting är ändrat." in err
    assert snapshot(site) == before


def test_an_unexpected_fault_is_told_in_swedish_and_shown_whole_on_request(
    capsys, site, monkeypatch
):
    def break_down(*_args: object, **_named: object) -> None:
        raise RuntimeError("bad wheel")

    monkeypatch.setattr(judging, "check", break_down)
    code, out, err = run(capsys, "check", "--root", site)
    assert (code, out) == (3, "")
    assert err.splitlines()[0] == "Fel: Något gick fel i programmet: RuntimeError: bad wheel"
    assert "Anmäl felet" in err
    for option in ("--felsök", "--felsok"):
        assert cli.run(["check", "--root", str(site), option]) == 3
        assert "Traceback" in capsys.readouterr().err


def test_output_into_a_closed_pipe_is_no_crash(tmp_path):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    command = f"{sys.executable} -m kommunvision check --root {root} | true"
    result = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True)
    assert result.stderr == ""


def test_progress_is_for_terminals_only(site):
    command = [sys.executable, "-m", "kommunvision", "build", "--root", str(site)]
    result = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert result.stderr == ""
    assert "..." not in result.stdout


@contextmanager
def serving(root: Path, **more: str):
    """Serve a site in a process of its own; gives the address when it answers."""
    command = [sys.executable, "-m", "kommunvision", "serve", "--root", str(root), "--port", "0"]
    # The programs that are tested, and what they keep where the tests keep it.
    kept = ("PYTHONPATH", "XDG_CACHE_HOME")
    same = {name: os.environ[name] for name in kept if name in os.environ}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        env={"PYTHONUNBUFFERED": "1", "PATH": "", **same, **more},
    )  # fmt: skip
    try:
        said = []
        for line in process.stdout:
            said.append(line)
            if found := re.search(r"Webbplatsen visas på (http://\S+)", line):
                yield found[1]
                break
        else:
            pytest.fail("".join(said))
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)[0]
        assert "Traceback" not in rest
        assert process.returncode == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def fetched(address: str) -> str:
    """What the server shows, whether it calls it a fault or not."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310
            return answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.read().decode("utf-8")


def wait_for(address: str, text: str) -> str:
    """Ask until a page has a text, for half a minute at most."""
    page = ""
    for _ in range(60):
        page = fetched(address)
        if text in page:
            return page
        time.sleep(0.5)
    pytest.fail(f"{text!r} never came; the page was:\n{page}")


def test_serve_follows_the_files_and_shows_errors_until_they_are_gone(site):
    goals = site / "data/exempelby/mal.yml"
    settings = SETTINGS.replace("- kommunvision\n", "- kommunvision:\n      formular: lokalt\n")
    (site / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with serving(site) as address:
        page = f"{address}exempelby/mal/utb-2/"
        assert "<h1>Fler unga når gymnasieexamen</h1>" in fetched(page)
        goals.write_text(UNKNOWN_PARENT, encoding="utf-8")
        shown = wait_for(page, "Webbplatsen har fel som behöver rättas")
        assert "data/exempelby/mal.yml:10:17: fel KV202" in shown
        assert "Menade du &quot;larande&quot;?" in shown
        assert "livereload(" in shown
        # The forms stay, so that it can be mended there, and are never loaded anew by themselves.
        editor = fetched(f"{address}redigera/")
        assert 'src="redigera.js"' in editor
        assert "livereload(" not in editor
        assert '<html lang="sv">' in shown
        assert "Webbplatsen har fel" in fetched(address)
        goals.write_text(GOALS.replace("Fler unga", "Alla unga"), encoding="utf-8")
        wait_for(page, "<h1>Alla unga når gymnasieexamen</h1>")
        (site / "content/exempelby/om-malen.md").write_text("# Ny\n\nHej.\n", encoding="utf-8")
        wait_for(f"{address}exempelby/om-malen/", "<p>Hej.</p>")
    assert not (site / "site").exists()


def test_serve_begins_with_the_errors_where_there_are_any_and_goes_on_when_they_are_mended(
    tmp_path,
):
    root = project(tmp_path, {"data/exempelby/mal.yml": UNKNOWN_PARENT})
    with serving(root) as address:
        shown = fetched(address)
        assert "fel KV202" in shown
        # There is no file yet that its styles could come from.
        assert "--measure" in shown
        assert 'rel="stylesheet"' not in shown
        (root / "data/exempelby/mal.yml").write_text(GOALS, encoding="utf-8")
        wait_for(address, "Provplatsen</h1>")
        assert "<h1>Sidan finns inte</h1>" in fetched(f"{address}exempelby/finns-inte/")


def test_a_port_in_use_is_explained(capsys, site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = run(capsys, "serve", "--root", site, "--port", port)
    assert code == 2
    assert f"Port {port} är upptagen." in err


def test_a_link_to_a_heading_that_does_not_exist_stops_the_build_and_is_told_in_swedish(
    capsys, tmp_path
):
    text = "# Sida\n\n[a](#finns-inte) och [b](mal/utb-2.md#inte-heller).\n"
    root = project(tmp_path, {"content/exempelby/sida.md": text})
    code, _, err = run(capsys, "build", "--root", root)
    assert code == 1
    assert 'exempelby/sida.md: Länken "#finns-inte" leder till en rubrik som inte finns' in err
    assert 'leder till "#inte-heller", som inte finns på sidan exempelby/mal/utb-2.md.' in err
    assert not ENGLISH.search(err)
    assert not (root / "site").exists()


FOLLOW_UP = """
uppföljningar:
- id: ar-2024
  namn: Årsredovisning 2024
  period: 2024
  källa: budget
  senast: 2025-02-14
  låst: 2025-03-01
  omdömen:
  - {om: utb-2, status: uppfyllt}
"""


def with_follow_up(site: Path, text: str = FOLLOW_UP) -> Path:
    """Write an occasion into a site; gives the path of its locks."""
    (site / "data/exempelby/uppfoljning.yml").write_text(text, encoding="utf-8")
    return site / "data/exempelby/las.yml"


def test_lock_writes_what_an_occasion_says_and_a_second_time_nothing(capsys, site):
    locks = with_follow_up(site)
    code, out, _ = run(capsys, "lock", "ar-2024", "--root", site)
    said = "Uppföljningen ar-2024 är låst. Lägg in data/exempelby/las.yml tillsammans med de andra filerna."
    assert (code, out) == (0, f"{said}\n")
    first = locks.read_bytes()
    assert b"- uppf\xc3\xb6ljning: ar-2024\n" in first
    code, out, _ = run(capsys, "lock", "exempelby", "ar-2024", "--root", site)
    assert (code, out) == (0, "Uppföljningen ar-2024 är redan låst. Ingenting är skrivet.\n")
    assert locks.read_bytes() == first


def test_lock_says_what_differs_and_locks_nothing_anew(capsys, site):
    locks = with_follow_up(site)
    run(capsys, "lock", "ar-2024", "--root", site)
    first = locks.read_bytes()
    with_follow_up(site, FOLLOW_UP.replace("status: uppfyllt", "status: delvis uppfyllt"))
    code, out, err = run(capsys, "lock", "ar-2024", "--root", site)
    assert code == 1
    assert "fel KV929" in out
    assert err.startswith("Uppföljningen ar-2024 är redan låst och låses inte om.")
    assert locks.read_bytes() == first


def test_lock_refuses_data_with_errors_and_an_occasion_without_a_day(capsys, site):
    locks = with_follow_up(site, FOLLOW_UP.replace("uppfyllt}", "upfyllt}"))
    code, out, err = run(capsys, "lock", "ar-2024", "--root", site)
    assert (code, "fel KV911" in out) == (1, True)
    assert err == "Uppföljningen ar-2024 är inte låst. Rätta felen först.\n"
    with_follow_up(site, FOLLOW_UP.replace("  låst: 2025-03-01\n", ""))
    code, _, err = run(capsys, "lock", "ar-2024", "--root", site)
    assert code == 2
    assert err.startswith('Fel: Skriv först "låst:" och dagen på uppföljningen ar-2024.')
    code, _, err = run(capsys, "lock", "ar-2042", "--root", site)
    assert err.startswith("Fel: Uppföljningen ar-2042 finns inte. Menade du ar-2024?")
    assert not locks.exists()


def test_due_lists_what_open_occasions_lack_on_a_day(capsys, site):
    with_follow_up(site, FOLLOW_UP.replace("  låst: 2025-03-01\n", ""))
    code, out, _ = run(capsys, "due", "--root", site, "--dag", "2025-02-10")
    assert (code, out.splitlines()[:2]) == (
        0,
        [
            "Årsredovisning 2024 (Exempelby)",
            "Allt ska vara rapporterat senast 14 februari 2025, om fyra dagar.",
        ],
    )
    assert "  - Nyfikna hela livet (larande)" in out.splitlines()
    code, out, _ = run(
        capsys, "due", "ar-2024", "--root", site, "--dag", "2025-02-10", "--format", "json"
    )
    assert json.loads(out)["occasions"][0]["days_left"] == 4
    _, out, _ = run(capsys, "due", "exempelby", "--root", site, "--format", "ics")
    assert out.startswith("BEGIN:VCALENDAR")


def test_due_makes_no_list_of_data_with_errors(capsys, site):
    with_follow_up(site, FOLLOW_UP.replace("uppfyllt}", "upfyllt}"))
    code, out, err = run(capsys, "due", "--root", site, "--format", "json")
    assert (code, out) == (1, "")
    assert "fel KV911" in err
    assert err.endswith("Listan går inte att göra förrän felen är rättade.\n")


# What takes long to import, and which of it a command has use for.
SLOW = {
    "babel",
    "coloraide",
    "httpx",
    "icalendar",
    "jinja2",
    "lxml",
    "mkdocs",
    "openpyxl",
    "rdflib",
}


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["--help"], {"babel"}),
        (["chekc"], {"babel"}),
    ],
)
def test_a_command_waits_for_no_package_of_another(tmp_path, words, needed):
    root = project(tmp_path)
    program = (
        "import sys; from kommunvision.cli import run; run(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", program, *words]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    imported = set(result.stdout.splitlines()[-1].split())
    assert "click" in imported
    assert imported & SLOW <= needed


def test_a_check_of_what_has_not_changed_waits_for_no_reader_of_data(tmp_path):
    root = project(tmp_path)
    program = (
        "import sys; from kommunvision.cli import run; run(['check']); print(*sorted(sys.modules))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    )
    needed = {"yaml", "kommunvision.model", "kommunvision.load", "kommunvision.checking"}
    assert needed <= {*first.stdout.splitlines()[-1].split()}
    assert not needed & {*second.stdout.splitlines()[-1].split()}
