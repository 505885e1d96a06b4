"""``kommunvision check --klarsprak``: the page for staff, written where they say."""

from __future__ import annotations

from pathlib import Path

import click

from kommunvision.driver import edit_settings
from kommunvision.origin import Origin
from kommunvision.outcome import Outcome
from kommunvision.pages.plain_language import plain_language
from kommunvision.plugin.edit_link import edit_template, edit_url
from kommunvision.swedish.cli import say
from kommunvision.text.reading import lines_under
from kommunvision.writing import write_whole


def write(root: Path, outcome: Outcome, target: Path) -> None:
    """Write the page about the texts that were judged."""
    template = edit_template(*edit_settings(root))

    def edit(origin: Origin) -> str | None:
        return edit_url(template, origin)

    page = plain_language(
        outcome.kommuner, outcome.texts, outcome.problems, lines_under(root), edit
    )
    write_whole(target, page)
    click.echo(say("plain_written", path=target), err=True)
