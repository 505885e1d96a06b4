"""Problems as a report: for the terminal, and as JSON, GitHub annotations and SARIF."""

from kommunvision.report.machine import github, json_text, sarif
from kommunvision.report.terminal import text
from kommunvision.report.words import Finding, counts, findings, severity

__all__ = [
    "Finding",
    "counts",
    "findings",
    "github",
    "json_text",
    "sarif",
    "severity",
    "text",
]
