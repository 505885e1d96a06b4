"""Against GitHub and GitLab, what the editor saves is the commit that a careful person would make."""

from textwrap import dedent

import pytest
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
