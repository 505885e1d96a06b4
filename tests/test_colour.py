"""A kommun's one colour becomes tones that can be read, or is refused with a good proposal."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from math import dist
from pathlib import Path

import pytest
from coloraide import Color

import kommunvision
from kommunvision.colour import (
    DARK,
    DEFAULT_ACCENT,
    LIGHT,
    Scheme,
    nearest,
    seen_on_light,
    stylesheet,
    tones,
)
from kommunvision.problem import Problem
from tests.check.test_rules import found_in
from tests.helpers import WHO, kommun_from, problems_from

HEX = re.compile(r"#[0-9a-f]{6}")
STYLES = Path(kommunvision.__file__).parent / "theme/assets/kommunvision.css"
SCHEMES = [LIGHT, DARK]

# Colours of coats of arms and graphic profiles, the corners of the screen's colours, and greys.
KNOWN = [
    "#000000", "#010101", "#808080", "#8e8e8e", "#ff0000", "#00843d", "#0000ff", "#FF00E0",
    "#0B5A6B", "#0b5a6b", "#1f5f5b", "#003366", "#002f6c", "#e4002b", "#6a1b9a", "#c75b12",
]  # fmt: skip
REFUSED = [
    "#ffffff", "#FFFFFF", "#f3f6f7", "#cccccc", "#ffff00", "#FFE600", "#ffd100", "#00ff00",
    "#00ffff", "#ff00ff", "#ffb6c1", "#f5a623", "#9fd3ff", "#d7c9f0", "#949494",
]  # fmt: skip


def ratio(one: str, other: str) -> float:
    """The contrast of two colours by the words of WCAG 2.2, beside the library that we use."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def faults_of_tones(accent: str, scheme: Scheme) -> Iterator[str]:
    """What cannot be seen or read of the tones of a colour."""
    made = tones(accent, scheme)
    ink = tone("--ink", scheme)
    for ground in (scheme.paper, scheme.surface, made.tint):
        if ratio(made.accent, ground) < 7:
            yield f"{accent}: text {made.accent} on {ground}"
        if ratio(made.mark, ground) < 3:
            yield f"{accent}: mark {made.mark} on {ground}"
        if ratio(ink, ground) < 7:
            yield f"{accent}: ink {ink} on {ground}"
    if ratio(made.on_mark, made.mark) < 4.5:
        yield f"{accent}: {made.on_mark} on mark {made.mark}"
    if ratio(scheme.paper, made.accent) < 7:
        yield f"{accent}: paper on {made.accent}"
    for one in (made.accent, made.mark, made.on_mark, made.tint):
        if not HEX.fullmatch(one):
            yield f"{accent}: {one} is not written as a stylesheet wants it"


@cache
def blocks() -> dict[str, dict[str, str]]:
    """The properties of each block of the stylesheet's first section, colours in full."""
    css = re.sub(r"/\*.*?\*/", "", STYLES.read_text("utf-8"), flags=re.DOTALL).split("*,\n")[0]
    found = {
        selector.strip(): dict(re.findall(r"(--[a-z-]+): ([^;]+);", body))
        for selector, body in re.findall(r"(:root[^{]*)\{([^}]*)\}", css)
    }
    short = re.compile(r"#(\w)(\w)(\w)")
    return {
        selector: {
            name: short.sub(r"#\1\1\2\2\3\3", value) if short.fullmatch(value) else value
            for name, value in values.items()
        }
        for selector, values in found.items()
    }


def tone(name: str, scheme: Scheme) -> str:
    """A colour of the theme's stylesheet in a scheme."""
    return blocks()[':root[data-theme="dark"]' if scheme.dark else ":root"][name]


def grid(hues: int, lightnesses: int, chromas: int) -> Iterator[str]:
    """Colours spread over everything that a screen can show."""
    steps = product(range(hues), range(1, lightnesses), range(chromas))
    found = (
        Color("oklch", [light / lightnesses, 0.3 * strong / chromas, 360 * hue / hues])
        for hue, light, strong in steps
    )
    yield from dict.fromkeys(one.fit("srgb").convert("srgb").to_string(hex=True) for one in found)


def assert_usable(accent: str) -> None:
    """Assert that a colour gives tones that hold, or that the one proposed instead does."""
    if seen_on_light(accent) < 3:
        accent = nearest(accent)
    assert seen_on_light(accent) >= 3
    assert [fault for scheme in SCHEMES for fault in faults_of_tones(accent, scheme)] == []
    assert tones(accent, LIGHT).mark == accent.lower()


@pytest.mark.parametrize("accent", [*KNOWN, *REFUSED])
def test_a_known_colour_or_the_one_proposed_instead_gives_tones_that_hold(accent):
    assert_usable(accent)


def test_colours_spread_over_the_screen_or_those_proposed_instead_give_tones_that_hold():
    for accent in grid(9, 7, 3):
        assert_usable(accent)


@pytest.mark.full
@pytest.mark.timeout(1800)
def test_the_same_holds_for_thousands_of_colours():
    for accent in grid(36, 20, 6):
        assert_usable(accent)


