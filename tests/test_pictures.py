"""Pictures of visions: measured, shown with their words, and refused where they cannot be shown."""

import re
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from kommunvision import driver, pipeline
from kommunvision.picture.size import measure
from tests.browser import served
from tests.looking import DESK, PHONE, faults_in, in_views, looked_at, too_wide
from tests.projects import project

VISION = """
visioner:
- id: v
  rubrik: Vision 2040
  status: gällande
  text: Här trivs alla.
  källa: budget
  beslut: framgår inte av källan
  bild: {fil: FIL, alt: ALT, upphov: Kim Exempelsson}
"""


def vision(file: str, alt: str = "En buss kör över bron.") -> str:
    return VISION.replace("FIL", file).replace("ALT", alt)


def picture(kind: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """A picture of one colour."""
    held = BytesIO()
    Image.new("RGB", size, "#1f5f5b").save(held, kind, **options)
    return held.getvalue()


def lying_photo() -> bytes:
    """A photo whose camera lay on its side: 64 by 48 in the file, 48 by 64 to the eye."""
    turned = Image.Exif()
    turned[0x0112] = 6
    return picture("JPEG", exif=turned)


# Told where the file lies, and not where it is named.
OF_THE_FILE = {"KV731", "KV740"}


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.jpg", picture("JPEG"), (64, 48)),
        ("a.JPG", picture("JPEG"), (64, 48)),
        ("a.png", picture("PNG"), (64, 48)),
        ("a.webp", picture("WEBP"), (64, 48)),
        ("a.avif", picture("AVIF"), (64, 48)),
        ("lying.jpg", lying_photo(), (48, 64)),
        ("a.svg", b'<svg viewBox="0 0 300 150.4" xmlns="x"/>', (300, 150)),
        ("a.svg", b"<?xml version='1.0'?><svg width='64px' height='48' viewBox='0 0 1 1'/>", (64, 48)),
        ("a.svg", b'<svg width="100%" height="100%" viewBox="0,0,32,16"/>', (32, 16)),
        ("a.svg", b'<svg width="64"/>', None),
        ("a.svg", b'<svg viewBox="0 0 0 10"/>', None),
        ("a.svg", b"Ingen bild.", None),
        ("a.png", picture("JPEG"), None),
        ("a.jpg", b"", None),
        ("a.jpg", picture("JPEG")[:40], None),
        ("a.gif", picture("GIF"), None),
    ],
)  # fmt: skip
def test_a_picture_is_measured_as_a_browser_shows_it(tmp_path: Path, name, content, size):
    (tmp_path / name).write_bytes(content)
    assert measure(tmp_path / name) == size


def test_a_small_file_that_would_unfold_to_fill_a_computer_has_no_size(tmp_path: Path):
    # Said to be 20,000 pixels each way; a picture's size stands after 16 bytes, before its check sum.
    small = picture("PNG")
    head = b"IHDR" + struct.pack(">II", 20_000, 20_000) + small[24:29]
    (tmp_path / "a.png").write_bytes(
        small[:12] + head + struct.pack(">I", zlib.crc32(head)) + small[33:]
    )
    assert measure(tmp_path / "a.png") is None


