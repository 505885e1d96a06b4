"""The words of the commands that help whoever writes data files: layout, and entries to fill in."""

from __future__ import annotations

from kommunvision.swedish.keys import RECORDS, SECTIONS

# What comes after ``kommunvision new`` for an object of each section.
COMMANDS: dict[str, str] = {
    "mål": "mål",
    "indikatorer": "indikator",
    "uppföljningar": "uppföljning",
    "aktuellt": "aktuellt",
    "källor": "källa",
    "beslut": "beslut",
    "visioner": "vision",
    "organisation": "organ",
    "teman": "tema",
    "skalor": "skala",
    "styrmodeller": "styrmodell",
    "mätvärden": "mätserie",
    "borttagna": "borttagen",
    "undantag": "undantag",
}

# Keys that are asked for on a terminal although they need not be there.
ASKED: dict[str, tuple[str, ...]] = {
    "goal": ("text", "överordnade", "ansvariga", "källa", "beslut"),
    "indicator": ("enhet", "riktning", "hör_till"),
    "occasion": ("slag", "till_och_med", "senast"),
    "news": ("datum", "text"),
    "source": ("utgivare", "datum", "adress"),
    "decision": ("rubrik", "organ", "datum", "paragraf"),
    "vision": ("text", "källa"),
    "body": ("förkortning", "del_av"),
}

# Keys without which an object says nothing, although they need not be there.
FILLED_IN: dict[str, tuple[str, ...]] = {"series": ("värden",)}

NOT_YET_DECIDED = "förslag"

ADD = "Ta bort # och ett blanksteg på de rader som ska vara med. Byt exemplen mot rätta uppgifter."
STATUS_WORDS = (
    "Ta bort # och ett blanksteg framför status, och skriv ett ord efter kolonet. "
    "Orden är: {words}."
)

_EXAMPLES: dict[str, str] = {
    "goal": 'mål --nivå mal --rubrik "Fler unga läser"',
    "indicator": 'indikator --namn "Andel behöriga elever"',
    "occasion": "uppföljning --slag delårsrapport --period 2026",
    "news": 'aktuellt --rubrik "Budgeten är antagen" --datum 2026-11-23',
    "source": 'källa --titel "Budget 2027"',
    "decision": "beslut --organ kf --datum 2026-11-23 --paragraf 98",
    "vision": 'vision --rubrik "Vision 2045"',
    "body": "organ --namn Kulturnämnden --slag nämnd",
    "theme": "tema --namn Folkhälsa",
    "scale": "skala --namn Måluppfyllelse",
    "model": 'styrmodell --namn "Så styr vi"',
    "series": "mätserie --indikator ind-examen",
    "withdrawn": "borttagen --adress exempelby/mal/skola-1/",
    "exception": "undantag --kod KV303",
}

ENTRIES: dict[str, str] = {
    **{
        f"new_{section.record}_help": (
            f"Skriver {RECORDS[section.record].name} i rätt fil. Det du anger skrivs in, och id "
            "görs av rubriken eller numret. Det som måste finnas och inte är angivet blir en tom "
            "rad, som kontrollen pekar ut. I ett terminalfönster får du frågor om det. Går det att "
            "göra ett utkast av det blir det ett, så att inget publiceras förrän det är färdigt."
        )
        for section in SECTIONS
        if section.many
    },
    **{
        f"new_{record}_example": f"kommunvision new {example}"
        for record, example in _EXAMPLES.items()
    },
    "entry_kommun_option": (
        "Kommunen som det gäller, som mappens namn under data/. Behövs bara om det finns flera."
    ),
    "entry_short_option": "Utelämnar raderna som förklarar vad som också kan stå där.",
    "entry_metavar": "VÄRDE",
    "entry_several": "Flera skiljs åt med kommatecken.",
    "entry_which_kommun": "Vilken kommun gäller det? Ange --kommun med något av: {choices}.",
    "entry_ask_kommun": "Kommun ({choices})",
    "entry_ask": "{name}. {help} Till exempel: {example}\n{name}",
    "entry_ask_first": "Svara på frågorna. Tryck Enter för att hoppa över en.",
    "entry_ask_level": "{name}. {help} Välj bland: {choices}\n{name}",
    "entry_no_level": "Ingen nivå har id {value}. Välj bland: {choices}.",
    "entry_taken": "Id {name} finns redan. Välj ett annat.",
    "entry_bad_id": (
        "{name} kan inte vara ett id. Använd små bokstäver a–z, siffror och bindestreck."
    ),
    "entry_unreadable": "Ingenting är skrivet. Rätta felen först.",
    "entry_written": "Skrivet: {path}:{line}",
    "entry_written_id": "Skrivet: {name} på {path}:{line}",
    "entry_left": "Det här är kvar att fylla i eller ändra:",
    "entry_draft": (
        "Det är ett utkast, och publiceras inte förrän raden utkast: ja är borttagen. Se vad som "
        "fattas med: kommunvision check --utkast"
    ),
    "entry_done": "Inget måste fyllas i. Se hur det blev med: kommunvision serve",
    "layout_help": (
        "Ger datafiler tillbaka kommentarer, ordning och uppställning när ett formulär har skrivit "
        "om dem. Värdena i filen gäller, och resten tas från den senaste versionen i git. En fil "
        "som har kommentarer är skriven för hand och ändras inte. En fil som är ny och saknar "
        "kommentarer får den vanliga uppställningen. Utan filer gäller det alla i data/."
    ),
    "layout_example": "kommunvision format data/exempelby/mal.yml",
    "layout_files_metavar": "[FIL ...]",
    "layout_check_option": (
        "Ändrar ingenting, utan berättar vilka filer som skulle ändras. Är det någon blir "
        "slutkoden 1."
    ),
    "layout_version_option": (
        "Versionen i git som uppställningen tas från, till exempel main. Förval: den senaste, HEAD."
    ),
    "layout_version_metavar": "VERSION",
    "layout_not_data": "{path} är ingen datafil under {folder}.",
    "layout_nothing": "Alla filer har rätt uppställning.",
    "layout_changed": "{path} har fått tillbaka sin uppställning.",
    "layout_would_change": "{path} skulle få tillbaka sin uppställning.",
    "layout_do": "Ordna dem med: kommunvision format",
}
