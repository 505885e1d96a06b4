"""The backstop behind the check: what an editor's page may hold once it has become HTML."""

from __future__ import annotations

import nh3

from kommunvision.text.prose import SCHEMES

_TAGS = {
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
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        clean_content_tags={"script", "style"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
