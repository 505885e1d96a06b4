"""Files of any number, name and encoding become one kommun, or say what is wrong with them."""

import pytest

from kommunvision.load import load_site
from tests.helpers import WHO, loaded_from, places

GOAL = "mål:\n- {id: a, nivå: mal, rubrik: Å}\n"


def codes(files):
    return [(p.code, p.origin.path, p.origin.line) for p in loaded_from(files).problems]


def test_it_does_not_matter_in_which_file_an_object_stands():
    one = loaded_from({"data/by/allt.yml": f"{WHO}\n{GOAL}"})
    several = loaded_from({"data/by/kommun.yml": WHO, "data/by/mer/mal.yaml": GOAL})
    assert one.kommuner == several.kommuner
    assert one.kommuner[0].goals[0].title == "Å"


def test_a_single_kommun_may_lie_directly_in_the_data_folder():
    (kommun,) = loaded_from({"data/kommun.yml": WHO, "data/mal.yml": GOAL}).kommuner
    assert (kommun.slug, len(kommun.goals)) == ("", 1)


def test_themes_in_the_data_folder_are_shared_by_all():
    loaded = loaded_from(
        {
            "data/teman.yml": "teman:\n- {id: klimat, namn: Klimat}\n",
            "data/a/kommun.yml": WHO,
            "data/b/kommun.yml": WHO.replace("Exempelby", "Annanby"),
        }
    )
    assert [(k.name, [t.id for t in k.themes]) for k in loaded.kommuner] == [
        ("Annanby", ["klimat"]),
        ("Exempelby", ["klimat"]),
    ]


def test_kommuner_come_in_swedish_order():
    names = ["Örebro", "Ängelholm", "Åmål", "Zinkby", "Arboga"]
    files = {
        f"data/k{n}/kommun.yml": WHO.replace("Exempelby", name) for n, name in enumerate(names)
    }
    assert [k.name for k in loaded_from(files).kommuner] == [
        "Arboga",
        "Zinkby",
        "Åmål",
        "Ängelholm",
        "Örebro",
    ]


def test_bom_and_windows_line_ends_are_read_as_they_are_meant():
    raw = b"\xef\xbb\xbf" + (WHO + GOAL).replace("\n", "\r\n").encode()
    (kommun,) = loaded_from({"data/by/kommun.yml": raw}).kommuner
    assert kommun.goals[0].where.origin.line == 7


def test_windows_1252_is_explained_at_the_first_word_that_gives_it_away():
    loaded = loaded_from(
        {
            "data/by/kommun.yml": WHO,
            "data/by/mal.yml": "# a\nmål: [Ängar och sjö]\n".encode("cp1252"),
        }
    )
    (found,) = loaded.problems
    assert places((found,)) == [("KV001", 2, 1)]
    assert found.details["character"] == "mål:"


def test_utf_16_is_explained():
    assert codes({"data/by/kommun.yml": WHO.encode("utf-16")}) == [
        ("KV001", "data/by/kommun.yml", 1)
    ]


def test_two_files_that_both_say_who_the_kommun_is():
    assert codes({"data/by/a.yml": WHO, "data/by/b.yml": WHO}) == [("KV011", "data/by/b.yml", 1)]


@pytest.mark.parametrize(
    "copy",
    ["mal (1)", "mal - kopia", "mal kopia 2", "mal (kopia)", "Kopia av mal", "mal_copy", "mal – Kopia (2)"],
)  # fmt: skip
def test_a_copy_is_told_of_once_and_at_the_copy(copy):
    files = {"data/by/kommun.yml": WHO, "data/by/mal.yml": GOAL}
    assert codes({**files, f"data/by/{copy}.yml": GOAL}) == [("KV025", f"data/by/{copy}.yml", 1)]


def test_a_copy_of_what_there_is_one_of_is_told_of_at_the_copy():
    found = codes({"data/by/kommun.yml": WHO, "data/by/kommun (1).yml": f"# Ny\n{WHO}"})
    assert found == [("KV025", "data/by/kommun (1).yml", 1)]


