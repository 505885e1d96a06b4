"""Files, what they hold and who publishes them, as statements of RDF, and those as RDF/XML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS, XSD

from kommunvision.address import OPEN_DATA, Place, data_file, place, terms
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.dcat.ordered import described, in_order, led_to
from kommunvision.export.dcat.publisher import NAME, Publisher
from kommunvision.export.rights import contact_of
from kommunvision.export.setting import Setting
from kommunvision.model import Kommun
from kommunvision.subject import told, words_of
from kommunvision.swedish.catalogue import (
    ATTRIBUTION,
    GOAL_SYSTEM,
    KEYWORDS,
    MADE_UP,
    OF_A_KOMMUN,
    SHARED_VALUES,
    SOME_MADE_UP,
    VALUES,
    Named,
)
from kommunvision.swedish.format import listing
from kommunvision.swedish.labels import label

_DCATAP = Namespace("http://data.europa.eu/r5r/")
_ODRS = Namespace("http://schema.theodi.org/odrs#")
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_EU = Namespace("http://publications.europa.eu/resource/authority/")

# The portal knows licences by this form: with http and a closing slash.
_CC0 = URIRef("http://creativecommons.org/publicdomain/zero/1.0/")

_SWEDISH = "sv"

# What is legal in an address beside letters and digits; the rest is written in percent.
_LEGAL = "%/:?#[]@!$&'()*+,;=~"


class Described:
    """A catalogue while it is made."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._kommuner = list(setting.site.kommuner)
        self._graph = Graph(store="SimpleMemory", bind_namespaces="core")
        self._told: dict[URIRef, None] = {}
        self._joined: list[bytes] = []
        for prefix, namespace in (
            ("dcat", DCAT),
            ("dcatap", _DCATAP),
            ("dcterms", DCTERMS),
            ("foaf", FOAF),
            ("odrs", _ODRS),
            ("skos", SKOS),
            ("vcard", _VCARD),
        ):
            self._graph.bind(prefix, namespace)
        self.site = self._iri(f"{data_file(None, NAME)}#katalog")
        self._catalogue = self.site

    def kommun(self, kommun: Kommun) -> URIRef:
        """Return the name of a kommun's own catalogue."""
        return self._of(kommun, "katalog")

    def describe(
        self,
        catalogue: URIRef,
        named: Named,
        publisher: Publisher,
        *,
        home: str,
        kommun: Kommun | None = None,
    ) -> None:
        """Tell of the catalogue itself.

        Args:
            catalogue: Its name.
            named: What it is called.
            publisher: Who publishes it.
            home: Address of the first page of what it is about.
            kommun: Whose data it has; none if it has that of several.
        """
        self._catalogue = catalogue
        self._say(catalogue, RDF.type, DCAT.Catalog)
        self._name(catalogue, named, kommun)
        self._say(catalogue, DCTERMS.publisher, self._publisher(publisher))
        self._say(catalogue, DCTERMS.license, _CC0)
        self._say(catalogue, DCTERMS.language, _EU["language/SWE"])
        self._say(catalogue, DCAT.themeTaxonomy, _EU["data-theme"])
        self._say(catalogue, FOAF.homepage, self._iri(home))
        self._changed(catalogue, [kommun] if kommun else self._kommuner)

    def add(self, kommun: Kommun, publisher: Publisher, files: Iterable[DataFile]) -> None:
        """Tell of a kommun's data sets and their files."""
        # A catalogue is no data of the kommun's.
        offered = [file for file in files if file.offer and file.form is not Form.RDF]
        covered = self._setting.covered(kommun)
        values = [file for file in offered if file.values is Values.ALL and covered]
        rest = [file for file in offered if file.values is not Values.ALL]
        self._data_set("malsystem", GOAL_SYSTEM[kommun.subject], kommun, publisher, rest)
        if values:
            self._data_set("varden", VALUES, kommun, publisher, values)

    def join(self, text: bytes) -> None:
        """Tell of what ``add`` has made elsewhere the text of."""
        for name in described(text):
            self._told.setdefault(URIRef(name))
        for name in led_to(text, str(self._catalogue), str(DCAT.dataset)):
            self._say(self._catalogue, DCAT.dataset, URIRef(name))
        self._joined.append(text)

    def add_shared(
        self, kommuner: Sequence[Kommun], publisher: Publisher, files: Iterable[DataFile]
    ) -> None:
        """Tell of the values of every kommun as one data set.

        Args:
            kommuner: Those that are not made up.
            publisher: Who publishes the site.
            files: The files that span kommuner.
        """
        values = [file for file in files if file.offer and file.values is Values.ALL]
        if not values or not self._setting.covered(*kommuner):
            return
        data_set = self._of(None, "varden")
        self._data_set_of(data_set, kommuner, publisher)
        description = SHARED_VALUES.description
        if len(kommuner) < len(self._kommuner):
            description = f"{description} {SOME_MADE_UP}"
        self._say(data_set, DCTERMS.title, _swedish(SHARED_VALUES.title))
        self._say(data_set, DCTERMS.description, _swedish(description))
        self._say(data_set, DCAT.landingPage, self._iri(OPEN_DATA))
        for file in values:
            self._say(data_set, DCAT.distribution, self._distribution(None, file))

    def text(self) -> bytes:
        """Return everything that has been told."""
        made = self._graph.serialize(format="pretty-xml", max_depth=1, encoding="utf-8")
        return in_order([made, *self._joined], [str(subject) for subject in self._told])

    def _data_set(
        self,
        key: str,
        named: Named,
        kommun: Kommun,
        publisher: Publisher,
        files: Iterable[DataFile],
    ) -> None:
        data_set = self._of(kommun, key)
        self._data_set_of(data_set, [kommun], publisher)
        self._name(data_set, named, kommun)
        if (contact := self._contact(kommun, publisher)) is not None:
            self._say(data_set, DCAT.contactPoint, contact)
        self._say(data_set, DCAT.landingPage, self._iri(place(kommun, Place.OPEN_DATA)))
        for file in files:
            self._say(data_set, DCAT.distribution, self._distribution(kommun, file))

    def _data_set_of(
        self, data_set: URIRef, kommuner: Sequence[Kommun], publisher: Publisher
    ) -> None:
        """Tell what is alike for the data sets of a kommun and for that of several."""
        self._say(self._catalogue, DCAT.dataset, data_set)
        self._say(data_set, RDF.type, DCAT.Dataset)
        self._say(data_set, DCTERMS.publisher, self._publisher(publisher))
        visions = any(one.subject != "goals" for one in kommuner)
        for word in KEYWORDS if visions else KEYWORDS[1:]:
            self._say(data_set, DCAT.keyword, _swedish(word))
        self._say(data_set, DCAT.theme, _EU["data-theme/GOVE"])
        self._say(data_set, DCTERMS.language, _EU["language/SWE"])
        self._say(data_set, DCTERMS.accessRights, _EU["access-right/PUBLIC"])
        for kommun in kommuner:
            self._say(data_set, DCTERMS.spatial, self._place(kommun))
        if (time := self._time(kommuner)) is not None:
            self._say(data_set, DCTERMS.temporal, time)
        self._changed(data_set, kommuner)

    def _distribution(self, kommun: Kommun | None, file: DataFile) -> URIRef:
        name = file.path.rpartition("/")[2]
        found = self._of(kommun, f"fil-{name}")
        self._say(found, RDF.type, DCAT.Distribution)
        self._say(found, DCTERMS.title, _swedish(told(kommun, f"offer_{file.offer}")))
        self._say(found, DCTERMS.description, _swedish(label(f"offer_{file.offer}_text")))
        self._say(found, DCAT.accessURL, self._iri(file.path))
        self._say(found, DCAT.downloadURL, self._iri(file.path))
        self._say(found, DCTERMS["format"], Literal(file.form.media_type))
        size = Literal(str(file.size), datatype=XSD.nonNegativeInteger)
        self._say(found, DCAT.byteSize, size)
        self._say(found, DCTERMS.language, _EU["language/SWE"])
        self._say(found, _DCATAP.availability, _EU["planned-availability/STABLE"])
        if file.explained_by:
            self._say(found, DCTERMS.conformsTo, self._iri(file.explained_by))
        whose = [kommun] if kommun else self._kommuner
        publishers = (
            self._setting.other_publishers(*whose) if file.values is not Values.NONE else ()
        )
        if publishers:
            # Only what is the kommun's own is free; the page on the terms says what that is.
            self._say(found, DCTERMS.license, self._iri(terms(kommun)))
            self._say(found, DCTERMS.rights, self._rights(kommun, publishers))
        else:
            self._say(found, DCTERMS.license, _CC0)
        return found

    def _publisher(self, publisher: Publisher) -> URIRef:
        found = URIRef(publisher.iri)
        if found in self._told:
            return found
        self._say(found, RDF.type, FOAF.Agent)
        self._say(found, FOAF.name, _swedish(publisher.name))
        self._say(found, DCTERMS.type, URIRef(publisher.type))
        if publisher.number:
            self._say(found, DCTERMS.identifier, Literal(publisher.number))
        if publisher.url:
            self._say(found, FOAF.homepage, URIRef(_legal(publisher.url)))
        return found

    def _contact(self, kommun: Kommun, publisher: Publisher) -> URIRef | None:
        contact = contact_of(kommun)
        if contact is None or contact.email is None:
            return None
        found = self._of(kommun, "kontakt")
        self._say(found, RDF.type, _VCARD.Organization)
        self._say(found, _VCARD.fn, Literal(contact.unit or publisher.name))
        email = quote(contact.email, safe="@!$'*+")
        self._say(found, _VCARD.hasEmail, URIRef(f"mailto:{email}"))
        return found

    def _place(self, kommun: Kommun) -> URIRef:
        found = self._of(kommun, "plats")
        self._say(found, RDF.type, DCTERMS.Location)
        self._say(found, SKOS.prefLabel, _swedish(kommun.formal_name))
        if kommun.code:
            self._say(found, DCTERMS.identifier, Literal(kommun.code))
        return found

    def _time(self, kommuner: Sequence[Kommun]) -> URIRef | None:
        days = self._setting.covered(*kommuner)
        if days is None:
            return None
        found = self._of(kommuner[0] if len(kommuner) == 1 else None, "tid")
        first, last = days
        self._say(found, RDF.type, DCTERMS.PeriodOfTime)
        self._say(found, DCAT.startDate, Literal(first.isoformat(), datatype=XSD.date))
        self._say(found, DCAT.endDate, Literal(last.isoformat(), datatype=XSD.date))
        return found

    def _changed(self, found: URIRef, kommuner: Sequence[Kommun]) -> None:
        if day := self._setting.changed(*kommuner):
            self._say(found, DCTERMS.modified, Literal(day, datatype=XSD.date))

    def _rights(self, kommun: Kommun | None, publishers: tuple[str, ...]) -> URIRef:
        found = self._of(kommun, "rattigheter")
        self._say(found, RDF.type, _ODRS.RightsStatement)
        text = ATTRIBUTION.format(publishers=listing(publishers))
        self._say(found, _ODRS.attributionText, _swedish(text))
        return found

    def _name(self, found: URIRef, named: Named, kommun: Kommun | None) -> None:
        title, description = named.title, named.description
        if kommun:
            title = title.format(subject=words_of(kommun))
            if kommun.publisher:
                title = OF_A_KOMMUN.format(title=title, kommun=kommun.formal_name)
            description = description.format(kommun=kommun.formal_name)
            if kommun.fictional:
                description = f"{description} {MADE_UP}"
        self._say(found, DCTERMS.title, _swedish(title))
        self._say(found, DCTERMS.description, _swedish(description))

    def _say(self, subject: URIRef, predicate: URIRef, told: URIRef | Literal) -> None:
        self._told.setdefault(subject)
        self._graph.add((subject, predicate, told))

    def _of(self, kommun: Kommun | None, fragment: str) -> URIRef:
        """Return the name of something of a kommun's or the site's, the same in every catalogue."""
        return self._iri(f"{data_file(kommun, NAME)}#{fragment}")

    def _iri(self, path: str) -> URIRef:
        return URIRef(_legal(self._setting.url(path)))


def _swedish(text: str) -> Literal:
    return Literal(text, lang=_SWEDISH)


def _legal(url: str) -> str:
    return quote(url, safe=_LEGAL)
