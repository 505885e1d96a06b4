"""``kommunvision doctor``: what is wrong with an installation, and what to do about it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kommunvision.cli.common import DATA_ERRORS, WELL, debug_option, root_option
from kommunvision.cli.swedish_click import Choice, Command
from kommunvision.doctor.examine import examine
from kommunvision.doctor.finding import Finding, text
from kommunvision.swedish.cli import say
from kommunvision.swedish.doctor import Grade


def _run(root: Path, form: str) -> int:
    found = tuple(examine(root))
    click.echo(_json(found) if form == "json" else text(found), nl=False)
    return DATA_ERRORS if any(one.grade is Grade.FAULT for one in found) else WELL


def _json(findings: tuple[Finding, ...]) -> str:
    told = [
        {"key": one.key, "grade": one.grade, "message": one.said, "remedy": one.remedy or None}
        for one in findings
    ]
    return json.dumps({"findings": told}, ensure_ascii=False, indent=2) + "\n"


doctor = Command(
    "doctor",
    words="doctor",
    callback=_run,
    params=[
        root_option(),
        click.Option(
            ["--format", "form"],
            type=Choice("text", "json"),
            default="text",
            metavar=say("format_metavar"),
            help=say("doctor_format_option"),
        ),
        debug_option(),
    ],
)
