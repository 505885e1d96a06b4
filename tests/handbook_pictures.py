"""Makes the pictures of the handbook, ``make handbok``: of real pages, so that they never age."""

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from kommunvision import cli, driver
from kommunvision.collect import Round, template
from kommunvision.load import load_kommun
from tests.browser import launched_chromium, served
from tests.form.driving import editing
from tests.test_cli import serving
from tests.test_handbook_examples import first_goal, settings

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "handbok" / "bilder"
NO_BROWSER = (
    "Programmet Chromium saknas, så handbokens bilder kan inte göras. Installera det, eller kör "
    "make handbok, som gör det åt dig."
)

WIDE, DESK, PHONE = 1200, 960, 360
# Few colours make small files; more are not told apart on these pages.
_COLOURS = 64
# So much of the page is seen around what a picture shows.
_AIR = 16


@dataclass(frozen=True)
class Picture:
    """One picture: of what, how wide, and how much of its height."""

    address: str
    width: int
    height: int
    # From this element on, and no wider than the text; the whole page where there is none.
    of: str | None = None


# By the name of its file. ``serve`` shows a mistake, ``arbetsbok`` the template of a body, and
# ``formular`` the form of a goal.
OF_PAGES = {
    "startsida": Picture("exempelby/", DESK, 900),
    "mal": Picture("exempelby/mal/utb-2/", DESK, 900),
    "mal-telefon": Picture("exempelby/mal/utb-2/", PHONE, 760),
    "malkedja": Picture("exempelby/malkedja/", DESK, 900),
    "uppfoljning": Picture(
        "exempelby/uppfoljning/arsredovisning-2024/", WIDE, 620, "figure.kv-overview"
    ),
    "indikator": Picture("exempelby/indikatorer/ind-examen/", WIDE, 620, "figure.kv-chart"),
    "badda-in": Picture("exempelby/badda-in/mal/utb-2/", DESK, 760, "main h2"),
    "sok": Picture("exempelby/sok/?q=skola", PHONE, 760),
}
NAMES = (*OF_PAGES, "fel-i-serve", "arbetsbok", "formular")


def main(arguments: list[str]) -> None:
    """Make every picture, of the site in a folder that is named or of one that is built for it."""
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(launched_chromium())
        except FileNotFoundError:
            sys.exit(NO_BROWSER)
        site = Path(arguments[0]) if arguments else stack.enter_context(_built())
        target = Path(arguments[1]) if arguments[1:] else PICTURES
        make(browser, site, target)


