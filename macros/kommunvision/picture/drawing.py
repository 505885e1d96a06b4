"""Drawings in SVG: only shapes, words and colours; what programs note in them is taken out."""

from __future__ import annotations

import re

from lxml import etree

LARGEST = 2_000_000

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_ADDRESSES = frozenset(("href", "{http://www.w3.org/1999/xlink}href"))
_KEPT_PREFIXES = ("{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "image", "view"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "marker"),
        *("text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern"),
        *("clipPath", "mask", "filter", "feBlend", "feColorMatrix", "feComponentTransfer"),
        *("feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap"),
        *("feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight"),
        *("feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    )
)

# What lets a drawing run code, fetch things or pass for a page; also under another prefix. It is
# looked for before anything is parsed, in whatever shape it stands.
_ACTIVE = re.compile(
    rb"<\s*(?:[\w.-]+:)?(?:script|foreignobject|iframe|embed|object|handler|listener|set|animate)"
    rb"|[\s\"'/]on[a-z]+\s*=|<!(?:doctype[^>]*\[|entity)|<\?xml-stylesheet"
    rb"|href\s*=(?!\s*[\"']?(?:#|data:image/(?:png|jpeg|gif|webp)[;,]))",
    re.IGNORECASE,
)
_AS_TEXT = re.compile(rb"(?s)\A(?:\xef\xbb\xbf)?\s*<")
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_STYLE_FETCHES = re.compile(r"(?i)@import|\\|expression\s*\(|url\s*\(\s*[\"']?\s*(?!#|[\"'\s])")


class ActiveError(ValueError):
    """The drawing holds something that could run or fetch something."""

    def __init__(self, word: str, line: int) -> None:
        """Take what it is, and the line that it stands on."""
        super().__init__(word)
        self.word = word
        self.line = line


class UnreadableError(ValueError):
    """The file is no drawing in UTF-8, or is too large."""


def cleaned(raw: bytes) -> bytes:
    """Return a drawing without what programs have noted in it; without any, the same bytes.

    Raises:
        ActiveError: It holds something that is no drawing.
        UnreadableError: It cannot be read.
    """
    # Another encoding than the one that is looked through could hide anything.
    if len(raw) > LARGEST or not _AS_TEXT.match(raw):
        raise UnreadableError
    if found := _ACTIVE.search(raw):
        word = found[0].decode("utf-8", "replace").strip(" \t\r\n<\"'/")[:40]
        raise ActiveError(word, raw.count(b"\n", 0, found.start()) + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        raw.decode("utf-8")
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError from error
    tree = root.getroottree()
    if (tree.docinfo.encoding or "UTF-8").upper() not in {"UTF-8", "UTF8", "US-ASCII", "ASCII"}:
        raise UnreadableError
    notes = [one for one in root.iter() if _is_note(one)]
    inside = {below for note in notes for below in note.iter()}
    odd = [_judge(one) for one in root.iter() if one not in inside]
    around = [*root.itersiblings(preceding=True), *root.itersiblings()]
    if not (notes or any(odd) or around):
        return raw
    for tag in {note.tag for note in notes}:
        # A comment has the function that makes comments for its tag.
        etree.strip_elements(root, tag, with_tail=False)  # type: ignore[arg-type]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8")


def _is_note(element: etree._Element) -> bool:
    """Tell whether it is a comment, an instruction, or something that belongs to a program."""
    if not isinstance(element.tag, str):
        return True
    namespace, name = _parts(element)
    if namespace == _SVG:
        return name == "metadata"
    if namespace in {"", _XHTML}:
        raise ActiveError(name, int(element.sourceline or 1))
    return True


def _parts(element: etree._Element) -> tuple[str, str]:
    """Return the namespace and the name of an element, whatever signs they are made of."""
    namespace, _, name = str(element.tag).rpartition("}")
    return namespace.removeprefix("{"), name


def _judge(element: etree._Element) -> bool:
    """Take programs' own attributes from an element of a drawing; tell whether there were any."""
    line = int(element.sourceline or 1)
    _, name = _parts(element)
    if name not in _ELEMENTS:
        raise ActiveError(name, line)
    own = False
    for key, value in element.attrib.items():
        if key.startswith("{") and not key.startswith(_KEPT_PREFIXES):
            del element.attrib[key]
            own = True
        elif key.lower().startswith("on"):
            raise ActiveError(key, line)
        elif (key in _ADDRESSES and not _INSIDE.match(value)) or _STYLE_FETCHES.search(value):
            raise ActiveError(value.strip()[:40], line)
    if name == "style" and (found := _STYLE_FETCHES.search("".join(element.itertext()))):
        raise ActiveError(found[0], line)
    return own
