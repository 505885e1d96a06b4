"""What differs between two versions of a site, in plain sentences for whoever reviews a change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kommunvision.swedish import format as swedish
from kommunvision.swedish import periods
from kommunvision.swedish.quoting import one_line, quoted
from kommunvision.swedish.statements import is_predicate

_LONGEST = 120
# So many things that an occasion tells of are named; of the others it is told how many they are.
_NAMED = 3
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4}")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a kind of object is called."""

    article: str
    singular: str
    plural: str
    definite: str


NOUNS: dict[str, Noun] = {
    "body": Noun("ett", "organ", "organ", "organet"),
    "model": Noun("en", "styrmodell", "styrmodeller", "styrmodellen"),
    "level": Noun("en", "nivå", "nivåer", "nivån"),
    "vision": Noun("en", "vision", "visioner", "visionen"),
    "goal": Noun("ett", "mål", "mål", "målet"),
    "indicator": Noun("en", "indikator", "indikatorer", "indikatorn"),
    "scale": Noun("en", "skala", "skalor", "skalan"),
    "occasion": Noun("en", "uppföljning", "uppföljningar", "uppföljningen"),
    "decision": Noun("ett", "beslut", "beslut", "beslutet"),
    "source": Noun("en", "källa", "källor", "källan"),
    "news": Noun("en", "nyhet", "nyheter", "nyheten"),
    "theme": Noun("ett", "tema", "teman", "temat"),
}

# What has happened to some things, in words that do not bend.
FATES = {
    "new": "har kommit till",
    "changed": "har ändrats",
    "ended": "gäller inte längre",
    "gone": "har tagits bort",
}

TITLE = "Det här ändras"
SINCE = "Jämfört med versionen {version}."
NOTHING = "Inget har ändrats i data eller på sidorna."
NOTHING_READABLE = "I det som går att läsa har inget ändrats."
SHARED = "Gemensamt för webbplatsen"
FAULTY_BEFORE = (
    "Den äldre versionen hade fel i filerna. Det som inte gick att läsa är inte med i jämförelsen."
)
FAULTY_NOW = "Filerna har fel som måste rättas. Kör kommunvision check för att se dem."
NEW_KOMMUN = "{name} är ny på webbplatsen."
GONE_KOMMUN = "{name} finns inte längre på webbplatsen."
FACTS = "Uppgifterna om {whose} har ändrats: {keys}."
EXCEPTIONS = "Undantagen från varningar har ändrats."
TERMS = "Ordlistan har ändrats."
STATUSES = "Statusar"
PAGES = "Sidor och adresser"
MORE = "och {number} till"
MORE_KOMMUNER = "… och {number} kommuner till."
SECTIONS = {
    "new": "Nytt",
    "changed": "Ändrat",
    "ended": "Gäller inte längre",
    "gone": "Borttaget",
}


def short(text: str) -> str:
    """Return a text of somebody else's on one line, cut where it is long."""
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"


def counted(kinds: Iterable[tuple[Noun, int]], fate: str) -> str:
    """Return ``Två mål och en indikator har ändrats.``; nothing where there is nothing."""
    words = [
        swedish.amount(number, noun.article, short(noun.singular), short(noun.plural))
        for noun, number in kinds
        if number
    ]
    return f"{swedish.capital(swedish.listing(words))} {FATES[fate]}." if words else ""


def holds(kinds: Iterable[tuple[Noun, int]]) -> str:
    """Return ``Med en vision och tolv mål.`` of a kommun that is new."""
    words = [
        swedish.amount(number, noun.article, short(noun.singular), short(noun.plural))
        for noun, number in kinds
        if number
    ]
    return f"Där finns {swedish.listing(words)}." if words else ""


def statuses_changed(number: int) -> str:
    """Return how many statuses have changed."""
    return f"{swedish.capital(swedish.amount(number, 'en', 'status', 'statusar'))} har ändrats."


def named(noun: Noun, title: str, number: str | None = None) -> str:
    """Return a thing by its kind and name: ``målet ”Fler böcker”``, ``mål 2.1 (”Fler böcker”)``."""
    if number:
        return f"{short(noun.singular)} {short(number)} ({quoted(short(title))})"
    return f"{short(noun.definite)} {quoted(short(title))}"


def became(
    thing: str, before: str | None, now: str | None, occasion: str, since: str | None = None
) -> str:
    """Return how a status has gone: ``Mål 2.1 har gått från delvis uppfyllt till uppfyllt …``."""
    who = swedish.capital(thing)
    place = f"i {quoted(short(occasion))}"
    if before is None:
        return f"{who} har fått status: {_status(now)}, {place}."
    if now is None:
        return f"{who} har inte längre någon status {place}. Den var {_status(before)}."
    if since is not None:
        then = f"i {quoted(short(since))}"
        return f"{who} har gått från {_status(before)} {then} till {_status(now)} {place}."
    return f"{who} har gått från {_status(before)} till {_status(now)} {place}."


