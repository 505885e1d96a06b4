"""Makes the handbook's reference pages of the engine's own tables, so that they never differ."""

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from kommunvision.cli import program
from kommunvision.cli.swedish_click import Command
from kommunvision.swedish.cli import PROGRAM, say
from kommunvision.swedish.keys import CHOICES, FORMAT_KEY, RECORDS, SECTIONS, Field, Kind, Record
from kommunvision.swedish.macros import KIND_NAMES, MACROS
from kommunvision.swedish.problems import PROBLEMS, Odd

HERE = Path(__file__).parent
# The message of each code as a test has fixed it.
MESSAGES = HERE.parent.parent / "tests" / "check" / "fel"
WORDS: dict[str, Any] = yaml.safe_load((HERE / "ord.yml").read_text(encoding="utf-8"))

_MARKDOWN = re.compile(r"([\\`*_{}\[\]#|])")
# The line of the file that a message shows, and the marks under it.
_SOURCE_LINE = re.compile(r"^ *\d* \|.*\n", re.MULTILINE)
# The record that is read for a kind of value, where the field does not name it.
_IMPLIED = {Kind.REFERENCE: "reference", Kind.VALIDITY: "validity"}


def anchor(words: str) -> str:
    """Return words as an address or an anchor may have them."""
    letters = unicodedata.normalize("NFD", words.lower())
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in letters if not unicodedata.combining(c)))


def address_part(name: str) -> str:
    """Return the address of what a name stands for, less its article: ``ett mål`` gives ``mal``."""
    return anchor(re.sub(r"^(en|ett) ", "", name))


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    return _MARKDOWN.sub(r"\\\1", html.escape(text, quote=False))


def visible(text: str) -> str:
    """Return text with a sign in place of each control character."""
    return "".join(chr(0x2400 + ord(c)) if ord(c) < ord(" ") and c != "\n" else c for c in text)


def as_written(field: Field) -> str:
    """Return the line of YAML that shows a key."""
    return f"{field.key}: {field.example}"


def value_record(field: Field) -> Record | None:
    """Return the record whose keys a value may have, none where it is a single value."""
    name = field.of if field.kind is Kind.RECORD else _IMPLIED.get(field.kind)
    return RECORDS[name] if name else None


def shown(content: str | Odd) -> str:
    """Return a file of an example as the page shows it."""
    return visible(content.shown if isinstance(content, Odd) else content).strip("\n")


def message(code: str) -> str:
    """Return what the check prints for a code's example, without the line of the file."""
    (file,) = MESSAGES.glob(f"{code}-*/vantat.txt")
    printed = file.read_text(encoding="utf-8").rpartition("\n\n")[0]
    return visible(_SOURCE_LINE.sub("", f"{printed}\n")).rstrip()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the reference pages to the written ones."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "mallar"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - the templates make Markdown, and escape with `text`
    )
    environment.filters |= {
        "text": escaped,
        "address": address_part,
        "anchor": anchor,
        "shown": shown,
    }
    for path, template, values in pages():
        content = environment.get_template(template).render(values)
        overview = path.endswith("/index.md")
        inclusion = InclusionLevel.UNDEFINED if overview else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, path, content=content, inclusion=inclusion))
    return files


def pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give path, template and values of every reference page."""
    yield from _key_pages()
    yield from _macro_pages()
    yield from _command_pages()
    yield from _problem_pages()


def _key_pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    sections = [(section, RECORDS[section.record]) for section in SECTIONS]
    under_sections = {section.record for section in SECTIONS}
    smaller = [record for name, record in RECORDS.items() if name not in under_sections]
    kinds = {kind: WORDS["kinds"][kind.name] for kind in Kind}
    overview = {"sections": sections, "smaller": smaller, "kinds": kinds, "format": FORMAT_KEY}
    yield "nycklar/index.md", "nycklar.md", overview
    for name, record in RECORDS.items():
        values = {
            "record": record,
            "section": next((section for section in SECTIONS if section.record == name), None),
            "kinds": kinds,
            "choices": CHOICES,
            "records": RECORDS,
            "as_written": as_written,
            "value_record": value_record,
        }
        yield f"nycklar/{address_part(record.name)}.md", "objekt.md", values


def _macro_pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield "makron/index.md", "makron.md", {"macros": MACROS}
    for macro in MACROS:
        values = {"macro": macro, "kinds": KIND_NAMES}
        yield f"makron/{address_part(macro.name)}.md", "makro.md", values


def _command_pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    commands = list(_commands(program, click.Context(program, info_name=PROGRAM)))
    yield "kommandon/index.md", "kommandon.md", {"commands": commands}
    for command in commands:
        yield f"kommandon/{command['address']}.md", "kommando.md", command


def _commands(group: click.Group, above: click.Context) -> Iterator[dict[str, Any]]:
    """Give every command, and those under it, with the words of its own help."""
    for name in group.list_commands(above):
        command = group.commands[name]
        context = click.Context(command, info_name=name, parent=above)
        records = [param.get_help_record(context) for param in command.get_params(context)]
        yield {
            "name": context.command_path,
            "address": anchor(context.command_path.removeprefix(PROGRAM).strip()),
            "help": command.help,
            "usage": " ".join([context.command_path, *command.collect_usage_pieces(context)]),
            "example": say(f"{command.words}_example") if isinstance(command, Command) else "",
            "options": [record for record in records if record and record[1]],
        }
        if isinstance(command, click.Group):
            yield from _commands(command, context)


def _problem_pages() -> Iterator[tuple[str, str, dict[str, Any]]]:
    ranges = {
        title: {code: text for code, text in PROBLEMS.items() if code.startswith(start)}
        for start, title in WORDS["ranges"].items()
    }
    yield "fel/index.md", "fel.md", {"ranges": ranges}
    for code, problem in PROBLEMS.items():
        yield (
            f"fel/{code.lower()}.md",
            "kod.md",
            {
                "code": code,
                "problem": problem,
                "message": message(code),
            },
        )
