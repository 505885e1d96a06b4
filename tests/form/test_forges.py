"""Against GitHub and GitLab, what the editor saves is the commit that a careful person would make."""

from textwrap import dedent

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.form.forges.server import TOKEN
from tests.form.forging import published, visiting

FILE = "data/exempelby/mal.yml"


@pytest.fixture(scope="module")
def github(tmp_path_factory):
    root = tmp_path_factory.mktemp("github")
    return published(root, "github", "https://github.com/exempelby/mal")


@pytest.fixture(scope="module")
def gitlab(tmp_path_factory):
    root = tmp_path_factory.mktemp("gitlab")
    return published(root, "gitlab", "https://gitlab.com/exempelby/webb/mal")


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_goal_that_is_changed_becomes_the_commit_that_a_careful_person_would_make(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository
    before = git.head("main")
    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen: alla ska med")
        editor.save()
        editor.saved()
        assert TOKEN in editor.stored()
        editor.page.get_by_role("button", name="Visa användarkontomeny").click()
        editor.page.get_by_role("menuitem", name="Logga ut").click()
        expect(editor.button("Logga in med en åtkomstnyckel")).to_be_visible()
        assert TOKEN not in editor.stored()
        editor.assert_nothing_leaked()
    commit, *_ = git.log("main")
    assert (
        git.diff(before, commit.sha)
        == dedent("""\
        -  rubrik: Fler unga når gymnasieexamen
        +  rubrik: "Fler unga tar examen: alla ska med"
        """).splitlines()
    )
    assert commit.parents == [before]
    assert (commit.name, commit.email) == ("Maja Lind", "maja.lind@exempelby.example")
    assert commit.message == f"Ändra {FILE} i formulär"
    assert git.changed(before, commit.sha) == [("M", FILE)]


def save_and_merge(editor):
    editor.save()
    dialog = editor.page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("Sparar du nu står bådas ändringar kvar")
    dialog.get_by_role("button", name="Spara ändå").click()
    editor.saved()


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_what_somebody_else_saves_meanwhile_stands_beside_what_the_form_says(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository
    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen")
        theirs = git.read(f"main:{FILE}").replace("Nyfikna hela livet", "Nyfikna  # nytt")
        theirs = theirs.replace("Fler unga når gymnasieexamen", "Alla når gymnasieexamen")
        theirs += "- id: annans\n  nivå: mal\n  rubrik: En annans mål\n"
        between = git.commit(
            "main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example")
        )
        save_and_merge(editor)
        after = git.head("main")
        assert git.diff(between, after) == [
            "-  rubrik: Alla når gymnasieexamen",
            "+  rubrik: Fler unga tar examen",
        ]
        # What the other has done is seen when the form is opened again, and is not undone by it.
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Alla unga tar examen")
        editor.save()
        dialog = editor.page.get_by_role("alertdialog")
        expect(dialog.or_(editor.page.get_by_text("Ändringen är sparad.")).first).to_be_visible()
        if dialog.is_visible():
            dialog.get_by_role("button", name="Spara ändå").click()
        editor.saved()
        editor.assert_nothing_leaked()
    assert git.diff(after, "main") == [
        "-  rubrik: Fler unga tar examen",
        "+  rubrik: Alla unga tar examen",
    ]


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_what_is_saved_in_the_very_moment_between_looking_and_writing_is_not_lost(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository

    def between() -> None:
        theirs = git.read(f"main:{FILE}").replace("Nyfikna hela livet", "Nyfikna")
        git.commit("main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example"))

    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen")
        forge.before_commit.append(between)
        editor.save()
        expect(editor.page.get_by_role("alertdialog")).to_contain_text("Det gick inte att spara")
        assert [one.message for one in git.log("main")] == ["Mitt under", "Lägg in målen"]
        editor.page.get_by_role("alertdialog").get_by_role("button").last.click()
        save_and_merge(editor)
    assert git.diff("main~2", "main") == [
        "-  rubrik: Nyfikna hela livet",
        "+  rubrik: Nyfikna",
        "-  rubrik: Fler unga når gymnasieexamen",
        "+  rubrik: Fler unga tar examen",
    ]


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_mistakes_are_told_of_and_entries_are_created_deleted_and_never_closed_by_escape(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository
    before = git.head("main")
    with visiting(chromium, site, forge) as editor:
        editor.sign_in("fel-nyckel")
        expect(editor.page.get_by_role("alert")).to_contain_text("nyckeln är ogiltig")
        assert "fel-nyckel" not in editor.stored()
        # The server's own words for that stand in the console.
        editor.complaints.clear()
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.add("mål", "mål")
        editor.write("mål.2.id", "Ny skola")
        editor.pick("mål.2.nivå", "mål (mal)")
        editor.save()
        expect(editor.field("mål.2.rubrik")).to_contain_text("Det här måste fyllas i.")
        assert git.head("main") == before
        editor.write("mål.2.id", "ny-skola")
        editor.write("mål.2.rubrik", "En ny skola i Kvarnbacken")
        editor.add("mål.2.överordnade", "överordnade")
        # Escape closes the list that is open, and not the form around it.
        editor.page.get_by_role("combobox").first.click()
        expect(editor.page.get_by_role("option").first).to_be_visible()
        editor.page.keyboard.press("Escape")
        expect(editor.page.get_by_role("option")).to_have_count(0)
        editor.page.keyboard.press("Escape")
        editor.pick("mål.2.överordnade.0.id", "Nyfikna hela livet (larande)")
        editor.save()
        editor.saved()
        made = git.head("main")
        editor.open_file("Mål (mal.yml)")
        items = editor.field("mål").locator(".item-list").first.locator(":scope > .item-wrapper")
        items.nth(1).get_by_role("button", name="Ta bort").first.click()
        editor.save()
        editor.saved()
        editor.assert_nothing_leaked()
    assert git.diff(before, made) == [
        "+- id: ny-skola",
        "+  nivå: mal",
        "+  rubrik: En ny skola i Kvarnbacken",
        "+  överordnade: [larande]",
    ]
    assert git.diff(made, "main") == [
        "-- id: utb-2",
        "-  tidigare_id: [utb-1]",
        "-  nivå: mal",
        "-  rubrik: Fler unga når gymnasieexamen",
        "-  överordnade: [larande, grannby/skola]  # se bilagan",
        "-  källa: budget",
    ]


@pytest.mark.full
def test_a_picture_that_is_sent_becomes_a_commit_with_that_very_file(github, chromium, tmp_path):
    forge = github.forge(tmp_path / "mal.git")
    git = forge.repository
    picture = tmp_path / "skolan.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    with visiting(chromium, github, forge) as editor:
        editor.sign_in()
        editor.page.get_by_role("radio", name="Resurser").click()
        editor.page.get_by_role("button", name="Ladda upp resurser").first.click()
        with editor.page.expect_file_chooser() as chosen:
            editor.page.get_by_role("button", name="Välj filer").click()
        chosen.value.set_files(picture)
        dialog = editor.page.get_by_role("alertdialog")
        dialog.get_by_role("button", name="Ladda upp").click()
        expect(dialog).to_be_hidden()
        expect(editor.page.get_by_text("skolan.png").first).to_be_visible()
        editor.assert_nothing_leaked()
    commit, *_ = git.log("main")
    assert commit.message == "Lägg till content/skolan.png i formulär"
    assert git.sha("main:content/skolan.png") == git.git("hash-object", str(picture)).strip()


def is_last_of_a_review(response) -> bool:
    """Whether a forge has answered the last that it is asked when something is sent for review."""
    asked = response.request
    return asked.method == "PUT" or "markPullRequestReadyForReview" in (asked.post_data or "")


@pytest.mark.full
@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", "https://git.exempelby.example:8443/webb/mal"),
        ("gitlab", "https://git.exempelby.example:8443/kansli/webb/mal"),
    ],
)
def test_proposals_on_a_server_of_ones_own_keep_what_others_have_saved_since(
    kind, address, chromium, tmp_path
):
    site = published(tmp_path / "webb", kind, address, "formular_forslag: true")
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository
    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen")
        theirs = git.read(f"main:{FILE}").replace("Nyfikna hela livet", "Nyfikna")
        now = git.commit("main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example"))
        editor.save()
        dialog = editor.page.get_by_role("alertdialog")
        expect(dialog).to_contain_text("sparad som ett utkast")
        with editor.page.expect_response(is_last_of_a_review):
            dialog.get_by_role("button", name="Skicka till granskning").click()
        expect(editor.page.get_by_text("Granskas").first).to_be_visible()
        editor.assert_nothing_leaked()
    assert git.head("main") == now
    (proposal,) = forge.requests
    branch = proposal.get("head") or proposal["source_branch"]
    assert git.diff("main", branch) == [
        "-  rubrik: Fler unga når gymnasieexamen",
        "+  rubrik: Fler unga tar examen",
    ]
    assert proposal["title"] == f"Ändra {FILE} i formulär"
    assert [one.rpartition("/")[2] for one in proposal["labels"]] == ["pending_review"]
    assert not proposal.get("draft")
    told = proposal.get("body") or proposal["description"]
    assert told == "Ändrat i formulären på webbplatsen."


