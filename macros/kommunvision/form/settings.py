"""The settings of the editor for one site: a collection per kommun, a form per data file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kommunvision.form.backend import Backend
from kommunvision.form.choices import Choices
from kommunvision.form.fields import Fields
from kommunvision.form.shapes import records, whole_file
from kommunvision.model import Kommun
from kommunvision.swedish import form as words
from kommunvision.swedish.keys import SECTIONS, Section
from kommunvision.swedish.statistics import FOLDER as FETCHED

# What a collection is called in addresses of the editor where the kommun has no slug.
_ONLY = "kommun"
_SHARED = "gemensamt"

# The folder of pages and pictures; the data has other files, which nobody is to change by hand.
_PICTURES = "content"

# In the words of the editor: at once, or by a branch and a request for each file.
_SAVED, _PROPOSED = "simple", "editorial_workflow"


def settings_text(
    kommuner: Iterable[Kommun], backend: Backend, *, title: str, home: str, icon: str
) -> str:
    """Return the settings as JSON: those of the editor itself, and how the files are written.

    Args:
        kommuner: Those whose files have forms.
        backend: Where it saves.
        title: What it is called.
        home: Path of the site on its server.
        icon: Path of its picture there.
    """
    files: dict[str, Any] = {}
    collections = []
    shared: dict[str, list[Section]] = {}
    listed = tuple(kommuner)
    for kommun in listed:
        found = _sections(kommun)
        own = {path: made for path, made in found.items() if _is_own(path, kommun)}
        shared |= {path: made for path, made in found.items() if path not in own}
        name, label = kommun.slug or _ONLY, kommun.formal_name
        collections.append(_collection(name, label, own, Fields(Choices(kommun)), files))
    if shared:
        fields = Fields(Choices(listed[0]))
        collections.append(_collection(_SHARED, words.SHARED, shared, fields, files))
    config = {
        "load_config_file": False,
        "backend": backend.settings,
        "publish_mode": _PROPOSED if backend.proposals else _SAVED,
        "app_title": title,
        "display_url": home,
        "logo": {"src": icon},
        **_pictures(backend),
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": collections,
    }
    told = {
        "config": config,
        "records": records(),
        "files": files,
        "shared": _SHARED,
        "words": _words(backend),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _pictures(backend: Backend) -> dict[str, Any]:
    """Return where pictures are sent: nowhere if all is proposed, since they would never be."""
    libraries = {"default": False, "stock_assets": {"providers": []}}
    if backend.proposals:
        # The editor wants either a folder or that one of the services it knows is spoken of.
        return {"media_libraries": {**libraries, "cloudinary": False}}
    return {"media_folder": _PICTURES, "media_libraries": libraries}


def _words(backend: Backend) -> dict[str, str]:
    found = {"clash": words.CLASH, "lost": words.LOST, "unsaved": words.UNSAVED}
    return {**found, "direct": words.DIRECT} if backend.proposals else found


def _sections(kommun: Kommun) -> dict[str, list[Section]]:
    """Return the sections that a person may change, by the file that they stand in."""
    found: dict[str, list[Section]] = {kommun.where.origin.path: [SECTIONS[0]]}
    for section in SECTIONS[1:]:
        for one in getattr(kommun, section.attribute):
            path = one.where.origin.path
            # What has been fetched is written anew at the next fetch.
            if path.startswith(f"{kommun.folder}/{FETCHED}/"):
                continue
            sections = found.setdefault(path, [])
            if section not in sections:
                sections.append(section)
    return dict(sorted(found.items()))


def _is_own(path: str, kommun: Kommun) -> bool:
    return path.startswith(f"{kommun.folder}/")


def _collection(
    name: str,
    label: str,
    found: dict[str, list[Section]],
    fields: Fields,
    files: dict[str, Any],
) -> dict[str, Any]:
    made = []
    for path, sections in found.items():
        inside = path.partition("/")[2].partition("/")[2] if name not in {_ONLY, _SHARED} else path
        file = inside.rpartition(".")[0].replace("/", "-")
        form = f"{name}-{file}"
        files[form] = whole_file(sections)
        names = ", ".join(words.section_name(one.key) for one in sections)
        made.append(
            {
                "name": file,
                "label": f"{names} ({inside})",
                "file": path,
                "format": form,
                "fields": list(_fields(sections, fields)),
            }
        )
    # What is proposed is taken in where the check has judged it, and not in the editor.
    return {"name": name, "label": label, "publish": False, "files": made}


def _fields(sections: Iterable[Section], fields: Fields) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield fields.section(section.key, section.record, many=section.many)
