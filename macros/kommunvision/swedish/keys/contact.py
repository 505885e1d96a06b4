"""Keys for how to reach those who answer for something."""

from __future__ import annotations

from kommunvision.swedish.keys.field import Field, Kind, Record

CONTACT = Record(
    "en kontakt",
    (
        Field("enhet", "unit", Kind.LINE, "Enheten som svarar.", "Kansliavdelningen"),
        Field("telefon", "phone", Kind.LINE, "Telefonnummer.", "0123-45 67 89"),
        Field("epost", "email", Kind.EMAIL, "E-postadress.", "kommun@exempelby.example"),
        Field("adress", "address", Kind.PROSE, "Postadress.", "Torget 1, 999 99 Exempelby"),
        Field("webbplats", "url", Kind.URL, "Kontaktsida.", "https://exempelby.example/kontakt"),
        Field(
            "anmärkning", "note", Kind.PROSE, "Kommunens egen anmärkning.", "Numret står i källan."
        ),
    ),
    "Hur man når dem som svarar för innehållet.",
)
