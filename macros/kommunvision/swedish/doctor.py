"""What ``kommunvision doctor`` says: of each thing how it is, and one remedy where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Grade(StrEnum):
    """How a thing is; the value is the word that the report prints."""

    WELL = "ok"
    WARNING = "varning"
    FAULT = "fel"


@dataclass(frozen=True, slots=True)
class Text:
    """What is said about one finding; names in braces are its values."""

    grade: Grade
    said: str
    remedy: str = ""
    """What to do about it; nothing where all is well."""


def _well(said: str) -> Text:
    return Text(Grade.WELL, said)


def _warning(said: str, remedy: str) -> Text:
    return Text(Grade.WARNING, said, remedy)


def _fault(said: str, remedy: str) -> Text:
    return Text(Grade.FAULT, said, remedy)


TEXTS: Final[dict[str, Text]] = {
    # What is installed.
    "python": _well("Python {version}."),
    "python_old": _fault(
        "Python {version} är för gammal. Kommunvision behöver {wanted}.",
        "Installera en nyare Python, och Kommunvision på nytt i den.",
    ),
    "not_installed": _fault(
        "Kommunvision är inte installerat, utan körs direkt ur sin mapp.",
        "Installera det: pip install kommunvision",
    ),
    "packages": _well("Paketen som behövs är installerade: {count} stycken."),
    "package_missing": _fault(
        "Paketet {name} saknas eller går inte att läsa in.",
        "Installera det: pip install --force-reinstall '{wanted}'",
    ),
    "package_other": _fault(
        "Paketet {name} har version {version}. Kommunvision behöver {wanted}.",
        "Installera rätt version: pip install '{wanted}'",
    ),
    "lock": _well("Alla paket har de versioner som står i requirements.lock."),
    "lock_differs": _warning(
        "Paket har andra versioner än i requirements.lock: {names}.",
        "Installera versionerna i filen: pip install --require-hashes -r requirements.lock",
    ),
    "pdf": _well("Det som behövs för kommunvision pdf är installerat."),
    "pdf_package": _warning(
        "Det går inte att göra pdf-filer, för paketet weasyprint saknas.",
        "Behöver du pdf-filer: pip install 'kommunvision[pdf]'",
    ),
    "pdf_libraries": _warning(
        "Det går inte att göra pdf-filer, för biblioteket Pango saknas.",
        "Behöver du pdf-filer installerar du Pango. I Debian och Ubuntu: "
        "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    "pdf_fonts": _warning(
        "Inga typsnitt är installerade. Pdf-filer blir utan text.",
        "Installera ett typsnitt. I Debian och Ubuntu: sudo apt install fonts-liberation",
    ),
    # Help for editors.
    "schemas": _well("Filerna i {path}/, som ger hjälp i editorer, är de nyaste."),
    "schemas_missing": _warning(
        "Mappen {path}/ saknas. Den som skriver i VS Code får då ingen hjälp.",
        "Skriv filerna: kommunvision schema",
    ),
    "schemas_old": _warning(
        "Filerna i {path}/ hör till en annan version av Kommunvision. Editorer kan visa fel hjälp.",
        "Skriv dem på nytt: kommunvision schema",
    ),
    "spelling": _well("Det som behövs för kommunvision check --klarspråk är installerat."),
    "spelling_package": _warning(
        "Det går inte att granska språket, för ordboken saknas.",
        "Vill du granska språket: pip install 'kommunvision[klarsprak]'",
    ),
    # The settings.
    "settings": _well("Inställningarna i mkdocs.yml är som de ska."),
    "settings_missing": _fault(
        "Filen {path} finns inte.",
        "Kör kommandot i webbplatsens mapp, eller ange den med --root.",
    ),
    "settings_unreadable": _fault(
        "Filen mkdocs.yml går inte att läsa: det är något fel på {place}.",
        "Rätta den raden. Indrag görs med blanksteg, och efter kolon står ett blanksteg.",
    ),
    "plugin_missing": _fault(
        "Tillägget kommunvision saknas under plugins i mkdocs.yml.",
        'Lägg till raden "- kommunvision" först under plugins.',
    ),
    "option_wrong": _fault(
        "En inställning för kommunvision i mkdocs.yml går inte att använda.", "{wanted}"
    ),
    "macros_missing": _fault(
        "Tillägget macros saknas under plugins i mkdocs.yml. Utan det visas makron som text.",
        'Lägg till "- macros:" efter kommunvision, och under det "modules: [kommunvision.macros]".',
    ),
    "macros_first": _fault(
        "Tillägget macros står före kommunvision i mkdocs.yml. Då vet makron inte vilken sida "
        "de står på.",
        "Flytta kommunvision så att det står före macros.",
    ),
    "macros_unknown": _fault(
        "Tillägget macros har varken modules eller module_name, och hittar inte Kommunvisions "
        "makron.",
        'Skriv "modules: [kommunvision.macros]" under macros i mkdocs.yml.',
    ),
    "macros_lenient": _warning(
        'Under macros i mkdocs.yml saknas "{setting}". Kommunvision är strängt ändå, men andra '
        "program som läser filen är det inte.",
        'Skriv "{setting}" under macros.',
    ),
    "theme_other": _fault(
        "Temat i mkdocs.yml är {name}. Kommunvision lägger sina sidor ovanpå material.",
        'Skriv "name: material" under theme.',
    ),
    "not_strict": _warning(
        'I mkdocs.yml saknas "strict: true". Då publicerar mkdocs build också en webbplats med '
        "brutna länkar.",
        'Skriv "strict: true" i mkdocs.yml.',
    ),
    "docs_elsewhere": _fault(
        "I mkdocs.yml står {name} under docs_dir. Sidorna ska ligga i mappen content.",
        'Flytta sidorna till content och skriv "docs_dir: content".',
    ),
    "url_missing": _warning(
        "I mkdocs.yml saknas site_url, webbplatsens adress. Utan den blir öppna data, inbäddningar "
        "och sökmotorernas lista utan hela adresser.",
        'Skriv till exempel "site_url: https://mal.exempelby.example/".',
    ),
    "url_odd": _fault(
        "{url} under site_url i mkdocs.yml är ingen hel webbadress.",
        "Skriv adressen med https:// först.",
    ),
    "url_without_slash": _warning(
        "{url} under site_url i mkdocs.yml slutar inte med ett snedstreck.",
        'Skriv "site_url: {url}/".',
    ),
    "url_example": _warning(
        "{url} under site_url i mkdocs.yml är ett exempel. Delade länkar, inbäddningar och "
        "sökmotorernas lista leder dit.",
        "Skriv den adress som webbplatsen ska ha.",
    ),
    # The folders.
    "sources": _well("Mapparna data och content finns och går att läsa."),
    "source_missing": _fault(
        "Mappen {path} finns inte.",
        "Kör kommandot i webbplatsens mapp, eller ange den med --root.",
    ),
    "source_closed": _fault(
        "Mappen {path} går inte att läsa.",
        "Ge den som kör kommandot rätt att läsa mappen.",
    ),
    "target": _well("Det går att skriva i {path}, där webbplatsen läggs."),
    "target_closed": _fault(
        "Det går inte att skriva i {path}, där webbplatsen läggs.",
        "Ge den som kör kommandot rätt att skriva där, eller ange en annan mapp med --site-dir.",
    ),
    "links": _well("Systemet kan göra symboliska länkar."),
    "no_links": _warning(
        "Systemet kan inte göra symboliska länkar. kommunvision publish kan då inte byta utgåva "
        "i ett steg i en mapp här.",
        "Publicera till en mapp på en Linuxserver, eller till en gren i git.",
    ),
    "room": _well("På disken finns {free} ledigt."),
    "little_room": _warning(
        "På disken finns bara {free} ledigt. En webbplats byggs bredvid den förra, så båda behöver "
        "få plats.",
        "Gör plats på disken.",
    ),
    "no_room": _fault("På disken finns bara {free} ledigt.", "Gör plats på disken."),
    "ledger": _well("Adresslistan {path} går att skriva och är incheckad."),
    "ledger_here": _well("Adresslistan {path} går att skriva."),
    "ledger_new": _warning(
        "Adresslistan {path} finns inte än.",
        "Bygg webbplatsen, så skrivs listan. Checka sedan in den.",
    ),
    "ledger_closed": _fault(
        "Adresslistan {path} går inte att skriva.",
        "Ge den som kör kommandot rätt att skriva filen.",
    ),
    "ledger_uncommitted": _warning(
        "Adresslistan {path} har ändringar som inte är incheckade. Utan dem märks det inte att en "
        "adress försvinner.",
        "Checka in den: git add {path}, och sedan git commit.",
    ),
    # Git.
    "git": _well("Git känner hela historiken."),
    "git_missing": _warning(
        "Git finns inte här. Då står det inte på sidorna när de senast ändrades.",
        "Installera git.",
    ),
    "git_none": _warning(
        "Mappen är inget gitförråd. Då står det inte på sidorna när de senast ändrades.",
        "Lägg filerna i ett gitförråd, eller hämta dem med git clone.",
    ),
    "git_foreign": _warning(
        "Gitförrådet ägs av någon annan, och git läser det inte. Då står det inte på sidorna när "
        "de senast ändrades.",
        "Säg åt git att lita på mappen: git config --global --add safe.directory {path}",
    ),
    "git_empty": _warning(
        "Gitförrådet har ingen historik än. Då står det inte på sidorna när de senast ändrades.",
        "Checka in filerna: git add, och sedan git commit.",
    ),
    "git_shallow": _warning(
        "Git känner bara de senaste ändringarna. Då står det inte på sidorna när de senast "
        "ändrades.",
        "Hämta resten: git fetch --unshallow. I GitHub Actions: fetch-depth: 0 för checkout.",
    ),
    # The computer.
    "letters": _well("Å, ä och ö går att skriva ut."),
    "no_letters": _warning(
        "Utskriften har teckenkodningen {encoding}, som saknar å, ä eller ö.",
        "Sätt miljövariabeln PYTHONUTF8 till 1.",
    ),
    "temporary": _well("Det finns en mapp för tillfälliga filer."),
    "no_temporary": _fault(
        "Det finns ingen mapp för tillfälliga filer som går att skriva i. Då fungerar varken "
        "serve, pdf eller archive.",
        "Ange en mapp med miljövariabeln TMPDIR.",
    ),
    "clock": _well("Datorns klocka går."),
    "clock_wrong": _warning(
        "Datorns klocka står på år {year}. Webbplatsen byggs rätt ändå, men statistik går inte att "
        "hämta och git får fel dagar.",
        "Ställ klockan.",
    ),
    "epoch_odd": _fault(
        "Miljövariabeln SOURCE_DATE_EPOCH är {value}, och ska vara ett heltal.",
        "Ta bort den, eller sätt den till antalet sekunder sedan 1970.",
    ),
}

REPORT: Final[dict[str, str]] = {
    "remedy": "Gör så här: {remedy}",
    "well": "Allt är som det ska.",
    "warnings": "Inget är trasigt. Varningar: {warnings}.",
    "faults": "Fel: {faults}. Varningar: {warnings}. Rätta felen och kör doctor igen.",
    "row": "rad {line}",
    "some_row": "någon rad",
    "broken": "Kommunvision kan inte starta, för installationen är inte hel.",
}
