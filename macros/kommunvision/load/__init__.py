"""From YAML files to a kommun: located text, typed by the key tables, gathered by folder."""

from typing import TYPE_CHECKING

from kommunvision.folders import DATA, LEDGER
from kommunvision.load.classes import record_of
from kommunvision.load.exported import read_json
from kommunvision.load.folder import RESERVED, Loaded, load_kommun, load_site
from kommunvision.load.ledger import ledger_text, read_ledger
from kommunvision.load.locks import LOCKS, locks_text, locks_tree, read_locks
from kommunvision.on_demand import on_demand

if TYPE_CHECKING:
    from kommunvision.load.workbook import read_workbook

__all__ = [
    "DATA",
    "LEDGER",
    "LOCKS",
    "RESERVED",
    "Loaded",
    "ledger_text",
    "load_kommun",
    "load_site",
    "locks_text",
    "locks_tree",
    "read_json",
    "read_ledger",
    "read_locks",
    "read_workbook",
    "record_of",
]

# What reads workbooks takes long to import, and few read any.
__getattr__ = on_demand(__name__, {"workbook": ("read_workbook",)})
