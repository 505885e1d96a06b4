"""What other websites can show: every embed by itself, wherever its HTML is put."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

from kommunvision.chain import GoalSystem, Site
from kommunvision.pages import pages_of
from kommunvision.pages.embeds import Publication, embeds_of, files_of, pages, stylesheets
from kommunvision.pages.embeds.elsewhere import standing_alone, within_frame
from tests.helpers import kommun_from

SITE = "https://malen.example/"
SMALL = """
källor:
- {id: budget, titel: Budget 2026}
visioner:
- {id: v, rubrik: Vision 2030, status: gällande, text: Här trivs alla., källa: budget}
mål:
- {id: laera, nivå: omrade, rubrik: Lära, överordnade: v, källa: {id: budget, plats: sidan 4}}
- {id: laesa, tidigare_id: [stava], nivå: mal, rubrik: Alla läser, överordnade: laera,
   text: Alla barn ska läsa., källa: budget}
indikatorer:
- {id: nojda, namn: Nöjda elever, enhet: procent, källa: budget}
uppföljningar:
- {id: ar-2024, namn: Årsredovisning 2024, period: 2024}
- {id: ar-2025, namn: Årsredovisning 2025, period: 2025}
"""
# A value that is missing has a note, to which a link leads.
WITH_VALUES = """
källor: [{id: budget, titel: Budget 2026}]
indikatorer:
- {id: nojda, namn: Nöjda elever, enhet: procent, källa: budget,
   värden: [{period: 2023, värde: 70}, {period: 2024, saknas: för få svar}]}
- {id: trygga, namn: Trygga elever, enhet: procent, källa: budget,
   värden: [{period: 2023, värde: 71}, {period: 2024, saknas: för få svar}]}
"""


def published(text: str = SMALL, site_url: str = SITE) -> dict[str, str]:
    """Every file that embeds a kommun's objects, by its address."""
    system = GoalSystem(kommun_from(text))
    site = Site([system])
    made = files_of(
        Publication(system.kommun, "exempelby/profil.css", site_url),
        site,
        system,
        embeds_of(site, system),
    )
    return {file.path: str(file.content) for file in made}


def documents(text: str = SMALL) -> dict[str, str]:
    """The documents that stand in frames, by their addresses below that of embeds."""
    home = "exempelby/inbaddad/v1/"
    return {
        path.removeprefix(home).removesuffix("index.html"): content
        for path, content in published(text).items()
        if path.endswith("/index.html")
    }


def test_every_vision_goal_chain_level_indicator_and_occasion_can_be_embedded():
    assert set(documents()) == {
        "vision/v/",
        "mal/laera/", "mal/laesa/", "mal/stava/",
        "malkedja/", "malkedja/v/", "malkedja/laera/", "malkedja/laesa/", "malkedja/stava/",
        "niva/omrade/", "niva/mal/", "niva/namndmal/",
        "indikatorer/nojda/", "indikatorer/nojda/diagram/", "indikatorer/nojda/tabell/",
        "uppfoljning/ar-2024/", "uppfoljning/ar-2024/forandringar/", "uppfoljning/ar-2024/lage/",
        "uppfoljning/ar-2025/", "uppfoljning/ar-2025/forandringar/", "uppfoljning/ar-2025/lage/",
    }  # fmt: skip


