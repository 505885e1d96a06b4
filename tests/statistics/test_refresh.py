"""The command itself: which kommuner, what it tells and where, and what keeps it from starting."""

from datetime import date

import pytest

from kommunvision.load import load_site
from kommunvision.statistics import KOLADA, SCB
from tests.helpers import write_files
from tests.statistics.conftest import ASKING, NORBERG
from tests.statistics.run import called

NORA = NORBERG.replace("Norberg", "Nora").replace("1962", "1884")


@pytest.fixture
def two(refresh):
    write_files(refresh.site, {"data/nora/kommun.yml": NORA, "data/nora/indikatorer.yml": ASKING})
    return refresh


def test_all_kommuner_are_refreshed_when_none_is_named(two):
    assert two() == 0
    assert "2,441048" in two.file("nora/statistik/kolada.yml")
    assert "2,970158" in two.file("norberg/statistik/kolada.yml")


def test_only_the_kommun_that_is_named_is_refreshed(two, services):
    assert two("nora") == 0
    assert not (two.site / "data/norberg/statistik").exists()
    assert not any("1962" in address for address in services.asked)


def test_a_kommun_that_does_not_exist_is_a_wrong_call(two):
    assert two("norberg", "nroa") == 2
    assert "Kommunen nroa finns inte under data/." in two.err
    assert not (two.site / "data/norberg/statistik").exists()


def test_a_single_kommun_has_its_statistics_directly_in_data(
    tmp_path, services, capsys, monkeypatch, refresh
):
    refresh.site = tmp_path / "ensam"
    write_files(refresh.site, {"data/kommun.yml": NORBERG, "data/indikatorer.yml": ASKING})
    assert refresh() == 0
    assert "2,970158" in refresh.file("statistik/kolada.yml")
    assert not load_site(refresh.site).problems.ordered()
    assert refresh() == 0
    assert "Inget nytt." in refresh.out


def test_a_site_without_statistics_asks_nobody(refresh, services):
    write_files(
        refresh.site, {"data/norberg/indikatorer.yml": ASKING.replace("  kolada: N03937\n", "")}
    )
    assert refresh() == 0
    assert services.asked == []
    assert refresh.out == "Ingen indikator anger kolada eller scb. Det finns inget att hämta.\n"


def test_the_real_services_are_asked_when_nothing_else_is_set():
    assert KOLADA.base == "https://api.kolada.se/v3/"
    assert SCB.base == "https://statistikdatabasen.scb.se/api/v2/"


def test_without_a_day_it_is_today(refresh):
    assert called("refresh", "--root", str(refresh.site)) == 0
    assert f"hämtad: {date.today().isoformat()}" in refresh.file()  # noqa: DTZ011, TID251


def test_the_summary_is_written_as_markdown_for_a_pull_request(refresh, services):
    services.kolada["kpi"][1]["title"] = "Arbetslösa *alla* @nagon #1 <img>, andel (%) (-2024)"
    place = refresh.site / "ändringar.md"
    assert refresh("--markdown", str(place)) == 0
    assert place.read_text("utf-8") == (
        "# Hämtad statistik 2026-03-01\n"
        "\n"
        "## Norberg, Kolada\n"
        "\n"
        "- Öppet arbetslösa (N03937)\n"
        "    - **nytt:** 5 värden, från 2020 till 2024\n"
        "    - **varning:** Nyckeltalet N03937 har inga värden efter 2024, för Kolada har slutat "
        "uppdatera det. Det heter nu ”Arbetslösa \\*alla\\* @&#8203;nagon #&#8203;1 &lt;img&gt;, andel (%) "
        "(-2024)”. Välj gärna ett som fortfarande uppdateras.\n"
        "\n"
        "Nya: 5. Ändrade: 0. Borttagna: 0. Varningar: 1. data/norberg/statistik/kolada.yml är "
        "uppdaterad.\n"
    )


