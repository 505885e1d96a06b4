"""Fetches statistics that indicators name; only the command ``refresh`` uses it, a build never."""

from kommunvision.statistics.client import KOLADA, SCB, Limits, Service
from kommunvision.statistics.refresh import Errand, Refreshed, refresh
from kommunvision.statistics.summary import markdown, text

__all__ = [
    "KOLADA",
    "SCB",
    "Errand",
    "Limits",
    "Refreshed",
    "Service",
    "markdown",
    "refresh",
    "text",
]
