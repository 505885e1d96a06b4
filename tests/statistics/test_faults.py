"""Whatever a server does, a refresh ends in time, says so in Swedish, and leaves old data alone."""

import time
from email.utils import formatdate

import pytest

from tests.helpers import write_files
from tests.statistics.conftest import ASKING, NORBERG
from tests.statistics.loopback import (
    Services,
    body,
    cut,
    drip,
    endless,
    hang,
    redirect,
    serving,
    status,
)

OLD = "data/norberg/statistik/kolada.yml"


def spoiled(refresh, services, fault, *, on="", **limits):
    """Refresh once well; then, with new values to be had, with a fault; gives what was said."""
    assert refresh() == 0
    path = refresh.site / OLD
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    services.add("N03937", "1962", 2025, T=3)
    services.asked.clear()
    services.always, services.on = fault, on
    refresh.limit(**limits)
    began = time.monotonic()
    code = refresh()
    took = time.monotonic() - began
    assert code == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["kolada.yml"]
    assert f"{OLD} är orörd." in refresh.out
    # Nothing here may take longer than its bound, whatever else the computer is doing.
    assert took < 30
    return refresh.out


@pytest.mark.parametrize(
    ("fault", "said", "questions"),
    [
        (status(500), "Kolada har ett fel hos sig (svar 500). Försök igen senare.", 3),
        (status(503), "Kolada har ett fel hos sig (svar 503). Försök igen senare.", 3),
        (status(429), "Kolada hinner inte med fler frågor just nu.", 3),
        (status(429, Retry_After="3600"), "Kolada ber oss vänta i 3\u00a0600 sekunder.", 1),
        (status(503, Retry_After="3600"), "Kolada ber oss vänta i 3\u00a0600 sekunder.", 1),
        (status(400), "Kolada godtar inte frågan (svar 400).", 1),
        (status(404), "Kolada godtar inte frågan (svar 404).", 1),
        (cut, "Svaret från Kolada bröts på vägen.", 3),
        (body(b'{"values": [{"kpi": "N03'), "Svaret från Kolada går inte att läsa.", 3),
        (body(b"<html>Underh\xe5ll</html>"), "Svaret från Kolada går inte att läsa.", 3),
        (body(b"[" * 100_000), "Svaret från Kolada går inte att läsa.", 3),
        (body(b'{"values": [], "count": NaN}'), "Svaret från Kolada går inte att läsa.", 3),
        (body([]), "Svaret från Kolada ser inte ut som det ska: answer har", 1),
        (body({"values": None}), "ser inte ut som det ska: answer.values har", 1),
        (body({"values": ["N03937"]}), "ser inte ut som det ska: answer.values har", 1),
        (body({"values": [], "next_url": 7}), "ser inte ut som det ska: next_url har", 1),
        (
            redirect("http://localhost:1{path}"),
            "Kolada hänvisar till en annan server, localhost.",
            1,
        ),
        (redirect("{path}"), "Svaret från Kolada tar aldrig slut.", 4),
        (
            body({"values": [], "next_url": "http://elak.example/v3/kpi"}),
            "Kolada hänvisar till en annan server, elak.example.",
            1,
        ),
        (body({"values": [], "next_url": "/v3/kpi/N03937?page=2"}), "Svaret från Kolada tar aldrig slut.", 2),
    ],
)  # fmt: skip
def test_a_fault_of_the_server_is_told_and_old_values_stay(
    refresh, services, fault, said, questions
):
    assert said in spoiled(refresh, services, fault)
    assert len(services.asked) == questions


def test_a_server_that_says_nothing_is_not_waited_for(refresh, services):
    assert "Kolada svarade inte inom 0,6 sekunder." in spoiled(
        refresh, services, hang(services), answer=0.6
    )
    # On a slow computer an attempt may end before the server has heard of it.
    assert 1 <= len(services.asked) <= 3


def test_a_body_that_drips_is_bounded_as_a_whole(refresh, services):
    assert "Kolada svarade inte inom 0,6 sekunder." in spoiled(
        refresh, services, drip(services), answer=0.6
    )


def test_all_attempts_together_have_a_time_bound(refresh, services):
    refresh()
    refresh.limit(total=0.6, answer=30.0)
    services.always = hang(services)
    began = time.monotonic()
    assert refresh() == 1
    assert time.monotonic() - began < 5
    assert "Hämtningen från Kolada blev inte klar inom 0,6 sekunder." in refresh.out


def test_a_back_off_ends_with_the_time_bound(refresh, services):
    refresh()
    refresh.limit(total=0.6, back_off=60.0)
    services.always = status(500)
    assert refresh() == 1
    assert "Hämtningen från Kolada blev inte klar inom 0,6 sekunder." in refresh.out


def test_pages_that_never_end_are_left(refresh, services):
    assert "tar aldrig slut" in spoiled(refresh, services, endless(services), on="/data/")
    assert len(services.asked) < 10


