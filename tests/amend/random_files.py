"""Random data files with comments, each with the keys and items that its comments belong to."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

WORDS = st.text("abcåö :#-'\"{}[],!&*?|>%@.0~\n\t\\", min_size=0, max_size=12)
LONG = st.lists(
    st.sampled_from(["mål", "visionen", "2026", "ändå", "gymnasieexamen"]), min_size=15, max_size=40
).map(" ".join)
TEXTS = st.one_of(WORDS, WORDS, LONG, st.sampled_from(["ja", "0114", "två ord", "a\nb\n", "slut."]))
KEYS = st.sampled_from(["namn", "rubrik", "text", "gäller", "teman", "källa", "not", "0"])


def _values(inner):
    objects = st.dictionaries(KEYS, inner, max_size=4)
    named = st.lists(
        st.tuples(st.sampled_from("abcdefgh"), objects), max_size=4, unique_by=lambda one: one[0]
    ).map(lambda found: [{"id": name, **rest} for name, rest in found])
    return st.one_of(TEXTS, objects, named, st.lists(TEXTS, max_size=3))


VALUES = st.recursive(TEXTS, _values, max_leaves=12)
CONTENTS = st.dictionaries(
    st.sampled_from(["mål", "kommun", "källor", "format"]), VALUES, min_size=1
)


@dataclass
class Written:
    """A file under way."""

    draw: object
    lines: list = field(default_factory=list)
    owners: dict = field(default_factory=dict)
    """For each comment, the way to what it belongs to."""
    number: int = 0

    def comment(self, column: int, owner: tuple) -> str:
        self.number += 1
        name = f"# nr {self.number}: a 'b' {{"
        self.owners[name] = owner
        return " " * column + name

    def maybe(self, column: int, owner: tuple) -> None:
        if self.draw(st.integers(0, 4)) == 0:
            self.lines.append(self.comment(column, owner))

    def end(self, owner: tuple) -> str:
        return "  " + self.comment(0, owner) if self.draw(st.integers(0, 6)) == 0 else ""


def quoted(draw, text: str) -> str:
    """A text in double quotation marks, or in single ones."""
    if draw(st.booleans()) and not {"\n", "\t"} & set(text):
        return "'" + text.replace("'", "''") + "'"
    body = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{body}"'


def flow(draw, value) -> str:
    """A value in brackets and braces."""
    if isinstance(value, str):
        return value if is_plain(value) and draw(st.booleans()) else quoted(draw, value)
    gap = draw(st.sampled_from(["", " "]))
    if isinstance(value, list):
        return (
            f"[{gap}"
            + draw(st.sampled_from([", ", ","])).join(flow(draw, one) for one in value)
            + f"{gap}]"
        )
    return (
        f"{{{gap}"
        + ", ".join(f"{key}: {flow(draw, one)}" for key, one in value.items())
        + f"{gap}}}"
    )


def is_plain(text: str) -> bool:
    return bool(text) and all(c.isalnum() or c == " " for c in text) and text == text.strip()


def block_of(text: str) -> str | None:
    """The sign of a block of text that can hold it."""
    lines = text.split("\n")
    if (
        not text.strip()
        or text.endswith("\n\n")
        or any(line != line.strip() for line in lines)
        or "\t" in text
    ):
        return None
    if text.startswith("\n"):
        return None
    return "|" if text.endswith("\n") else "|-"


def put(out: Written, head: str, value, column: int, way: tuple) -> None:
    """Add the lines of a value after its key or dash."""
    draw = out.draw
    if isinstance(value, str):
        sign = block_of(value)
        if sign and draw(st.booleans()):
            room = " " * (column + draw(st.sampled_from([2, 4])))
            folds = "\n" not in value and draw(st.booleans())
            body = value.replace(" ", "\n", 1) if folds and "  " not in value else value
            mark = sign.replace("|", ">") if folds else sign
            out.lines.append(f"{head} {mark}{out.end(way)}")
            out.lines += [
                room + line if line else "" for line in body.removesuffix("\n").split("\n")
            ]
            if folds and "\n" in value:
                raise AssertionError
        else:
            text = value if is_plain(value) and draw(st.booleans()) else quoted(draw, value)
            out.lines.append(f"{head} {text}{out.end(way)}")
    elif not value or draw(st.integers(0, 3)) == 0:
        out.lines.append(f"{head} {flow(draw, value)}{out.end(way)}")
    elif isinstance(value, list):
        out.lines.append(f"{head}{out.end(way)}")
        block_list(out, value, column, way)
    else:
        out.lines.append(f"{head}{out.end(way)}")
        block_dict(out, value, column + draw(st.sampled_from([2, 3])), way)


def block_list(out: Written, value: list, column: int, way: tuple) -> None:
    inner = out.draw(st.sampled_from([0, 2, 2]))
    column += inner
    for number, one in enumerate(value):
        own = (*way, one["id"] if isinstance(one, dict) else number)
        if number and out.draw(st.booleans()):
            out.lines.append("")
            if out.draw(st.integers(0, 3)) == 0:
                out.lines += [out.comment(column, way), ""]
        out.maybe(column, own)
        if isinstance(one, dict) and out.draw(st.integers(0, 3)):
            first = len(out.lines)
            block_dict(out, one, column + 2, own)
            # No comment stands between the dash and the first key.
            while out.lines[first].lstrip().startswith("#"):
                comment = out.lines.pop(first)
                del out.owners[comment.strip()]
            out.lines[first] = " " * column + "- " + out.lines[first].lstrip()
        else:
            put(out, " " * column + "-", one, column, own)
    if inner:
        # Else it would stand above the next key.
        out.maybe(column, way)


def block_dict(out: Written, value: dict, column: int, way: tuple) -> None:
    for key, one in value.items():
        own = (*way, key)
        out.maybe(column, own)
        put(out, f"{' ' * column}{key}:", one, column, own)
    out.maybe(column, way)


@st.composite
def files(draw):
    """A content, its text, and the owners of its comments."""
    content = draw(CONTENTS)
    out = Written(draw)
    if draw(st.booleans()):
        out.lines += [out.comment(0, ()), ""]
    for number, (key, one) in enumerate(content.items()):
        if number and draw(st.booleans()):
            out.lines.append("")
        out.maybe(0, (key,))
        put(out, f"{key}:", one, 0, (key,))
    return (
        content,
        "\n".join(out.lines) + draw(st.sampled_from(["\n", "\n\n", "\n# slut\n"])),
        out.owners,
    )


@st.composite
def changed(draw, value):
    """A content with keys and items added, removed, moved and changed."""
    if draw(st.integers(0, 3)) == 0:
        return value
    if isinstance(value, str):
        return draw(TEXTS)
    if draw(st.integers(0, 15)) == 0:
        return draw(VALUES)
    if isinstance(value, dict):
        kept = {}
        for key, one in value.items():
            if key == "id" or draw(st.integers(0, 5)):
                kept[key] = one if key == "id" else draw(changed(one))
        if draw(st.integers(0, 2)) == 0:
            kept[draw(KEYS)] = draw(VALUES)
        return kept
    kept = [draw(changed(one)) for one in value if draw(st.integers(0, 5))]
    kept = [one for one in kept if isinstance(one, str) or "id" in one]
    if draw(st.integers(0, 2)) == 0 and all(isinstance(one, dict) for one in kept):
        kept.insert(
            draw(st.integers(0, len(kept))),
            {"id": "ny", **draw(st.dictionaries(KEYS, TEXTS, max_size=3))},
        )
    return draw(st.permutations(kept)) if draw(st.integers(0, 4)) == 0 else kept