@pytest.mark.parametrize(
    ("file", "content", "codes"),
    [
        ("bussen.jpg", picture("JPEG"), []),
        ("bussen.webp", picture("WEBP"), []),
        ("bussen.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>', []),
        ("saknas.jpg", picture("JPEG"), ["KV733"]),
        ("../om.jpg", picture("JPEG"), ["KV733"]),
        ("bussen.gif", picture("GIF"), ["KV734"]),
        ("bussen.png", picture("JPEG"), ["KV740"]),
        ("bussen.jpg", picture("JPEG") + b" " * 300_000, ["KV736"]),
        ("bussen.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', ["KV731"]),
    ],
)
def test_a_picture_that_cannot_be_shown_is_found_where_its_name_stands(
    tmp_path: Path, file, content, codes
):
    name = "bussen.jpg" if file in {"saknas.jpg", "../om.jpg"} else file
    root = project(
        tmp_path,
        {"data/exempelby/visioner.yml": vision(file), f"content/exempelby/{name}": content},
    )
    outcome = pipeline.check(root)
    problems = [one for one in outcome.problems if one.code.startswith(("KV73", "KV74"))]
    assert [one.code for one in problems] == codes
    places = [
        f"{one.origin.path}:{one.origin.line}" for one in problems if one.code not in OF_THE_FILE
    ]
    assert places == ["data/exempelby/visioner.yml:8"] * len(places)


def test_a_picture_without_words_for_it_or_its_maker_is_refused(tmp_path: Path):
    text = vision("bussen.jpg").replace(
        "alt: En buss kör över bron., upphov: Kim Exempelsson", "x: 1"
    )
    root = project(
        tmp_path,
        {
            "data/exempelby/visioner.yml": text.replace(", x: 1", ""),
            "content/exempelby/bussen.jpg": picture("JPEG"),
        },
    )
    missing = [one.details["key"] for one in pipeline.check(root).problems if one.code == "KV102"]
    assert missing == ["alt", "upphov"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose vision has a tall photo."""
    root = project(
        tmp_path_factory.mktemp("bild"),
        {
            "data/exempelby/visioner.yml": vision("bussen.jpg"),
            "content/exempelby/bussen.jpg": picture("JPEG", (900, 1600)),
        },
    )
    report = driver.build_sites(root, site_dir=root / "ut")
    assert report.published, report.problems
    return root / "ut"


@pytest.mark.parametrize("url", ["exempelby/", "exempelby/vision/v/"])
def test_start_page_and_vision_show_the_picture_with_its_words_size_and_maker(site: Path, url):
    html = (site / url / "index.html").read_text("utf-8")
    figure = re.search(r'<figure class="kv-picture">(.*?)</figure>', html, re.DOTALL)
    assert figure
    assert 'alt="En buss kör över bron."' in figure[1]
    assert 'width="900" height="1600"' in figure[1]
    assert "Bild: Kim Exempelsson" in figure[1]
    # Near the top, so it is not left to wait.
    assert "loading=" not in figure[1]
    file = re.search(r'src="([^"]+)"', figure[1])
    assert file
    assert (site / url / file[1]).resolve().is_file()


def test_a_picture_declared_decorative_has_an_empty_alternative_text(tmp_path: Path):
    files = {
        "data/exempelby/visioner.yml": vision("bussen.jpg", "dekorativ"),
        "content/exempelby/bussen.jpg": picture("JPEG"),
    }
    outcome = pipeline.produce(project(tmp_path, files))
    page = next(page for page in outcome.pages if page.url == "exempelby/vision/v/")
    assert 'alt=""' in page.body
    assert "dekorativ" not in page.body


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_tall_picture_is_shown_whole_within_a_screen_and_nothing_moves_when_it_comes(
    chromium: Browser, site: Path, size
):
    with served(site) as address, looked_at(chromium, f"{address}exempelby/vision/v/") as (page, _):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        measure_box = """() => {
            const box = document.querySelector(".kv-picture img").getBoundingClientRect();
            return [box.width, box.height];
        }"""
        with_picture = page.evaluate(measure_box)
        page.route("**/*.jpg", lambda route: route.abort())
        page.reload()
        without_picture = page.evaluate(measure_box)
        fit = page.evaluate("getComputedStyle(document.querySelector('.kv-picture img')).objectFit")
    assert fit == "contain"
    assert with_picture[1] <= 0.8 * size[1]
    assert with_picture[0] <= size[0]
    assert without_picture[1] == pytest.approx(with_picture[1], abs=1)


@in_views
def test_a_vision_with_a_picture_has_no_fault_and_fits_a_phone(views, screen: Page, site: Path):
    with served(site) as address, looked_at(screen, f"{address}exempelby/vision/v/") as (page, _):
        assert not faults_in(page, views)
        assert not too_wide(page)
