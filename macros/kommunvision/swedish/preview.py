"""What commands say of a preview: of ``serve``, of drafts and of the day of a build."""

from __future__ import annotations

from typing import Final

PREVIEW: Final[dict[str, str]] = {
    "build_day_option": (
        "Gör webbplatsen som den ska se ut en annan dag, till exempel 2026-12-15. Annars gäller "
        "dagens datum."
    ),
    "check_drafts_option": "Kontrollerar utkasten också.",
    "public_option": "Visar webbplatsen som läsarna ser den, utan utkast.",
    "not_a_day_setting": (
        'mkdocs.yml: "dag: {value}" är ingen dag. Skriv år, månad och dag, till exempel 2026-12-15.'
    ),
    # The server that shows the site on a machine of one's own.
    "serve_help": (
        "Visar webbplatsen på din dator medan du arbetar. Sidan i webbläsaren laddas om när du "
        "sparar en fil. Är något i data fel visas felen i webbläsaren tills de är rättade."
    ),
    "serve_example": "kommunvision serve --port 8080",
    "host_option": "Adressen som webbplatsen visas på. Förval: 127.0.0.1.",
    "port_option": "Porten som webbplatsen visas på. Förval: 8000. Med 0 väljs en ledig.",
    "host_metavar": "ADRESS",
    "port_metavar": "PORT",
    "not_a_port": "{value} är inget portnummer. Ange ett heltal från 0 till 65535.",
    "port_taken": "Port {port} är upptagen. Välj en annan med --port.",
    "serving": "Webbplatsen visas på {address} och följer dina ändringar. Avsluta med Ctrl+C.",
    "served_again": "Webbplatsen är uppdaterad.",
    "error_page_title": "Webbplatsen har fel som behöver rättas",
    "error_page_lead": "Webbplatsen visas igen när felen är rättade.",
    "error_page_again": "Rätta filerna och spara. Sidan laddas om av sig själv.",
}
