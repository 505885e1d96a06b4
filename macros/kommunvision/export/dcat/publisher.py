"""Who publishes a kommun's data, by the names that the data portal knows organisations by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from kommunvision.address import data_file
from kommunvision.export.setting import Setting
from kommunvision.model import EntityKind, Kommun, PublisherKind
from kommunvision.text.ascii import ascii_id

NAME = "dcat.rdf"

_PORTAL = "http://dataportal.se/organisation/SE"
_KINDS = "http://purl.org/adms/publishertype/"

_OF_AN_ENTITY = {
    EntityKind.KOMMUN: PublisherKind.LOCAL,
    EntityKind.REGION: PublisherKind.REGIONAL,
    EntityKind.FEDERATION: PublisherKind.LOCAL,
}

_TYPES = {
    PublisherKind.LOCAL: "LocalAuthority",
    PublisherKind.REGIONAL: "RegionalAuthority",
    PublisherKind.NATIONAL: "NationalAuthority",
    PublisherKind.ACADEMIA: "Academia-ScientificOrganisation",
    PublisherKind.NON_PROFIT: "NonProfitOrganisation",
    PublisherKind.COMPANY: "Company",
    PublisherKind.PRIVATE: "PrivateIndividual(s)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """An organisation that publishes data."""

    iri: str
    name: str
    type: str
    number: str | None = None
    """Its organisation number, ten digits."""
    url: str | None = None


def publisher_of(setting: Setting, kommun: Kommun) -> Publisher | None:
    """Return who publishes a kommun's data; none if it is not told what kind of body that is."""
    if kommun.publisher is None:
        number = (kommun.organisation_number or "").replace("-", "") or None
        # What is made up has no name among the portal's organisations.
        known = number and not kommun.fictional
        own = f"{setting.url(data_file(kommun, NAME))}#utgivare"
        return Publisher(
            iri=f"{_PORTAL}{number}" if known else own,
            name=kommun.formal_name,
            type=f"{_KINDS}{_TYPES[_OF_AN_ENTITY[kommun.kind]]}",
            number=number,
            url=kommun.url,
        )
    if kommun.publisher_kind is None:
        return None
    return _another(setting, kommun.publisher, kommun.publisher_kind)


def publisher_of_site(setting: Setting, kommuner: Iterable[Kommun]) -> Publisher | None:
    """Return who publishes the site: the one that its settings name, or who does so for all."""
    if setting.publisher:
        return _another(setting, setting.publisher.name, setting.publisher.kind)
    found = {publisher_of(setting, kommun) for kommun in kommuner}
    return found.pop() if len(found) == 1 else None


def _another(setting: Setting, name: str, kind: PublisherKind) -> Publisher:
    """Return one that may publish for several kommuner, by one name in all their catalogues."""
    # A name may have no letters that an address can have.
    fragment = ascii_id(name) or quote(name, safe="")
    return Publisher(
        iri=f"{setting.url(data_file(None, NAME))}#utgivare-{fragment}",
        name=name,
        type=f"{_KINDS}{_TYPES[kind]}",
    )
