"""The kommun is who it says: code, name, county and organisation number agree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kommunvision.model import EntityKind, Kommun
from kommunvision.problem import Problem, problem
from kommunvision.swedish import registry
from kommunvision.swedish.labels import label

_DIGITS = 10


def official(kommun: Kommun) -> Iterator[Problem]:
    """Compare a real kommun or region with the official list; federations are not in it."""
    if kommun.fictional or kommun.kind is EntityKind.FEDERATION:
        return
    if kommun.code is None:
        yield problem("KV507", kommun.where.of("name"), name=kommun.name)
        return
    region = kommun.kind is EntityKind.REGION
    listed = (registry.regions() if region else registry.kommuner()).get(kommun.code)
    meant = registry.find_region(kommun.name) if region else registry.find(kommun.name)
    suggestion = meant.code if meant else None
    origin = kommun.where.of("code")
    if listed is None:
        kind = label(f"kind_{kommun.kind.value}_one")
        yield problem("KV501", origin, suggestion=suggestion, value=kommun.code, kind=kind)
    elif meant != listed and _plain(kommun.name) != _plain(listed.formal_name):
        yield problem(
            "KV502",
            origin,
            suggestion=suggestion,
            value=kommun.code,
            expected=listed.name,
            name=kommun.name,
        )
    elif kommun.county and _plain(kommun.county) != _plain(listed.county):
        yield problem(
            "KV509",
            kommun.where.of("county"),
            value=kommun.county,
            expected=listed.county,
            number=kommun.code,
        )


def publisher(kommun: Kommun) -> Iterator[Problem]:
    """Find out how to reach a publisher that is not named; no page would show it."""
    if kommun.publisher_contact and not kommun.publisher:
        yield problem("KV518", kommun.publisher_contact.where.origin)


def organisation_number(kommun: Kommun) -> Iterator[Problem]:
    """Check length and check digit; a made-up kommun may have a number that is nobody's."""
    number = kommun.organisation_number
    if number is None:
        return
    digits = [int(char) for char in number if char.isdigit()]
    if len(digits) != _DIGITS or not (kommun.fictional or _luhn(digits)):
        yield problem("KV508", kommun.where.of("organisation_number"), value=number)


def _luhn(digits: list[int]) -> bool:
    doubled = [digit * 2 if place % 2 == 0 else digit for place, digit in enumerate(digits)]
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
