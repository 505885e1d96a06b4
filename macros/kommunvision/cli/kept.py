"""What earlier runs have kept for a site, and a word where it cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kommunvision.kept.store import CACHE, Store, store_for
from kommunvision.swedish.cli import say


def kept_for(root: Path) -> Store:
    """Return what is kept for a site; say so if the folder that somebody has named is not used."""
    store = store_for(root)
    if not store and (named := os.environ.get(CACHE)):
        click.echo(say("cache_unused", variable=CACHE, path=named), err=True)
    return store
