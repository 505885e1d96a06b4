"""What may be wrong with a file in which a body has reported, and what to do about it."""

from __future__ import annotations

# Why a file is none of ours.
FILE_FAULTS = {
    "encoding": "Filens tecken går inte att läsa.",
    "workbook": "Filen är en arbetsbok, fast namnet slutar på .csv.",
    "quotes": "Citattecknen i filen går inte ihop.",
    "nothing": "Filen är tom.",
    "unknown": "Filen har inget blad med de rubriker som mallen har.",
    "unknown_csv": "Filen har inte de rubriker som mallen har.",
    "delimiter": (
        "Kolumnerna i filen går inte att skilja åt. Mellan dem ska det stå semikolon, komma eller "
        "tabb."
    ),
    "too_many_rows": "Filen har fler rader än någon uppföljning har.",
    "whose": (
        "Filen säger inte vilken kommun och uppföljning den gäller. Det ska stå i kolumnerna "
        "kommun och uppföljning."
    ),
    "empty": "Filen har rubriker men inga rader.",
}

_AS_IN_TEMPLATE = "Skriv rubrikerna så som de står i mallen."
# What is wrong with the headings, and what to do about it.
_HEADING_FAULTS = {
    "missing": ('Rubriken "{heading}" saknas.', _AS_IN_TEMPLATE),
    "unknown": ('Rubriken "{heading}" finns inte i mallen.', _AS_IN_TEMPLATE),
    "hidden": (
        'Rubriken "{heading}" saknas. I mallen är kolumnen dold.',
        "Har kolumnen tagits bort klistrar du in svaren i en ny mall.",
    ),
    "none": ("Första raden har inte mallens rubriker.", _AS_IN_TEMPLATE),
    "below": (
        "Rubrikerna står på rad {line}. De ska stå på rad 1.",
        "Ta bort raderna ovanför rubrikerna.",
    ),
}


def heading_fault(name: str, **words: str) -> dict[str, str]:
    """Return what is wrong with a heading, and what to do about it."""
    cause, remedy = _HEADING_FAULTS[name]
    return {"cause": cause.format(**words), "remedy": remedy}


# What is wrong with the id of a row, and what to do about it.
_ROW_FAULTS = {
    "unknown": (
        '"{value}" är inget som uppföljningen frågar efter på bladet {sheet}.',
        "Skriv tillbaka det som stod i mallen, eller ta bort raden.",
    ),
    "unknown_csv": (
        '"{value}" är inget som uppföljningen frågar efter.',
        "Skriv tillbaka det som stod i mallen, eller ta bort raden.",
    ),
    "new_part": (
        '"{value}" är ingen del som finns i data.',
        (
            'Är delen ny skriver du in den i data, under "delar". Annars skriver du tillbaka '
            "namnet som stod i mallen."
        ),
    ),
    "lost_id": (
        "Raden har inget id.",
        'Skriv tillbaka "{id}". Det hör till det som står på raden.',
    ),
    "no_id": (
        "Raden har inget id, så det går inte att veta vad den handlar om.",
        "Skriv tillbaka det id som stod i mallen. En rad som inte fanns där tar du bort.",
    ),
}


def row_fault(name: str, **words: str) -> dict[str, str]:
    """Return what is wrong with the id of a row, and what to do about it."""
    cause, remedy = _ROW_FAULTS[name]
    return {"cause": cause.format(**words), "remedy": remedy.format(**words)}


# What stands there already: a row, or all rows of a sheet that has been copied.
_AGAIN = {
    "row": ('"{value}" står redan i {place}.', "Ta bort den ena raden."),
    "sheet": (
        "Bladet är en kopia. Samma rader står redan i {place}.",
        "Ta bort det ena bladet. Finns det svar i båda flyttar du dem till ett av dem först.",
    ),
}


def again(name: str, **words: str) -> dict[str, str]:
    """Return what stands there already, and what to do about it."""
    cause, remedy = _AGAIN[name]
    return {"cause": cause.format(**words), "remedy": remedy}


# What to do about a value that is of another kind, or has too many decimals.
VALUE_REMEDIES = {
    "words": ("Skriv bara värdet. Enheten står i en egen kolumn, och det andra i anmärkningen."),
    "range": "Skriv ett enda tal. Är värdet osäkert skriver du det i anmärkningen.",
    "thousands": "Skriv tusental med mellanslag och decimaler med komma: 13 000 eller 81,5.",
    "day": (
        "Kalkylprogrammet läste värdet som en dag. Formatera cellen som tal, och skriv värdet en "
        "gång till."
    ),
    "nothing": "Finns det inget värde tömmer du cellen och väljer skälet i kolumnen saknas.",
    "round": "Avrunda värdet i cellen. Det räcker inte att ändra hur cellen visar det.",
    "fraction": "Ska det vara {percent} procent skriver du {percent}. Annars avrundar du värdet.",
}

_LONGEST = 60


def quoted(text: str) -> str:
    """Return what stands in a cell as a message has it: in quotation marks, and never long."""
    words = " ".join(text.split())
    if not words:
        return "ingenting"
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST].rstrip()} …"'


# Why a value and the reason that it is missing do not fit together.
REASON_CAUSES = {
    "both": "Raden har både ett värde och ett skäl till att värdet saknas.",
    "neither": "Raden säger att värdet saknas, men inte varför.",
}
