"""A file of open data, with what a page needs to know to lead to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from kommunvision.artifact import Artifact


class Form(Enum):
    """The format of a file, by its media type."""

    JSON = "application/json"
    CSV = "text/csv"
    CSVW = "application/csvm+json"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    RDF = "application/rdf+xml"
    STRATML = "application/xml"
    ATOM = "application/atom+xml"
    OPENAPI = "application/vnd.oai.openapi+json"
    SCHEMA = "application/schema+json"

    @property
    def title(self) -> str:
        """What readers call it."""
        return _TITLES.get(self, self.name)

    @property
    def media_type(self) -> str:
        """What programs call it."""
        return self.value


_TITLES = {
    Form.XLSX: "Excel",
    Form.RDF: "RDF/XML",
    Form.STRATML: "XML",
    Form.ATOM: "Atom",
    Form.OPENAPI: "OpenAPI",
    Form.SCHEMA: "JSON Schema",
}


class Values(Enum):
    """Whether a file has measured values, of which some may be another publisher's."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile(Artifact):
    """A file of open data."""

    form: Form
    offer: str | None = None
    """What the page on open data lists it as, a key of its labels; none where it does not."""
    page: str | None = None
    """Address of the page that shows the same as the file, and leads to it."""
    values: Values = Values.NONE
    explained_by: str | None = None
    """Address of the file that tells programs what stands in it."""
    known_size: int | None = None
    """How many bytes it has, where its content is not at hand."""

    @property
    def size(self) -> int:
        """How many bytes it has."""
        if self.known_size is not None:
            return self.known_size
        return len(self.content.encode() if isinstance(self.content, str) else self.content)

    def without_content(self) -> DataFile:
        """Return all that is told of the file, without what stands in it."""
        return replace(self, content="", known_size=self.size)