BACKED_UP = """async (name) => {
  const done = (asked) => new Promise((told) => { asked.onsuccess = () => told(asked.result); });
  const db = await done(indexedDB.open(name));
  const found = await done(db.transaction("draft-backups").objectStore("draft-backups").getAll());
  db.close();
  return found.length;
}"""


def left_and_taken_up(editor, database: str, meanwhile) -> None:
    """Change a heading, leave the page without saving, and take the form up again later."""
    editor.sign_in()
    editor.open_file("Mål (mal.yml)")
    editor.unfold("mål.1")
    editor.write("mål.1.rubrik", "Fler unga tar examen")
    while not editor.page.evaluate(BACKED_UP, database):
        editor.page.wait_for_timeout(100)
    meanwhile()
    editor.page.goto("about:blank")
    editor.page.goto("https://prov.example/redigera/")
    editor.open_file("Mål (mal.yml)")
    dialog = editor.page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("som inte blev sparade")
    dialog.get_by_role("button", name="Återställ").click()
    editor.save()


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_form_that_was_left_and_is_taken_up_again_undoes_nothing_that_others_did_meanwhile(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository

    def meanwhile() -> None:
        theirs = git.read(f"main:{FILE}").replace("Nyfikna hela livet", "Nyfikna")
        git.commit("main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example"))

    with visiting(chromium, site, forge) as editor:
        left_and_taken_up(editor, f"{name}:{site.path}", meanwhile)
        editor.saved()
        editor.assert_nothing_leaked()
    assert git.diff("main~1", "main") == [
        "-  rubrik: Fler unga når gymnasieexamen",
        "+  rubrik: Fler unga tar examen",
    ]


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_form_that_is_taken_up_again_is_not_saved_over_the_same_thing_that_somebody_else_did(
    name, request, chromium, tmp_path
):
    site = request.getfixturevalue(name)
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository

    def meanwhile() -> None:
        theirs = git.read(f"main:{FILE}").replace("Fler unga når", "Alla når")
        git.commit("main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example"))

    with visiting(chromium, site, forge) as editor:
        left_and_taken_up(editor, f"{name}:{site.path}", meanwhile)
        told = "Någon annan har ändrat samma sak som du: mål / utb-2 / rubrik. Inget är sparat."
        expect(editor.page.get_by_role("alertdialog")).to_contain_text(told)
    assert [one.message for one in git.log("main")] == ["Mitt under", "Lägg in målen"]
