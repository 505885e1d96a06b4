"""Ways out of the project, and ways to fill a computer: refused with a name and a line."""

import re
import struct
import subprocess
import zlib
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import markdown
import pikepdf
import pytest
from PIL import Image

from kommunvision import driver, pipeline
from kommunvision.load import pictures, read_json
from kommunvision.text.reading import fault_of
from kommunvision.text.sanitize import clean
from tests.projects import GOALS, errors, project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "webb")


# Links and names that lead out.


@pytest.mark.parametrize(
    "target",
    ["../.git/config", "../.env", "../mkdocs.yml", "../data/exempelby/mal.yml", ".hemligt", "exempelby/../../.env"],
)  # fmt: skip
def test_a_link_to_what_is_no_content_is_not_followed_though_it_stands_in_the_project(root, target):
    for name in (".git/config", ".env", "content/.hemligt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("lösenord\n", encoding="utf-8")
    (root / "content/x.txt").symlink_to(target)
    assert errors(root) == [("KV015", "content/x.txt")]
    assert driver.build_sites(root).published is None


def test_a_link_to_another_file_of_the_content_is_followed(root):
    (root / "content/ett.txt").write_text("Ett\n", encoding="utf-8")
    (root / "content/tva.txt").symlink_to("ett.txt")
    assert errors(root) == []


@pytest.mark.parametrize(
    ("target", "file", "code"),
    [
        ("annan", "content/lank/x.txt", None),
        (".hemlig", "content/lank/x.txt", "KV015"),
        ("../data", "content/lank/x.txt", "KV015"),
        ("annan", "content/.hemlig/x.txt", None),
        ("annan", "content/annan/../../data/x.txt", "KV021"),
    ],
)
def test_what_lies_behind_a_folder_that_is_a_link_is_judged_by_where_it_is(
    root, target, file, code
):
    for name in ("content/annan", "content/.hemlig", "data"):
        (root / name).mkdir(exist_ok=True)
        (root / name / "x.txt").write_text("x\n", encoding="utf-8")
    (root / "content/lank").symlink_to(target)
    assert fault_of(root / file, root) == code
    (root.parent / "dit").symlink_to(root)
    assert fault_of(root.parent / "dit" / file, root.parent / "dit") == code


@pytest.mark.parametrize("folder", ["content", "data"])
def test_a_folder_of_the_site_that_is_a_link_itself_is_not_followed(root, folder, tmp_path):
    (root / folder).rename(tmp_path / "annan")
    (root / folder).symlink_to(tmp_path / "annan")
    assert "KV015" in {code for code, _ in errors(root)}


@pytest.mark.parametrize(
    "file",
    ["../../../utanfor.png", "{outside}", "../../hemligt.png", "..\\\\utanfor.png", "a\\0b.png"],
)
def test_a_picture_that_the_data_names_elsewhere_is_not_even_opened(
    root, file, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(pictures, "measure", opened.append)
    outside = tmp_path / "utanfor.png"
    outside.write_bytes(b"hemligt")
    (root / "hemligt.png").write_bytes(b"hemligt")
    vision = (
        "visioner:\n- {id: v, rubrik: V, status: gällande, text: Här., källa: budget, "
        f'bild: {{fil: "{file.format(outside=outside)}", alt: A, upphov: Kim}}}}\n'
    )
    (root / "data/exempelby/v.yml").write_text(vision, encoding="utf-8")
    errors(root)
    assert opened == []


# Names that are other names somewhere else.


@pytest.mark.parametrize(
    "name",
    ["con.md", "exempelby/AUX.txt", "nul/x.md", "com1.png", "Lpt9.tar.csv", "x.txt.", "a./x.md", " x.md",
     "x.md::$DATA", "c:x.md", "a\\b.md", f"{'a' * 118}.md", "/".join(["mapp"] * 50) + "/x.md"],
)  # fmt: skip
def test_a_name_that_cannot_be_kept_on_every_computer_is_refused(root, name):
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# A\n", encoding="utf-8")
    assert "KV021" in {code for code, _ in errors(root)}
    assert driver.build_sites(root).published is None


@pytest.mark.parametrize("name", ["aux", "con", "nul", "com1", "prn"])
def test_an_id_that_would_be_a_folder_that_windows_cannot_have_is_refused(root, name):
    text = f"{GOALS}- {{id: {name}, nivå: mal, rubrik: A, överordnade: larande}}\n"
    (root / "data/exempelby/mal.yml").write_text(text, encoding="utf-8")
    assert ("KV123", "data/exempelby/mal.yml") in errors(root)


def test_nothing_is_called_as_the_page_that_a_folder_shows_itself(tmp_path):
    # The page came to lie in the folder above, where no link led.
    goals = GOALS.replace("utb-1", "index")
    root = project(tmp_path, {"data/exempelby/mal.yml": goals, "data/index/kommun.yml": ""})
    assert {("KV131", "data/exempelby/mal.yml"), ("KV013", "data/index")} <= set(errors(root))


# What would fill a computer, or a reader's.


@pytest.mark.parametrize(
    ("line", "code"),
    [(f"rubrik: {'a' * 500_000}", "KV121"), (f"text: \"{'a ' * 60_000}\"", "KV121"),
     (f"tidigare_id: [{', '.join(f'a{n}' for n in range(5_000))}]", "KV122")],
    ids=["word", "words", "list"],
)  # fmt: skip
def test_a_text_or_a_list_beyond_all_measure_is_refused(root, line, code):
    heading = "" if line.startswith("rubrik") else ", rubrik: A"
    text = f"{GOALS}- {{id: x, nivå: mal{heading}, överordnade: larande, {line}}}\n"
    (root / "data/exempelby/mal.yml").write_text(text, encoding="utf-8")
    assert (code, "data/exempelby/mal.yml") in errors(root)


def png(width: int, height: int) -> bytes:
    """A file of a few hundred bytes that says that it is so large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content))
            + name
            + content
            + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 90_000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(8_000, 8_000), (200_000, 1), (2_000_000_000, 2_000_000_000)])
def test_a_small_file_with_an_enormous_picture_is_refused(root, size):
    (root / "content/x.png").write_bytes(png(*size))
    assert errors(root) == [("KV740", "content/x.png")]


def test_a_file_that_nobody_could_load_is_refused_without_being_read(root):
    for name in ("x.jpg", "x.pdf"):
        with (root / "content" / name).open("wb") as file:
            file.truncate(2**40)
    assert errors(root) == [("KV739", "content/x.jpg"), ("KV739", "content/x.pdf")]


def test_too_many_files_are_counted_and_not_read(root):
    for number in range(20_001):
        (root / f"content/{number}.txt").touch()
    assert errors(root) == [("KV024", "content")]


def test_a_number_in_published_json_cannot_fill_the_memory(root):
    kommun, _ = read_json('{"kommun": {"namn": "A", "formellt_namn": "A", "kod": 1e999999999}}')
    assert kommun is None or len(str(kommun)) < 10_000


@pytest.mark.parametrize(
    "written",
    ["![a](https://x.example/a.png)", "![a][b]\n\n[b]: https://x.example/a.png", "![a]\n\n[a]: https://x.example/a.png",
     "![a [c] d](https://x.example/a.png)", "![a\nb](<https://x.example/a b.png>)", "![a](ht&#116;ps://x.example/a.png)",
     "![a](/\\x.example/a.png)", "![a](//x.example/a.png)", "[![a](https://x.example/a.png)](https://y.example)",
     "![a](\n  https://x.example/a.png)", '> 1. ![a](https://x.example/a.png "t")'],
)  # fmt: skip
def test_a_picture_from_another_site_is_named_however_it_is_written(root, written):
    (root / "content/exempelby/x.md").write_text(f"# A\n\nOrd.\n\n{written}\n", encoding="utf-8")
    (found,) = (one for one in pipeline.check(root).problems if one.code == "KV738")
    assert found.origin.path == "content/exempelby/x.md"
    assert found.origin.line >= 5
    # Behind the check stands the sanitizer.
    assert "x.example" not in re.sub("<a [^>]*>", "", clean(markdown.markdown(written)))


def test_a_page_cannot_be_given_files_of_the_computer_by_an_extension(root):
    settings = (root / "mkdocs.yml").read_text("utf-8")
    for name in ("pymdownx.snippets", "pymdownx.b64", "pymdownx.blocks.html", "md_in_html"):
        (root / "mkdocs.yml").write_text(
            f"{settings}markdown_extensions: [tables, {name}]\n", encoding="utf-8"
        )
        built = driver.build_sites(root)
        assert built.published is None
        (said,) = [one for one in built.complaints if name in one]
        assert "kan läsa filer" in said


def test_extensions_that_only_change_looks_are_used(root):
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(
            "markdown_extensions: [footnotes, markdown.extensions.def_list, pymdownx.mark]\n"
        )
    assert driver.build_sites(root).published


def test_pictures_beside_pages_are_published_without_what_they_tell(root):
    exif = Image.Exif()
    exif[0x013B] = "Kim Exempelsson"
    image = Image.new("RGB", (8, 8), "red")
    image.save(root / "content/exempelby/torget.JPG", "JPEG", exif=exif)
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg'><!-- Kim Exempelsson --><path d='M0 0'/></svg>"
    )
    (root / "content/vapen.svg").write_text(drawing, encoding="utf-8")
    built = driver.build_sites(root)
    assert built.published, (built.problems, built.complaints)
    for name in ("exempelby/torget.JPG", "vapen.svg"):
        assert b"Kim" not in (root / "site" / name).read_bytes()
    assert "<path" in (root / "site/vapen.svg").read_text("utf-8")


def test_a_film_with_a_place_in_it_is_refused_and_one_without_is_published(root):
    (root / "content/a.mp4").write_bytes(b"ftypmp42" + b"\xa9xyz+60.1")
    (root / "content/b.mp4").write_bytes(b"ftypmp42")
    (root / "content/c.mp4").write_bytes(b"")
    assert errors(root) == [("KV741", "content/a.mp4")]


@pytest.mark.parametrize(
    ("name", "inside", "text"),
    [
        ("x.docx", "docProps/core.xml", "<dc:creator>Kim Ek</dc:creator><cp:lastModifiedBy>Kim Ek</cp:lastModifiedBy>"),
        ("x.ods", "meta.xml", "<meta:initial-creator>Kim Ek</meta:initial-creator>"),
        ("x.pdf", "", "%PDF <</Author (Kim Ek)>>"),
        ("x.pdf", "", "%PDF <dc:creator><rdf:Seq><rdf:li>Kim Ek</rdf:li></rdf:Seq></dc:creator>"),
    ],
)  # fmt: skip
def test_a_document_that_names_its_writer_is_told_of(root, name, inside, text):
    if inside:
        with ZipFile(root / "content" / name, "w") as file:
            file.writestr(inside, text)
    else:
        (root / "content" / name).write_text(text, encoding="utf-8")
    (found,) = [one for one in pipeline.check(root).problems if one.code == "KV742"]
    assert found.details["word"] == "Kim Ek"


def packed(author: str, title: str, *, described: bool) -> bytes:
    """A PDF whose objects are compressed, so that no word stands in plain text."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if described:
            with pdf.open_metadata() as words:
                words["dc:creator"] = [author]
                words["dc:title"] = title
        else:
            pdf.docinfo["/Author"], pdf.docinfo["/Title"] = author, title
        out = BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        pdf.save(out, object_stream_mode=streams, compress_streams=True, recompress_flate=True)
    return out.getvalue()


@pytest.mark.parametrize("described", [False, True])
def test_a_compressed_pdf_that_names_its_writer_or_a_folder_is_told_of(root, described):
    path = "C:\\Users\\kim\\budget.docx"
    raw = packed("Kim Ek", path, described=described)
    if not described:
        assert b"Kim" not in raw
    (root / "content/x.pdf").write_bytes(raw)
    found = {
        p.code: p.details["word"] for p in pipeline.check(root).problems if "word" in p.details
    }
    assert found == {"KV742": "Kim Ek", "KV127": path}


def test_a_broken_or_locked_pdf_is_left_alone(root):
    (root / "content/a.pdf").write_bytes(b"%PDF-1.7\nxref\n0 99999999\ntrailer<</Root 1 0 R>>")
    with pikepdf.new() as pdf:
        pdf.docinfo["/Author"] = "Kim Ek"
        pdf.save(root / "content/b.pdf", encryption=pikepdf.Encryption(owner="a", user="b", R=6))
    assert [p for p in pipeline.check(root).problems if "pdf" in p.origin.path] == []


def test_files_that_are_too_much_together_are_refused_without_being_read(root):
    for number in range(11):
        with (root / f"content/{number}.txt").open("wb") as file:
            file.truncate(100_000_000)
    assert errors(root) == [("KV124", "content")]


def test_a_document_that_is_none_or_unfolds_to_very_much_is_left_alone(root):
    (root / "content/a.docx").write_bytes(b"PK\3\4 inget arkiv")
    with ZipFile(root / "content/b.docx", "w", ZIP_DEFLATED) as file:
        file.writestr("docProps/core.xml", "<dc:creator>" + "a" * 50_000_000)
    assert errors(root) == []


def test_git_starts_no_program_that_a_repository_names(root, tmp_path):
    marks = [tmp_path / f"ran-{number}" for number in range(3)]
    run = partial(subprocess.run, cwd=root, check=True, capture_output=True)
    run(["git", "init", "-q"])
    run(["git", "add", "."])
    run(["git", "-c", "user.name=Kim", "-c", "user.email=kim@x.example", "commit", "-qm", "a"])
    for key, mark in zip(("core.fsmonitor", "diff.external", "core.pager"), marks, strict=True):
        run(["git", "config", key, f"touch {mark}; true"])
    (root / "content/index.md").write_text("# A\n", encoding="utf-8")
    assert driver.build_sites(root).published
    assert not [mark for mark in marks if mark.exists()]


def test_reading_the_history_asks_no_program_about_signatures(root, tmp_path):
    run = partial(subprocess.run, cwd=root, check=True, capture_output=True)
    who = ("-c", "user.name=Kim", "-c", "user.email=kim@x.example")
    run(["git", "init", "-q"])
    run(["git", "add", "."])
    run(["git", *who, "commit", "-qm", "a"])
    made = run(["git", "cat-file", "commit", "HEAD"]).stdout
    head, _, words = made.partition(b"\n\n")
    begun, ended = (b"-----%s PGP SIGNATURE-----" % one for one in (b"BEGIN", b"END"))
    signed = b"%s\ngpgsig %s\n \n a\n %s\n\n%s" % (head, begun, ended, words)
    commit = run(["git", "hash-object", "-t", "commit", "-w", "--stdin"], input=signed).stdout
    run(["git", "update-ref", "HEAD", commit.decode().strip()])
    ran, program = tmp_path / "ran", tmp_path / "gpg"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    run(["git", "config", "log.showSignature", "true"])
    run(["git", "config", "gpg.program", str(program)])
    run(["git", "log", "-1"])
    assert ran.exists()
    ran.unlink()
    assert driver.build_sites(root).published
    assert not ran.exists()
