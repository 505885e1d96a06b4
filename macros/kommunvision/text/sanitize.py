"""The backstop behind the check: what an editor's page may hold once it has become HTML."""

from __future__ import annotations

import nh3

from kommunvision.text.markdown_page import is_foreign
from kommunvision.text.prose import SCHEMES

TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "div"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("a", "img", "em", "strong", "del", "sub", "sup", "abbr", "span", "figure", "figcaption"),
}
_ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
# Classes that the Markdown extensions give; an editor cannot borrow ours.
_CLASSES = {
    "a": {"headerlink", "footnote-ref", "footnote-backref"},
    "div": {"footnote", "admonition", "highlight", "toc"},
    "span": {"toc"},
    "sup": {"footnote-ref"},
}


def clean(html: str) -> str:
    """Return the HTML without anything that runs, frames, submits or styles."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        clean_content_tags={"script", "style"},
        url_schemes=set(SCHEMES),
        attribute_filter=_own,
        link_rel=None,
    )


def _own(_tag: str, attribute: str, value: str) -> str | None:
    """Keep the address of a picture only if it is the site's own, so that no page is watched."""
    return None if attribute == "src" and is_foreign(value) else value