@pytest.mark.parametrize("name", ["mal (1)", "mal kopia"])
def test_a_file_that_is_called_a_copy_and_says_something_else_is_read(name):
    loaded = loaded_from(
        {
            "data/by/kommun.yml": WHO,
            "data/by/mal.yml": GOAL,
            f"data/by/{name}.yml": GOAL.replace("id: a", "id: ny"),
        }
    )
    assert not loaded.problems
    assert len(loaded.kommuner[0].goals) == 2
    # It may also be all that is left.
    assert not codes({"data/by/kommun.yml": WHO, f"data/by/{name}.yml": GOAL})


def test_a_folder_that_says_nothing_about_who_it_is():
    assert codes({"data/by/mal.yml": GOAL}) == [("KV010", "data/by", 1)]


def test_a_file_with_another_ending_is_noticed():
    found = codes({"data/by/kommun.yml": WHO, "data/by/mal.yml.txt": GOAL})
    assert found == [("KV012", "data/by/mal.yml.txt", 1)]


def test_the_name_without_the_ending_that_an_editor_has_added_is_proposed():
    loaded = loaded_from({"data/by/kommun.yml": WHO, "data/by/mal.yml.txt": GOAL})
    assert [one.suggestion for one in loaded.problems] == ["mal.yml"]
    # What refers to its objects is no mistake of its own.
    assert loaded.unread == {"by"}


def test_what_refers_to_an_object_that_has_no_id_is_no_mistake_of_its_own():
    nameless = "mål:\n- {nivå: mal, rubrik: A}\n"
    loaded = loaded_from({"data/by/kommun.yml": WHO, "data/by/mal.yml": nameless})
    assert [one.code for one in loaded.problems] == ["KV102"]
    assert loaded.unread == {"by"}


@pytest.mark.parametrize("text", ["---\nrubrik: En sida\n---\n# En sida\n", "{\\rtf1 m", "Hej"])
def test_what_refers_to_a_file_with_something_else_in_it_is_no_mistake_of_its_own(text):
    loaded = loaded_from({"data/by/kommun.yml": WHO, "data/by/mal.yml": text})
    assert loaded.problems
    assert loaded.unread == {"by"}


@pytest.mark.parametrize("text", ["", "# Inget än\n"])
def test_a_file_with_nothing_in_it_hides_nothing(text):
    assert loaded_from({"data/by/kommun.yml": WHO, "data/by/mal.yml": text}).unread == set()


def test_hidden_files_of_editors_are_left_alone():
    assert not codes({"data/by/kommun.yml": WHO, "data/by/.mal.yml.swp": b"\xff"})


def test_a_folder_name_that_no_address_can_carry():
    assert [code for code, *_ in codes({"data/Övre by/kommun.yml": WHO})] == ["KV013"]
    for taken in ("tema", "data", "oppna-data"):
        assert [code for code, *_ in codes({f"data/{taken}/kommun.yml": WHO})] == ["KV013"]


def test_a_kommuns_objects_do_not_belong_beside_the_folders():
    files = {"data/mal.yml": GOAL, "data/by/kommun.yml": WHO}
    assert codes(files) == [("KV019", "data/mal.yml", 1)]


def test_an_unknown_section_and_an_unknown_version():
    text = f"format: 7\nmålen: []\n{WHO}"
    assert codes({"data/by/kommun.yml": text}) == [
        ("KV014", "data/by/kommun.yml", 1),
        ("KV020", "data/by/kommun.yml", 2),
    ]


def test_a_file_that_is_far_too_large_is_refused():
    files = {"data/by/kommun.yml": WHO, "data/by/stor.yml": b"#" * 2_000_001}
    assert codes(files) == [("KV006", "data/by/stor.yml", 1)]


def test_a_link_out_of_the_tree_is_not_followed(tmp_path):
    outside = tmp_path / "hemligt.yml"
    outside.write_text(GOAL, encoding="utf-8")
    root = tmp_path / "site"
    (root / "data" / "by").mkdir(parents=True)
    (root / "data" / "by" / "kommun.yml").write_text(WHO, encoding="utf-8")
    (root / "data" / "by" / "mal.yml").symlink_to(outside)
    loaded = load_site(root)
    assert [p.code for p in loaded.problems] == ["KV015"]
    assert not loaded.kommuner[0].goals
