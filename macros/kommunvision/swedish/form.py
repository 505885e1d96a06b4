"""The words of the form editor: what its fields say, and what it says of a value that is wrong."""

from __future__ import annotations

from kommunvision.swedish.keys import FLAG_WORDS, NOT_STATED

TITLE = "Redigera {site}"
NO_SCRIPT = "Formulären behöver JavaScript. Slå på det i webbläsaren och ladda om sidan."

# Why there is no editor, and what to do.
NO_PROGRAM = (
    "I mkdocs.yml står att webbplatsen ska ha formulär (formular), men programmet för dem är inte "
    "byggt. Kör make redigera i Kommunvisions mapp och bygg sedan webbplatsen igen. Eller skriv "
    "formular: nej."
)
NO_REPOSITORY = (
    "I mkdocs.yml står formular: {chosen}, men repo_url säger inte var webbplatsens filer ligger. "
    "Skriv adressen till förrådet, till exempel https://{chosen}.com/exempelby/mal, eller "
    "formular: lokalt."
)

NO_BRANCH = (
    'I mkdocs.yml står formular_gren: "{branch}", men så kan en gren inte heta. Använd bokstäver, '
    "siffror, bindestreck och snedstreck, till exempel redaktionen."
)

# What a commit of the editor says, and a request for review is called. In the words of the editor:
# what is done, and the file that it is done with.
COMMITS: dict[str, str] = {
    "create": "Lägg till {{path}} i formulär",
    "update": "Ändra {{path}} i formulär",
    "delete": "Ta bort {{path}} i formulär",
    "uploadMedia": "Lägg till {{path}} i formulär",
    "deleteMedia": "Ta bort {{path}} i formulär",
}

# What is said where two people have changed the same thing in a file.
CLASH = (
    "Någon annan har ändrat samma sak som du: {what}. Inget är sparat. Spara en gång till om det "
    "du har skrivit ska gälla. Annars kopierar du det, laddar om sidan och gör ändringen igen."
)

# What is said where nobody can tell any longer what the form showed when it was opened.
LOST = (
    "Filen har skrivits om sedan du började. Inget är sparat. Kopiera det du har skrivit, ladda om "
    "sidan och gör ändringen igen."
)

# What is said of a picture where all is to be proposed.
DIRECT = (
    "Här granskas allt innan det läggs in, och det går inte att skicka bilder till granskning. "
    "Inget är sparat. Lägg in bilden på GitHub eller GitLab, eller be den som sköter webbplatsen."
)

# What is asked of whoever signs out with changes that are not saved.
UNSAVED = (
    "Du är utloggad, men det finns ändringar som du inte har sparat. Ska de tas bort? Välj OK om "
    "andra använder datorn. Väljer du Avbryt finns de kvar när du loggar in här nästa gång."
)

# What sections are called in the list of files, where the key alone is no word for it.
SECTIONS: dict[str, str] = {"kommun": "Kommunen"}
SHARED = "Gemensamt för alla kommuner"

EXAMPLE = "Till exempel: {example}"
REFERENCE = "Vad det gäller"
REFERENCE_HINT = "Det du nyss har lagt till finns i listan först när du har sparat."

FLAGS = tuple(FLAG_WORDS)

# The pattern of a kind of value, and what to do about one that does not fit.
PATTERNS: dict[str, tuple[str, str]] = {
    "id": (
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "Ett id har bara små bokstäver a–z, siffror och bindestreck, till exempel utb-2.",
    ),
    "whole": (r"-?\d{1,9}", "Skriv ett heltal med siffror, till exempel 12."),
    "number": (
        r"[-+−–]?\d[\d\s]*([.,]\d+)?",
        "Skriv ett tal med siffror, till exempel 81,5.",
    ),
    "colour": (r"#[0-9a-fA-F]{6}", "En färg skrivs som #0b5a6b: tecknet # och sex tecken."),
    "code": (r"\d+(-\d+)?", "Skriv bara siffror, med bindestreck om det hör till."),
    "url": (r"https?://\S+", "En webbadress börjar med https:// och har inga mellanslag."),
    "email": (r"[^@\s]+@[^@\s]+\.[^@\s.]+", "En e-postadress har ett @ och inga mellanslag."),
    "period": (
        r".*\d{4}.*",
        "Skriv året, eller en del av ett år, till exempel 2024 eller andra tertialet 2024.",
    ),
}
UNSTATED = NOT_STATED


def name_of(key: str) -> str:
    """Return a key as the name of a field: ``egen_rubrik`` is Egen rubrik."""
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def section_name(key: str) -> str:
    """Return what a section of a file is called."""
    return SECTIONS.get(key) or name_of(key)
