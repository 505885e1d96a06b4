"""The words of what other websites embed, and of the pages that tell how."""

from __future__ import annotations

from typing import Final

EMBEDS: Final[dict[str, str]] = {
    # What is embedded.
    "no_source_shown": "Ingen källa är angiven.",
    "embed_more": "Läs mer: {title}",
    "embed_title": "{what}: {title} – {kommun}",
    "embed_no_chart": "Det finns inte två värden att rita ett diagram av.",
    "embed_no_table": "Det finns inga värden att visa i en tabell.",
    "embed_gone": "Det som visades här togs bort {date}.",
    # What can be embedded, in titles and headings.
    "embed_vision": "Vision",
    "embed_goal": "Målet",
    "embed_chain": "Målkedja",
    "embed_level": "Nivå",
    "embed_indicator": "Värdet",
    "embed_chart": "Diagram",
    "embed_table": "Tabell",
    "embed_occasion": "Sammanfattning",
    "embed_changes": "Förändringar",
    "embed_statuses": "Läget",
    # The pages that tell how.
    "embedding": "Bädda in",
    "embedding_heading": "Bädda in: {title}",
    "embedding_description": "Kod som visar ”{title}” från {kommun} på en annan webbplats.",
    "embedding_all_heading": "Bädda in på en annan webbplats",
    "embedding_all_description": (
        "Visa {subject} från {kommun} på en annan webbplats: med en länk, en ram eller ren HTML."
    ),
    "embedding_all_intro": (
        "Sidor som har länken Bädda in längst ned kan visas på en annan webbplats. Följ länken på "
        "sidan som du vill visa, eller välj här."
    ),
    "embedding_elsewhere": (
        "Koden hämtar samma innehåll som sidan den gäller. Där står varifrån innehållet kommer."
    ),
    "embedding_intro": (
        "Kopiera koden och klistra in den på din egen webbplats. Innehållet hämtas härifrån varje "
        "gång någon öppnar din sida. När det ändras här ändras det hos dig."
    ),
    "embedding_preview_title": "Så här ser det ut: {title}",
    "embedding_code": "{way}: kod för {what}",
    "embedding_copy": "Kopiera koden",
    # Begins with what stands on the button, so that who speaks to the machine is understood.
    "embedding_copy_of": "Kopiera koden: {way}, {what}",
    "embedding_copied": "Koden är kopierad.",
    "embedding_marked": "Koden är markerad. Kopiera den med webbläsarens egen knapp eller meny.",
    "embedding_way_link": "Länk",
    "embedding_way_link_help": "Fungerar överallt.",
    "embedding_way_frame": "Ram med fast höjd",
    "embedding_way_frame_help": (
        "Behöver inget skript. Höjden räcker på en telefon. På en bred skärm blir det tomt under "
        "innehållet. Stör det, så prova ett lägre tal efter height."
    ),
    "embedding_way_script": "Ram med rätt höjd",
    "embedding_way_script_help": (
        "Ett litet skript härifrån ger ramen samma höjd som innehållet. Det sparar inget om "
        "besökaren. Skriptet behövs bara en gång på varje sida, hur många ramar sidan än har."
    ),
    "embedding_way_html": "Ren HTML",
    "embedding_way_html_help": (
        "Låt servern hämta den här adressen och sätta in svaret på sidan. Rubriken är av nivå 2. "
        "Med fragment-h3.html eller fragment-h4.html sist i adressen blir den av nivå 3 eller 4."
    ),
    "embedding_way_styles": "Stilmall",
    "embedding_way_styles_help": (
        "Sätt också in stilmallen en gång på sidan. Utan den syns ett diagram två gånger."
    ),
    "embedding_way_json": "JSON",
    "embedding_way_json_help": "Samma HTML med titel, adress och stilmall som JSON:",
    "embedding_way_wordpress": "Adress",
    "embedding_wordpress": "I WordPress",
    "embedding_way_wordpress_help": (
        "Klistra in sidans adress på en egen rad. WordPress hämtar resten själv."
    ),
    "embedding_level": "Rubrikens nivå i en ram",
    "embedding_level_help": (
        "Rubriken i ramen är av nivå 2. Skriv ?rubrik=3 eller ?rubrik=4 sist i adressen efter src, "
        "om en annan nivå passar bättre på din sida."
    ),
}
