"""Catalogues for the data portal: every rule of DCAT-AP-SE 3.0.1 that it harvests by."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, assume, given, settings
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from kommunvision import pipeline
from kommunvision.chain import GoalSystem, Site
from kommunvision.export import (
    Beside,
    DataFile,
    Lacking,
    Setting,
    SitePublisher,
    files_of,
    lacking,
    shared_files,
    shared_lacking,
)
from kommunvision.model import Kommun, PublisherKind
from kommunvision.outcome import Outcome
from kommunvision.pages import contributions
from tests.export.random_kommuner import as_text, records
from tests.helpers import kommun_from, loaded_from

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
URL = "https://prov.example/"
CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")
TYPES = {
    "LocalAuthority",
    "RegionalAuthority",
    "NationalAuthority",
    "Academia-ScientificOrganisation",
    "NonProfitOrganisation",
    "Company",
    "PrivateIndividual(s)",
}
# What each kind of thing must have, and of what it may have one only.
MANDATORY = {
    DCAT.Catalog: [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.license,
        DCAT.dataset,
    ],
    DCAT.Dataset: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher],
    DCAT.Distribution: [DCAT.accessURL, DCTERMS["format"]],
    FOAF.Agent: [FOAF.name, DCTERMS.type],
    VCARD.Organization: [VCARD.fn, VCARD.hasEmail],
}
SINGLE = {
    DCAT.Catalog: [DCTERMS.publisher, DCTERMS.license],
    DCAT.Dataset: [DCTERMS.publisher],
    DCAT.Distribution: [DCAT.accessURL, DCTERMS.license],
    FOAF.Agent: [DCTERMS.type],
}
REFERRED = {
    DCTERMS.publisher: FOAF.Agent,
    DCAT.contactPoint: VCARD.Organization,
    DCAT.dataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
}
IN_SWEDISH = {DCTERMS.title, DCTERMS.description, DCAT.keyword, FOAF.name}
OWN = """
kommun:
  namn: Aby
  formellt_namn: Aby kommun
  organisationsnummer: 212000-0001
  webbplats: https://aby.example/mål
  kontakt: {enhet: Kansliet, epost: kansliet@aby.example}
indikatorer:
- {id: i, namn: I}
mätvärden:
- {indikator: i, utgivare: Kolada, värden: [{period: 2019, värde: 1}]}
- {indikator: i, utgivare: SCB, grupp: Riket, värden: [{period: 2024-03, värde: 1}]}
"""
ANOTHER = """
kommun:
  namn: Aby
  formellt_namn: Aby kommun
  organisationsnummer: 212000-0001
  kontakt: {epost: kansliet@aby.example}
  utgivare: Föreningen Öppna mål
  utgivares_slag: förening
