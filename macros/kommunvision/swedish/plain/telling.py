"""The words of ``kommunvision check --klarspråk`` in the terminal."""

from __future__ import annotations

from typing import Final

PLAIN_NAMES: Final = ("--klarspråk", "--klarsprak")

WORDS: Final[dict[str, str]] = {
    "plain_option": (
        "Granskar språket också: långa meningar, kanslisvenska, stavning, rubriker och länkar. Det "
        "ger råd och stoppar ingenting."
    ),
    "plain_out_option": (
        "Skriver en sida om språket till en fil, för dig som skriver. Hör ihop med --klarspråk."
    ),
    "plain_out_alone": "--ut hör ihop med --klarspråk. Skriv båda.",
    "plain_out_taken": "{path} finns redan och är ingen html-fil. Välj ett annat namn med --ut.",
    "plain_written": "Sidan om språket är klar: {path}",
    "no_dictionary": (
        "Här saknas ordboken som språket granskas med. Installera den med: "
        "pip install 'kommunvision[klarsprak]'"
    ),
}
