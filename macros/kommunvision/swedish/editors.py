"""The words that an editor shows while somebody writes in a data file: help, faults, beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kommunvision.swedish.format import listing
from kommunvision.swedish.keys import CHOICES, FORMAT_KEY, NOT_STATED, RECORDS, Field, Kind, Record

# The folder of the schemas, in the root of a site's repository.
FOLDER = "schema"

# The comment that programs for YAML look for on top of a file.
_MODELINE = "# yaml-language-server: $schema={path}"

_ASKED: dict[Kind, str] = {
    Kind.ID: "ett id med små bokstäver a–z, siffror och bindestreck, högst 80 tecken",
    Kind.LINE: "text på en rad",
    Kind.PROSE: "text",
    Kind.FLAG: "ja eller nej",
    Kind.WHOLE: "ett heltal, till exempel 30",
    Kind.URL: "en hel webbadress som börjar med https:// eller http://",
    Kind.EMAIL: "en e-postadress",
    Kind.COLOUR: 'en färg inom citattecken, till exempel "#0b5a6b"',
    Kind.NUMBER: "ett tal utan enhet, till exempel 81,5",
    Kind.VALUE: "ett tal utan enhet, ja, nej eller ord på en rad",
    Kind.PERIOD: "en period, till exempel 2024 eller tertial 2 2024",
    Kind.CODE: "siffror",
    Kind.DATE: "ett datum, till exempel 2024-09-20, september 2024 eller 2024",
    Kind.DATE_OR_WORDS: "ett datum eller ord på en rad",
    Kind.REFERENCE: "ett id",
    Kind.VALIDITY: "en text, eller från, till och text",
}

_MARKDOWN = re.compile(r"([\\`*_<>\[\]])")


def asked(field: Field) -> str:
    """Return what may stand under a key, for whoever has written something else there."""
    choices = f"något av: {', '.join(CHOICES[field.of])}" if field.kind is Kind.CHOICE else ""
    record = RECORDS[field.of].name if field.kind is Kind.RECORD else ""
    told = choices or record or _ASKED.get(field.kind, "")
    others = [f"ordet {field.word[0]}"] if field.word else []
    others += [f"orden {NOT_STATED}"] if field.unstated else []
    several = ". Det får vara flera, i en lista" if field.many else ""
    either = f", eller {' eller '.join(others)}" if others else ""
    without = "" if field.required else " Utan värde tar du bort nyckeln."
    return f'"{field.key}" ska vara {told}{either}{several}.{without}'


def list_asked(key: str) -> str:
    """Return what to say where a list is needed."""
    return f'Under "{key}" ska det stå en lista, där varje del börjar med ett bindestreck.'


def needed(record: Record) -> str:
    """Return what an object must have, for whoever has left it out."""
    keys = [field.key for field in record.fields if field.required]
    name = record.name[0].upper() + record.name[1:]
    must = f", och måste ha {listing(keys)}" if keys else ""
    return f"{name} skrivs med nycklar{must}."


def unknown(record: Record) -> str:
    """Return what to say of a key that an object cannot have."""
    keys = ", ".join(field.key for field in record.fields)
    numbers = any(field.kind in {Kind.NUMBER, Kind.VALUE} for field in record.fields)
    # To YAML the part after the comma is a key.
    comma = " Ett tal med komma inom klamrar behöver citattecken." if numbers else ""
    return f"Nyckeln finns inte för {record.name}. De som finns är: {keys}.{comma}"


REFERENCE_NEEDS = "En hänvisning måste ha id eller namn."


def unknown_on_top(keys: list[str]) -> str:
    """Return what to say of a key that a data file cannot begin with."""
    return f"Nyckeln finns inte överst i en datafil. De som finns är: {', '.join(keys)}."


def explained(field: Field) -> str:
    """Return all about a key, in Markdown."""
    told = [escaped(field.help)]
    if field.kind is Kind.CHOICE and not all(word in field.help for word in CHOICES[field.of]):
        told.append(f"Går att välja: {', '.join(CHOICES[field.of])}.")
    if field.required:
        told.append("Nyckeln måste finnas.")
    if field.unstated:
        told.append(f"Säger källan inget skriver du: {NOT_STATED}.")
    return "{}\n\nExempel:\n\n```yaml\n{}: {}\n```\n".format(
        " ".join(told), field.key, field.example
    )


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", text)


# What an editor offers to begin with: what it is called, and the attributes that are filled in.
BEGINNINGS: dict[str, tuple[str, str]] = {
    "vision": ("ny vision", "id title standing text validity sources decisions"),
    "goal": ("nytt mål", "id level title text standing parents responsible sources decisions"),
    "indicator": ("ny indikator", "id name unit direction measures sources values"),
    "measurement": ("nytt värde", "period value"),
    "target": ("nytt målvärde", "period at_least"),
    "series": ("ny mätserie", "indicator sources values"),
    "occasion": ("ny uppföljning", "id name kind period cut_off sources statements"),
    "statement": ("nytt omdöme", "about status comment"),
    "correction": ("ny rättelse", "about part before date reason"),
    "scale": ("ny skala", "id name use steps"),
    "scale_step": ("nytt steg", "id word meaning shape tone"),
    "decision": ("nytt beslut", "id kind title body date paragraph url"),
    "source": ("ny källa", "id title publisher date url"),
    "news": ("ny nyhet", "id title date text"),
    "body": ("nytt organ", "id name kind part_of"),
    "theme": ("nytt tema", "id name description"),
    "term": ("nytt ord", "word forms explanation"),
    "translation": ("ny översättning", "language title text by"),
    "level": ("ny nivå", "id name article definite plural definite_plural"),
    "model": ("ny styrmodell", "id name levels"),
    "withdrawn": ("ny borttagen sida", "address title date reason instead"),
    "exception": ("nytt undantag", "code subjects reason"),
}

EXAMPLE = "Ett exempel."

WORD_HELP = {
    NOT_STATED: "Källan säger inget om det. Läsaren får veta det.",
    "alla": "Alla organ ansvarar.",
}

# Each kind of data file by the name of its schema: what it is called, what stands in it, its keys.
FILES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "kommun": ("Kommunen", "Vilken kommun det är.", ("kommun", "teman", "undantag", "borttagna")),
    "styrmodell": ("Styrmodell", "Nivåerna, från vision till aktivitet.", ("styrmodeller",)),
    "organisation": ("Organisation", "Fullmäktige, nämnder, bolag.", ("organisation",)),
    "visioner": ("Visioner", "Kommunens visioner.", ("visioner",)),
    "mal": ("Mål", "Områden, mål och uppdrag.", ("mål",)),
    "indikatorer": ("Indikatorer", "Det som mäts.", ("indikatorer",)),
    "kallor": ("Källor och beslut", "Vad uppgifterna vilar på.", ("källor", "beslut")),
    "aktuellt": ("Aktuellt", "Korta nyheter.", ("aktuellt",)),
    "teman": ("Teman", "Ämnen som samlar mål.", ("teman",)),
    "ordlista": ("Ordlista", "Ord som förklaras för läsaren.", ("ordlista",)),
    "matvarden": ("Mätvärden", "Värden för indikatorer.", ("mätvärden",)),
    "uppfoljning": (
        "Uppföljning",
        "Uppföljningar, värden och skalor.",
        ("uppföljningar", "mätvärden", "skalor"),
    ),
}

ANY_FILE = ("datafil", "Datafil", "Allt som kan stå i en kommuns datafiler.")

MACHINE_FILES = {
    "adresser": ("adresser", "Adresser", "Skrivs av kommunvision build. Ändra den inte."),
    "lås": ("las", "Lås", "Skrivs av kommunvision lock. Ändra den inte."),
}

FORMAT_HELP = "Dataformatets nummer. Det står i kommun.yml och är 1."
FORMAT_ASKED = "Dataformatet är 1."


def path(name: str) -> str:
    """Return where a schema lies: ``schema/mal.schema.json``."""
    return f"{FOLDER}/{name}.schema.json"


def modeline(file: str, keys: Iterable[str]) -> str:
    """Return the line that says by which schema a data file is written.

    Args:
        file: Path of the data file, within the site's repository.
        keys: What stands on top of it.
    """
    found = {key for key in keys if key != FORMAT_KEY}
    # That which knows the least besides; of a file of several kinds, that which knows all.
    able = [(len(own), name) for name, (_, _, own) in FILES.items() if found <= set(own)]
    name = min(able, key=lambda one: one[0])[1] if able else ANY_FILE[0]
    return _MODELINE.format(path="../" * file.count("/") + path(name))


# The words of kommunvision schema.
COMMAND: dict[str, str] = {
    "schema_help": (
        "Skriver filerna som ger hjälp medan du skriver i en datafil. De läggs i mappen schema/. "
        "Med dem visar VS Code och andra editorer vilka nycklar som finns, vad de betyder och var "
        "något är fel. Saknas inställningar för VS Code skrivs de också. Kör kommandot igen när "
        "Kommunvision har fått en ny version."
    ),
    "schema_example": "kommunvision schema",
    "schema_out_option": "En annan mapp för filerna. Då skrivs inga inställningar för VS Code.",
    "schemas_written": "Antal filer som är nya eller ändrade: {count}. De ligger i {path}",
    "schemas_same": "Filerna i {path} är redan de nyaste. Ingenting är skrivet.",
    "editor_settings_kept": (
        "{path} har egna inställningar och är orörd. I handboken står vad som behövs i den."
    ),
}
