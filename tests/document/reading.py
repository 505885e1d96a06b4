"""Reads a PDF as assistive technology does: by its structure, never by where things stand."""

import re
from collections.abc import Iterator
from functools import cache

import pikepdf

_HEX_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


class Reader:
    """A tagged PDF, with the text of each piece of marked content."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.document = pdf.Root.StructTreeRoot.K[0]
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.pieces: dict[tuple[int, int], str] = {}
        self.artifacts: list[list[str]] = []
        self.untagged: list[tuple[int, str]] = []
        for number, page in enumerate(pdf.pages):
            self.artifacts.append([])
            self._read(number, page)

    def elements(self, element: pikepdf.Object | None = None) -> Iterator[pikepdf.Object]:
        """Every structure element, in the order of reading."""
        element = self.document if element is None else element
        yield element
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                yield from self.elements(kid)

    def of(self, *tags: str) -> list[pikepdf.Object]:
        return [element for element in self.elements() if str(element.S)[1:] in tags]

    def text(self, element: pikepdf.Object | None = None) -> str:
        """What is read out of an element, less bullets and numbers of lists."""
        element = self.document if element is None else element
        return "".join(self.pieces[place] for place in self.places(element, labels=False))

    def places(self, element: pikepdf.Object, *, labels: bool = True) -> Iterator[tuple[int, int]]:
        """Page and number of every piece of content, in the order of reading."""
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary):
                if kid.get("/Type") == "/StructElem" and (labels or kid.S != "/Lbl"):
                    yield from self.places(kid, labels=labels)
            else:
                yield self._pages[element.Pg.objgen], int(kid)

    def _read(self, number: int, page: pikepdf.Page) -> None:
        fonts = page.obj.Resources.Font
        font, open_marks = None, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                mark = operands[1] if isinstance(operands[1], pikepdf.Dictionary) else {}
                open_marks.append(int(mark["/MCID"]) if "/MCID" in mark else str(operands[0]))
                if isinstance(open_marks[-1], int):
                    self.pieces.setdefault((number, open_marks[-1]), "")
            elif name == "BMC":
                open_marks.append(str(operands[0]))
            elif name == "EMC":
                open_marks.pop()
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in {"Tj", "TJ"}:
                parts = operands[0] if name == "TJ" else [operands[0]]
                raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                self._put(number, open_marks, _decoded(font, raw))
            elif name in {"f", "F", "f*", "S", "s", "B", "b", "Do", "sh"} and not open_marks:
                self.untagged.append((number, name))

    def _put(self, number: int, open_marks: list[int | str], text: str) -> None:
        mcid = next((mark for mark in reversed(open_marks) if isinstance(mark, int)), None)
        if mcid is not None:
            self.pieces[number, mcid] += text
        elif "/Artifact" in open_marks:
            self.artifacts[number].append(text)
        else:
            self.untagged.append((number, text))


def _decoded(font: pikepdf.Object, raw: bytes) -> str:
    letters = _letters(font.ToUnicode.read_bytes())
    return "".join(letters[raw[at : at + 2]] for at in range(0, len(raw), 2))


@cache
def _letters(table: bytes) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    for code, letters in _HEX_PAIR.findall(table):
        if len(code) == 4:
            found[bytes.fromhex(code.decode())] = bytes.fromhex(letters.decode()).decode(
                "utf-16-be"
            )
    return found
