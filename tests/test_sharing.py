"""The picture that goes with a shared link: there for each kommun, readable, and always the same."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFile, ImageFont

from kommunvision import driver, pipeline
from kommunvision.chain import GoalSystem, Site
from kommunvision.colour import contrast
from kommunvision.pages.sharing import card as of_kommun
from kommunvision.picture import sharing
from kommunvision.picture.sharing import Card, draw
from tests.helpers import kommun_from
from tests.projects import FILES, project
from tests.test_pictures import picture, vision

DARKEST_WHITE = 200
DARK = "#1f5f5b"


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def lit(image: Image.Image) -> Image.Image:
    """Return where letters stand: white, on a background that is dark."""
    return image.convert("L").point(lambda grey: 255 if grey > DARKEST_WHITE else 0)


def meta(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))


def test_every_kommun_and_the_portal_have_a_picture_of_the_right_size(built_site: Path):
    slugs = ("exempelby", "nora", "norberg", "sandviken", "smedjebacken", "assets")
    files = [built_site / slug / "delningsbild.png" for slug in slugs]
    for file in files:
        image = opened(file.read_bytes())
        assert image.size == (1200, 630)
        assert file.stat().st_size < 60_000
        box = lit(image).getbbox()
        assert box
        assert box[2] - box[0] > 400
    assert len({file.read_bytes() for file in files}) == len(files)


@pytest.mark.parametrize(
    ("url", "file", "words"),
    [
        ("", "assets/delningsbild.png", "Kommunernas visioner och mål"),
        ("tema/", "assets/delningsbild.png", "Kommunernas visioner och mål"),
        ("exempelby/", "exempelby/delningsbild.png", "Vision 2035 – vi hälsar på bussen"),
        ("exempelby/mal/utb-2/", "exempelby/delningsbild.png", "Exempelby kommun"),
        ("exempelby/radhusklockan/", "exempelby/delningsbild.png", "Påhittad kommun"),
        ("nora/", "nora/delningsbild.png", "Nora kommun"),
    ],
)
def test_a_page_names_its_picture_by_a_whole_address_with_words_and_size(
    built_site: Path, url, file, words
):
    told = meta((built_site / url / "index.html").read_text("utf-8"))
    assert told["og:image"] == f"https://kommunvision.example/{file}"
    assert words in told["og:image:alt"]
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["twitter:card"] == "summary_large_image"
    assert (built_site / file).is_file()


def test_a_site_without_an_address_of_its_own_names_no_picture(tmp_path: Path):
    settings = str(FILES["mkdocs.yml"]).replace("site_url: https://prov.example/\n", "")
    root = project(tmp_path, {"mkdocs.yml": settings})
    driver.build_sites(root, site_dir=root / "ut")
    told = meta((root / "ut/exempelby/index.html").read_text("utf-8"))
    assert "og:title" in told
    assert not {"og:image", "twitter:card"} & set(told)


@pytest.mark.parametrize("weight", ["Regular", "Semibold", "Bold"])
def test_every_letter_of_swedish_and_of_the_minority_languages_is_drawn(weight: str):
    font = sharing._font(weight, 40)  # noqa: SLF001 - the very font that draws the picture
    assert isinstance(font, ImageFont.FreeTypeFont)

    def shape(letter: str) -> tuple[tuple[int, int], bytes]:
        mask = font.getmask(letter)
        return mask.size, bytes(mask)

    missing = shape("\uffff")
    assert [
        x for x in "åäöÅÄÖéüÉáñČčšŠžŽđĐŋŊŧŦøæ–—”’»…§•×−½²€0123456789" if shape(x) == missing
    ] == []
    assert len({shape(x)[1] for x in "aåäoö"}) == 5


def test_other_letters_give_another_picture_and_the_same_give_the_same_bytes():
    one = draw(Card("Vision och mål", "Åsele kommun", DARK))
    draw.cache_clear()
    assert draw(Card("Vision och mål", "Åsele kommun", DARK)) == one
    assert draw(Card("Vision och mål", "Asele kommun", DARK)) != one


@pytest.mark.parametrize(
    "card",
    [
        Card("Vision och mål", "Å kommun", DARK, "Vision"),
        Card(
            "Vision och mål",
            "Kommunalförbundet för räddningstjänst i Västra Götaland och Örebro län",
            DARK,
            "Här är en vision med ett långt namn som fyller flera rader " * 4,
            "Påhittad kommun",
        ),
        Card("", "x" * 150, DARK, "y" * 300, "Påhittad kommun"),
        Card("Vision och mål", "ord " * 80, DARK, "fler ord " * 80),
        Card("Vision och mål", "Exempelby kommun", DARK, "Vision", "", picture("PNG", (900, 40))),
        Card("Vision och mål", "Exempelby kommun", DARK, "Vision", "", picture("JPEG", (40, 900))),
    ],
)  # fmt: skip
def test_nothing_is_written_outside_the_margins(card: Card):
    left, top, right, bottom = lit(opened(draw(card))).getbbox() or (0, 0, 0, 0)
    assert left >= 60
    assert top >= 30
    assert right <= 1200 - 60
    assert bottom <= 630 - 60


def test_words_that_do_not_fit_end_with_a_sign_that_there_was_more():
    font = sharing._font("Regular", 28)  # noqa: SLF001 - as above
    whole = list(sharing._wrapped("ett två tre fyra fem", font, 150))  # noqa: SLF001 - as above
    assert " ".join(whole) == "ett två tre fyra fem"
    assert len(whole) > 1
    torn = list(sharing._wrapped("x" * 40, font, 150))  # noqa: SLF001 - as above
    assert "".join(torn) == "x" * 40
    assert sharing._ended("ett två", font).endswith("två …")  # noqa: SLF001 - as above


@pytest.mark.parametrize("accent", ["#ffd400", "#00ff00", "#1f5f5b", "#000000", "#e4003a"])
def test_white_letters_stand_out_on_every_accent_colour(accent: str):
    kommun = kommun_from(f"""
        kommun:
          {{namn: Exempelby, formellt_namn: Exempelby, påhittad: ja, accentfärg: "{accent}"}}
        """)
    system = GoalSystem(kommun)
    card = of_kommun(Site([system]), system)
    pixel = opened(draw(card)).getpixel((5, 5))
    assert contrast("#ffffff", "#{:02x}{:02x}{:02x}".format(*pixel)) >= 7


@pytest.mark.parametrize(
    ("file", "content", "shown"),
    [
        ("logga.png", picture("PNG", (80, 80)), True),
        ("logga.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>', False),
        ("logga.png", re.sub(rb"(?s)(?<=IDAT).{40}", bytes(40), picture("PNG", (80, 80))), False),
    ],
)
def test_a_logotype_is_in_the_picture_if_it_can_be(
    tmp_path: Path, monkeypatch, file, content, shown
):
    # As WeasyPrint does, for all who share Pillow with it.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    kommun = str(FILES["data/exempelby/kommun.yml"])
    files = {
        "data/exempelby/kommun.yml": f"{kommun}  logotyp: {{fil: {file}, alt: Märke}}\n",
        "data/exempelby/visioner.yml": vision("bussen.png"),
        "content/exempelby/bussen.png": picture("PNG"),
        f"content/exempelby/{file}": content,
    }
    outcome = pipeline.produce(project(tmp_path, files))
    made = {one.path: one.content for one in outcome.artifacts}["exempelby/delningsbild.png"]
    assert isinstance(made, bytes)
    # The frame of the logotype is white, in the upper right corner.
    corner = lit(opened(made)).crop((900, 30, 1200, 110))
    assert (corner.getbbox() is not None) is shown
