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


@pytest.fixture
def site(name, request):
    """A site with forms that save at the one of the two that a test names."""
    return request.getfixturevalue(name)


@pytest.fixture
def forge(site, tmp_path):
    return site.forge(tmp_path / "mal.git")


def somebody_saves(git, old, new):
    """Let another person change the goals on the main branch; return the commit."""
    theirs = git.read(f"main:{FILE}").replace(old, new)
    return git.commit("main", {FILE: theirs}, "Mitt under", ("Olle", "olle@exempelby.example"))


@pytest.mark.parametrize("name", ["github", pytest.param("gitlab", marks=pytest.mark.full)])
def test_a_goal_that_is_changed_becomes_the_commit_that_a_careful_person_would_make(
    name, site, forge, chromium
):
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
        editor.sign_out()
        assert TOKEN not in editor.stored()
        assert "file-cache" not in editor.kept(f"{name}:{site.path}")
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


def told_where(editor, where):
    """Read where two have changed the same thing, and close the dialog."""
    dialog = editor.page.get_by_role("alertdialog")
    told = f"Någon annan har ändrat samma sak som du: {where}. Inget är sparat."
    expect(dialog).to_contain_text(told)
    dialog.get_by_role("button").last.click()
    # The editor says the same in the console.
    editor.complaints.clear()


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_what_somebody_else_saves_meanwhile_stands_beside_what_the_form_says(site, forge, chromium):
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
        editor.save()
        editor.page.get_by_role("button", name="Spara ändå").click()
        told_where(editor, "mål / utb-2 / rubrik")
        assert git.head("main") == between
        # Whoever saves once more is believed.
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
    site, forge, chromium
):
    git = forge.repository

    def between() -> None:
        somebody_saves(git, "Nyfikna hela livet", "Nyfikna")

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
    site, forge, chromium
):
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


def kept_aside(editor, database: str) -> None:
    """Wait until the editor has kept what is not saved; one that comes later is offered again."""
    while not editor.kept(database).get("draft-backups"):
        editor.page.wait_for_timeout(100)


def left_and_taken_up(editor, database: str, meanwhile) -> None:
    """Change a heading, leave the page without saving, and take the form up again later."""
    editor.sign_in()
    editor.open_file("Mål (mal.yml)")
    editor.unfold("mål.1")
    editor.write("mål.1.rubrik", "Fler unga tar examen")
    kept_aside(editor, database)
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
    name, site, forge, chromium
):
    git = forge.repository

    def meanwhile() -> None:
        somebody_saves(git, "Nyfikna hela livet", "Nyfikna")

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
    name, site, forge, chromium
):
    git = forge.repository

    def meanwhile() -> None:
        somebody_saves(git, "Fler unga når", "Alla når")

    with visiting(chromium, site, forge) as editor:
        left_and_taken_up(editor, f"{name}:{site.path}", meanwhile)
        told_where(editor, "mål / utb-2 / rubrik")
        assert [one.message for one in git.log("main")] == ["Mitt under", "Lägg in målen"]
        editor.save()
        editor.saved()
    assert git.diff("main~1", "main") == [
        "-  rubrik: Alla når gymnasieexamen",
        "+  rubrik: Fler unga tar examen",
    ]


@pytest.mark.full
@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_a_file_keeps_its_kind_of_line_ends(site, forge, chromium):
    git = forge.repository
    text = git.read(f"main:{FILE}").replace("\n", "\r\n")
    before = git.commit("main", {FILE: text}, "Från Windows", ("Olle", "olle@exempelby.example"))
    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen")
        editor.save()
        editor.saved()
        editor.assert_nothing_leaked()
    assert git.diff(before, "main") == [
        "-  rubrik: Fler unga når gymnasieexamen",
        "+  rubrik: Fler unga tar examen",
    ]
    assert git.git("cat-file", "blob", f"main:{FILE}").count("\r\n") == text.count("\n")


