"""The words of the page shell: what the frame around every page says."""

from __future__ import annotations

from typing import Final

SHELL: Final[dict[str, str]] = {
    "skip_to_content": "Hoppa till innehållet",
    "search": "Sök",
    "menu": "Meny",
    "main_menu": "Huvudmeny",
    "breadcrumb": "Länkstig",
    "on_this_page": "På den här sidan",
    "fictional": "Påhittad kommun.",
    "fictional_meaning": "Allt på sidan är exempel som visar hur Kommunvision fungerar.",
    "changed": "Senast ändrad",
    "page_address": "Sidans adress:",
    "kommun_changed": "Senast ändrat {day}",
    "edit_page": "Visa eller ändra sidans underlag",
    "moved": "Sidan har flyttat",
    "contact": "Kontakt",
    "contact_kommun": "Kontakta {kommun}",
    "phone": "Telefon:",
    "email": "E-post:",
    "website": "Webbplats:",
    "address": "Adress:",
    "part_of": "Sidan är en del av",
    "published_by": "Sidorna ges ut av {publisher}, inte av {kommun}.",
    "appearance": "Utseende",
    "appearance_auto": "Automatiskt",
    "appearance_light": "Ljust",
    "appearance_dark": "Mörkt",
    "about_links": "Information om webbplatsen",
    "accessibility": "Tillgänglighet",
    "about": "Om webbplatsen",
    "versions": "Andra språk och lättläst",
    "not_found": "Sidan finns inte",
    "not_found_reason": (
        "Adressen kan vara felskriven, eller så har sidan flyttats eller tagits bort."
    ),
    "not_found_remedy": "Kontrollera adressen, eller leta på ett annat sätt:",
    "gone": "Sidan är borttagen",
    "gone_reason": "Sidan har funnits här, men är borttagen för gott.",
    "gone_remedy": "Det du söker kan finnas på en annan sida:",
    "lost_search": "Sök på webbplatsen",
    "lost_start": "Börja om från startsidan",
}