@pytest.mark.parametrize("accent", KNOWN)
def test_a_colour_is_used_as_it_is_on_light_pages_and_keeps_its_hue_in_the_dark(accent):
    assert tones(accent, LIGHT).mark == accent.lower()
    given, dark = (Color(one).convert("oklch") for one in (accent, tones(accent, DARK).mark))
    assert dark["lightness"] >= given["lightness"] - 0.001
    if given["chroma"] > 0.02:
        assert abs((dark["hue"] - given["hue"] + 180) % 360 - 180) < 6


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_the_stylesheet_and_the_engine_agree_on_grounds_and_on_the_colour_without_a_kommun(scheme):
    made = tones(DEFAULT_ACCENT, scheme)
    assert tone("--paper", scheme) == scheme.paper
    assert tone("--surface", scheme) == scheme.surface
    assert tone("--accent", scheme) == made.accent
    assert tone("--mark", scheme) == made.mark
    assert tone("--on-mark", scheme) == made.on_mark
    assert tone("--tint", scheme) == made.tint


def test_the_dark_that_a_reader_chooses_is_the_dark_of_the_system():
    chosen, system = (
        blocks()[one] for one in (':root[data-theme="dark"]', ':root:not([data-theme="light"])')
    )
    assert chosen == system


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_the_greys_of_the_stylesheet_are_read_and_seen(scheme):
    for ground in (scheme.paper, scheme.surface):
        assert ratio(tone("--ink", scheme), ground) >= 7
        assert ratio(tone("--muted", scheme), ground) >= 7
        assert ratio(tone("--edge", scheme), ground) >= 3
    assert ratio(tone("--notice-ink", scheme), tone("--notice", scheme)) >= 7


def test_the_stylesheet_of_a_kommun_is_plain_colours_for_light_dark_and_the_readers_choice():
    expected = """\
:root {
  --accent: #ab001e;
  --mark: #e4002b;
  --on-mark: #ffffff;
  --tint: #fff4f3;
}

@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {
    --accent: #f88e88;
    --mark: #e4002b;
    --on-mark: #ffffff;
    --tint: #271f1f;
  }
}

@media screen {
  :root[data-theme="dark"] {
    --accent: #f88e88;
    --mark: #e4002b;
    --on-mark: #ffffff;
    --tint: #271f1f;
  }
}
"""
    assert stylesheet("#E4002B") == expected


# --- A colour that is refused, and the one proposed instead.


def lab(colour: str) -> tuple[float, float, float]:
    """A colour in OKLab, by its published matrices."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@cache
def lattice() -> list[tuple[float, float, float]]:
    """Every eighth step of red, green and blue that is seen on light surfaces, in OKLab."""
    steps = [*range(0, 256, 8), 255]
    colours = (f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(steps, repeat=3))
    return [lab(one) for one in colours if ratio(one, LIGHT.surface) >= 3]


@pytest.mark.parametrize("accent", REFUSED)
def test_no_colour_that_is_seen_and_has_the_same_hue_is_much_nearer_than_the_proposal(accent):
    light, *wanted = lab(accent)
    chroma = dist(wanted, (0, 0))

    def of_that_hue(colour: tuple[float, float, float]) -> bool:
        _, *place = colour
        strong = min(dist(place, (0, 0)), chroma)
        ideal = [part / chroma * strong for part in wanted] if chroma > 0.002 else [0, 0]
        return dist(place, ideal) < 0.008

    proposed = dist(lab(nearest(accent)), (light, *wanted))
    rivals = [dist(one, (light, *wanted)) for one in lattice() if of_that_hue(one)]
    assert rivals
    assert of_that_hue(lab(nearest(accent)))
    assert proposed < min(rivals) + 0.01


def check(accent: str) -> list[Problem]:
    return [
        one
        for one in found_in(kommun_from(f"{WHO}  accentfärg: {accent}\n"))
        if one.code == "KV517"
    ]


@pytest.mark.parametrize("accent", ["#000000", "#010101", "#808080", "#0B5A6B", "#FF0000"])
def test_black_grey_and_capital_letters_are_as_good_as_any(accent):
    assert check(f'"{accent}"') == []


@pytest.mark.parametrize(
    ("accent", "contrast"), [("#FFE600", "1,1"), ("#ffffff", "1"), ("#969696", "2,7"), ("#ff00ff", "2,8")]
)  # fmt: skip
def test_a_colour_too_pale_is_an_error_at_its_place_in_the_writers_letters(accent, contrast):
    (found,) = check(f'"{accent}"')
    assert (found.origin.line, found.origin.column) == (5, 15)
    assert found.details["value"] == accent
    assert found.details["contrast"] == contrast
    assert check(f'"{found.details["nearest"]}"') == []


def test_a_contrast_just_below_the_limit_does_not_read_as_enough():
    almost = "#8f8f8f"
    assert 2.95 < seen_on_light(almost) < 3
    assert check(f'"{almost}"')[0].details["contrast"] == "2,9"


@pytest.mark.parametrize(
    "accent", ['"#FFF"', '"#0b5a6"', '"#0b5a6bff"', '"0b5a6b"', "röd", "rgb(1,2,3)", "'#0b5a6b; }'"]
)
def test_anything_but_a_number_sign_and_six_digits_is_no_colour(accent):
    found = problems_from(f"{WHO}  accentfärg: {accent}\n")
    assert [one.code for one in found] == ["KV112"]