"""


def files(*kommuner: Kommun, url: str = URL, beside: Beside | None = None) -> dict[str, DataFile]:
    """Every file of a site by its address."""
    site = Site(GoalSystem(kommun) for kommun in kommuner)
    setting = Setting(site, url, beside or Beside())
    of_each = [(system, tuple(files_of(setting, system))) for system in site.systems]
    own = [file for _, found in of_each for file in found]
    return {
        file.path: file
        for file in (*own, *shared_files(setting, [(one.kommun, found) for one, found in of_each]))
    }


def read(file: DataFile) -> Graph:
    assert isinstance(file.content, bytes)
    return Graph().parse(data=file.content, format="xml")


def catalogue(text: str) -> Graph:
    kommun = kommun_from(text)
    return read(files(kommun)[f"{kommun.slug}/data/v1/dcat.rdf"])


def things(graph: Graph, kind: URIRef) -> list[URIRef]:
    return [one for one in graph.subjects(RDF.type, kind) if isinstance(one, URIRef)]


def faults(graph: Graph, published: Iterable[str]) -> list[str]:
    """Everything that the portal would refuse or could not follow."""
    return [
        *odd_names(graph),
        *odd_numbers(graph),
        *odd_things(graph),
        *odd_files(graph, published),
    ]


def odd_names(graph: Graph) -> Iterator[str]:
    """Things without a name, and names that are no whole addresses."""
    for term in {one for told in graph for one in told}:
        if isinstance(term, BNode):
            yield f"blank: {term}"
        elif isinstance(term, URIRef):
            scheme = urlsplit(term).scheme
            if scheme not in {"http", "https", "mailto"} or re.search(r'[\s<>"{}|\\^`]', term):
                yield f"not a whole address: {term}"


def odd_numbers(graph: Graph) -> Iterator[str]:
    """What is missing, and what there is too much of."""
    for rules, wrong in (
        (MANDATORY, lambda number: number == 0),
        (SINGLE, lambda number: number > 1),
    ):
        for kind, properties in rules.items():
            for one, key in product(things(graph, kind), properties):
                if wrong(len([*graph.objects(one, key)])):
                    yield f"{one}: {key}"
    if len(things(graph, DCAT.Catalog)) != 1:
        yield "not one catalogue"


def odd_things(graph: Graph) -> Iterator[str]:
    """What is of another kind than the profile says."""
    for key, kind in REFERRED.items():
        yield from (
            f"{one} is no {kind}"
            for one in graph.objects(None, key)
            if (one, RDF.type, kind) not in graph
        )
    if {*things(graph, FOAF.Agent)} & {*things(graph, VCARD.Organization)}:
        yield "the publisher is the contact"
    (own,) = things(graph, DCAT.Catalog)
    if graph.value(own, DCTERMS.license) != CC0:
        yield "the catalogue is not CC0"
    types = {str(one).rpartition("/")[2] for one in graph.objects(None, DCTERMS.type)}
    yield from (f"no type of publisher: {one}" for one in types - TYPES)
    for key in IN_SWEDISH:
        for told in graph.objects(None, key):
            if not (isinstance(told, Literal) and told.language == "sv" and str(told).strip()):
                yield f"not in Swedish: {key} {told}"


def odd_files(graph: Graph, published: Iterable[str]) -> Iterator[str]:
    """Files that are not there, or not described."""
    for one in things(graph, DCAT.Distribution):
        if str(graph.value(one, DCAT.downloadURL)).removeprefix(URL) not in published:
            yield f"{one} is not published"
        if not re.fullmatch("[a-z]+/[a-z0-9.+-]+", str(graph.value(one, DCTERMS["format"]))):
            yield f"{one} has no media type"
        size = graph.value(one, DCAT.byteSize)
        if not (isinstance(size, Literal) and size.datatype == XSD.nonNegativeInteger):
            yield f"{one} has no size"


@cache
def of_the_site(repository: Path) -> Outcome:
    return pipeline.produce(repository, site_url=URL)


def test_every_catalogue_of_the_site_follows_the_profile(repository):
    outcome = of_the_site(repository)
    published = {one.path for one in outcome.artifacts}
    found = {file.path: read(file) for file in outcome.data if file.path.endswith(".rdf")}
    slugs = [kommun.slug for kommun in outcome.kommuner]
    assert {*found} == {"data/v1/dcat.rdf", *(f"{slug}/data/v1/dcat.rdf" for slug in slugs)}
    offered = {one.path for one in outcome.data if one.offer} - {*found}
    for path, graph in found.items():
        assert faults(graph, published) == []
        home = path.removesuffix("data/v1/dcat.rdf")
        own = {one for one in offered if home and one.startswith(home)}
        assert described(graph) >= own
        assert own or described(graph) == {
            *(one for one in offered if not one.startswith(("data/v1/", "exempelby/"))),
            "data/v1/varden.csv",
            "data/v1/varden-excel.csv",
        }


def described(graph: Graph) -> set[str]:
    """The address of every file that a catalogue tells of."""
    return {str(one).removeprefix(URL) for one in graph.objects(None, DCAT.downloadURL)}


def test_what_private_people_publish_in_a_kommuns_place_is_said_to_be_theirs(repository):
    outcome = of_the_site(repository)
    found = {file.path: read(file) for file in outcome.data if file.path.endswith(".rdf")}
    for path, graph in found.items():
        if not path.startswith("exempelby/"):
            (publisher,) = things(graph, FOAF.Agent)
            assert str(publisher) == f"{URL}data/v1/dcat.rdf#utgivare-kommunvision"
            assert str(graph.value(publisher, DCTERMS.type)).endswith("/PrivateIndividual(s)")


@pytest.mark.full
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(told=records("kommun"))
def test_the_catalogue_of_a_random_kommun_follows_the_profile(told):
    loaded = loaded_from({"data/aby/kommun.yml": as_text({"kommun": told})})
    assume(not loaded.problems)
    (kommun,) = loaded.kommuner
    found = files(kommun)
    unknown = kommun.publisher is not None and kommun.publisher_kind is None
    assert ("aby/data/v1/dcat.rdf" in found) is not unknown
    for path in {"aby/data/v1/dcat.rdf", "data/v1/dcat.rdf"} & found.keys():
        assert faults(read(found[path]), found) == []


def test_the_kommun_is_the_publisher_by_the_name_that_the_portal_has_for_it():
    graph = catalogue(OWN)
    (publisher,) = things(graph, FOAF.Agent)
    assert str(publisher) == "http://dataportal.se/organisation/SE2120000001"
    assert graph.value(publisher, FOAF.name) == Literal("Aby kommun", lang="sv")
    assert graph.value(publisher, DCTERMS.identifier) == Literal("2120000001")
    assert (
        str(graph.value(publisher, DCTERMS.type))
        == "http://purl.org/adms/publishertype/LocalAuthority"
    )
    assert str(graph.value(publisher, FOAF.homepage)) == "https://aby.example/m%C3%A5l"
    (contact,) = things(graph, VCARD.Organization)
    assert str(graph.value(contact, VCARD.hasEmail)) == "mailto:kansliet@aby.example"
    assert graph.value(contact, VCARD.fn) == Literal("Kansliet")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("kommun", "LocalAuthority"),
        ("region", "RegionalAuthority"),
        ("kommunalförbund", "LocalAuthority"),
    ],
)
def test_the_type_of_the_publisher_is_that_of_the_body(kind, expected):
    graph = catalogue(f"kommun: {{namn: Aby, formellt_namn: Aby, slag: {kind}}}")
    assert [str(one).rpartition("/")[2] for one in graph.objects(None, DCTERMS.type)] == [expected]


def test_what_the_kommun_has_not_given_is_left_out():
    graph = catalogue("kommun: {namn: Aby, formellt_namn: Aby kommun}")
    assert faults(graph, files(kommun_from("kommun: {namn: Aby, formellt_namn: Aby kommun}"))) == []
    assert things(graph, VCARD.Organization) == []
    assert [*graph.objects(None, DCTERMS.temporal)] == []
    (publisher,) = things(graph, FOAF.Agent)
    assert str(publisher) == "https://prov.example/exempelby/data/v1/dcat.rdf#utgivare"
    # Without values there is no data set of them.
    titles = [str(graph.value(one, DCTERMS.title)) for one in things(graph, DCAT.Dataset)]
    assert titles == ["Mål och uppföljning"]


def test_a_made_up_kommun_has_no_name_among_the_portals_organisations():
    graph = catalogue(OWN.replace("kommun:\n", "kommun:\n  påhittad: ja\n", 1))
    (publisher,) = things(graph, FOAF.Agent)
    assert not str(publisher).startswith("http://dataportal.se/")
    assert "påhittad" in str(graph.value(things(graph, DCAT.Catalog)[0], DCTERMS.description))


def test_only_what_is_the_kommuns_own_is_given_away():
    graph = catalogue(OWN)
    licences = {
        str(one).rpartition("#fil-")[2]: str(graph.value(one, DCTERMS.license))
        for one in things(graph, DCAT.Distribution)
    }
    terms = "https://prov.example/exempelby/oppna-data/#villkor"
    mixed = {"malsystem.json", "malsystem.xlsx", "varden.csv", "varden-excel.csv"}
    assert {name for name, licence in licences.items() if licence == terms} >= mixed
    assert licences["mal.csv"] == licences["bedomningar.csv"] == str(CC0)
    (rights,) = {*graph.objects(None, DCTERMS.rights)}
    (text,) = graph.objects(rights, Namespace("http://schema.theodi.org/odrs#").attributionText)
    assert str(text) == "Värden som har hämtats från Kolada och SCB har den utgivarens villkor."


def test_without_values_of_others_everything_is_given_away():
    graph = catalogue(re.sub("utgivare: [^,]+, ", "", OWN))
    assert {str(graph.value(one, DCTERMS.license)) for one in things(graph, DCAT.Distribution)} == {
        str(CC0)
    }
    assert [*graph.objects(None, DCTERMS.rights)] == []


def test_the_time_is_that_of_the_values():
    graph = catalogue(OWN)
    (time,) = {*graph.objects(None, DCTERMS.temporal)}
    assert graph.value(time, DCAT.startDate) == Literal("2019-01-01", datatype=XSD.date)
    assert graph.value(time, DCAT.endDate) == Literal("2024-03-31", datatype=XSD.date)


def test_another_publisher_is_told_of_by_its_kind_and_contact():
    graph = catalogue(ANOTHER)
    (publisher,) = things(graph, FOAF.Agent)
    assert str(publisher) == "https://prov.example/data/v1/dcat.rdf#utgivare-foreningen-oppna-mal"
    assert str(graph.value(publisher, DCTERMS.type)).endswith("/NonProfitOrganisation")
    # The kommun's own number and contact are not the publisher's.
    assert graph.value(publisher, DCTERMS.identifier) is None
    assert things(graph, VCARD.Organization) == []
    title = str(graph.value(things(graph, DCAT.Catalog)[0], DCTERMS.title))
    assert title == "Öppna data om mål för Aby kommun"


def test_there_is_no_catalogue_where_a_mandatory_thing_is_not_known():
    unsaid = kommun_from(ANOTHER.replace("  utgivares_slag: förening\n", ""))
    assert not any(path.endswith(".rdf") for path in files(unsaid))
    assert lacking(Setting(Site(()), URL), unsaid) is Lacking.PUBLISHER_KIND
    assert not any(path.endswith(".rdf") for path in files(kommun_from(OWN), url=""))
    assert lacking(Setting(Site(())), kommun_from(OWN)) is Lacking.ADDRESS
    assert lacking(Setting(Site(()), URL), kommun_from(OWN)) is None


def test_the_catalogue_of_the_site_has_the_data_of_all_where_one_publishes_for_all():
    texts = {"aby": ANOTHER, "beby": ANOTHER.replace("Aby", "Beby")}
    loaded = loaded_from({f"data/{slug}/kommun.yml": text for slug, text in texts.items()})
    found = files(*loaded.kommuner)
    graph = read(found["data/v1/dcat.rdf"])
    assert faults(graph, found) == []
    assert len(things(graph, FOAF.Agent)) == 1
    assert titles(graph) == {
        "Mål och uppföljning för Aby kommun",
        "Mål och uppföljning för Beby kommun",
    }
    # A data set is the same thing in both catalogues.
    (own,) = things(read(found["aby/data/v1/dcat.rdf"]), DCAT.Dataset)
    assert {*read(found["aby/data/v1/dcat.rdf"]).predicate_objects(own)} == {
        *graph.predicate_objects(own)
    }


def titles(graph: Graph) -> set[str]:
    """What the data sets of a catalogue are called."""
    return {str(graph.value(one, DCTERMS.title)) for one in things(graph, DCAT.Dataset)}


NAMED = Beside(SitePublisher("Öppna mål", PublisherKind.NON_PROFIT))


def site_of(**texts: str) -> tuple[Kommun, ...]:
    return loaded_from({f"data/{slug}/kommun.yml": text for slug, text in texts.items()}).kommuner


def test_the_site_has_a_publisher_of_its_own_where_several_publish():
    found = files(*site_of(aby=OWN, beby=ANOTHER), beside=NAMED)
    graph = read(found["data/v1/dcat.rdf"])
    assert faults(graph, found) == []
    (catalogue,) = things(graph, DCAT.Catalog)
    assert str(graph.value(catalogue, DCTERMS.publisher)).endswith("dcat.rdf#utgivare-oppna-mal")
    whose = {
        str(graph.value(one, DCTERMS.title)): str(graph.value(one, DCTERMS.publisher))
        for one in things(graph, DCAT.Dataset)
    }
    assert whose == {
        "Indikatorernas värden för alla kommuner": f"{URL}data/v1/dcat.rdf#utgivare-oppna-mal",
        "Indikatorernas värden": "http://dataportal.se/organisation/SE2120000001",
        "Mål och uppföljning": "http://dataportal.se/organisation/SE2120000001",
        "Mål och uppföljning för Aby kommun": (
            f"{URL}data/v1/dcat.rdf#utgivare-foreningen-oppna-mal"
        ),
    }


def test_a_publisher_that_is_named_twice_has_one_kind():
    company = ANOTHER.replace("Föreningen Öppna mål", "Öppna mål").replace("förening", "företag")
    found = files(*site_of(aby=OWN, beby=company), beside=NAMED)
    graph = read(found["data/v1/dcat.rdf"])
    assert faults(graph, found) == []
    (publisher,) = (one for one in things(graph, FOAF.Agent) if str(one).startswith(URL))
    assert str(graph.value(publisher, DCTERMS.type)).endswith("/NonProfitOrganisation")


def test_what_is_made_up_is_not_among_swedens_data():
    made_up = OWN.replace("kommun:\n", "kommun:\n  påhittad: ja\n", 1)
    own = OWN.replace("Aby", "Beby")
    found = files(*site_of(aby=made_up, beby=own), beside=NAMED)
    graph = read(found["data/v1/dcat.rdf"])
    assert faults(graph, found) == []
    assert {one.partition("/")[0] for one in described(graph)} == {"beby", "data"}
    (shared,) = (one for one in things(graph, DCAT.Dataset) if str(one).startswith(f"{URL}data/"))
    assert "påhittade kommuner är utmärkta" in str(graph.value(shared, DCTERMS.description))
    kommuner = site_of(aby=made_up)
    assert "data/v1/dcat.rdf" not in files(*kommuner, beside=NAMED)
    setting = Setting(Site(map(GoalSystem, kommuner)), URL, NAMED)
    assert shared_lacking(setting) is Lacking.REAL


def test_a_kommun_whose_publisher_has_no_kind_is_left_out_of_the_catalogue_of_the_site():
    unsaid = ANOTHER.replace("  utgivares_slag: förening\n", "")
    found = files(*site_of(aby=OWN, beby=unsaid), beside=NAMED)
    graph = read(found["data/v1/dcat.rdf"])
    assert faults(graph, found) == []
    assert {one.partition("/")[0] for one in described(graph)} == {"aby", "data"}


def test_the_catalogue_says_when_the_data_was_changed_where_that_is_known():
    days = {"data/aby/": "2025-03-01", "data/beby/": "2026-04-02"}
    kommuner = site_of(aby=OWN, beby=ANOTHER)
    found = files(*kommuner, beside=Beside(NAMED.publisher, days.get))

    def changed(path: str) -> set[str]:
        graph = read(found[path])
        assert {one.datatype for one in graph.objects(None, DCTERMS.modified)} <= {XSD.date}
        return {
            str(graph.value(one, DCTERMS.modified))
            for one in (*things(graph, DCAT.Catalog), *things(graph, DCAT.Dataset))
        }

    assert changed("aby/data/v1/dcat.rdf") == {"2025-03-01"}
    assert changed("data/v1/dcat.rdf") == {"2025-03-01", "2026-04-02"}
    del days["data/beby/"]
    found = files(*kommuner, beside=Beside(NAMED.publisher, days.get))
    assert changed("data/v1/dcat.rdf") == {"2025-03-01", "None"}


def test_publishers_without_a_letter_in_their_names_are_not_taken_for_each_other():
    first, second = (
        read(files(kommun_from(ANOTHER.replace("Föreningen Öppna mål", name)))[path])
        for name in ("😀", "日本")
        for path in ["exempelby/data/v1/dcat.rdf"]
    )
    assert {*things(first, FOAF.Agent)}.isdisjoint(things(second, FOAF.Agent))
    assert [*odd_names(first), *odd_names(second)] == []


def test_there_is_no_catalogue_of_the_site_where_several_publish_and_none_is_named():
    loaded = loaded_from({"data/aby/kommun.yml": OWN, "data/beby/kommun.yml": ANOTHER})
    found = files(*loaded.kommuner)
    assert [path for path in found if path.endswith(".rdf")] == [
        "aby/data/v1/dcat.rdf",
        "beby/data/v1/dcat.rdf",
    ]


@pytest.mark.full
def test_the_file_is_the_same_whatever_order_a_set_has():
    code = (
        "from tests.export.test_dcat import OWN, files, kommun_from\n"
        "print(files(kommun_from(OWN))['exempelby/data/v1/dcat.rdf'].content)"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "7", "23")
    }
    assert len(made) == 1


def test_the_catalogue_of_the_site_is_the_same_when_each_kommun_has_told_its_part_before():
    kommuner = site_of(aby=OWN, beby=ANOTHER)
    setting = Setting(Site(map(GoalSystem, kommuner)), URL, NAMED)
    of_each = [(system, tuple(files_of(setting, system))) for system in setting.site.systems]
    told = contributions(setting, of_each)
    whole = list(shared_files(setting, [(one.kommun, found) for one, found in of_each]))
    # What has been told needs neither their files nor their values.
    nothing = [(replace(one, indicators=(), series=()), ()) for one in kommuner]
    bare = replace(setting, site=Site.of(one for one, _ in nothing), told=told)
    made = list(shared_files(bare, nothing, told))
    assert [file.path for file in made] == [file.path for file in whole]
    by_path = {file.path: file.content for file in made}
    for file in whole:
        if not file.path.endswith("openapi.json"):
            assert by_path[file.path] == file.content, file.path
    assert by_path["data/v1/dcat.rdf"]
