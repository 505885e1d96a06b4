"""The words of the pages on open data, and of the links to what a page shows as data."""

from __future__ import annotations

from typing import Final

OPEN_DATA: Final[dict[str, str]] = {
    "as_data": "Som data:",
    "table_as_csv": "Värdena som CSV",
    "open_data": "Öppna data",
    "open_data_description": "{service}: filer med allt som sidorna visar, fria att använda.",
    "open_data_lead": ("Det som sidorna visar om {subject} i {kommun} finns också som filer."),
    "open_data_lead_shared": (
        "Det som sidorna visar om kommunernas mål finns också som filer. Varje kommun har sina "
        "egna."
    ),
    "open_data_files": "Filer",
    "open_data_kommuner": "Kommunernas filer",
    "open_data_kommun": "Öppna data för {kommun}",
    "open_data_shared": "Filer som gäller alla kommuner",
    "open_data_file": "{title} ({form}, {size})",
    "open_data_file_of_all": "{title} ({form})",
    # What is offered, by the key that its exporter gives it.
    "offer_goal_system": "Hela målsystemet",
    "offer_goal_system_text": "Alla uppgifter som sidorna är gjorda av, i en fil.",
    "offer_workbook": "Arbetsbok",
    "offer_workbook_text": (
        "Tabellerna som blad i en fil, med en förklaring av varje kolumn. Bladen vars namn börjar "
        "med Data har tillsammans alla uppgifter. För Excel och andra kalkylprogram."
    ),
    "offer_table_objekt": "Register över id",
    "offer_table_objekt_text": (
        "Vad varje id i de andra filerna är, till exempel ett mål eller en indikator."
    ),
    "offer_table_mal": "Visioner och mål",
    "offer_table_mal_goals": "Mål",
    "offer_table_mal_vision": "Visioner",
    "offer_table_mal_text": "Rubrik, text, nivå, ansvariga och det som målet stödjer.",
    "offer_table_indikatorer": "Indikatorer",
    "offer_table_indikatorer_text": "Vad som mäts, i vilken enhet, och för vilka mål.",
    "offer_table_kopplingar": "Kopplingar",
    "offer_table_kopplingar_text": (
        "Målkedjan, en rad för varje koppling från ett mål eller en indikator och uppåt."
    ),
    "offer_table_varden": "Värden",
    "offer_table_varden_text": (
        "En rad för varje indikator, period och uppdelning, också jämförelsegruppernas värden."
    ),
    "offer_values_for_excel": "Värden för svenskt Excel",
    "offer_values_for_excel_text": (
        "Samma rader med semikolon och decimalkomma, så att filen öppnas rätt i Excel på svenska."
    ),
    "offer_table_malvarden": "Målvärden",
    "offer_table_malvarden_text": "Vad varje indikator ska nå, och när.",
    "offer_table_bedomningar": "Bedömningar",
    "offer_table_bedomningar_text": "Status, trend och kommentar från varje uppföljning.",
    "offer_stratml": "Mål enligt StratML",
    "offer_stratml_text": (
        "Målsystemet i ett internationellt format för mål och uppföljning "
        "(ISO\N{NO-BREAK SPACE}17469-2)."
    ),
    "offer_catalogue": "Katalog för Sveriges dataportal",
    "offer_catalogue_text": (
        "Berättar för dataportal.se vilka filer som finns och på vilka villkor, enligt DCAT-AP-SE."
    ),
    "offer_shared_catalogue": "Katalog för Sveriges dataportal",
    "offer_shared_catalogue_text": (
        "Kommunernas filer i samma katalog, enligt DCAT-AP-SE. Varje datamängd har sin utgivare. "
        "Påhittade kommuner är inte med."
    ),
    "no_catalogue_address": (
        "Det finns ingen katalog för Sveriges dataportal, för webbplatsens adress är inte inställd."
    ),
    "no_catalogue_publisher_kind": (
        "Det finns ingen katalog för Sveriges dataportal. Den ska tala om vad {publisher} är för "
        "slags organisation, och det är inte angivet."
    ),
    "no_shared_catalogue_address": (
        "Det finns ingen gemensam katalog för Sveriges dataportal, för webbplatsens adress är inte "
        "inställd."
    ),
    "no_shared_catalogue_publisher": (
        "Det finns ingen gemensam katalog för Sveriges dataportal. Den ska tala om vem som ger ut "
        "webbplatsen och vad det är för slags organisation, och det är inte angivet."
    ),
    "no_shared_catalogue_real": (
        "Det finns ingen gemensam katalog för Sveriges dataportal, för alla kommuner här är "
        "påhittade."
    ),
    "offer_feed": "Nytt och ändrat",
    "offer_feed_text": (
        "Beslut, låsta uppföljningar, rättelser, nyheter och ändrade siffror, de senaste först. "
        "Följ flödet i en flödesläsare, så får du veta när något händer."
    ),
    "offer_openapi": "Beskrivning för program",
    "offer_openapi_text": "Vilka adresser som finns och vad filerna innehåller (OpenAPI 3.1).",
    # The description for programs.
    "api_title": "Öppna data om vision och mål",
    "api_summary": "Färdiga filer, inga anrop som räknas ut.",
    "api_description": (
        "Varje adress är en fil som ligger still tills uppgifterna ändras. Ingen nyckel behövs. "
        "Nya nycklar kan komma till, men ingen tas bort eller får en annan betydelse. Värden som "
        "är hämtade från någon annan har den utgivarens villkor."
    ),
    "api_licence": "CC0 1.0 för sammanställningen",
    "api_kommun": "Kommunens kortnamn.",
    "api_id": "Objektets id. Ett tidigare id går också bra.",
    "api_found": "Filen.",
    "api_not_found": "Filen finns inte.",
    "api_page": "Det som en sida visar",
    "api_page_text": "Sidans adress utan det sista snedstrecket, med .json efter.",
    "api_values": "En indikators värden",
    "api_values_text": "Adressen till sidan utan det sista snedstrecket, med .csv efter.",
    "api_csvw": "Vad kolumnerna betyder",
    "api_csvw_text": "En beskrivning av CSV-filen med samma namn (CSV on the Web).",
    "api_other": "En fil",
    "api_other_text": "En fil med öppna data.",
    "offer_kommuner": "Lista över kommunerna",
    "offer_kommuner_text": "Vilka kommuner som finns här, med adressen till varje kommuns fil.",
    "offer_values_of_all": "Värden, alla kommuner",
    "offer_values_of_all_text": (
        "En rad för varje kommun, indikator, period och uppdelning. Rader från en påhittad kommun "
        "har ja i kolumnen påhittad."
    ),
    "offer_values_of_all_for_excel": "Värden för svenskt Excel, alla kommuner",
    "offer_values_of_all_for_excel_text": (
        "Samma rader med semikolon och decimalkomma, så att filen öppnas rätt i Excel på svenska."
    ),
    "offer_schema": "Schema för målsystemet",
    "offer_schema_text": "Vilka nycklar som finns och vad de betyder. Lika för alla kommuner.",
    # A page at a time.
    "open_data_pages": "En sida i taget",
    "open_data_pages_text": (
        "Många av sidorna har också en egen fil med det som sidan visar. Längst ned på sidan finns "
        "en länk till filen, efter orden Som data. Adressen är sidans egen, med .json i stället "
        "för det sista snedstrecket."
    ),
    "open_data_example": "Ett exempel: {title}",
    # Tables.
    "open_data_tables": "Tabeller",
    "open_data_tables_headings": (
        "Kolumnerna heter så långt det går som nycklarna i datafilerna. Vad de betyder står i "
        "arbetsboken, på bladet Fältförklaring. För program står det i en fil bredvid varje "
        "CSV-fil, utom dem för Excel: samma adress med -metadata.json efter (CSVW)."
    ),
    "open_data_tables_all": (
        "Tabellen med alla kommuners värden har samma rader som kommunernas egna, med kommunen i "
        "de första kolumnerna. För program förklaras kolumnerna på samma adress med -metadata.json "
        "efter (CSVW)."
    ),
    "open_data_tables_no_workbook": (
        "Det finns ingen arbetsbok för alla kommuner, för ett blad i Excel har plats för högst "
        "1\N{NO-BREAK SPACE}048\N{NO-BREAK SPACE}576 rader. Varje kommun har en egen."
    ),
    "open_data_tables_links": (
        "Tabellerna hänger ihop genom id. Med kopplingarna går det att följa kedjan från ett värde "
        "till det som står överst."
    ),
    "open_data_tables_one": (
        "Varje indikators värden finns också för sig. Ta adressen till indikatorns sida, stryk det "
        "sista snedstrecket och skriv .csv."
    ),
    "open_data_tables_signs": (
        "Ett kalkylprogram kan ta text för en formel. Därför står en apostrof framför =, +, - och "
        "@ i CSV-filerna när tecknet är först i en text, eller kommer direkt efter ett komma, ett "
        "semikolon eller en radbrytning. Tal har ingen apostrof."
    ),
    # How the files are written.
    "open_data_written": "Så är filerna skrivna",
    "open_data_written_keys": (
        "Nycklarna är på svenska och heter som i de datafiler som sidorna görs av. Nyckeln sida är "
        "adressen till sidan som visar samma sak."
    ),
    "open_data_written_silent": (
        "Om en nyckel saknas är inget sagt. Står det ”framgår inte av källan” har någon letat i "
        "källan utan att hitta uppgiften."
    ),
    "open_data_written_dates": (
        "Datum är så noga som källan: 2025-11-03, 2025-11 eller 2025. Årstider och datum utan år "
        "står i ord. Mellan två datum står ett tankstreck."
    ),
    "open_data_written_periods": (
        "Perioder heter som på sidorna: 2024, tertial 2 2024, 2024/25. Månader och dagar skrivs "
        "som datum."
    ),
    "open_data_written_texts": (
        "Tal har decimalpunkt. I JSON är ja true och nej false, i tabellerna står ord. Texter som "
        "kan ha stycken och listor är Markdown."
    ),
    "open_data_written_ids": (
        "Ett id leder till det som har samma id i filen. Ett id som exempelby/utb-2 leder till "
        "filen för kommunen före snedstrecket."
    ),
    # What may change.
    "open_data_changes": "Vad som kan ändras",
    "open_data_changes_intro": (
        "I varje JSON-fil står formatets version under nyckeln version. I version 1 gäller det här:"
    ),
    "open_data_changes_added": (
        "Nya nycklar, kolumner, slags uppgifter och ord att välja mellan kan komma till. Skriv "
        "program som hoppar över det de inte känner till."
    ),
    "open_data_changes_kept": (
        "Ingen nyckel eller kolumn tas bort, byter namn eller får en annan betydelse. Ett tal blir "
        "inte text, och ett värde blir inte en lista."
    ),
    "open_data_changes_addresses": "Filernas adresser är desamma.",
    "open_data_changes_else": (
        "Om formatet måste ändras på något annat sätt får filerna nya adresser, med v2 i stället "
        "för v1. Filerna för en sida i taget behåller sina adresser och byter version."
    ),
    # Terms.
    "open_data_terms": "Villkor",
    "open_data_terms_own": (
        "Du får kopiera, ändra och sprida sammanställningen utan att fråga någon, också i ett "
        "företag. {link}"
    ),
    "open_data_cc0": "Läs villkoret, CC0 1.0",
    "open_data_terms_others": (
        "Värden som är hämtade från någon annan har den utgivarens villkor. I filerna står "
        "utgivaren vid varje serie: {publishers}."
    ),
    "open_data_terms_others_shared": (
        "Värden som är hämtade från någon annan har den utgivarens villkor. I filerna står "
        "utgivaren vid varje serie."
    ),
    "open_data_terms_not": (
        "Logotyper, bilder och de dokument som källorna leder till ingår inte."
    ),
    "open_data_refer": "Ange källan",
    "open_data_refer_text": (
        "Du behöver inte ange varifrån uppgifterna kommer, men läsaren har nytta av det. Skriv "
        "till exempel så här, och dagen då du hämtade filen:"
    ),
    "open_data_refer_example": "{heading}. Utgivare: {publisher}. {url}",
    "open_data_refer_others": "För ett värde från en annan utgivare anger du den utgivaren.",
    "open_data_contact": "Frågor och fel",
    "open_data_contact_text": (
        "Om en uppgift är fel är den fel på sidorna också. Hör av dig till den som ger ut dem."
    ),
    "open_data_contact_link": "Så når du dem som ger ut sidorna",
    "open_data_from": "Filerna görs av samma uppgifter som sidorna, och samtidigt.",
}
