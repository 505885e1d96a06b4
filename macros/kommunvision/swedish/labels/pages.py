"""The words of the generated pages: headings, introductions and descriptions."""

from __future__ import annotations

from typing import Final

PAGES: Final[dict[str, str]] = {
    # The parts of a site, in menus and breadcrumbs.
    "all_kommuner": "Alla kommuner",
    "part_start": "Start",
    "part_visions": "Vision",
    "part_visions_several": "Visioner",
    "part_chain": "Målkedja",
    "part_levels": "Nivåer",
    "part_bodies": "Organisation",
    "part_indicators": "Indikatorer",
    "part_models": "Styrmodell",
    "part_models_several": "Styrmodeller",
    "part_news": "Aktuellt",
    "part_sources": "Källor",
    "part_kommuner": "Kommuner",
    "part_themes": "Teman",
    "part_global_goals": "Globala målen",
    # Headings that many pages share.
    "facts": "Fakta",
    "purpose": "Syfte",
    "history_of": "Så kom {definite} till",
    "usage_of": "Så ska {definite} användas",
    "way_up_of": "Vad {definite} stödjer",
    "below_of": "Vad som står under {definite}",
    "other_wordings": "Andra lydelser",
    "source_words": "Med källans egna ord",
    "elsewhere": "I andra kommuner",
    "elsewhere_theme": "Andra kommuners mål om temat {theme}",
    # What a kommun's pages are about, and what they are called together.
    "subject_both": "vision och mål",
    "subject_goals": "mål",
    "subject_vision": "visionen",
    # The same beside the kommun's name, on the picture for shared links.
    "subject_alone_both": "Vision och mål",
    "subject_alone_goals": "Mål",
    "subject_alone_vision": "Vision",
    "start_heading": "Vision och mål i {kommun}",
    "start_heading_goals": "Mål i {kommun}",
    "start_heading_vision": "Vision för {kommun}",
    # The start page.
    "start_description": "{heading}, med källan till varje uppgift.",
    "kind_in_county": "{kind} i {county}",
    "no_vision": "Ingen vision är angiven.",
    "other_visions": "Andra visioner",
    "beside_visions": "Det som inte står under någon vision",
    "chain_from_top": "Överst i målkedjan",
    "ways_in": "Läs vidare",
    "way_in_visions": "Lydelse, bakgrund och beslut.",
    "way_in_chain": "Se hur allt hänger ihop, uppifrån och ned.",
    "way_in_levels": "Se vad varje nivå är till för och vad som står på den.",
    "way_in_bodies": "Vem som beslutar och vem som ansvarar.",
    "way_in_indicators": "Vad som mäts, i vilken enhet och vad mätningen hör till.",
    "way_in_model": "Hur nivåerna hänger ihop, vem som beslutar och när de följs upp.",
    "way_in_news": "Korta nyheter om {subject}.",
    "way_in_sources": "Dokumenten och besluten som uppgifterna kommer från.",
    "about_kommun": "Uppgifter om {kommun}",
    "formal_name": "Formellt namn",
    "code_kommun": "Kommunkod",
    "code_region": "Länskod",
    "code_federation": "Kod",
    "county": "Län",
    "organisation_number": "Organisationsnummer",
    "web_address": "Webbplats",
    # Visions.
    "visions_description": (
        "Visionen i {kommun}: vad den säger och hur långt beslutet om den har kommit."
    ),
    "visions_description_several": (
        "Visionerna i {kommun}: vad de säger och hur långt besluten om dem har kommit."
    ),
    "vision_description": (
        "”{title}” i {kommun}: vad visionen säger, hur långt beslutet har kommit och vad som står "
        "under den."
    ),
    # The whole chain.
    "whole_chain": "Hela målkedjan",
    "chain_intro": (
        "Här står allt på en sida. Det som står längre in stödjer det som står närmast ovanför. "
        "Varje rad är en länk till en egen sida."
    ),
    "chain_description": (
        "Hela målkedjan i {kommun} på en sida: hur varje del stödjer det som står ovanför."
    ),
    "several_ways": "Det som stödjer flera",
    "several_ways_intro": "Det här står på flera ställen i målkedjan.",
    "supporting": "Stödjer {parents}",
    # Levels.
    "level": "Nivå",
    "level_of": "Nivå i {model}",
    "on_level": "Vad som står på nivån",
    "levels_description": (
        "Nivåerna i {kommun}: vad varje nivå är till för och vad som står på den."
    ),
    "level_description": (
        "{plural} i {kommun} enligt ”{model}”: vad nivån är till för, vem som beslutar och vad som "
        "står på den."
    ),
    "category_empty": "Inget är angivet i kategorin {name}.",
    "without_category": "Utan kategori",
    "stands_alone": "Det som inte står under något annat",
    # Nodes.
    "goal_description": "{kind} i {kommun}: ”{title}”, med plats i målkedjan, ansvariga och källa.",
    # Bodies.
    "bodies_description": "Organen i {kommun}, hur de hör ihop och vad de ansvarar för.",
    "body_description": "{name} i {kommun}: vad organet är och vad det ansvarar för.",
    "part_of_unstated": "Vad organet hör till framgår inte av källan.",
    "answers_for": "Ansvarar för",
    "answers_for_none": "Det är inte angivet vad organet ansvarar för.",
    "answers_with_all": "Ansvar som alla organ delar",
    "answers_elsewhere": "Ansvar i andra kommuners mål",
    "answers_for_indicators": "Indikatorer som organet ansvarar för",
    "decides_on": "Nivåer som organet beslutar om",
    "level_in_model": "{level} ({model})",
    "decided": "Beslut och förslag",
    # Indicators.
    "indicators_description": "Indikatorerna i {kommun}: vad som mäts och vad mätningen hör till.",
    "measures": "Hör till",
    "measures_nothing": "Det är inte angivet vad indikatorn hör till.",
    "measures_not_stated": "Vad indikatorn hör till framgår inte av källan.",
    # Governing models.
    "model_description": (
        "Styrmodellen i {kommun}: nivåerna i ordning, vem som beslutar och när de följs upp."
    ),
    "model_description_several": (
        "Styrmodellerna i {kommun}: nivåerna i ordning, vem som beslutar och när de följs upp."
    ),
    "model_history": "Så kom styrmodellen till",
    "model_continuation": "Så går det vidare",
    "level_table": "Nivåerna i ordning: {model}",
    "meant_for": "Till för",
    "decided_by": "Beslutas av",
    "followed_up": "Följs upp",
    "no_entry": "Inte angivet",
    # News.
    "news_description": "Aktuellt om {subject} i {kommun}, det senaste först.",
    "news_item_description": "Nyhet från {kommun} ({date}): {title}",
    "undated": "utan datum",
    "news_undated": "Datum framgår inte av källan",
    "quoted": "Citat",
    # Sources and decisions.
    "sources_title": "Källor och beslut",
    "sources_description": (
        "Dokumenten och besluten bakom uppgifterna om {kommun}, och vad som bygger på vart och ett."
    ),
    "documents": "Dokument",
    "documents_intro": "Uppgifterna är hämtade ur de här dokumenten.",
    "decisions": "Beslut och förslag till beslut",
    "decisions_intro": "Det här har beslutats eller föreslagits.",
    "rests": "Det här bygger på uppgifterna:",
    "rests_many": "{number} sidor bygger på uppgifterna",
    "nothing_rests": "Inget på webbplatsen hänvisar hit.",
    # The portal.
    "portal_heading": "Kommunernas visioner och mål",
    "portal_intro": "Här står vad {counted} vill nå.",
    "portal_description": (
        "Läs vart kommunerna vill, vilka mål de har och vilket dokument varje uppgift kommer från."
    ),
    "map_meaning": "De ifyllda kommunerna finns i listan.",
    "map_meaning_one": "Den ifyllda kommunen finns i listan.",
    "map_without": "Bara i listan, inte på kartan: {names}.",
    "map_without_many": (
        "{number} i listan finns inte på kartan, eftersom de är regioner, kommunalförbund eller "
        "påhittade."
    ),
    "map_source": "Karta: SCB, digitala gränser 2025",
    "kind_kommun_article": "en",
    "kind_kommun_one": "kommun",
    "kind_kommun_many": "kommuner",
    "kind_region_article": "en",
    "kind_region_one": "region",
    "kind_region_many": "regioner",
    "kind_federation_article": "ett",
    "kind_federation_one": "kommunalförbund",
    "kind_federation_many": "kommunalförbund",
    "kind_fictional_article": "en",
    "kind_fictional_one": "påhittad kommun",
    "kind_fictional_many": "påhittade kommuner",
    # Pages that span kommuner.
    "sources_elsewhere": (
        "Målen är kommunernas egna. På varje måls egen sida står vilket dokument det kommer från."
    ),
    "theme": "Tema",
    "themes_intro": "Ett tema samlar mål om samma ämne, också från olika kommuner.",
    "themes_description": "Vad kommunernas mål handlar om. Välj ett tema och jämför kommunerna.",
    "theme_description": "Mål om temat ”{name}”, kommun för kommun.",
    "theme_empty": "Inget mål är kopplat till temat.",
    "goals_in": "Mål i {counted}.",
    "global_goals_intro": (
        "FN:s 17 globala mål beskriver en hållbar utveckling till år 2030. Här ser du vilka av "
        "kommunernas mål som bidrar till dem."
    ),
    "global_goals_description": (
        "Kommunernas mål, ordnade efter vilket av FN:s globala mål de hör till."
    ),
    "global_goal_kicker": "Globalt mål",
    "global_goal_description": "Kommunernas mål som hör till globalt mål {number}, {name}.",
    "global_goal_empty": "Inget mål är kopplat hit.",
    # What a preview has and readers do not see.
    "draft": "Utkast",
    "draft_version": "Utkast. Texten publiceras inte.",
    "shown_from": "Visas från {date}",
    "shown_until": "Visades till och med {date}",
    "unshown": "{why}: {title}",
    # Overviews that have been published, and have nothing to show now.
    "empty_vision": "Ingen vision just nu.",
    "empty_malkedja": "Ingen målkedja just nu.",
    "empty_niva": "Inga nivåer just nu.",
    "empty_organisation": "Inga organ just nu.",
    "empty_uppfoljning": "Inga uppföljningar just nu.",
    "empty_indikatorer": "Inga indikatorer just nu.",
    "empty_styrmodell": "Ingen styrmodell just nu.",
    "empty_aktuellt": "Inga nyheter just nu.",
    "empty_kallor": "Inga källor eller beslut just nu.",
    "empty_themes": "Inga teman just nu.",
    "empty_description": "{title} hos {kommun}: sidan är tom just nu.",
    "empty_from": "Sidan är tom just nu, så den bygger inte på någon källa.",
    # Where a page has been withdrawn.
    "withdrawn_kicker": "Borttagen sida",
    "withdrawn": "Sidan finns inte kvar. Den togs bort {date}.",
    "withdrawn_place": "Uppgiften finns inte kvar. Den togs bort {date}.",
    "withdrawn_reason": "Varför är sidan borttagen?",
    "withdrawn_instead": "Läs i stället",
    "withdrawn_timed": "Det skulle visas till och med {date}.",
    "withdrawn_by_date": "{publisher} bestämmer hur länge sidor visas.",
    "withdrawn_by_date_shared": "Den som ger ut webbplatsen bestämmer hur länge sidor visas.",
    "withdrawn_from": "{publisher} har skrivit varför sidan är borttagen.",
    "withdrawn_from_shared": "Den som ger ut webbplatsen har skrivit varför sidan är borttagen.",
    "withdrawn_description_shared": "Sidan ”{title}” är borttagen. Här står varför.",
    "withdrawn_description": "Sidan ”{title}” hos {kommun} är borttagen. Här står varför.",
}
