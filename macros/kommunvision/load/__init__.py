"""From YAML files to a kommun: located text, typed by the key tables, gathered by folder."""

from kommunvision.load.exported import read_json
from kommunvision.load.files import DATA
from kommunvision.load.folder import Loaded, load_kommun, load_site
from kommunvision.load.ledger import LEDGER, ledger_text, read_ledger
from kommunvision.load.locks import LOCKS, locks_text, locks_tree, read_locks
from kommunvision.load.reader import record_of

__all__ = [
    "DATA",
    "LEDGER",
    "LOCKS",
    "Loaded",
    "ledger_text",
    "load_kommun",
    "load_site",
    "locks_text",
    "locks_tree",
    "read_json",
    "read_ledger",
    "read_locks",
    "record_of",
]
