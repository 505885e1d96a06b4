"""A goal system that was published as a workbook becomes a kommun again, as YAML does.

Rows become the mappings that a data file has, and the reader of data files does the rest.
"""

from __future__ import annotations

import re

from kommunvision.folders import DATA
from kommunvision.load.folder import Gathered
from kommunvision.load.grouped import Group, record_node
from kommunvision.load.located import DEEPEST
from kommunvision.load.locked_rows import locks_node
from kommunvision.load.locks import locks_in
from kommunvision.load.sheets import CellOrigin, Row, Sheet, sheets_of
from kommunvision.load.tree import Mapping, Node, Scalar, Sequence
from kommunvision.load.unknown import unknown
from kommunvision.model import Kommun
from kommunvision.origin import Origin
from kommunvision.problem import Problems, problem
from kommunvision.swedish.keys import ID_KEY, RECORDS, SECTIONS, Kind
from kommunvision.swedish.open_data import FILE
from kommunvision.swedish.workbook import (
    CONTENT_HEADINGS,
    CONTENTS,
    DATA_SHEETS,
    LOCKS_TABLE,
    PREFIX,
    ROW,
    ROW_CAUSES,
    SHEETS,
    SLUG,
    UNDER,
    WITHIN,
    part_table,
    section_table,
)

_CONTINUED = re.compile(r" \((\d+)\)")

_KOMMUN = next(section for section in SECTIONS if not section.many)


def read_workbook(content: bytes, path: str = "malsystem.xlsx") -> tuple[Kommun | None, Problems]:
    """Read a kommun from the workbook with its whole goal system.

    Args:
        content: The file.
        path: What the problems call it.

    Returns:
        The kommun, none when the workbook does not say who it is, and the problems found.
    """
    problems = Problems()
    sheets = sheets_of(content, path, problems)
    if sheets is None or not _is_whole(sheets, path, problems):
        return None, problems
    gathered = Gathered(problems)
    rows = _Rows(sheets, problems)
    gathered.take(Mapping(tuple(rows.sections()), CellOrigin(path)))
    if not gathered.has_kommun:
        sheet = sheets[_name(section_table(_KOMMUN.key))]
        problems.add(problem("KV102", sheet.origin, key=_KOMMUN.key, object=FILE))
    locked = sheets.get(DATA_SHEETS[LOCKS_TABLE].sheet or "")
    locks = locks_in(locks_node(locked), problems) if locked else ()
    kommun = gathered.made(rows.slug, f"{DATA}/{rows.slug}".rstrip("/"), locks)
    return kommun, _without_echoes(problems)


def _without_echoes(problems: Problems) -> Problems:
    """Return problems without those that only say that an unreadable cell is missed in its row."""
    odd = {(one.origin.path, one.origin.line) for one in problems if one.code == "KV944"}
    return Problems(
        one
        for one in problems
        if one.code != "KV102" or (one.origin.path, one.origin.line) not in odd
    )


def _is_whole(sheets: dict[str, Sheet], path: str, problems: Problems) -> bool:
    """See that every sheet is there that the workbook says it has."""
    contents = _name(CONTENTS)
    column, _ = CONTENT_HEADINGS["sheet"]
    needed = [contents, _name(section_table(_KOMMUN.key))]
    listed = sheets[contents].rows if contents in sheets else ()
    told = [row.cells[column].text.strip() for row in listed if column in row.cells]
    needed += [name for name in told if name.startswith(PREFIX)]
    missing = [name for name in dict.fromkeys(needed) if name not in sheets]
    for name in missing:
        problems.add(problem("KV943", CellOrigin(path), sheet=name))
    return not missing


def _name(table: str) -> str:
    return SHEETS[table].sheet or ""


