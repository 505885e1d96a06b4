"""What stands around pages is rendered once for many, and is on each what it would be alone."""

import pytest

from kommunvision import driver
from kommunvision.plugin import frames
from kommunvision.plugin.around import Arounds, all_passed, standing
from tests.projects import FILES as PROJECT
from tests.projects import GOALS, KOMMUN, SETTINGS, SOURCES, project, snapshot

# Pages wherever the frame leads to: at an address of its own, above one, beside one, below one.
PLACES = (
    *("assets/index", "assets/kommunvision", "assets/egen", "assets/egen/fler"),
    *("exempelby/mal", "exempelby/mal/fritt", "exempelby/mal/fritt/under", "exempelby/niva/fritt"),
    *("exempelby/fritt", "exempelby/egna", "exempelby/egna/stil", "exempelby/sok", "fritt/index"),
    *("exempelby/uppfoljning/fritt", "exempelby/data/v1", "exempelby/data"),
)
FILES = {
    **{f"content/{place}.md": f"# Om {place}\n\nText.\n" for place in PLACES},
    "overrides/assets/egen/stil.css": "p { color: #123 }",
    "overrides/exempelby/egna/stil.css": "p { color: #321 }",
    "overrides/exempelby/egna/skript.js": "1;",
    "mkdocs.yml": SETTINGS.replace("  font: false", "  font: false\n  custom_dir: overrides")
    + "extra_css: [assets/egen/stil.css, ./exempelby/egna/stil.css, 'https://by.example/fritt/']\n"
    + "extra_javascript: [exempelby/egna/skript.js]\n",
}


ZETA = {
    "data/zeta/kommun.yml": KOMMUN.replace("Exempelby", "Zeta").replace("9999", "9998"),
    "data/zeta/styrmodell.yml": PROJECT["data/exempelby/styrmodell.yml"],
    "data/zeta/mal.yml": GOALS,
    "data/zeta/kallor.yml": SOURCES,
}


def pages(root) -> dict[str, bytes]:
    report = driver.build_sites(root, workers=1)
    assert report.published, (report.problems, report.complaints)
    site = snapshot(report.site_dir)
    return {name: page for name, page in site.items() if b'<main id="innehall"' in page}


@pytest.mark.parametrize("other", [{}, ZETA])
def test_what_pages_share_is_what_each_would_have_alone(tmp_path, monkeypatch, other):
    made = []
    rendered = Arounds.rendered
    monkeypatch.setattr(Arounds, "rendered", lambda *told: made.append(1) or rendered(*told))
    shared = pages(project(tmp_path / "a", {**FILES, **other}))
    assert len(made) < len(shared)
    monkeypatch.setattr(frames, "standing", lambda url, _passed: url)
    made.clear()
    alone = pages(project(tmp_path / "b", {**FILES, **other}))
    assert len(made) >= len(alone)
    assert [name for name in alone if shared[name] != alone[name]] == []


HOOK = """\
import dataclasses


def on_page_context(context, page, config, **_):
    if page.url.endswith("egen/"):
        config.extra_css.append("assets/sidans.css")
    menu = [dataclasses.replace(one, title=f"Om {page.url}") for one in context["shell"].menu]
    return {**context, "shell": dataclasses.replace(context["shell"], menu=menu)}


def on_template_context(context, **_):
    return {**context, "shell": dataclasses.replace(context["shell"], site_name="Borta")}
"""


def test_what_a_hook_gives_a_page_stands_around_that_page(tmp_path):
    hooked = {
        **FILES,
        "krok.py": HOOK,
        "mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [krok.py]\n",
    }
    made = pages(project(tmp_path, {**hooked, **ZETA}))
    own = {name: page.decode() for name, page in made.items()}
    for name, page in own.items():
        if name in {"404.html", "410.html"}:
            assert ">Borta<" in page
        else:
            assert f">Om {name.removesuffix('index.html')}</a>" in page
    assert "sidans.css" in own["assets/egen/index.html"]


@pytest.mark.parametrize(
    ("url", "equal"),
    [
        ("by/mal/ett/", True),
        ("by/mal/", True),
        ("by/vision/", False),
        ("by/vision/ett/", False),
        ("by/", False),
        ("", False),
        ("by/mal/ett/en/", False),
    ],
)
def test_pages_stand_alike_in_a_folder_unless_something_leads_to_them(url, equal):
    passed = all_passed("by/vision/", "./by/mal/../niva/", "assets/egen.css")
    beside = {"by/mal/ett/": "by/mal/tva/", "by/mal/": "by/fritt/"}.get(url, "by/fritt/")
    assert (standing(url, passed) == standing(beside, passed)) is equal
