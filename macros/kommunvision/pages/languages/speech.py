"""What a page says in a language: its texts, its few own words, its links and their languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from kommunvision.address import address, in_language, languages_of, relative
from kommunvision.chain import GoalSystem
from kommunvision.model import (
    TEXTS,
    EasyText,
    Goal,
    Item,
    Language,
    Translation,
    Version,
    version_of,
)
from kommunvision.pages.parts import html
from kommunvision.render.environment import own_components
from kommunvision.render.views import Views, names
from kommunvision.swedish import format as swedish
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import SWEDISH, TONGUES, said
from kommunvision.text.prose import to_html

# The words of documents; what stands in the other texts is the editors' own.
_QUOTED = frozenset({"text", "promise", "overall", "comment", "analysis", "measures"})

# These open a page, under its heading; the others have headings of their own.
_WITHOUT_HEADING = frozenset({"text", "promise", "comment", "description"})


@dataclass(frozen=True, slots=True)
class Speech:
    """How one page speaks a language."""

    system: GoalSystem
    language: Language
    views: Views
    here: str
    """Address of the page."""

    @property
    def tag(self) -> str:
        """The mark of the language."""
        return TONGUES[self.language.value].tag

    def words(self, key: str, **values: object) -> Markup:
        """Return words of the page itself: in the language, or else in Swedish and marked so."""
        told, own = said(self.language.value, key)
        shown = escape(told).format(**values)
        return shown if own else self.swedish(shown)

    def goals(self, listed: Iterable[Goal]) -> Markup:
        """Return the heading above goals: in Swedish what the kommun itself calls their levels."""
        told, own = said(self.language.value, "goals")
        if own and self.tag != SWEDISH.tag:
            return escape(told)
        levels = dict.fromkeys(self.system.level_of(one).plural for one in listed)
        return self.swedish(swedish.capital(swedish.listing(list(levels))))

    def with_words(self, link: Markup, key: str, *, link_first: bool = False) -> Markup:
        """Return a link to something in Swedish with words of the page itself before or after it.

        Where the words are Swedish too, the whole is one: on a page that is read from the right it
        would else fall apart.
        """
        told, own = said(self.language.value, key)
        parts = [link, escape(told)] if link_first else [escape(told), link]
        shown = Markup(" ").join(parts)
        return shown if own else self.swedish(shown)

    def swedish(self, shown: Markup | str) -> Markup:
        """Return Swedish words, marked where the page is in another language."""
        if self.tag == SWEDISH.tag:
            return escape(shown)
        return Markup('<span lang="{}" dir="ltr">{}</span>').format(SWEDISH.tag, shown)

    def heading(self, level: int, title: Markup, anchor: str) -> Markup:
        """Return a heading within the page."""
        return html("heading", level=level, anchor=anchor, title=title, former=())

    def title(self, item: Item) -> tuple[str, bool]:
        """Return what an object is called, and whether that is in the language."""
        version = version_of(item, self.language)
        if version and version.title:
            return version.title, True
        return names.title(item), self.tag == SWEDISH.tag

    def link(self, item: Item) -> Markup:
        """Return a link to an object: to its page in the language, or openly to the Swedish one."""
        kommun = self.system.kommun
        url = address(kommun, item)
        title, own = self.title(item)
        shown = escape(title) if own else self.swedish(title)
        if self.language in languages_of(item):
            return self._to(in_language(kommun, url, self.language), shown)
        return self.with_words(self.original(item), "in_swedish", link_first=True)

    def original(self, item: Item) -> Markup:
        """Return a link to the page in ordinary Swedish."""
        return self.to_swedish(address(self.system.kommun, item), names.title(item))

    def to_swedish(self, url: str, title: str) -> Markup:
        """Return a link to a page in ordinary Swedish."""
        return self._to(url, self.swedish(title), SWEDISH.tag)

    def _to(self, url: str, shown: Markup, hreflang: str = "") -> Markup:
        marked = Markup(' hreflang="{}"').format(hreflang) if hreflang else Markup()
        return Markup('<a href="{}"{}>{}</a>').format(relative(url, self.here), marked, shown)

    def texts(self, version: Version, level: int, key: str) -> Iterator[Markup]:
        """Yield the texts of an object, the decided ones as quotations.

        Args:
            version: The texts.
            level: Level of their headings.
            key: What their anchors begin with.
        """
        if version.draft:
            yield html("intro", text=self.swedish(label("draft_version")))
        if isinstance(version, EasyText):
            yield to_html(version.text)
            return
        for name in TEXTS:
            if text := getattr(version, name):
                if name not in _WITHOUT_HEADING:
                    yield self.heading(level, self.words(name), f"{key}{name}")
                yield self._quoted(version, text) if name in _QUOTED else to_html(text)

    @staticmethod
    def _quoted(version: Translation, text: str) -> Markup:
        decided = bool(version.decisions)
        return own_components().render("quotation", words=to_html(text), decided=decided)

    def attribution(self, version: Version, original: Markup | None) -> Markup:
        """Return who has written a text, whether it is decided, and where the original stands."""
        views = self.views
        who = self.words("by", who=version.by) if version.by else self.words("by_nobody")
        lines = [who]
        if original:
            lines.append(self.words("original", link=original))
        if version.decisions:
            told = [views.decision_line(ref) for ref in version.decisions]
            lines += [self.words("decided"), *map(self.swedish, told)]
        lines += [self.swedish(views.reference(ref)) for ref in version.sources]
        return html("attribution", lines=lines)

    def within_line(self, shown: Markup) -> Markup:
        """Return a part of a line in the language, where what stands around it is Swedish."""
        if self.tag == SWEDISH.tag:
            return shown
        return Markup('<span lang="{}" dir="auto">{}</span>').format(self.tag, shown)

    def within(self, blocks: Iterable[Markup]) -> Markup:
        """Return all that a page says in the language, marked as such."""
        tongue = TONGUES[self.language.value]
        shown = [one for one in blocks if one]
        return html("in_language", lang=tongue.tag, rtl=tongue.rtl, blocks=shown)