class _Rows:
    """The rows of all sheets, put together to objects."""

    def __init__(self, sheets: dict[str, Sheet], problems: Problems) -> None:
        self._sheets = sheets
        self._problems = problems
        self._named: dict[str, Group] = {}
        self._placed: dict[int, Origin] = {}
        self.slug = ""

    def sections(self) -> list[tuple[Scalar, Node]]:
        """Return the sections of a data file."""
        tops = [
            (section, self._gathered(section_table(section.key), section.record))
            for section in SECTIONS
        ]
        parts = [(name, self._gathered(part_table(name), name)) for name in RECORDS]
        for _, rows in parts:
            for row, group in rows:
                self._put_within(row, group)
        if self._odd_depths([group for _, rows in tops for _, group in rows]):
            return []
        found: list[tuple[Scalar, Node]] = []
        for section, rows in tops:
            if not rows:
                continue
            origin = rows[0][1].origin
            nodes = tuple(record_node(section.record, group) for _, group in rows)
            if not section.many and len(rows) > 1:
                self._odd_row("many", rows[1][1].origin)
            node = Sequence(nodes, origin) if section.many else nodes[0]
            found.append((Scalar(section.key, origin), node))
        return found

    def _gathered(self, table: str, record: str) -> list[tuple[Row, Group]]:
        sheet = self._sheets.get(_name(table)) if table in DATA_SHEETS else None
        if sheet is None:
            return []
        known = self._headings(sheet, record)
        return [(row, self._group(row, known)) for row in sheet.rows]

    def _headings(self, sheet: Sheet, record: str) -> dict[str, tuple[list[str], int]]:
        """Return which key each heading is, and which part of a long text it has."""
        found: dict[str, tuple[list[str], int]] = {}
        for heading, origin in sheet.headings.items():
            if heading in {ROW, WITHIN, UNDER, SLUG}:
                continue
            more = _CONTINUED.search(heading)
            path = (heading[: more.start()] if more else heading).split(".")
            wrong = _unknown(record, path)
            if wrong is None:
                found[heading] = (path, int(more[1]) if more else 1)
                continue
            key, of = wrong
            self._problems.add(unknown(RECORDS[of], key, origin)[0])
        return found

    def _group(self, row: Row, known: dict[str, tuple[list[str], int]]) -> Group:
        group = Group(next(iter(row.cells.values())).origin)
        for heading, scalar in sorted(
            row.cells.items(), key=lambda one: known.get(one[0], ([], 0))[1]
        ):
            if heading in known:
                within = group.under(known[heading][0], scalar.origin)
                before = within.text
                text = before.text + scalar.text if before else scalar.text
                within.text = Scalar(text, (before or scalar).origin, plain=False)
            elif heading == SLUG:
                self.slug = scalar.text.strip()
            elif heading == ROW:
                self._name_row(scalar, group)
        own = row.cells.get(ID_KEY)
        if own and ROW not in row.cells and WITHIN not in row.cells:
            self._named.setdefault(own.text.strip(), group)
        return group

    def _name_row(self, scalar: Scalar, group: Group) -> None:
        name = scalar.text.strip()
        if name in self._named:
            first = self._named[name].origin
            self._problems.add(
                problem("KV946", scalar.origin, related=[first], value=name, place=first)
            )
            return
        self._named[name] = group

    def _put_within(self, row: Row, group: Group) -> None:
        within, under = row.cells.get(WITHIN), row.cells.get(UNDER)
        if within is None or under is None:
            self._odd_row("homeless", group.origin)
            return
        parent = self._named.get(within.text.strip())
        if parent is None:
            self._odd_row("orphan", within.origin, value=within.text.strip())
            return
        path = under.text.strip().split(".", DEEPEST)
        parent.under(path, under.origin).items.append(group)
        self._placed[id(group)] = group.origin

    def _odd_depths(self, tops: list[Group]) -> bool:
        """Report rows that are parts of themselves, or of parts without end."""
        level, left = tops, dict(self._placed)
        for _ in range(DEEPEST):
            level = [
                inner
                for one in level
                for inner in (*one.items, *(within for _, within in one.keys.values()))
            ]
            for one in level:
                left.pop(id(one), None)
        for origin in left.values():
            self._odd_row("circle", origin)
        return bool(left)

    def _odd_row(self, cause: str, origin: Origin, **words: str) -> None:
        self._problems.add(problem("KV945", origin, cause=ROW_CAUSES[cause].format(**words)))


def _unknown(record: str, path: list[str]) -> tuple[str, str] | None:
    """Return the first key of a heading that there is no such key for, and in what record."""
    for key in path:
        known = RECORDS[record].by_key.get(key)
        if known is None:
            return key, record
        if known.kind is Kind.FORMER:
            # What it may have depends on the row.
            return None
        inner = known.record
        if not inner:
            return None if key == path[-1] else (".".join(path), record)
        record = inner
    return None
