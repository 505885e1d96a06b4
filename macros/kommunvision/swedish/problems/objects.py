"""What messages call the things that stand in the data files."""

# Definite forms by the name of the record.
DEFINITE: dict[str, str] = {
    "kommun": "kommunen",
    "body": "organet",
    "model": "styrmodellen",
    "level": "nivån",
    "vision": "visionen",
    "goal": "målet",
    "indicator": "indikatorn",
    "scale": "skalan",
    "occasion": "uppföljningen",
    "decision": "beslutet",
    "source": "källan",
    "news": "nyheten",
    "theme": "temat",
}

# An editor's page, where a message begins with it.
THE_PAGE = "Sidan"

# What easy Swedish is called beside the names of languages.
EASY_SWEDISH = "lätt svenska"

# What stands where something else is expected.
TEXT = 'texten "{text}"'
NOTHING = "ingenting"
LIST = "en lista"
GROUP = "en grupp av nycklar"

# What to do about a key without a value.
FILL_IN = "Skriv ett värde. Nyckeln måste finnas."
FILL_IN_OR_REMOVE = "Skriv ett värde, eller ta bort raden."

# Why a page is too large.
TOO_LONG = "Sidan är {size} tecken lång."
TOO_MANY_MACROS = "Sidan har för många makron."

# What to do about a level that does not exist.
NO_SUCH_LEVEL = "Välj en av nivåerna: {choices}."
NO_LEVELS = 'Skriv in nivåerna under "styrmodeller". Nu finns inga.'

# After the advice to give one of two objects another id.
MISSED = " Det kan vara {ids}, som nämns på andra ställen men inte finns."

# What figures say of a target.
REACHED = "nått"
NOT_REACHED = "inte nått"

# Between the links of a loop.
ARROW = " → "

# What to do about something that is said to have happened and lies ahead.
NOT_YET = {
    "day": "Kontrollera årtalet.",
    "value": 'Kontrollera perioden. Är värdet en prognos skriver du "prognos: ja".',
}

# How many words letters have gone wrong in; one, or several.
WORDS = ("ett ord", "{number} ord")

# How many more ids there are than those that a message names.
AND_MORE = "och {number} till"

# What has vanished, where from, and where it still is.
FROM_FILES = "filerna i {folder}"
FROM_FILE = "filen {file}"
PUBLISHED_IDS = "{number} publicerade id"
IDS = "{number} id"
THEY_ARE_MENTIONED = " De nämns på {number} ställen."
FROM_VERSION = " ur versionen {version} i git"

# An id that has been changed and is still referred to; once, or more than once.
MENTIONED = ("på ett ställe", "på {number} ställen")
CHANGE_IT = ("där", "på de ställena")
