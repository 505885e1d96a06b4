"""Problems for programs: JSON, annotations in GitHub Actions, and SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from kommunvision.origin import Origin
from kommunvision.problem import Problem, Problems
from kommunvision.report.words import Finding, counts, findings
from kommunvision.swedish.problems import PROBLEMS, Severity
from kommunvision.swedish.problems.summary import SEE_ALSO

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def json_text(problems: Iterable[Problem]) -> str:
    """Return the report as one JSON object with the problems and their counts."""
    ordered = Problems(problems).ordered()
    number = counts(ordered)
    return _dump(
        {
            "problems": [
                {
                    **_place(found.origin),
                    "code": found.code,
                    "severity": found.severity.value,
                    "message": found.message,
                    "remedy": found.remedy,
                    "related": [_place(origin) for origin in found.related],
                }
                for found in findings(ordered)
            ],
            "counts": {severity.value: number[severity] for severity in Severity},
        }
    )


def github(problems: Iterable[Problem]) -> str:
    """Return the report as workflow commands, one line for each problem."""
    return _as_text("".join(f"{_command(found)}\n" for found in findings(problems)))


def _command(found: Finding) -> str:
    origin = found.origin
    properties = {
        "file": origin.path,
        "line": str(origin.line),
        "col": str(origin.column),
        "endColumn": str(origin.column + origin.length),
        "title": f"{found.code} {found.title}",
    }
    listed = ",".join(
        f"{name}={_escape(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    elsewhere = [
        SEE_ALSO.format(place=origin)
        for origin in found.related
        if str(origin) not in found.message
    ]
    words = _escape("\n".join([found.message, found.remedy, *elsewhere]))
    return f"::{_GITHUB[found.severity]} {listed}::{words}"


def _escape(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def sarif(problems: Iterable[Problem]) -> str:
    """Return the report as a SARIF 2.1.0 log with a rule for every code there is."""
    codes = sorted(PROBLEMS)
    place_of = {code: place for place, code in enumerate(codes)}
    return _dump(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "Kommunvision",
                            "language": "sv",
                            "rules": [_rule(code) for code in codes],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "results": [
                        _result(found, place_of[found.code]) for found in findings(problems)
                    ],
                }
            ],
        }
    )


def _rule(code: str) -> dict[str, Any]:
    text = PROBLEMS[code]
    return {
        "id": code,
        "shortDescription": {"text": text.title},
        "fullDescription": {"text": text.explanation},
        "defaultConfiguration": {"level": _SARIF[text.severity]},
    }


def _result(found: Finding, rule: int) -> dict[str, Any]:
    result = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _SARIF[found.severity],
        "message": {"text": f"{found.message} {found.remedy}"},
        "locations": [_location(found.origin)],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": place, **_location(origin)} for place, origin in enumerate(found.related, 1)
        ]
    return result


def _location(origin: Origin) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(origin.path), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": origin.line,
                "startColumn": origin.column,
                "endColumn": origin.column + origin.length,
            },
        }
    }


def _uri(path: str) -> str:
    return quote(path, errors="surrogateescape")


def _place(origin: Origin) -> dict[str, str | int]:
    return {
        "path": origin.path,
        "line": origin.line,
        "column": origin.column,
        "length": origin.length,
    }


def _dump(value: object) -> str:
    return _as_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _as_text(told: str) -> str:
    """Return a text that can be written: the name of a file is bytes, and may hold anything."""
    return told.encode("utf-8", "replace").decode("utf-8")
