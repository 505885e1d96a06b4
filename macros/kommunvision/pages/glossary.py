"""The word list of a kommun, and the words on a page: a link where each first stands, and a list.

A link alone would send the reader away in the middle of a sentence, and what shows only under a
pointer is not there on a phone or on paper. So each page ends with the explanations of its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from kommunvision.address import Place, place, relative
from kommunvision.artifact import Heading, Page
from kommunvision.chain import GoalSystem, Site
from kommunvision.model import Kommun, Term
from kommunvision.pages.parts import Draft, describe, html
from kommunvision.render.environment import phrase
from kommunvision.render.views import Views
from kommunvision.subject import words_of
from kommunvision.swedish.format import order
from kommunvision.swedish.labels import label
from kommunvision.swedish.languages import SWEDISH
from kommunvision.text.ascii import ascii_id
from kommunvision.text.glossing import Vocabulary, gloss
from kommunvision.text.prose import to_html

# The list of words on a page; no heading of a page and no id of an object is called so.
WORDS_ANCHOR = "ord-pa-sidan"

# What closes a page that the engine has made.
_CLOSING = '<section class="kv-source">'


def pages(site: Site, system: GoalSystem) -> Iterator[Page]:
    """Yield the word list, where there is one."""
    kommun = system.kommun
    if not kommun.terms:
        return
    draft = Draft(site, system, place(kommun, Place.GLOSSARY))
    draft.add(html("intro", text=label("glossary_intro", kommun=kommun.formal_name)))
    anchors = _anchors(kommun)
    own = [(one, name) for one, name in anchors if kommun.owns(one)]
    shared = [(one, name) for one, name in anchors if not kommun.owns(one)]
    if own:
        title = label("glossary_own", kommun=kommun.formal_name)
        draft.section(title, _listed(draft.views, own), anchor="egna")
    if shared:
        told = html("intro", text=label("glossary_shared_intro", kommun=kommun.formal_name))
        draft.section(
            label("glossary_shared"), told, _listed(draft.views, shared), anchor="gemensamma"
        )
    yield draft.page(
        label("part_glossary"),
        description=describe(
            "glossary_description", kommun=kommun.formal_name, subject=words_of(kommun)
        ),
        origin=kommun.terms[0].where.origin,
        sources=None,
        elsewhere=label("glossary_from"),
        made_of=[one.where.origin.path for one in kommun.terms],
    )


class Explainer:
    """Explains the words of a kommun's list on its pages."""

    def __init__(self, kommun: Kommun) -> None:
        """Learn the words once for all pages."""
        self._terms = _anchors(kommun)
        self._vocabulary = Vocabulary.of(one.written for one, _ in self._terms)
        self._list = place(kommun, Place.GLOSSARY)

    def page(self, made: Page) -> Page:
        """Return a page that the engine has made, with its words explained before its sources.

        A page in another language has other words.
        """
        if made.lang != SWEDISH.tag:
            return made
        body, found = self.linked(made.url, made.body, made.kicker)
        if not found:
            return made
        close = self.closing(made.url, found)
        before, closing, sources = body.rpartition(_CLOSING)
        return replace(
            made,
            body=f"{before}{close}\n{closing}{sources}" if closing else f"{body}\n{close}",
            toc=(*made.toc[:-1], Heading(label("words_here"), WORDS_ANCHOR), *made.toc[-1:])
            if made.toc
            else (),
            made_of=(*made.made_of, *(one.where.origin.path for one in found)),
        )

    def linked(
        self, url: str, body: str, kicker: str | None = None
    ) -> tuple[str, tuple[Term, ...]]:
        """Return the HTML of a page with links, and the words of the list that it has.

        Args:
            url: The page's address.
            body: Its HTML.
            kicker: What kind of thing it is, which may be a word of the list too.
        """
        if not self._vocabulary or url == self._list:
            return body, ()
        home = relative(self._list, url)

        def link(number: int, word: str) -> str:
            return f'<a class="kv-term" href="{home}#{self._terms[number][1]}">{word}</a>'

        marked, met = gloss(body, self._vocabulary, link)
        kind = [number for _, _, number in self._vocabulary.found_in(kicker or "")]
        return marked, tuple(self._terms[number][0] for number in dict.fromkeys([*kind, *met]))

    def closing(self, url: str, found: Iterable[Term]) -> Markup:
        """Return the section that explains words at the end of the page at an address."""
        rows = [(one.word, to_html(one.explanation)) for one in sorted(found, key=_alphabetical)]
        link = html("link", url=relative(self._list, url), text=label("words_here_link"))
        told = phrase("words_here_from", link=link)
        return html("words", anchor=WORDS_ANCHOR, rows=rows, told=told)


def _alphabetical(one: Term) -> tuple[str, str]:
    return order(one.word)


def _anchors(kommun: Kommun) -> list[tuple[Term, str]]:
    """Return each word with its fragment on the page of the list."""
    taken: dict[str, int] = {}
    found = []
    for one in kommun.terms:
        name = ascii_id(one.word)
        taken[name] = taken.get(name, 0) + 1
        found.append((one, name if taken[name] == 1 else f"{name}-{taken[name]}"))
    return found


def _listed(views: Views, terms: Iterable[tuple[Term, str]]) -> Markup:
    rows = [
        (name, one.word, to_html(one.explanation), _source(views, one))
        for one, name in sorted(terms, key=lambda pair: _alphabetical(pair[0]))
    ]
    return html("glossary", rows=rows)


def _source(views: Views, one: Term) -> Markup:
    shown = [views.reference(ref) for ref in one.sources]
    return phrase("from_source", source=Markup(", ").join(shown)) if shown else escape("")
