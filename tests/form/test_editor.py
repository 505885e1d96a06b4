"""The form editor is used in a browser as a person would, and what it saves is what was meant."""

from textwrap import dedent

from playwright.sync_api import expect

from tests.form.differing import change
from tests.form.driving import editing
from tests.helpers import loaded_from


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
