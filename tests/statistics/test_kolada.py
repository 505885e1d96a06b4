"""What Kolada answers becomes a data file of the project's own, one line for each value."""

from decimal import Decimal

import pytest

from kommunvision.load import load_site
from kommunvision.swedish.statistics import unit_of
from tests.helpers import write_files
from tests.statistics.conftest import ASKING, NORBERG

WHOLE = """\
# yaml-language-server: $schema=../../../schema/matvarden.schema.json
# Skriven av kommandot kommunvision refresh. Källa: Kolada.
# Nästa hämtning skriver över filen. Bara brott, preliminärt, delar och anmärkning som du
# själv lägger till på ett värde står kvar.
format: 1
mätvärden:
- indikator: ind-arbetslosa
  utgivare: Kolada
  titel: "Öppet arbetslösa av befolkningen, 18-65 år, andel (%)"
  enhet: andel (%)
  kod: N03937
  hämtad: 2026-03-01
  värden:
  - {period: 2020, värde: "4,447475"}
  - {period: 2021, värde: "3,689525"}
  - {period: 2022, värde: "2,710027"}
  - {period: 2023, värde: "2,670976"}
  - {period: 2024, värde: "2,970158"}
"""


def values(refresh, name="norberg"):
    """The values of the kommun's own series, by period, as the loader reads them."""
    loaded = load_site(refresh.site)
    assert not loaded.problems.ordered()
    kommun = next(one for one in loaded.kommuner if one.slug == name)
    (series,) = [one for one in kommun.series if one.group is None]
    return {one.period.year: one for one in series.values}


def indicators(refresh, text, code="1962"):
    kommun = NORBERG.replace("1962", code)
    write_files(
        refresh.site, {"data/norberg/kommun.yml": kommun, "data/norberg/indikatorer.yml": text}
    )


def made_up(refresh, *, kpi="N90001", title="Påhittat nyckeltal, andel (%)", services):
    """Let a made-up kommun ask for a made-up key figure."""
    indicators(refresh, ASKING.replace("N03937", kpi), code="9999")
    if title:
        services.kolada["kpi"].append({"id": kpi, "title": title})


def test_fetched_values_stand_in_a_file_with_title_unit_code_and_day(refresh):
    assert refresh() == 0
    assert refresh.file() == WHOLE
    assert "nytt:      5 värden, från 2020 till 2024" in refresh.out
    assert "Nya: 5. Ändrade: 0. Borttagna: 0. Varningar: 0." in refresh.out


def test_our_own_loader_reads_what_was_written(refresh):
    refresh()
    assert values(refresh)[2024].value == Decimal("2.970158")


