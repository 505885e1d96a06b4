"""The form editor is used in a browser as a person would, and what it saves is what was meant."""

from textwrap import dedent

import pytest
from playwright.sync_api import expect

from tests.form.differing import change
from tests.form.driving import editing
from tests.helpers import loaded_from
from tests.looking import VIEWS, View, axe_faults, see

# Good practice that the editor itself leaves out, and that neither its settings nor its style reach;
# ARCHITECTURE.md says why each is let be. Of WCAG nothing is.
THEIRS = {"region", "page-has-heading-one"}


def files_of(root) -> dict[str, str]:
    found = sorted((root / "data").rglob("*.yml"))
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def test_a_goal_is_created_changed_broken_mended_and_saved(form_site, form_project, chromium):
    files = files_of(form_project)
    # A remark, and a reference to what no list has.
    before = "# Beslutade i juni.\n" + files["data/exempelby/mal.yml"].replace(
        "  överordnade: [larande]\n", "  överordnade: [larande, grannby/skola]  # se bilagan\n"
    )
    files["data/exempelby/mal.yml"] = before
    with editing(chromium, form_site, files) as editor:
        expect(editor.button("Öppna mappen på datorn")).to_be_visible()
        expect(editor.button("Logga in med en åtkomstnyckel")).to_be_hidden()
        editor.open_folder()
        editor.open_file("Mål (mal.yml)")
        # Change one.
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen: alla ska med")
        # Create one, with an id that is none and without a heading.
        editor.add("mål", "mål")
        editor.write("mål.2.id", "Ny skola")
        editor.pick("mål.2.nivå", "mål (mal)")
        editor.write("mål.2.nummer", "2.10")
        editor.save()
        expect(editor.field("mål.2.id")).to_contain_text(
            "Ett id har bara små bokstäver a–z, siffror och bindestreck"
        )
        expect(editor.field("mål.2.rubrik")).to_contain_text("Det här måste fyllas i.")
        assert editor.read("data/exempelby/mal.yml") == before
        # Mend it.
        editor.write("mål.2.id", "ny-skola")
        editor.write("mål.2.rubrik", "En ny skola i Kvarnbacken")
        editor.add("mål.2.överordnade", "överordnade")
        editor.pick("mål.2.överordnade.0.id", "Nyfikna hela livet (larande)")
        editor.save()
        editor.saved()
        after = editor.read("data/exempelby/mal.yml")
        assert editor.asked == []
        assert editor.complaints == []
    expected = """\
        -  rubrik: Fler unga når gymnasieexamen
        +  rubrik: "Fler unga tar examen: alla ska med"
        +- id: ny-skola
        +  nivå: mal
        +  rubrik: En ny skola i Kvarnbacken
        +  överordnade: [larande]
        +  nummer: "2.10"
        """
    assert change(before, after) == dedent(expected).splitlines()
    assert "[larande, grannby/skola]  # se bilagan" in after
    loaded = loaded_from({**files, "data/exempelby/mal.yml": after})
    assert not loaded.problems
    *_, made = loaded.kommuner[0].goals
    assert (made.id, made.level, made.number) == ("ny-skola", "mal", "2.10")
    assert made.title == "En ny skola i Kvarnbacken"
    assert [one.target for one in made.parents] == ["larande"]


@pytest.mark.full
def test_what_has_just_been_created_can_be_picked_at_once(form_site, form_project, chromium):
    files = files_of(form_project)
    # Somebody else has added a goal since the site was built.
    files["data/exempelby/mal.yml"] += "- id: annans\n  nivå: mal\n  rubrik: En annans mål\n"
    with editing(chromium, form_site, files) as editor:
        editor.open_folder()
        editor.open_file("Mål (mal.yml)")
        editor.add("mål", "mål")
        editor.write("mål.3.id", "ny-skola")
        editor.pick("mål.3.nivå", "mål (mal)")
        editor.write("mål.3.rubrik", "En ny skola")
        editor.add("mål.3.överordnade", "överordnade")
        editor.pick("mål.3.överordnade.0.id", "En annans mål (annans)")
        editor.save()
        editor.saved()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.add("mål.1.överordnade", "överordnade")
        editor.pick("mål.1.överordnade.1.id", "En ny skola (ny-skola)")
        editor.save()
        editor.saved()
        after = editor.read("data/exempelby/mal.yml")
        assert editor.complaints == []
    assert "  överordnade: [larande, ny-skola]\n" in after
    assert "  överordnade: [annans]\n" in after


@pytest.mark.full
def test_axe_finds_nothing_but_what_the_editor_is_known_to_leave_out(
    form_site, form_project, chromium
):
    found = {}

    def look(name: str, *views: View) -> None:
        for view in (VIEWS[0], *views):
            see(editor.page, view)
            faults = [one for one in axe_faults(editor.page) if one.partition(":")[0] not in THEIRS]
            found.update({f"{name}, {view.name}": faults} if faults else {})
        editor.page.set_viewport_size({"width": 1280, "height": 7_000})

    with editing(chromium, form_site, files_of(form_project)) as editor:
        expect(editor.button("Öppna mappen på datorn")).to_be_visible()
        look("the first page")
        editor.open_folder()
        expect(editor.page.get_by_text("Mål (mal.yml)")).to_be_visible()
        look("the list of files")
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        look("a form", VIEWS[3])
        editor.write("mål.1.rubrik", "")
        editor.save()
        expect(editor.field("mål.1.rubrik")).to_contain_text("Det här måste fyllas i.")
        look("a broken form")
        editor.write("mål.1.rubrik", "Fler tar examen")
        editor.save()
        editor.saved()
        look("what is saved")
    assert found == {}