def make(browser: Browser, site: Path, target: Path) -> None:
    """Make every picture, and remove what is left of earlier ones."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.png"):
        old.unlink()
    with served(site) as address:
        for name, picture in OF_PAGES.items():
            with _opened(browser, address + picture.address, picture.width) as page:
                _save(page, target / f"{name}.png", picture.height, picture.of)
    with _mistaken() as address, _opened(browser, address, DESK, fails=True) as page:
        _save(page, target / "fel-i-serve.png", 420)
    with _opened(browser, None, DESK) as page:
        page.set_content(_workbook())
        _save(page, target / "arbetsbok.png", 420)
    with _form(browser) as page:
        _save(page, target / "formular.png", 900)


@contextmanager
def _opened(
    browser: Browser, address: str | None, width: int, *, fails: bool = False
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="light", reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        if address is not None:
            answer = page.goto(address, wait_until="load")
            if answer is None or answer.ok == fails:
                message = f"{address} does not answer as it should"
                raise RuntimeError(message)
        if address is not None and "?q=" in address:
            page.wait_for_selector(".kv-hits li")
        yield page
    finally:
        context.close()


def _save(page: Page, path: Path, height: int, of: str | None = None) -> None:
    """Write what is seen, from a place on, in few colours."""
    left = top = 0
    found = Image.open(BytesIO(page.screenshot(full_page=True)))
    right = found.width
    if of is not None:
        text, place = (_place(page, one) for one in ("main", of))
        left, right, top = text.left, text.right, max(place.top - _AIR, 0)
    seen = found.crop((left, top, right, min(top + height, found.height)))
    seen.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


@dataclass(frozen=True)
class Box:
    """Where an element is on the page."""

    left: int
    top: int
    right: int


def _place(page: Page, selector: str) -> Box:
    found = page.locator(selector).first.bounding_box()
    if found is None:
        message = f"{selector} is not on {page.url}"
        raise RuntimeError(message)
    return Box(
        max(int(found["x"]) - _AIR, 0),
        int(found["y"]),
        int(found["x"] + found["width"]) + _AIR,
    )


@contextmanager
def _built() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        words = ["build", "--root", str(ROOT), "--kommun", "exempelby", "--site-dir", folder]
        if code := cli.run(words):
            sys.exit(code)
        yield Path(folder)


@contextmanager
def _mistaken() -> Iterator[str]:
    """Serve the site of the first page with a mistake in its last file."""
    with TemporaryDirectory() as folder:
        for name, text in {**settings(), **first_goal()}.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("[omr-utbildning]", "[omr-utbilding]"), encoding="utf-8")
        with serving(Path(folder)) as address:
            yield address


@contextmanager
def _form(browser: Browser) -> Iterator[Page]:
    """Open the form of the goal that the handbook's first page writes."""
    with TemporaryDirectory() as folder:
        root, files = Path(folder), first_goal()
        for name, text in {**settings(), **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with_forms = root / "mkdocs.yml"
        plain = with_forms.read_text("utf-8")
        local = re.sub("site_url: .*", "site_url: http://localhost/", plain)
        with_forms.write_text(
            local.replace("- kommunvision\n", "- kommunvision: {formular: lokalt}\n"),
            encoding="utf-8",
        )
        report = driver.build_sites(root)
        if not report.published:
            message = f"the site with forms cannot be built: {report.complaints}"
            raise RuntimeError(message)
        with editing(browser, report.site_dir, files, width=DESK, height=900) as editor:
            editor.page.emulate_media(color_scheme="light", reduced_motion="reduce")
            editor.open_folder()
            editor.open_file("Mål (")
            editor.unfold("mål.1")
            # Its fields come when they are seen.
            expect(editor.field("mål.1.rubrik")).to_be_visible()
            yield editor.page


def _workbook() -> str:
    """Return what a body reports goals in, as a table that looks as it does in Excel."""
    kommun, _ = load_kommun(ROOT, "data/exempelby")
    assert kommun is not None
    occasion = next(one for one in kommun.occasions if one.id == "delarsrapport-2024")
    book = load_workbook(BytesIO(template(Round(kommun, occasion), "bun")))
    return _table(book["Omdömen"])


def _table(sheet: Worksheet) -> str:
    columns = [cell.column for cell in sheet[1] if not _hidden(sheet, cell.column_letter)][:7]
    rows = []
    for number, row in enumerate(sheet.iter_rows(max_row=6), start=1):
        cells = [cell for cell in row if cell.column in columns]
        shown = "".join(
            f'<td class="{"las" if cell.protection.locked else "oppen"}">'
            f"{escape(str(cell.value or ''))}</td>"
            for cell in cells
        )
        rows.append(f"<tr><th>{number}</th>{shown}</tr>")
    letters = "".join(f"<th>{sheet.cell(1, column).column_letter}</th>" for column in columns)
    return (
        '<!doctype html><html lang="sv"><meta charset="utf-8"><style>'
        "body{margin:12px;font:15px/1.35 sans-serif}table{border-collapse:collapse}"
        "td,th{border:1px solid #bbb;padding:5px 7px;vertical-align:top;font-weight:400}"
        "th,.las{background:#eee}tr:nth-child(2) td{font-weight:700}"
        f"</style><table><tr><th></th>{letters}</tr>{''.join(rows)}</table></html>"
    )


def _hidden(sheet: Worksheet, letter: str) -> bool:
    return bool(sheet.column_dimensions[letter].hidden)


if __name__ == "__main__":
    main(sys.argv[1:])
