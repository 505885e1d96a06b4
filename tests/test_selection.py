"""What is published is what is judged: hidden files that are let in, and files that are left out."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from PIL import Image

from kommunvision import cli, pipeline
from kommunvision.driver import build_sites
from kommunvision.text.selection import selection_of
from tests.helpers import write_files
from tests.projects import KOMMUN, SETTINGS, errors, project

LETS_IN = f'{SETTINGS}exclude_docs: "!.well-known"\n'
CONTACT = "Contact: mailto:sakerhet@exempelby.example\n"


def leaving_out(*patterns: str, key: str = "exclude_docs") -> str:
    return SETTINGS + f"{key}: |\n" + "".join(f"  {one}\n" for one in patterns)


def own(root: Path) -> list[tuple[str, str]]:
    """Code and file of all that is told of files of the content."""
    found = pipeline.check(root).problems
    return [(one.code, one.origin.path) for one in found if one.origin.path.startswith("content/")]


def test_a_hidden_file_that_is_let_in_is_published_after_the_checks_of_other_files(tmp_path):
    root = project(tmp_path, {"mkdocs.yml": LETS_IN, "content/.well-known/security.txt": CONTACT})
    assert own(root) == []
    built = build_sites(root)
    assert built.complete, (built.problems, built.complaints)
    assert (root / "site/.well-known/security.txt").read_text("utf-8") == CONTACT


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        (".well-known/byt.html", "<script>a()</script>", "KV730"),
        (
            ".well-known/vapen.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>',
            "KV731",
        ),
        ("exempelby/.well-known/torget.jpg", "ingen bild", "KV740"),
        (".well-known/Mina uppgifter.txt", "Hej", "KV809"),
        (".well-known/om.md", "# Om\n\n[mer](mer.md)\n", "KV726"),
    ],
)
def test_a_hidden_file_that_is_let_in_and_cannot_be_published_stops_the_site(
    tmp_path, name, content, code
):
    root = project(tmp_path, {"mkdocs.yml": LETS_IN, f"content/{name}": content})
    assert own(root) == [(code, f"content/{name}")]
    assert not build_sites(root).complete


def test_a_hidden_picture_that_is_let_in_is_published_without_what_it_tells(tmp_path):
    root = project(tmp_path, {"mkdocs.yml": LETS_IN})
    exif = Image.Exif()
    exif[0x013B] = "Kim Exempelsson"
    (root / "content/.well-known").mkdir()
    Image.new("RGB", (8, 8), "red").save(root / "content/.well-known/a.jpg", "JPEG", exif=exif)
    assert build_sites(root).complete
    assert b"Kim" not in (root / "site/.well-known/a.jpg").read_bytes()


@pytest.mark.parametrize("target", ["../.env", "../data/exempelby/mal.yml", "exempelby/.nyckel"])
def test_a_link_from_a_hidden_folder_to_what_is_no_content_is_refused(tmp_path, target):
    more = {"mkdocs.yml": LETS_IN, ".env": "a=b", "content/exempelby/.nyckel": "hemlig"}
    root = project(tmp_path, more)
    (root / "content/.well-known").mkdir()
    (root / "content/.well-known/a.txt").symlink_to(root / "content" / target)
    assert own(root) == [("KV015", "content/.well-known/a.txt")]


def test_hidden_files_that_nobody_has_let_in_are_left_alone(tmp_path):
    """Editors leave such behind, also beside those that are let in."""
    more = {"content/.obsidian/app.js": "a", "content/exempelby/.om.md.swp": "a"}
    root = project(tmp_path, {"mkdocs.yml": LETS_IN, **more})
    assert own(root) == []
    assert build_sites(root).complete
    assert not list((root / "site").glob("**/*.swp"))
    assert not (root / "site/.obsidian").exists()


BROKEN = {
    "content/exempelby/utkast/plan.md": "# Plan\n\n<script>a()</script> [mer](mer.md)\n",
    "content/exempelby/utkast/Torget våren.jpg": "ingen bild",
    "content/exempelby/torget.psd": "en fil som inte publiceras",
    "content/templates/mall.html": "<p>Mall</p>",
}


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_files_that_are_left_out_are_not_complained_of(tmp_path, key):
    settings = leaving_out("utkast/", "*.psd", key=key)
    root = project(tmp_path, {"mkdocs.yml": settings, **BROKEN})
    assert own(root) == []
    built = build_sites(root)
    assert built.complete, (built.problems, built.complaints)
    left = {"plan", "utkast", "torget.psd", "templates"}
    assert not [one for one in (root / "site").rglob("*") if one.name in left]


def test_what_the_settings_do_not_leave_out_is_judged(tmp_path):
    root = project(tmp_path, {"mkdocs.yml": leaving_out("annat/", "*.ai"), **BROKEN})
    codes = {path: code for code, path in errors(root)}
    assert codes["content/exempelby/torget.psd"] == "KV730"
    assert "content/exempelby/utkast/plan.md" in codes


@pytest.mark.parametrize(
    "written", ["[planen](utkast/plan.md)", "![Torget](utkast/torget.jpg)", "[pdf](utkast/a.pdf#b)"]
)
def test_a_link_to_what_is_left_out_is_told_of(tmp_path, written):
    files = {
        "mkdocs.yml": leaving_out("utkast/"),
        "content/exempelby/mer.md": f"# Mer\n\n{written}\n",
        "content/exempelby/utkast/plan.md": "# Plan\n",
        "content/exempelby/utkast/torget.jpg": "ingen bild",
        "content/exempelby/utkast/a.pdf": "%PDF",
    }
    root = project(tmp_path, files)
    assert errors(root) == [("KV791", "content/exempelby/mer.md")]
    assert not build_sites(root).complete


def test_a_page_that_is_left_out_gives_its_place_back_to_the_page_of_the_engine(tmp_path):
    files = {
        "mkdocs.yml": leaving_out("/exempelby/mal/"),
        "content/exempelby/mer.md": "# Mer\n\n[Skolan](mal/utb-2.md)\n",
        "content/exempelby/mal/utb-2.md": "# Vår egen text om skolan\n",
    }
    root = project(tmp_path, files)
    assert own(root) == []
    built = build_sites(root)
    assert built.complete, (built.problems, built.complaints)
    shown = (root / "site/exempelby/mal/utb-2/index.html").read_text("utf-8")
    assert "gymnasieexamen" in shown
    assert "Vår egen text" not in shown


def test_patterns_leave_out_nothing_that_the_engine_has_made(tmp_path):
    more = {"content/exempelby/a.json": "{}", "content/exempelby/data/a.csv": "a;b\n"}
    root = project(tmp_path / "a", {"mkdocs.yml": leaving_out("*.json", "*.css", "data/"), **more})
    plain = project(tmp_path / "b")
    assert build_sites(root).complete
    assert build_sites(plain).complete

    def names(one: Path) -> set[str]:
        return {path.relative_to(one).as_posix() for path in (one / "site").rglob("*.*")}

    assert names(root) == names(plain)


def test_a_former_folder_does_not_get_what_is_left_out(tmp_path):
    told = KOMMUN.replace("  namn: Exempelby\n", "  namn: Exempelby\n  tidigare_mapp: gamla\n")
    files = {
        "mkdocs.yml": leaving_out("/exempelby/utkast/"),
        "data/exempelby/kommun.yml": told,
        "content/exempelby/utkast/a.txt": "hemligt",
        "content/exempelby/b.txt": "öppet",
    }
    root = project(tmp_path, files)
    built = build_sites(root)
    assert built.complete, (built.problems, built.complaints)
    assert (root / "site/gamla/b.txt").exists()
    assert not (root / "site/gamla/utkast").exists()


def test_a_check_hears_of_changed_settings_and_hidden_files_though_it_remembers(tmp_path, capsys):
    """The answer of the run before is used only where nothing that it rests on has changed."""
    name = "content/exempelby/.well-known/vapen.svg"
    root = project(tmp_path, {"mkdocs.yml": LETS_IN, name: "<svg/>"})
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"{}><path d="M0 0"/></svg>'

    def told() -> str:
        cli.run(["check", "--root", str(root)])
        return capsys.readouterr().out

    write_files(root, {name: drawing.format("")})
    assert "KV731" not in told()
    write_files(root, {name: drawing.format(' onload="a()"')})
    assert "KV731" in told()
    write_files(root, {"mkdocs.yml": SETTINGS})
    assert "KV731" not in told()


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS,
        LETS_IN,
        leaving_out("utkast/", "*.psd", "!.well-known", "!/templates/"),
        leaving_out("# en rad om varför", "", "/exempelby/*", "!/exempelby/om-malen.md"),
        leaving_out("**/utkast/**", "a?.txt", key="draft_docs"),
        f"{SETTINGS}exclude_docs: !ENV [FINNS_INTE, 'utkast/']\n",
        f"INHERIT: grund.yml\n{SETTINGS}",
    ],
)
def test_patterns_mean_what_they_mean_to_mkdocs(tmp_path, settings):
    names = [
        *("index.md", "templates/a.md", "exempelby/templates/a.md", "exempelby/om-malen.md"),
        *("exempelby/utkast/a.md", "utkast", "a.psd", "b/c.psd", "a1.txt", "a12.txt"),
        *(".well-known/a.txt", ".well-known/.b", "b/.well-known/c.txt", ".gitignore", "grund/a.md"),
    ]
    files = {f"content/{name}": "" for name in names}
    write_files(tmp_path, {"mkdocs.yml": settings, "grund.yml": "exclude_docs: grund/", **files})
    mkdocs = get_files(load_config(str(tmp_path / "mkdocs.yml"), plugins=[]))
    theirs = {file.src_uri for file in mkdocs if file.inclusion.is_included()}
    ours, _ = selection_of(tmp_path).parted(tmp_path / "content")
    assert set(ours) == theirs


@pytest.mark.parametrize("value", ["[a, b]", '"!"', "{a: b}", "!!python/name:okand.modul"])
def test_settings_that_mkdocs_refuses_do_not_stop_a_check(tmp_path, value):
    root = project(tmp_path, {"mkdocs.yml": f"{SETTINGS}exclude_docs: {value}\n"})
    assert own(root) == []


@pytest.mark.parametrize("value", ['!!int ""', "!!bool kanske", "!!timestamp nu", "2024-13-45"])
def test_settings_with_a_value_that_is_none_do_not_stop_a_check(tmp_path, value):
    root = project(tmp_path, {"mkdocs.yml": f"{SETTINGS}exclude_docs: a/\nextra: {value}\n"})
    assert own(root) == []


def test_a_link_to_a_folder_is_refused_where_what_lies_in_it_may_be_let_in(tmp_path):
    """MkDocs follows it, whatever it leads to."""
    root = project(tmp_path, {"mkdocs.yml": leaving_out("lank/", "!lank/hemlig.md")})
    write_files(tmp_path, {"utanfor/hemlig.md": "# Hemligt\n"})
    (root / "content/lank").symlink_to(tmp_path / "utanfor")
    assert own(root) == [("KV015", "content/lank")]
    write_files(root, {"mkdocs.yml": leaving_out("lank/")})
    assert own(root) == []