def _status(words: str | None) -> str:
    """Return a status; words that could be taken for more of our sentence are set apart."""
    told = short(words or "")
    fits = _PLAIN.fullmatch(told) and not is_predicate(told)
    return told if fits else quoted(told)


def pages(new: int, moved: int, withdrawn: int, lost: int) -> str:
    """Return ``En ny sida, inga borttagna adresser``, with its stop."""
    told = [_number(new, "en ny sida", "nya sidor", "inga nya sidor")]
    if moved:
        told.append(_number(moved, "en adress leder till en ny", "adresser leder till nya", ""))
    gone = ("en borttagen adress", "borttagna adresser", "inga borttagna adresser")
    told.append(_number(withdrawn, *gone))
    sentence = f"{swedish.capital(', '.join(told))}."
    if lost:
        stops = _number(lost, "en adress slutar", "adresser slutar", "")
        sentence += f" {swedish.capital(stops)} fungera."
    return sentence


def _number(number: int, one: str, many: str, none: str) -> str:
    if number == 0:
        return none
    return one if number == 1 else f"{swedish.count(number)} {many}"


def edited(number: int) -> str:
    """Return how many of the editors' own pages have changed."""
    verb = "har ändrats"
    return f"{swedish.capital(_number(number, 'en egen sida', 'egna sidor', ''))} {verb}."


def files(number: int) -> str:
    """Return how many pictures and documents beside the pages differ."""
    words = _number(number, "en bild eller ett dokument", "bilder eller dokument", "")
    return f"{swedish.capital(words)} har lagts till, ändrats eller tagits bort."


NEW_PAGE = "Ny sida: {address}"
MOVED = "{address} leder nu till {target}"
WITHDRAWN = "{address} är borttagen: {reason}"
LOST = "{address} slutar fungera. Skriv tidigare_id, eller adressen under borttagna."
EDITED = "Ändrad sida: {address}"
FILE = "Bild eller dokument: {address}"


def changed_keys(
    thing: str, keys: Sequence[str], former_title: str | None, former_kind: Noun | None = None
) -> str:
    """Return which keys of a thing have changed, as their writer types them."""
    told = swedish.capital(thing)
    if keys:
        told += f": {swedish.listing(list(keys))}"
    if former_title:
        told += f". Hette förut {quoted(short(former_title))}"
    if former_kind:
        told += f". Var förut {former_kind.article} {short(former_kind.singular)}"
    return told


def key_about(key: str, names: Sequence[str]) -> str:
    """Return a key with what its values are about: ``omdömen om ”Fler böcker”``."""
    told = [quoted(short(one)) for one in names[:_NAMED]]
    if len(names) > len(told):
        told.append(f"{swedish.count(len(names) - len(told))} till")
    return f"{key} om {swedish.listing(told)}"


def value_moved(
    period: periods.Period, of: str | None, before: str | None, now: str | None, *, forecast: bool
) -> str:
    """Return what has become of a value, as a clause."""
    what = "prognosen" if forecast else "värdet"
    whose = f" ({short(of)})" if of else ""
    when = f"{periods.about(period)}{whose}"
    if before is None:
        new = "ny prognos" if forecast else "nytt värde"
        return f"{new} för {when}: {now}"
    if now is None:
        gone = "borttagen" if forecast else "borttaget"
        return f"{what} för {when} är {gone}, det var {before}"
    if before == now:
        return f"uppgifterna om {what} för {when} har ändrats"
    return f"{what} för {when} har ändrats från {before} till {now}"


def values_moved(new: int, changed: int, gone: int) -> str:
    """Return how many values have changed, where they are many."""
    told = [
        _number(new, "ett nytt värde", "nya värden", ""),
        _number(changed, "ett ändrat värde", "ändrade värden", ""),
        _number(gone, "ett borttaget värde", "borttagna värden", ""),
    ]
    return swedish.listing([one for one in told if one])


def target_moved(when: str | None, before: str | None, now: str | None) -> str:
    """Return what has become of a target, as a clause."""
    whose = f" för {when}" if when else ""
    if before is None:
        return f"nytt målvärde{whose}: {now}"
    if now is None:
        return f"målvärdet{whose} är borttaget, det var {before}"
    if before == now:
        return f"uppgifterna om målvärdet{whose} har ändrats"
    return f"målvärdet{whose} har ändrats från {before} till {now}"


NO_VALUE = "värde saknas"
