"""A folder that is renamed, and a kommun that is dissolved, are told as what they are."""

from kommunvision.versions import Version, compare, plain_text
from tests.helpers import LEVELS, WHO, loaded_from

GOAL = "mål:\n- {id: utb-1, nivå: mal, rubrik: Fler böcker}\n"
SOURCE = "källor:\n- {id: budget, titel: Budget}\n"


def version(slug: str, who: str = WHO, shared: str | None = None) -> Version:
    files: dict[str, str | bytes] = {
        f"data/{slug}/kommun.yml": who,
        f"data/{slug}/styrmodell.yml": LEVELS,
        f"data/{slug}/mal.yml": GOAL,
        f"data/{slug}/kallor.yml": SOURCE,
        "data/grannbyn/kommun.yml": WHO.replace("Exempelby", "Grannbyn"),
    }
    if shared:
        files = {name: text for name, text in files.items() if f"/{slug}/" not in name}
        files["data/borttagna.yml"] = shared
    loaded = loaded_from(files)
    assert [one.code for one in loaded.problems] == []
    pages = {} if shared else {f"{slug}/om.md": "1"}
    return Version(loaded.kommuner, pages, withdrawn=loaded.withdrawn)


def test_a_folder_that_is_renamed_has_moved_pages_and_no_lost_ones():
    now = version("byn", f"{WHO}  tidigare_mapp: by\n")
    found = compare(version("by"), now)
    (one,) = found.kommuner
    assert one.addresses.lost == one.addresses.new == ()
    assert ("by/mal/utb-1/", "byn/mal/utb-1/") in one.addresses.moved
    assert ("by/om/", "byn/om/") in one.addresses.moved
    assert one.facts == ("tidigare_mapp",)


def test_a_folder_that_is_renamed_without_a_word_loses_its_pages():
    found = compare(version("by"), version("byn"))
    assert "by/mal/utb-1/" in {url for one in found.kommuner for url in one.addresses.lost}


def test_a_kommun_that_is_dissolved_is_withdrawn_and_not_lost():
    gone = (
        "borttagna:\n- {adress: by/, rubrik: By kommun, datum: 2026-03-02, skäl: Den finns inte.}\n"
    )
    found = compare(version("by"), version("by", shared=gone))
    assert [url for one in found.kommuner for url in one.addresses.lost] == []
    assert [one.address for one in found.addresses.withdrawn] == ["by/"]
    assert "by/ är borttagen: Den finns inte." in plain_text(found)