def test_a_second_fetch_of_the_same_values_leaves_the_file_as_it_was(refresh):
    refresh()
    path = refresh.site / "data/norberg/statistik/kolada.yml"
    before = (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
    assert refresh(day="2026-09-01") == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert "Inget nytt. data/norberg/statistik/kolada.yml är som förut." in refresh.out


def test_a_dry_run_tells_and_writes_nothing(refresh):
    assert refresh("--dry-run") == 0
    assert not (refresh.site / "data/norberg/statistik").exists()
    assert "data/norberg/statistik/kolada.yml skulle uppdateras." in refresh.out


def test_the_question_goes_to_the_third_version_and_says_who_asks(refresh, services):
    refresh()
    assert services.asked == ["/v3/kpi/N03937", "/v3/data/kpi/N03937/municipality/1962"]
    (agent,) = services.agents
    assert agent.startswith("kommunvision/")
    assert "(+https://" in agent


def test_all_pages_of_an_answer_are_read(refresh, services):
    services.page = 2
    assert refresh() == 0
    assert refresh.file() == WHOLE
    assert sum("page=" in address for address in services.asked) == 2


def test_a_region_is_asked_for_by_four_digits(refresh, services):
    indicators(refresh, ASKING, code="12")
    services.add("N03937", "0012", 2024, T=3.5)
    assert refresh() == 0
    assert values(refresh)[2024].value == Decimal("3.5")


def test_groups_to_compare_with_become_series_of_their_own_with_their_names(refresh, services):
    indicators(
        refresh,
        ASKING.replace(
            "kolada: N03937", 'kolada: {nyckeltal: N03937, jämför_med: ["1884", G37477, "1962"]}'
        ),
    )
    services.add("N03937", "G37477", 2024, T=3.25)
    assert refresh() == 0
    text = refresh.file()
    assert text.count("- indikator: ind-arbetslosa\n") == 3
    assert '  grupp: "Liknande kommuner, övergripande, Norberg, 2025"\n' in text
    assert "  grupp: Nora\n" in text
    assert '{period: 2024, värde: "2,441048"}' in text
    assert not load_site(refresh.site).problems.ordered()


def test_key_figures_with_the_same_places_share_calls_of_at_most_twenty_five(refresh, services):
    many = [f"N9{number:04d}" for number in range(30)]
    text = "indikatorer:\n" + "".join(
        f"- {{id: i{kpi.lower()}, namn: Prov, hör_till: framgår inte av källan, kolada: {kpi}}}\n"
        for kpi in many
    )
    indicators(refresh, text, code="9999")
    for kpi in many:
        services.kolada["kpi"].append({"id": kpi, "title": "Prov, antal"})
        services.add(kpi, "9999", 2024, T=1)
    assert refresh() == 0
    calls = [address for address in services.asked if "/data/" in address]
    assert [address.count("N9") for address in calls] == [25, 5]


def test_women_and_men_stand_beside_the_total(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", "2023", T=81.5, K=83, M=79.62)
    assert refresh() == 0
    assert '{period: 2023, värde: "81,5", kvinnor: 83, män: "79,62"}' in refresh.file()


def test_a_missing_value_is_never_a_nought(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2022, T=0, K=None, M=None)
    services.add("N90001", "9999", 2023, T=None)
    services.add("N90001", "9999", 2024, T=None)
    services.kolada["data"][-1]["values"][0]["status"] = "Private"
    assert refresh() == 0
    lines = refresh.file().splitlines()[-3:]
    assert lines == [
        "  - {period: 2022, värde: 0}",
        "  - {period: 2023, saknas: statistik saknas}",
        "  - {period: 2024, saknas: för få svar}",
    ]


def test_a_deleted_value_is_left_out(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2023, T=10)
    services.add("N90001", "9999", 2024, T=99)
    services.kolada["data"][-1]["values"][0]["isdeleted"] = True
    refresh()
    assert sorted(values(refresh)) == [2023]


def test_fields_that_nobody_knows_leave_no_trace(refresh, services):
    for row in services.kolada["data"]:
        row["hemligt"] = "<script>"
        row["values"][0]["mer"] = ["<script>"]
    refresh()
    assert refresh.file() == WHOLE


def test_the_noise_of_binary_fractions_is_not_written(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2024, T=0.1 + 0.2)
    refresh()
    assert values(refresh)[2024].value == Decimal("0.3")


def test_a_changed_value_keeps_its_old_one_with_day_and_reason(refresh, services):
    refresh()
    services.kolada["data"][-1]["values"][0]["value"] = 3.1
    assert refresh(day="2026-04-02") == 0
    assert refresh.file() == WHOLE.replace("hämtad: 2026-03-01", "hämtad: 2026-04-02").replace(
        '{period: 2024, värde: "2,970158"}',
        '{period: 2024, värde: "3,1", ändrat_från: [{värde: "2,970158", datum: 2026-04-02, '
        "skäl: Ändrad av utgivaren.}]}",
    )
    assert "ändrat:    2024: 2,970158 blev 3,1" in refresh.out
    former = values(refresh)[2024].revisions[0]
    assert (former.value, former.reason) == (Decimal("2.970158"), "Ändrad av utgivaren.")


def test_a_changed_part_keeps_its_old_value_where_the_whole_is_the_same(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2023, T=81.5, K=83, M=80)
    refresh()
    for row in services.kolada["data"]:
        for value in row["values"]:
            if value["gender"] == "K":
                value["value"] = 84
    assert refresh(day="2026-04-02") == 0
    assert (
        '{period: 2023, värde: "81,5", kvinnor: 84, män: 80, ändrat_från: [{kvinnor: 83, '
        "datum: 2026-04-02, skäl: Ändrad av utgivaren.}]}"
    ) in refresh.file()
    former = values(refresh)[2023].revisions[0]
    assert (former.value, former.women, former.men) == (None, Decimal(83), None)


def test_a_part_that_is_missing_or_told_as_a_bound_stands_after_the_next_fetch(refresh, services):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2023, T=81.5)
    refresh()
    before = '{period: 2023, värde: "81,5"}'
    parts = "[{namn: Norra, saknas: för få svar}, {namn: Södra, värde: färre än 5}]"
    after = f'{{period: 2023, värde: "81,5", delar: {parts}}}'
    path = refresh.site / "data/norberg/statistik/kolada.yml"
    path.write_text(refresh.file().replace(before, after), encoding="utf-8")
    services.add("N90001", "9999", 2024, T=82)
    assert refresh(day="2026-04-02") == 0
    assert after in refresh.file()


def test_a_value_that_the_publisher_drops_is_told_when_it_goes(refresh, services):
    refresh()
    services.kolada["data"].pop()
    assert refresh() == 0
    assert "borttaget: 2024: 2,970158" in refresh.out
    assert 2024 not in values(refresh)


def test_an_answer_without_any_value_takes_nothing_away(refresh, services):
    refresh()
    services.kolada["data"].clear()
    assert refresh() == 0
    assert refresh.file() == WHOLE
    assert "varning:   Utgivaren har inte längre några värden alls." in refresh.out


def test_a_new_title_is_a_warning_with_both(refresh, services):
    refresh()
    services.kolada["kpi"][1]["title"] = "Arbetslösa, andel (%)"
    assert refresh() == 0
    assert "hette ”Öppet arbetslösa av befolkningen, 18-65 år, andel (%)”" in refresh.out
    assert "heter nu ”Arbetslösa, andel (%)”" in refresh.out
    assert 'titel: "Arbetslösa, andel (%)"' in refresh.file()


@pytest.mark.parametrize("mark", ["(-2024)", "(- 2024)"])
def test_a_retired_key_figure_is_a_warning_with_its_id_and_title(refresh, services, mark):
    title = f"Öppet arbetslösa, andel (%) {mark}"
    services.kolada["kpi"][1]["title"] = title
    assert refresh() == 0
    assert "Nyckeltalet N03937 har inga värden efter 2024" in refresh.out
    assert f"”{title}”" in refresh.out
    assert "enhet: andel (%)\n" in refresh.file()


def test_a_key_figure_that_is_gone_is_named_and_its_values_stay(refresh, services):
    refresh()
    services.kolada["kpi"].pop()
    assert refresh() == 0
    assert refresh.file() == WHOLE
    assert (
        "Nyckeltalet N03937 (Öppet arbetslösa av befolkningen, 18-65 år, andel (%)) finns inte i "
        "Kolada." in refresh.out
    )


def test_a_value_a_hundred_times_its_neighbour_is_a_warning_until_it_has_been_seen(
    refresh, services
):
    made_up(refresh, services=services)
    services.add("N90001", "9999", 2022, T=81.5)
    services.add("N90001", "9999", 2023, T=0.812)
    services.add("N90001", "9999", 2024, T=-2)
    assert refresh() == 0
    assert "Värdet är 81,5 för 2022 och 0,812 för 2023. Det ena är minst hundra" in refresh.out
    assert refresh.out.count("varning:") == 1
    refresh()
    assert "varning:" not in refresh.out


def test_values_of_an_indicator_that_asks_no_more_are_told_when_they_go(refresh):
    refresh()
    indicators(refresh, ASKING.replace("  kolada: N03937\n", ""))
    assert refresh() == 0
    assert not (refresh.site / "data/norberg/statistik/kolada.yml").exists()
    assert refresh.out.count("borttaget:") == 5
    assert "Indikatorn ber inte längre om de här värdena" in refresh.out


def test_decimals_that_nobody_reads_are_no_revision(refresh, services):
    refresh()
    services.kolada["data"][-1]["values"][0]["value"] = 2.97015833
    assert refresh(day="2026-09-01") == 0
    assert refresh.file() == WHOLE


def test_values_without_a_day_get_the_day_of_the_fetch_that_confirms_them(refresh):
    undated = WHOLE.replace("  hämtad: 2026-03-01\n", "")
    write_files(refresh.site, {"data/norberg/statistik/kolada.yml": undated})
    assert refresh() == 0
    assert refresh.file() == WHOLE


def test_another_key_figure_begins_anew_and_revises_nothing(refresh, services):
    services.add("N90001", "1962", 2024, T=5)
    services.kolada["kpi"].append({"id": "N90001", "title": "Påhittat nyckeltal, antal"})
    refresh()
    indicators(refresh, ASKING.replace("N03937", "N90001"))
    assert refresh() == 0
    assert refresh.file().splitlines()[-1] == "  - {period: 2024, värde: 5}"
    assert refresh.out.count("borttaget:") == 5
    assert "nytt:      2024: 5" in refresh.out


def test_what_people_add_about_a_value_stays_when_it_is_fetched_again(refresh, services):
    refresh()
    path = refresh.site / "data/norberg/statistik/kolada.yml"
    added = '{period: 2022, värde: "2,710027", brott: "Ny åldersgräns: 65 år"}'
    path.write_text(WHOLE.replace('{period: 2022, värde: "2,710027"}', added), encoding="utf-8")
    services.add("N03937", "1962", 2025, T=3)
    assert refresh() == 0
    assert added in refresh.file()
    assert "period: 2025" in refresh.file()


def test_a_value_that_stands_in_two_places_is_a_warning(refresh):
    by_hand = ASKING + '  värden: [{period: 2023, värde: "2,7"}]\n'
    indicators(refresh, by_hand)
    refresh()
    assert "Värdet för 2023 står också i data/norberg/indikatorer.yml." in refresh.out


def test_a_title_with_every_sign_of_yaml_is_still_only_a_title(refresh, services):
    title = 'A: #1 "citat" \\ {x} [y] & *z\u0085 !t %\u202e, andel (%)'
    made_up(refresh, title=title, services=services)
    services.add("N90001", "9999", 2024, T=1)
    assert refresh() == 0
    loaded = load_site(refresh.site)
    assert not loaded.problems.ordered()
    assert loaded.kommuner[0].series[0].title == 'A: #1 "citat" \\ {x} [y] & *z !t %, andel (%)'


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Invånare totalt, antal", "antal"),
        ("Elever i åk 9 som är behöriga, kommunala skolor,  andel (%)", "andel (%)"),
        ("Utsläpp till luft av växthusgaser totalt, ton CO2-ekv/inv", "ton CO2-ekv/inv"),
        ("Anmälda våldsbrott, antal/100 000 inv", "antal/100 000 inv"),
        ("Elever i åk. 9, meritvärde kommunala skolor, genomsnitt (17 ämnen)", "genomsnitt (17 ämnen)"),
        ("Soliditet kommun, (%)", "%"),
        ("Skattesats till kommun (%)", "%"),
        ("Gammalt mått, antal (-2019)", "antal"),
        ("Företagsklimat Insikt - Totalt, Index, ny definition", None),
        ("Har en plan (Ja=1, Nej=0)", None),
        ("Förskola, kommunal regi", None),
    ],
)  # fmt: skip
def test_the_unit_is_the_tail_of_the_title_when_it_is_one(title, unit):
    assert unit_of(title) == unit