@pytest.mark.full
@pytest.mark.parametrize("answer", ["accept", "dismiss"])
def test_whoever_signs_out_with_changes_that_are_not_saved_is_asked_what_becomes_of_them(
    answer, github, chromium, tmp_path
):
    forge = github.forge(tmp_path / "mal.git")
    asked = []
    with visiting(chromium, github, forge) as editor:

        def reply(dialog):
            asked.append(dialog.message)
            getattr(dialog, answer)()

        editor.page.on("dialog", reply)
        editor.sign_in()
        editor.open_file("Mål (mal.yml)")
        editor.unfold("mål.1")
        editor.write("mål.1.rubrik", "Fler unga tar examen")
        database = f"github:{github.path}"
        while not editor.kept(database).get("draft-backups"):
            editor.page.wait_for_timeout(100)
        editor.leave("exempelby")
        editor.sign_out()
        assert [one.partition("?")[0] for one in asked] == [
            "Du är utloggad, men det finns ändringar som du inte har sparat. Ska de tas bort"
        ]
        kept = 0 if answer == "accept" else 1
        assert editor.kept(database).get("draft-backups", 0) == kept
        assert "file-cache" not in editor.kept(database)
        # Whoever signs in and loads the page anew has not signed out again.
        editor.sign_in()
        expect(editor.page.get_by_text("Mål (mal.yml)")).to_be_visible()
        editor.page.reload()
        expect(editor.page.get_by_text("Mål (mal.yml)")).to_be_visible()
        assert editor.kept(database).get("draft-backups", 0) == kept
        assert len(asked) == 1


@pytest.mark.full
@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("github", "https://github.com/exempelby/mal"),
        ("gitlab", "https://gitlab.com/exempelby/webb/mal"),
    ],
)
def test_a_proposal_is_changed_and_taken_back_and_no_picture_passes_it_by(
    kind, address, chromium, tmp_path
):
    site = published(tmp_path / "webb", kind, address, "formular_forslag: true")
    forge = site.forge(tmp_path / "mal.git")
    git = forge.repository
    before = git.head("main")
    picture = tmp_path / "skolan.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    with visiting(chromium, site, forge) as editor:
        editor.sign_in()
        expect(editor.page.get_by_role("radio", name="Förslag")).to_be_visible()
        expect(editor.page.get_by_role("radio", name="Resurser")).to_have_count(0)
        editor.page.set_viewport_size({"width": 320, "height": 700})
        for name in ("Innehåll", "Förslag", "Meny"):
            expect(editor.page.get_by_role("radio", name=name)).to_be_in_viewport(ratio=1)
        editor.page.set_viewport_size({"width": 1280, "height": 2_500})
        proposed(editor, "Fler unga tar examen", f"{kind}:{site.path}")
        proposed(editor, "Alla unga tar examen", f"{kind}:{site.path}")
        (proposal,) = forge.requests
        branch = proposal.get("head") or proposal["source_branch"]
        assert git.diff("main", branch) == [
            "-  rubrik: Fler unga når gymnasieexamen",
            "+  rubrik: Alla unga tar examen",
        ]
        editor.page.get_by_role("radio", name="Förslag").click()
        # Only the repository can take it in.
        expect(editor.button("Ta bort ändringen")).to_be_visible()
        expect(editor.page.get_by_role("button", name="Publicera")).to_have_count(0)
        editor.button("Ta bort ändringen").click()
        dialog = editor.page.get_by_role("alertdialog")
        expect(dialog).to_contain_text("filen blir som på webbplatsen")
        dialog.get_by_role("button", name="Ta bort").click()
        expect(editor.page.get_by_text("Här finns inget.")).to_have_count(3)
        assert git.head(branch) is None
        assert proposal["state"].lower() == "closed"
        editor.assert_nothing_leaked()
        editor.button("Skicka bilder").click()
        editor.page.get_by_role("menuitem", name="Resurser").click()
        with editor.page.expect_file_chooser() as chosen:
            editor.page.get_by_role("button", name="Välj filer").click()
        chosen.value.set_files(picture)
        editor.page.get_by_role("alertdialog").get_by_role("button", name="Ladda upp").click()
        told = "lägg då in filen på GitHub eller GitLab"
        expect(editor.page.get_by_text(told)).to_be_visible()
    assert git.head("main") == before


def proposed(editor, heading, database):
    """Say that a goal is called something else, and leave it as a draft."""
    editor.page.get_by_role("radio", name="Innehåll").click()
    editor.open_file("Mål (mal.yml)")
    editor.unfold("mål.1")
    editor.write("mål.1.rubrik", heading)
    kept_aside(editor, database)
    editor.save()
    editor.page.get_by_role("alertdialog").get_by_role("button", name="Senare").click()
    expect(editor.button("Avbryt redigering")).to_be_hidden()
