"""The words of the command ``kommunvision``: its help, its messages, its complaints."""

from __future__ import annotations

from typing import Final

from kommunvision.swedish.collecting import COLLECTING
from kommunvision.swedish.editors import COMMAND
from kommunvision.swedish.entries import ENTRIES
from kommunvision.swedish.outside import OUTSIDE
from kommunvision.swedish.parts import PARTS
from kommunvision.swedish.plain import telling as plain
from kommunvision.swedish.preview import PREVIEW
from kommunvision.swedish.telling import TELLING
from kommunvision.swedish.timings import TIMINGS

PROGRAM = "kommunvision"

# Options whose names have Swedish letters, with their plain forms.
HELP_NAMES = ("--help", "-h", "--hjälp", "--hjalp")
DEBUG_NAMES = ("--felsök", "--felsok")
OCCASION_NAMES = ("--tillfälle", "--tillfalle")
PLAIN_NAMES = plain.PLAIN_NAMES

WORDS: Final[dict[str, str]] = {
    **COLLECTING,
    **TELLING,
    **COMMAND,
    **plain.WORDS,
    **ENTRIES,
    **PARTS,
    # What every help page has.
    "usage": "Användning: ",
    "options": "Alternativ",
    "commands": "Kommandon",
    "example": "Exempel:",
    "usage_options": "[ALTERNATIV]",
    "usage_command": "KOMMANDO ...",
    "help_option": "Visar den här hjälpen.",
    "version_option": "Visar vilken version det är.",
    "see_help": "Hjälp: {command} --help",
    # The commands.
    "main_help": (
        "Gör en webbplats av en kommuns vision och mål. Data står i mappen data/ och sidor i "
        "mappen content/."
    ),
    "main_example": "kommunvision check",
    "check_help": "Kontrollerar data och sidor utan att bygga något.",
    "check_example": "kommunvision check --strict",
    "build_help": (
        "Kontrollerar och bygger webbplatsen. Finns det fel ändras ingenting av det som redan är "
        "publicerat."
    ),
    "build_example": "kommunvision build --site-dir site",
    "publish_help": (
        "Publicerar webbplatsen som build har byggt. Platsen är en mapp, en server över ssh "
        "(användare@server:/mapp) eller en gren i git (git:gren). Går något fel är det som redan "
        "är publicerat orört."
    ),
    "publish_example": "kommunvision publish /srv/mal",
    "new_help": "Skapar något nytt att börja med.",
    "new_example": "kommunvision new kommun Norberg",
    "new_kommun_help": (
        "Skapar en mapp med data för en kommun, färdig att fylla i. Ange kommunens namn eller "
        "kommunkod. Kod, län och webbadress fylls i från den officiella listan."
    ),
    "new_kommun_example": "kommunvision new kommun 1762",
    "import_help": (
        "Läser in en ifylld mall för en uppföljning, eller ett helt målsystem. Mallen kommer från "
        "kommunvision template (xlsx, eller csv), och svaren skrivs i kommunens YAML-filer. Först "
        "visas vad som ändras. Ett målsystem är en fil som Kommunvision har publicerat: "
        "malsystem.xlsx eller malsystem.json. Den blir en ny mapp under data/. I en sådan "
        "arbetsbok läses de blad vars namn börjar med Data. Är något fel skrivs ingenting."
    ),
    "import_example": "kommunvision import malsystem.xlsx --till exempelby",
    "pdf_help": (
        "Gör ett enda dokument av allt om en kommun. Det är en tillgänglig pdf-fil (PDF/UA) med "
        "omslag, innehåll och sidnummer. Ange mappens namn under data/. Ingenting publiceras."
    ),
    "pdf_example": "kommunvision pdf nora --ut nora.pdf",
    "refresh_help": (
        "Hämtar statistik från Kolada och SCB. Den gäller de indikatorer som anger kolada eller "
        "scb, och skrivs i data/. Ange kommunernas mappar under data/, eller ingenting för alla. "
        "Till sist står vad som är nytt, ändrat och borttaget."
    ),
    "refresh_example": "kommunvision refresh norberg --dry-run",
    "lock_help": (
        "Låser en uppföljning som är beslutad. Det som den säger skrivs som fingeravtryck i filen "
        "las.yml, och en senare ändring som inte är en rättelse blir ett fel. Skriv först låst och "
        "dagen på uppföljningen. Ange kommunens mapp under data/ och uppföljningens id. Finns id "
        "bara i en kommun behövs inte mappen."
    ),
    "lock_example": "kommunvision lock exempelby ar-2024",
    "migrate_help": (
        "Gör om datafiler som är skrivna i ett äldre format till det nyaste. Kommentarer och "
        "uppställning står kvar. Går inte alla filer att göra om ändras ingen."
    ),
    "migrate_example": "kommunvision migrate --dry-run",
    "archive_help": (
        "Gör en arkivkopia av hela webbplatsen, en kommun eller en låst uppföljning. Kopian är en "
        "zip-fil (BagIt) med sidor, data och kontrollsummor, och går att öppna utan server. Ange "
        "mappens namn under data/, eller ingenting för alla. Ingenting publiceras."
    ),
    "archive_example": "kommunvision archive nora --ut nora-2026.zip",
    "doctor_help": (
        "Undersöker installationen. Vid det som inte är rätt står vad du kan göra åt det."
    ),
    "doctor_example": "kommunvision doctor",
    # The options.
    "root_option": "Mappen som data/, content/ och mkdocs.yml ligger i. Förval: här.",
    "format_option": (
        "Hur resultatet skrivs: text, json, github eller sarif. Förval: text, och github i GitHub "
        "Actions."
    ),
    "strict_option": "Räknar varningar som fel.",
    "site_dir_option": "Mappen som webbplatsen läggs i. Förval: site.",
    "built_dir_option": "Mappen som webbplatsen är byggd i. Förval: site.",
    "keep_option": "Hur många tidigare utgåvor som finns kvar att gå tillbaka till. Förval: 5.",
    "rollback_option": "Går tillbaka till utgåvan före den som visas.",
    "list_option": "Visar vilka utgåvor som finns. Ingenting ändras.",
    "ssh_config_option": "Fil med inställningar för ssh. Förval: dina egna.",
    "compress_option": (
        "Lägger komprimerade filer (.gz och .br) bredvid de andra, för servrar som kan skicka dem."
    ),
    "kommun_option": "Bara den här kommunen. Ange mappens namn under data/.",
    "to_option": (
        "Mappen under data/ som filerna skrivs i. Förval: kommunens kortnamn, som står i filen."
    ),
    "out_option": "Filen som dokumentet skrivs till. Förval: KOMMUN.pdf i mappen du står i.",
    "day_option": (
        "Dagen som dokumentet är sammanställt, till exempel 2026-03-16. Förval: dagen då kommunens "
        "filer senast ändrades enligt git. Vet inte git det står ingen dag i dokumentet."
    ),
    "dry_run_option": "Ändrar ingenting, utan berättar vad som skulle ändras.",
    "fetched_option": "Dagen som skrivs som hämtad, till exempel 2026-03-01. Förval: i dag.",
    "markdown_option": "Skriver sammanfattningen till en fil i Markdown.",
    "time_option": "Hur länge hämtningen får ta i sekunder. Förval: 300.",
    "pdf_occasion_option": "Gör ett dokument av en enda uppföljning, med dess id.",
    "zip_option": "Filen som kopian skrivs till. Förval: en zip-fil i mappen du står i.",
    "archive_day_option": (
        "Dagen som kopian är daterad, till exempel 2026-03-16. Utan den har kopian ingen dag."
    ),
    "archive_occasion_option": "Bara en låst uppföljning, med dess id, och det som hör till den.",
    "archive_pdf_option": "Tar med varje kommun som ett dokument (pdf).",
    "doctor_format_option": "Hur svaret skrivs: text eller json. Förval: text.",
    "debug_option": "Visar allt om ett oväntat fel i programmet.",
    "folder_metavar": "MAPP",
    "place_metavar": "PLATS",
    "number_metavar": "ANTAL",
    "file_metavar": "FIL",
    "day_metavar": "DAG",
    "format_metavar": "FORMAT",
    "kommun_metavar": "KOMMUN",
    "kommuner_metavar": "[KOMMUN ...]",
    "seconds_metavar": "SEKUNDER",
    "name_metavar": "NAMN|KOD",
    "occasion_metavar": "[KOMMUN] UPPFÖLJNING",
    "any_occasion_metavar": "[KOMMUN] [UPPFÖLJNING]",
    "occasion_only_metavar": "UPPFÖLJNING",
    # Wrong calls.
    "wrong": "Fel: {message}",
    "no_such_option": "Alternativet {name} finns inte.",
    "after_command": "Skriv {name} efter kommandot.",
    "no_such_command": "Kommandot {name} finns inte.",
    "did_you_mean": "Menade du {suggestion}?",
    "there_is": "Det här finns: {choices}.",
    "missing_command": "Ange ett kommando: {choices}.",
    "missing_argument": "Du behöver ange {name}.",
    "missing_option": "Du behöver ange alternativet {name}.",
    "missing_value": "Alternativet {name} behöver ett värde.",
    "no_value_wanted": "Alternativet {name} tar inget värde.",
    "too_many": "Det här är för mycket: {words}.",
    "meant_kommun": "Gäller det en kommun skriver du --kommun {word}.",
    "not_a_choice": "{value} går inte att välja. Välj bland {choices}.",
    "not_a_number_to_keep": "{value} går inte som antal. Ange ett heltal från 0 till 1000.",
    "not_a_day": "{value} är ingen dag. Skriv år, månad och dag, till exempel 2026-03-16.",
    "which_kommun": "Ange vilken kommun dokumentet ska handla om: {choices}.",
    "out_taken": "{path} finns redan och är ingen pdf-fil. Välj ett annat namn med --ut.",
    "not_a_zip": "{path} är inget namn på en zip-fil. Låt namnet efter --ut sluta på .zip.",
    "archive_unlocked": (
        "Uppföljningen {name} är inte låst, och kan ändras. Lås den först: kommunvision lock {name}"
    ),
    "not_seconds": "{value} går inte som tid. Ange hela sekunder, från 1 till 86400.",
    "not_importable": (
        "{name} går inte att läsa in. Ange en fil vars namn slutar på .xlsx, .csv eller .json. "
        "Andra kalkylblad öppnar du i Excel eller LibreOffice och sparar som .xlsx."
    ),
    "import_where": "Filen säger inte vad mappen ska heta. Ange det med --till.",
    "import_bad_folder": (
        "Mappen kan inte heta {name}. Använd små bokstäver a–z, siffror och bindestreck, och inget "
        "namn som webbplatsen själv behöver."
    ),
    "no_such_occasion": "Uppföljningen {name} finns inte.",
    "no_occasions": "Ingen uppföljning är påbörjad. Börja så här: kommunvision new uppföljning",
    "which_kommun_has": "Uppföljningen {name} finns i flera kommuner. Ange vilken: {choices}.",
    "no_lock_day": 'Skriv först "låst:" och dagen på uppföljningen {name}.',
    "wrong_call": "Anropet går inte att förstå.",
    # What is not there, or in the way.
    "no_folder": "Mappen {path} finns inte.",
    "no_file": "Filen {path} finns inte.",
    "not_a_folder": "{path} ska vara en mapp, men är en fil.",
    "not_a_file": "{path} ska vara en fil, men är en mapp.",
    "no_data": "Mappen {path} finns inte. Kör kommandot i webbplatsens mapp eller ange --root.",
    "no_settings": (
        "Filen {path} finns inte. Kör kommandot i webbplatsens mapp eller ange --root."
    ),
    "no_such_kommun": "Kommunen {name} finns inte under data/.",
    "not_a_site": (
        "Mappen {path} innehåller annat än en webbplats och rörs därför inte. Ange en tom mapp "
        "med --site-dir."
    ),
    "site_over_source": (
        "Webbplatsen kan inte läggas i {path}, för där ligger filerna som den byggs av."
    ),
    "settings_unusable": "Inställningarna i mkdocs.yml går inte att använda. MkDocs säger:",
    "macros_missing": (
        "Tillägget macros saknas under plugins i mkdocs.yml. Utan det visas makron som text."
    ),
    "macros_first": (
        "Tillägget macros står före kommunvision under plugins i mkdocs.yml. Flytta kommunvision "
        "så att det står först."
    ),
    "content_elsewhere": (
        "I mkdocs.yml står {name} under docs_dir. Sidorna ska ligga i mappen content. "
        "Flytta dem dit och skriv docs_dir: content."
    ),
    # What was done.
    "checking": "Kontrollerar data och sidor ...",
    "waiting": "Ett annat bygge av samma webbplats pågår. Det här fortsätter när det är klart ...",
    "fetching": "Hämtar statistik ...",
    "building": "Bygger sidorna ...",
    "publishing": "Lägger ut det som har ändrats ...",
    "built": "Webbplatsen är byggd.",
    "built_kommuner": "Kommuner: {names}",
    "built_pages": "Sidor: {pages}",
    "built_touched": (
        "Filer: {written} nya eller ändrade, {removed} borttagna, {untouched} som förut"
    ),
    "built_where": "Plats: {path}",
    "built_look": "Titta på den: {command}",
    "not_built": "Webbplatsen är inte byggd. Det som redan är publicerat är orört.",
    "mkdocs_complains": "MkDocs godtar inte sidorna:",
    "printing": "Ställer upp sidorna i ett dokument ...",
    "printed": "Dokumentet är klart: {path}",
    "lifted_file": "{path}: format {before} blir format {after}",
    "lifted": "Antal filer som gjordes om: {count}. Kontrollera dem med: kommunvision check",
    "would_lift": "Antal filer som skulle göras om: {count}. Ingenting är ändrat.",
    "nothing_to_lift": "Alla datafiler har det nyaste formatet. Ingenting är ändrat.",
    "not_lifted": "Ingen fil är ändrad. Rätta felen först.",
    "archiving": "Lägger sidor och filer i arkivkopian ...",
    "archived": "Arkivkopian är klar: {path}, med {files} filer.",
    "not_archived": "Ingen arkivkopia är gjord.",
    "not_printed": "Inget dokument är gjort.",
    "no_printing_package": (
        "Här saknas det som gör pdf-filer. Installera det med: pip install 'kommunvision[pdf]'"
    ),
    "no_printing_libraries": (
        "Här saknas biblioteket Pango, som sätter texten i pdf-filer. Installera det. I Debian "
        "och Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ),
    "locked": "Uppföljningen {name} är låst. Lägg in {path} tillsammans med de andra filerna.",
    "locked_already": "Uppföljningen {name} är redan låst. Ingenting är skrivet.",
    "lock_holds": (
        "Uppföljningen {name} är redan låst och låses inte om. Ovan står vad som är fel eller "
        "skiljer sig från det som låstes."
    ),
    "not_locked": "Uppföljningen {name} är inte låst. Rätta felen först.",
    "no_list": "Listan går inte att göra förrän felen är rättade.",
    "created": "Mappen {path} är skapad:",
    "created_next": "Fyll i filerna. Kontrollera dem med: kommunvision check",
    "built_example_address": (
        "Obs! {url} i mkdocs.yml är ett exempel. Skriv webbplatsens adress där innan du publicerar."
    ),
    "imported": "{name} är inläst i mappen {path}:",
    "imported_pictures": "Bilder följer inte med. Lägg dem i mappen {path}: {names}.",
    "imported_next": "Kontrollera filerna med: kommunvision check",
    "not_imported": "Ingenting är inläst. Rätta felen i filen och försök igen.",
    "exists": "Mappen {path} finns redan. Ingenting är ändrat.",
    "single_exists": (
        "Filerna i {path} hör redan till en kommun. Flytta dem till en egen mapp under data/ först."
    ),
    "unknown_kommun": "{name} är ingen av Sveriges 290 kommuner.",
    "no_name": "Skriv kommunens namn eller kommunkod, till exempel Norberg eller 1962.",
    "region_by_hand": (
        "{name} är en region, och listan har bara kommuner. Börja med {command} och ändra sedan "
        "namn och kod, se Regioner och kommunalförbund i handboken."
    ),
    **OUTSIDE,
    **PREVIEW,
    **TIMINGS,
}

ISSUES = "https://kommunvision.example/"


def say(key: str, **values: object) -> str:
    """Return the words for a key with its ``{placeholders}`` filled in."""
    return WORDS[key].format(**values) if values else WORDS[key]