def test_a_page_that_is_missing_leaves_the_pages_before_it_unused(refresh, services):
    services.page = 2
    assert "svar 500" in spoiled(refresh, services, status(500), on="page=3")


def test_a_huge_body_is_not_read_to_its_end(refresh, services):
    said = spoiled(refresh, services, body(b" " * 30_000_000), largest=2_000_000)
    assert "Svaret från Kolada är större än 2 MB" in said


@pytest.mark.parametrize(
    "row",
    [
        {"period": 2025, "values": [{"gender": "T", "value": 1}]},
        {"kpi": "N03937", "municipality": "1962", "period": "i fjol", "values": []},
        {"kpi": "N03937", "municipality": "1962", "period": True, "values": []},
        {"kpi": "N03937", "municipality": "1962", "period": 2025, "values": {}},
        {"kpi": "N03937", "municipality": "1962", "period": 2025, "values": [{"gender": "T"}]},
        {"kpi": "N03937", "municipality": "1962", "period": 2025, "values": [{"value": 1}]},
        *(
            {
                "kpi": "N03937",
                "municipality": "1962",
                "period": 2025,
                "values": [{"gender": "T", "value": value}],
            }
            for value in ("3,1", True, [3], {"T": 3}, 10**20)
        ),
        {
            "kpi": "N03937",
            "municipality": "1962",
            "period": 2025,
            "values": [{"gender": "T", "value": 1, "isdeleted": "no"}],
        },
        {
            "kpi": "N03937",
            "municipality": "1962",
            "period": 2025,
            "values": [{"gender": "T", "value": 1}, {"gender": "T", "value": 2}],
        },
    ],
)
def test_a_value_of_the_wrong_type_spoils_the_whole_answer(refresh, services, row):
    answer = {"values": [*services.kolada["data"][-5:], row], "next_url": None}
    assert "ser inte ut som det ska" in spoiled(refresh, services, body(answer), on="/data/")


def test_a_server_that_is_not_there_is_told_with_a_remedy(refresh, services, monkeypatch):
    refresh()
    monkeypatch.setenv("KOMMUNVISION_KOLADA", "http://127.0.0.1:1/v3/")
    assert refresh() == 1
    assert "Kolada går inte att nå (127.0.0.1). Kontrollera att datorn har" in refresh.out


@pytest.mark.parametrize(
    "fault", [status(500), status(429), status(429, Retry_After="0"), cut, body(b"{")]
)
def test_a_fault_that_passes_is_overcome(refresh, services, fault):
    services.faults = [fault, fault]
    assert refresh() == 0
    assert "period: 2024" in refresh.file()
    assert len(services.asked) == 4


def test_a_server_that_asks_for_patience_in_seconds_gets_it(refresh, services):
    services.faults = [status(429, Retry_After="1")]
    assert refresh() == 0
    assert services.times[1] - services.times[0] >= 0.95


def test_a_server_that_asks_for_patience_until_a_time_gets_it(refresh, services):
    # The server's clock is what counts; it says what it is in the same answer.
    until = formatdate(946_684_801, usegmt=True)
    services.faults = [status(503, Retry_After=until, Date=formatdate(946_684_800, usegmt=True))]
    assert refresh() == 0
    assert services.times[1] - services.times[0] >= 0.8


def test_questions_keep_a_distance(refresh, services):
    refresh.limit(pace=0.2)
    assert refresh() == 0
    assert services.times[1] - services.times[0] >= 0.18


def test_a_redirect_within_the_host_is_followed(refresh, services):
    services.faults = [redirect("{path}?igen=1")]
    assert refresh() == 0
    assert services.asked[1] == "/v3/kpi/N03937?igen=1"


def test_nothing_is_asked_of_the_server_that_is_pointed_at(refresh, services):
    other = Services()
    with serving(other) as address:
        services.always = redirect(f"{address}{{path}}")
        assert refresh() == 1
    assert other.asked == []


def test_a_service_that_is_down_is_not_asked_again_for_the_next_kommun(refresh, services):
    nora = NORBERG.replace("Norberg", "Nora").replace("1962", "1884")
    write_files(refresh.site, {"data/nora/kommun.yml": nora, "data/nora/indikatorer.yml": ASKING})
    services.always = status(500)
    assert refresh() == 1
    assert len(services.asked) == 3
    assert refresh.out.count("Kolada har ett fel hos sig") == 2


def test_one_kommun_with_a_wrong_code_does_not_stop_the_next(refresh):
    nora = NORBERG.replace("Norberg", "Nora").replace("1962", "1884")
    wrong = ASKING.replace("N03937", "N3937")
    write_files(refresh.site, {"data/nora/kommun.yml": nora, "data/nora/indikatorer.yml": wrong})
    assert refresh() == 1
    assert "Indikatorn ind-arbetslosa har nyckeltalet N3937." in refresh.out
    assert "data/norberg/statistik/kolada.yml är uppdaterad." in refresh.out
