"""A site whose indicators name statistics, and a server that has them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import write_files
from tests.statistics.loopback import Services, serving
from tests.statistics.run import Refresh

NORBERG = """
kommun:
  namn: Norberg
  formellt_namn: Norbergs kommun
  kod: "1962"
"""
ASKING = """
indikatorer:
- id: ind-arbetslosa
  namn: Öppet arbetslösa
  hör_till: framgår inte av källan
  kolada: N03937
"""


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The two services, answering on this computer."""
    found = Services()
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    with serving(found) as address:
        monkeypatch.setenv("KOMMUNVISION_KOLADA", f"{address}/v3/")
        monkeypatch.setenv("KOMMUNVISION_SCB", f"{address}/v2")
        yield found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with Norberg, which follows its unemployment."""
    write_files(
        tmp_path, {"data/norberg/kommun.yml": NORBERG, "data/norberg/indikatorer.yml": ASKING}
    )
    return tmp_path


@pytest.fixture
def refresh(
    site: Path,
    services: Services,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Refresh:
    """The command, with a server to ask."""
    return Refresh(site, capsys, monkeypatch)
