"""Words from data never become a directive, a header or a line in what a server reads."""

import re
from dataclasses import replace

import pytest

from kommunvision.server import Embedding, Rules, inline_hashes, server_files
from tests.helpers import WHO, problems_from

SITE = "https://mal.exempelby.example/"
ATTACKS = [
    "https://a.example;script-src *",
    "https://a.example'; script-src 'unsafe-inline",
    'https://a.example"always; add_header Set-Cookie "a=1',
    "https://a.example\r\nSet-Cookie: a=1",
    "https://a.example\nHeader set X-Ond 1",
    "https://a.example{return,301}",
    "https://a.example$kv_policy",
    "https://a.example%{ENV:HOME}",
    "https://a.example,https://b.example",
    "https://a.example </add>",
    "https://*",
    "https://a..example",
    "https://a.example:0",
    "https://a.example:99999999",
    "javascript://a.example",
    "https://anna@a.example",
]


def written(rules: Rules) -> dict[str, str]:
    """Every file for servers, by its path."""
    return {
        one.path: one.content.decode() if isinstance(one.content, bytes) else one.content
        for one in server_files(rules)
    }


@pytest.mark.parametrize("website", ATTACKS)
def test_a_website_that_could_say_more_than_its_name_is_an_error_in_its_file(website: str):
    escaped = (
        website.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    )
    found = problems_from(f'{WHO}  får_bädda_in: ["{escaped}"]\n')
    assert "KV110" in [one.code for one in found]


@pytest.mark.parametrize("website", ATTACKS)
def test_should_it_get_through_there_are_no_files_with_it(website: str):
    """What the check lets through by a fault of ours stops the build, or is the bare name."""
    rules = Rules(site_url=SITE, kommuner=(Embedding("exempelby", (website,)),))
    try:
        texts = written(rules).values()
    except ValueError:
        return
    for words in ("script-src *", "Set-Cookie", "X-Ond", "anna@", "99999999"):
        assert not [text for text in texts if words in text]


@pytest.mark.parametrize(
    "address",
    ["exempelby/mal/a b/", "exempelby/mal/a;/", 'exempelby/mal/"/', "exempelby/\n/", "../", "/etc/", "exempelby/$uri/", "a\r\n/", "exempelby/.htaccess"],
)  # fmt: skip
def test_an_address_that_is_none_stops_the_build(address: str):
    rules = Rules(site_url=SITE)
    for changed in (
        {"redirects": ((address, "exempelby/"),)},
        {"redirects": (("exempelby/", address),)},
        {"gone": (address,)},
    ):
        with pytest.raises(ValueError, match=re.escape(address)):
            replace(rules, **changed)


def test_the_letters_of_a_swedish_name_become_those_that_browsers_compare():
    rules = Rules(
        site_url=SITE, kommuner=(Embedding("", ("https://Målen.exempelby.example:8443",)),)
    )
    texts = written(rules)
    ascii_name = "målen".encode("idna").decode("ascii")
    assert ascii_name.startswith("xn--")
    wanted = f"'self' https://{ascii_name}.exempelby.example:8443"
    for path in ("inbaddad/v1/.htaccess", "inbaddad/v1/web.config", "_headers"):
        assert f"frame-ancestors {wanted}" in texts[path], path
    assert texts[".server/nginx/embedders.map"] == f'"" "{wanted}";\n'


@pytest.mark.parametrize("host", ["mal.exempelby.example;", "a b", "a{b}", "$host"])
def test_an_address_of_the_site_that_no_server_has_is_not_written(host: str):
    texts = written(Rules(site_url=f"https://{host}/"))
    assert "server_name _;" in texts[".server/nginx/kommunvision.conf"]
    assert not [text for text in texts.values() if f"//{host}" in text]


FRAME = (
    "<head><script src='a.js'></script><script type='application/ld+json'>{{}}</script>"
    "<style>p {{}}</style><script>ours()</script></head><main>{}</main>"
)


def test_a_policy_lets_in_what_the_layout_says_itself_and_nothing_from_data():
    injected = "<p><script>theirs()</script><style>a {}</style>"
    hashes = inline_hashes(FRAME.format(injected), injected)
    assert hashes == inline_hashes(FRAME.format(""), "")
    assert sorted(kind for kind, _ in hashes) == ["script", "style"]
    rules = Rules(site_url=SITE, hashes=tuple(sorted(hashes)))
    texts = written(rules)
    script, style = (digest for _, digest in sorted(hashes))
    for path in (".server/nginx/kommunvision.conf", ".htaccess", "web.config", "_headers"):
        assert f"script-src 'self' {script}; style-src 'self' {style}" in texts[path], path
        assert "unsafe" not in texts[path]


def test_data_that_has_the_script_of_the_layout_takes_away_its_leave():
    same = "<script>ours()</script>"
    assert ("script", "") not in {(kind, "") for kind, _ in inline_hashes(FRAME.format(same), same)}
