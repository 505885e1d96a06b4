"""Who publishes what: the values of others are not the kommun's to give away."""

from __future__ import annotations

from kommunvision.model import Contact, Kommun
from kommunvision.swedish.format import order


def other_publishers(kommun: Kommun) -> tuple[str, ...]:
    """Return who publishes the values that a kommun shows beside its own, in order."""
    found = {
        series.publisher
        for series in kommun.series
        if series.publisher and series.publisher not in {kommun.name, kommun.formal_name}
    }
    return tuple(sorted(found, key=order))


def contact_of(kommun: Kommun) -> Contact | None:
    """Return how to reach the publisher of a kommun's data."""
    return kommun.publisher_contact if kommun.publisher else kommun.contact
