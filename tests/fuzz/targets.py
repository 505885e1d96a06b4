"""What is fuzzed: each target takes any bytes, and fails only where a person would be harmed.

A target fails by an exception that is not among those that its callers expect, or by giving HTML
that could run, fetch or frame something.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from html.parser import HTMLParser
from io import BytesIO

import httpx
import markdown

from kommunvision import report
from kommunvision.check.content import Surroundings, check_page
from kommunvision.check.pdf_words import told
from kommunvision.load import read_json, read_workbook
from kommunvision.load.folder import Gathered
from kommunvision.load.located import parse as parse_yaml
from kommunvision.load.locks import locks_in
from kommunvision.load.tree import Mapping as Node
from kommunvision.picture.drawing import ActiveError, UnreadableError
from kommunvision.picture.metadata import BrokenError, CarriesError
from kommunvision.picture.published import CLEANED, published
from kommunvision.picture.sound import SilentError
from kommunvision.statistics import kolada, scb
from kommunvision.statistics.asked import KpiAsked, TableAsked
from kommunvision.statistics.client import KOLADA, SCB, Client, Limits
from kommunvision.statistics.fault import Fault as StatisticsFault
from kommunvision.swedish.macros import MACROS
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.text.calls import parse as parse_calls
from kommunvision.text.decode import decode
from kommunvision.text.fault import Fault
from kommunvision.text.front import read_front
from kommunvision.text.prose import faults as prose_faults
from kommunvision.text.prose import to_html
from kommunvision.text.sandbox import MacroEnvironment, RefusedError
from kommunvision.text.sanitize import clean
from kommunvision.text.slots import Slots

_ACTIVE = {"script", "style", "form", "iframe", "object", "embed", "base", "link", "meta", "svg"}


class _Harmless(HTMLParser):
    """Fails at what could run, fetch from elsewhere, frame or submit."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _ACTIVE, tag
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").replace("\\", "/").lower()
            assert not name.startswith("on"), name
            assert name != "style", value
            if name in {"src", "href"}:
                assert not re.match("(?:javascript|data|vbscript|file|blob):", address), value
            if name == "src":
                assert not re.match("(?:[a-z][a-z0-9+.-]*:|//)", address), value


def harmless(html: str) -> None:
    """Fail if HTML could do more than show words, links and pictures of the site itself."""
    reader = _Harmless(convert_charrefs=True)
    reader.feed(html)
    reader.close()


def _text(data: bytes) -> str | None:
    text = decode(data[:200_000])
    return None if isinstance(text, Fault) else text


def loader(data: bytes) -> None:
    """A data file becomes objects of a kommun, or problems at places of the file."""
    if (text := _text(data)) is None:
        return
    top, problems = parse_yaml(text, "data/exempelby/x.yml")
    gathered = Gathered(problems)
    if isinstance(top, Node):
        gathered.take(top)
        for _, value in top.entries:
            locks_in(value, problems)
    gathered.made("exempelby", "data/exempelby", ())
    lines = text.count("\n") + 2
    assert all(1 <= one.origin.line <= lines for one in problems)
    report.text(problems, lambda _path, _line: None)


def exported(data: bytes) -> None:
    """A published file of JSON becomes a kommun again, or problems."""
    if (text := _text(data)) is not None:
        read_json(text)


def workbook(data: bytes) -> None:
    """A workbook that somebody sends becomes a kommun, or problems with sheet and cell."""
    read_workbook(data, "bok.xlsx")


def prose(data: bytes) -> None:
    """A text of the data becomes harmless HTML."""
    if (text := _text(data)) is not None:
        list(prose_faults(text))
        harmless(to_html(text))


_AROUND = Surroundings("content/x.md", "content", (), frozenset({"x.md"}))
_EXTENSIONS = ("toc", "tables", "fenced_code")


def page(data: bytes) -> None:
    """A page is refused with a place, or becomes HTML in which the backstop finds nothing to do."""
    if (text := _text(data)) is None:
        return
    found = list(check_page(text, _AROUND))
    lines = text.count("\n") + 2
    assert all(1 <= one.origin.line <= lines for one in found)
    harmless(clean(text))
    if not any(PROBLEMS[one.code].severity is Severity.ERROR for one in found):
        body = "\n".join(text.split("\n")[read_front(text).lines :])
        harmless(markdown.markdown(body, extensions=_EXTENSIONS))


def picture(data: bytes) -> None:
    """A file that calls itself a picture is refused, or becomes one that is changed no further."""
    for ending in sorted(CLEANED):
        with suppress(ActiveError, UnreadableError, BrokenError, CarriesError, SilentError):
            once = published(data, ending)
            assert published(once, ending) == once


def document(data: bytes) -> None:
    """What a PDF says of itself is text, or nothing."""
    found = told(BytesIO(data))
    assert all(isinstance(one, str) for one in (*found.people, *found.paths))


def macros(data: bytes) -> None:
    """What the check lets through runs; what it refuses does not, and nothing else is ever called."""
    if (text := _text(data)) is None:
        return
    slots, called = Slots(), []

    def give(*values: object, **named: object) -> str:
        called.append((values, named))
        return slots.put("<p>A</p>", block=True)

    environment = MacroEnvironment({name: give for macro in MACROS for name in macro.names})
    calls, faults = parse_calls(text)
    try:
        made = environment.from_string(text).render()
    except RefusedError:
        assert faults
        return
    assert not faults
    assert len(called) == len(calls)
    assert len(made) <= len(text) + len(called)


class _Poisoned(Client):
    """A service whose answers are what is given, one after the other."""

    def __init__(self, service: object, answers: list[bytes]) -> None:
        limits = Limits(attempts=1, pace=0.0, pages=3, largest=1_000_000)
        super().__init__(service, limits, "fuzz")  # type: ignore[arg-type]
        self.answers = answers

    async def _body(self, _url: httpx.URL) -> bytes:
        return self.answers.pop(0) if self.answers else b"{}"


_KPI = KpiAsked("i", "N00914", ("G1", "0115"))


def answers(data: bytes) -> None:
    """An answer of Kolada or SCB becomes series, or a fault that is told to people."""
    parts = data[:200_000].split(b"\n\n")
    table = TableAsked(indicator="i", table="TAB638", codes=(("ContentsCode", ("BE0101N1",)),))
    kolada_run = partial(kolada.fetch, _Poisoned(KOLADA, [*parts]), "0114", [_KPI])
    scb_run = partial(scb.fetch, _Poisoned(SCB, [*parts]), "0114", [table])
    # A thread of its own: the one of the tests may have a loop of the browser's.
    with ThreadPoolExecutor(1) as thread:
        for run in (kolada_run, scb_run):
            with suppress(StatisticsFault):
                thread.submit(asyncio.run, run()).result()


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (loader, exported, prose, page, picture, document, workbook, macros, answers)
}