def test_a_dry_run_says_so_in_markdown_too(refresh):
    place = refresh.site / "prov.md"
    refresh("--dry-run", "--markdown", str(place))
    assert place.read_text("utf-8").startswith(
        "# Hämtad statistik 2026-03-01 (prov, ingenting är ändrat)\n"
    )


def test_few_new_values_are_told_one_by_one(refresh, services):
    refresh()
    services.add("N03937", "1962", 2025, T=3.5, K=3.25, M=None)
    refresh()
    assert "nytt:      2025: 3,5 (kvinnor 3,25)" in refresh.out


def test_new_values_of_pupils_are_told_of_girls_and_boys(refresh, services):
    asking = ASKING.replace("namn:", "könen: flickor och pojkar\n  namn:")
    write_files(refresh.site, {"data/norberg/indikatorer.yml": asking})
    refresh()
    services.add("N03937", "1962", 2025, T=3.5, K=3.25, M=4)
    refresh()
    assert "nytt:      2025: 3,5 (flickor 3,25, pojkar 4)" in refresh.out
    assert 'kvinnor: "3,25", män: 4' in refresh.file()


def test_a_kommun_with_faults_in_its_data_is_left_alone(two, services):
    refresh = two
    refresh()
    before = refresh.file()
    write_files(refresh.site, {"data/norberg/indikatorer.yml": ASKING.replace("namn:", "nmn:")})
    services.add("N03937", "1962", 2025, T=3)
    services.add("N03937", "1884", 2025, T=3)
    assert refresh() == 1
    assert refresh.file() == before
    assert 'KV101: Nyckeln "nmn" finns inte' in refresh.out
    assert "Rätta felen och kör kommandot igen." in refresh.err
    assert "period: 2025" in refresh.file("nora/statistik/kolada.yml")


def test_a_file_with_a_merge_conflict_is_not_written_over(refresh):
    refresh()
    path = refresh.site / "data/norberg/statistik/kolada.yml"
    broken = path.read_text("utf-8").replace("  värden:\n", "<" * 7 + " HEAD\n  värden:\n")
    path.write_text(broken, encoding="utf-8")
    assert refresh() == 1
    assert path.read_text("utf-8") == broken


@pytest.mark.parametrize("code", ["", '  kod: "1"\n'])
def test_a_kommun_without_a_code_is_told_what_to_write(refresh, code):
    kommun = NORBERG.replace('  kod: "1962"\n', code)
    write_files(refresh.site, {"data/norberg/kommun.yml": kommun})
    assert refresh() == 1
    assert "Norberg har ingen kod som statistiken känner igen." in refresh.out


@pytest.mark.parametrize("kpi", ["N1542", "../kpi", "N15428/municipality/0000", "n15428"])
def test_what_is_no_key_figure_never_becomes_an_address(refresh, services, kpi):
    write_files(refresh.site, {"data/norberg/indikatorer.yml": ASKING.replace("N03937", kpi)})
    assert refresh() == 1
    assert services.asked == []
    assert f"Indikatorn ind-arbetslosa har nyckeltalet {kpi}." in refresh.out


def test_a_link_out_of_the_site_is_not_written_through(refresh, tmp_path_factory):
    outside = tmp_path_factory.mktemp("utanför")
    link = refresh.site / "data/norberg/statistik"
    link.symlink_to(outside, target_is_directory=True)
    assert refresh() == 1
    assert list(outside.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(refresh):
    refresh()
    before = refresh.file()
    folder = refresh.site / "data/norberg/statistik"
    write_files(refresh.site, {"data/norberg/indikatorer.yml": ASKING.replace("N03937", "N00900")})
    (folder / "kolada.yml").rename(folder.parent / "kolada.yml")
    (folder / "kolada.yml").mkdir()
    assert refresh() == 1
    assert "data/norberg/statistik/kolada.yml går inte att skriva." in refresh.out
    assert [path.name for path in folder.iterdir()] == ["kolada.yml"]
    assert refresh.file("norberg/kolada.yml") == before
