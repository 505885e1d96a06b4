"""Places that macros hold open while Markdown runs, and the HTML that is put into them after."""

from __future__ import annotations

import re

from markupsafe import Markup

from kommunvision.text.fitting import Fitting, stretches, words_of

# One private-use character stands for one macro: it means nothing to Markdown and passes the
# sanitizer, and the check keeps such characters out of what people write.
_FIRST = 0xF0000
_TOKEN = re.compile("[\U000f0000-\U000ffffd]")

_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)
_OWN_LINE = re.compile(rf"\s*{_TOKEN.pattern}(?:\s*{_TOKEN.pattern})*\s*")
_TAG = re.compile(r"""<[A-Za-z](?:[^"'<>]|"[^"]*"|'[^']*')*>""")
_WORDS_ONLY = tuple(
    re.compile(rf"<{tag}(?: [^>]*)?>.*?</{tag}>", re.DOTALL)
    for tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "code")
)

# Finished HTML has no quotation marks but those around attributes: in texts they are escaped.
_ID = re.compile(r' id="([^"]+)"')

# So many characters are enough to tell whether a sentence has begun.
_TELLING = 200

# More than the largest page that anybody can read.
MOST_HTML = 20_000_000


class MisplacedError(ValueError):
    """HTML stands where it cannot, or nowhere; the check finds this before a build does."""


class Slots:
    """The HTML of one page's macros, by the character that stands for it."""

    def __init__(self) -> None:
        self._html: list[Fitting] = []
        self._blocks: set[str] = set()
        self._size = 0

    def put(self, html: str, *, block: bool, within: str | None = None) -> str:
        """Keep a macro's HTML, and return the token that the macro gives to Markdown.

        Args:
            html: What the macro gives.
            block: Whether it needs a line of its own.
            within: What it gives further on in a sentence, where that is otherwise.
        """
        self._size += len(html)
        if self._size > MOST_HTML:
            raise MisplacedError(f"the macros of a page give more than {MOST_HTML} characters")
        token = chr(_FIRST + len(self._html))
        self._html.append(Fitting(html, within))
        if block:
            self._blocks.add(token)
        return token

    def splice(self, page: str) -> Markup:
        """Put every macro's HTML in the place of its token, in sanitized HTML.

        A block takes the place of the paragraph or of the line that it stands alone on.
        """
        made = _PARAGRAPH.sub(self._open, page) if self._blocks else page
        self._judge(made)
        taken = set(_ID.findall(made))
        filled = "".join(self._fill(one, taken) for one in stretches(made))
        return Markup(filled)  # noqa: S704 - sanitized before, and macros give finished HTML

    def _fill(self, stretch: str, taken: set[str]) -> str:
        """Put the HTML into running text, each as it fits its place."""
        first, *others = _TOKEN.split(stretch)
        filled, before = [first], words_of(first)
        for token, part in zip(_TOKEN.findall(stretch), others, strict=True):
            after = words_of(part)
            html = self._html[ord(token) - _FIRST].between(before, after)
            filled += _apart(html, taken), part
            # What the macro before has said may end a sentence too.
            before = f"{before}{words_of(html)}{after}"[-_TELLING:]
        # Some of it is marked as finished HTML, and would escape the rest if it were added to it.
        return "".join(filled)

    def _open(self, found: re.Match[str]) -> str:
        """Take blocks out of a paragraph, which may hold words only."""
        if self._blocks.isdisjoint(found[0]):
            return found[0]
        parts: list[str] = []
        words: list[str] = []
        for line in [*re.split(r"(?:<br ?/?>)?\n", found[1]), ""]:
            if _OWN_LINE.fullmatch(line) and not self._blocks.isdisjoint(line):
                parts += [*self._paragraph(words), line.strip()]
                words = []
            else:
                words.append(line)
        return "\n".join([*parts, *self._paragraph(words)])

    @staticmethod
    def _paragraph(words: list[str]) -> list[str]:
        text = "\n".join(words).strip()
        return [f"<p>{text}</p>"] if text else []

    def _judge(self, page: str) -> None:
        """Refuse a token in a tag, a block among words, and a page that has lost a token."""
        if any(_TOKEN.search(tag) for tag in _TAG.findall(page)):
            raise MisplacedError("a macro stands inside a tag")
        if self._blocks:
            for pattern in _WORDS_ONLY:
                if any(not self._blocks.isdisjoint(part) for part in pattern.findall(page)):
                    raise MisplacedError("a macro that gives a block stands among words")
        present = set(_TOKEN.findall(page))
        own = {chr(_FIRST + number) for number in range(len(self._html))}
        if present != own:
            raise MisplacedError("a macro has vanished from its page, or was forged")


def _apart(html: str, taken: set[str]) -> str:
    """Return a macro's HTML with names of its own for what the page has named already.

    Two macros may show the same thing, or tables of the same occasion.
    """
    for name in dict.fromkeys(_ID.findall(html)):
        own, number = name, 1
        while own in taken:
            number += 1
            own = f"{name}-{number}"
        taken.add(own)
        if own != name:
            for before in (' id="', ' aria-labelledby="', ' href="#'):
                html = html.replace(f'{before}{name}"', f'{before}{own}"')
    return html