def test_an_embed_says_whose_it_is_where_it_comes_from_and_where_there_is_more():
    for address, html in documents().items():
        page = f"exempelby/inbaddad/v1/{address}"
        links = [urljoin(page, link) for link in re.findall(r'<a [^>]*?href="([^"]+)"', html)]
        (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', html)
        assert "– Exempelby</title>" in html, address
        assert '<html lang="sv">' in html, address
        assert '<base target="_parent">' in html, address
        assert html.count("<h2>") == 1, address
        assert "Läs mer:" in html, address
        assert canonical.removeprefix(SITE) in links, address
        assert "Påhittad kommun." in html, address
        assert "Budget 2026" in html or "Ingen källa är angiven." in html, address


def test_no_two_embeds_have_the_same_title():
    twins = SMALL + "- {id: ar-b, namn: Årsredovisning 2025, period: 2023}\n"
    found: dict[str, set[str]] = {}
    for address, html in documents(twins).items():
        title = re.findall("<title>(.*)</title>", html)[0]
        found.setdefault(title, set()).add(address.replace("stava", "laesa"))
    assert [title for title, same in found.items() if len(same) > 1] == []


def test_the_same_stands_where_an_embed_stood_before_its_object_got_a_new_id():
    files = published()
    home = "exempelby/inbaddad/v1/mal"
    for name in ("index.html", "fragment.html", "fragment.json", "oembed.json"):
        assert files[f"{home}/stava/{name}"] == files[f"{home}/laesa/{name}"]
    assert "Alla läser" in files[f"{home}/stava/index.html"]


def test_where_something_was_withdrawn_its_embeds_say_so_and_what_there_is_instead():
    text = (
        SMALL
        + """
borttagna:
- {adress: exempelby/mal/rakna/, rubrik: Alla räknar, datum: 2025-03-01, skäl: Målet är nått.,
   läs_i_stället: laesa}
- {adress: exempelby/indikatorer/steg/, rubrik: Steg om dagen, datum: 2025, skäl: Mäts inte.}
- {adress: exempelby/en/indikatorer/steg/, rubrik: Steps, datum: 2025, skäl: Mäts inte.}
- {adress: exempelby/en/uppfoljning/ar-2023/, rubrik: Report, datum: 2025, skäl: Mäts inte.}
"""
    )
    found = documents(text)
    for address in ("en/indikatorer/steg/", "en/uppfoljning/ar-2023/"):
        assert "Det som visades här togs bort 2025." in found[address]
    for address in ("mal/rakna/", "malkedja/rakna/"):
        assert "Det som visades här togs bort 1 mars 2025." in found[address]
        assert 'href="../../../../mal/laesa/">Alla läser</a>' in found[address]
        assert 'href="../../../../mal/rakna/"' in found[address]
    for part in ("", "diagram/", "tabell/"):
        assert "Det som visades här togs bort 2025." in found[f"indikatorer/steg/{part}"]


def test_nothing_to_draw_and_nothing_to_list_is_told_and_not_left_blank():
    found = documents()
    assert "inte två värden att rita" in found["indikatorer/nojda/diagram/"]
    assert "inga värden att visa i en tabell" in found["indikatorer/nojda/tabell/"]


def test_a_fragment_leads_right_from_any_page_and_two_of_them_share_no_id():
    files = published(WITH_VALUES)
    home = "exempelby/inbaddad/v1/indikatorer"
    ids: list[str] = []
    for key in ("nojda", "trygga"):
        html = files[f"{home}/{key}/tabell/fragment.html"]
        links = re.findall(r'href="([^"]+)"', html)
        own = re.findall(r'\bid="([^"]+)"', html)
        ids += own
        assert own
        assert links
        for link in links:
            assert link.startswith(SITE) or link.removeprefix("#") in own, link
        for named in re.findall(r'aria-labelledby="([^"]+)"', html):
            assert named in own
        assert f"{SITE}exempelby/indikatorer/{key}/" in links
    assert len(ids) == len(set(ids))


def test_words_that_only_look_like_a_link_or_an_id_are_the_same_in_every_form():
    words = 'Skriv href="#x", src="y" och id="z" i koden'
    assert words in within_frame(f"<p>{words}<br></p>")
    assert words in standing_alone(f"<p>{words}<br></p>", "https://vision.example/", "kv")


def test_a_fragment_begins_at_the_level_that_its_page_has_room_for():
    files = published()
    home = "exempelby/inbaddad/v1/malkedja/laesa"
    levels = {
        name: re.findall(r"<h(\d)", files[f"{home}/{name}.html"])
        for name in ("fragment", "fragment-h3", "fragment-h4")
    }
    assert levels == {
        "fragment": ["2", "3", "3"],
        "fragment-h3": ["3", "4", "4"],
        "fragment-h4": ["4", "5", "5"],
    }


def test_the_json_of_a_fragment_has_the_same_html_with_its_title_styles_and_page():
    files = published()
    home = "exempelby/inbaddad/v1/mal/laesa"
    told = json.loads(files[f"{home}/fragment.json"])
    assert told == {
        "title": "Mål: Alla läser – Exempelby",
        "html": files[f"{home}/fragment.html"].rstrip("\n"),
        "css": f"{SITE}assets/inbaddad-html-v1.css",
        "url": f"{SITE}exempelby/mal/laesa/",
    }


def test_an_oembed_answer_has_all_that_the_standard_asks_for_and_what_wordpress_lets_through():
    files = published()
    for path, content in files.items():
        if not path.endswith("/oembed.json"):
            continue
        told = json.loads(content)
        assert (told["version"], told["type"]) == ("1.0", "rich")
        assert isinstance(told["width"], int)
        assert isinstance(told["height"], int)
        assert told["title"]
        assert told["provider_url"] == SITE
        shape = (
            r'<blockquote><a href="([^"]+)">[^<]+</a></blockquote>\n'
            r'<iframe src="([^"]+)" title="[^"]+" width="600" height="(\d+)" frameborder="0"></iframe>'
        )
        page, source, height = re.fullmatch(shape, told["html"]).groups()
        assert int(height) == told["height"]
        assert f"{source.removeprefix(SITE)}index.html" in files
        assert page.startswith(SITE)


def test_without_an_address_of_the_site_there_are_frames_and_nothing_that_needs_one():
    files = published(site_url="")
    assert {Path(path).name for path in files} == {"index.html"}
    assert not any("canonical" in content for content in files.values())
    system = GoalSystem(kommun_from(SMALL))
    site = Site([system])
    made = list(pages_of(site, system))
    assert list(pages(site, system, "", embeds_of(site, system), made)) == []


def test_hostile_words_do_nothing_in_frames_fragments_and_code():
    evil = '<script>alert(1)</script>\\" onload=\\"x'
    text = f"""
mål:
- {{id: a, nivå: mal, rubrik: "{evil}", text: "{evil}"}}
"""
    files = published(text)
    for path, content in files.items():
        html = json.loads(content)["html"] if path.endswith(".json") else content
        assert "<script>alert" not in html, path
        assert not re.search(r'<[a-z][^>]*\sonload="', html), path
    system = GoalSystem(kommun_from(text))
    site = Site([system])
    told = list(pages(site, system, SITE, embeds_of(site, system), list(pages_of(site, system))))
    assert told
    assert not any("<script>alert" in page.body for page in told)


def test_the_code_to_copy_names_the_frame_and_leads_on_when_it_is_not_shown():
    system = GoalSystem(kommun_from(SMALL))
    site = Site([system])
    made = list(pages_of(site, system))
    told = {
        page.url: page.body for page in pages(site, system, SITE, embeds_of(site, system), made)
    }
    body = told["exempelby/badda-in/mal/laesa/"]
    assert "&lt;iframe src=&#34;https://malen.example/exempelby/inbaddad/v1/mal/laesa/&#34;" in body
    assert "title=&#34;Mål: Alla läser – Exempelby&#34;" in body
    assert "&lt;a href=&#34;https://malen.example/exempelby/mal/laesa/&#34;&gt;" in body
    assert "https://malen.example/assets/inbaddning-v1.js" in body
    assert "https://malen.example/exempelby/inbaddad/v1/mal/laesa/fragment.html" in body
    assert "https://malen.example/assets/inbaddad-html-v1.css" in body
    assert 'src="../../../inbaddad/v1/mal/laesa/"' in body
    everything = told["exempelby/badda-in/"]
    assert 'href="mal/laesa/">Alla läser</a>' in everything
    assert 'href="malkedja/">Hela målkedjan</a>' in everything


def test_the_stylesheets_have_what_components_need_and_nothing_of_what_is_around_a_page():
    framed, fragment = (str(one.content) for one in stylesheets())
    for css in (framed, fragment):
        assert len(css) < 20_000
        assert ".kv-chain" in css
        assert ".kv-quote" in css
        assert ".kv-figures" in css
        assert "forced-colors" in css
        assert not re.search(r"\.kv-(header|layout|footer|breadcrumb|brand|hits|portal)\b", css)
        assert css.count("{") == css.count("}")


def test_no_rule_for_fragments_reaches_the_rest_of_the_page():
    css = str(list(stylesheets())[1].content)
    assert css.startswith(".kv-embed {")
    inside = css.rstrip().removeprefix(".kv-embed {").removesuffix("}")
    depth = [1]
    for sign in inside:
        depth.append(depth[-1] + {"{": 1, "}": -1}.get(sign, 0))
    assert min(depth) == depth[-1] == 1
    assert ":root" not in css
    assert not re.search(r"(?<![\w.-])(html|body|main)(?=[ ,{])", css)
