"""What is wrong with a setting of the plugin is told in Swedish, with its line and a way out."""

import pytest

from kommunvision import cli
from kommunvision.doctor.settings import settings
from tests.projects import SETTINGS, project

KINDS = "kommun, region, statlig myndighet, högskola, förening, företag eller privatperson"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "utgivares_slag: förenning",
            (
                f'mkdocs.yml:10: "förenning" kan inte stå efter utgivares_slag. Skriv {KINDS}.'
                ' Menade du "förening"?'
            ),
        ),
        (
            "utgivarens_slag: förening",
            (
                'mkdocs.yml:10: "utgivarens_slag" är ingen inställning i kommunvision. De som finns är'
                " kommun, redigera, utkast, dag, formular, formular_gren, formular_forslag, strikt,"
                " utgivare och utgivares_slag."
                ' Menade du "utgivares_slag"?'
            ),
        ),
        ("strikt: ja", 'mkdocs.yml:10: "ja" kan inte stå efter strikt. Skriv true eller false.'),
        (
            "utgivare: 2035",
            'mkdocs.yml:10: "2035" kan inte stå efter utgivare. Skriv en text, inom citattecken.',
        ),
    ],
)
def test_a_wrong_setting_is_told_with_its_line_by_build_and_doctor(tmp_path, capsys, line, said):
    written = SETTINGS.replace("  - kommunvision\n", f"  - kommunvision:\n      {line}\n")
    root = project(tmp_path, {"mkdocs.yml": written})
    assert cli.run(["build", "--root", str(root)]) == cli.WRONG
    told = capsys.readouterr().err
    assert said in told
    assert "Error" not in told
    assert "Config" not in told
    assert not (root / "site").exists()
    assert said in [one.remedy for one in settings(root)]


def test_settings_in_braces_and_from_the_environment_are_read(tmp_path, monkeypatch):
    monkeypatch.setenv("KOMMUN", "alla")
    more = "  - kommunvision: {kommun: !ENV [KOMMUN, alla], strikt: false}\n"
    root = project(tmp_path, {"mkdocs.yml": SETTINGS.replace("  - kommunvision\n", more)})
    assert "option_wrong" not in [one.key for one in settings(root)]
