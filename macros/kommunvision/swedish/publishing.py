"""The words of ``kommunvision publish`` about what it did, and about what stopped it."""

from __future__ import annotations

from typing import Final

# What git remembers of a publication.
PUBLISHED: Final = "Publicera webbplatsen från {commit}"
RESTORED: Final = "Gå tillbaka till webbplatsen från {commit}"

WORDS: Final[dict[str, str]] = {
    # What was done.
    "published": "Webbplatsen är publicerad.",
    "restored": "Webbplatsen är tillbaka som den var före den senaste publiceringen.",
    "nothing_new": "Ingenting har ändrats sedan förra publiceringen. Ingenting är publicerat.",
    "changes": "Filer: {new} nya, {changed} ändrade, {removed} borttagna, {same} som förut",
    "where": "Plats: {where}",
    "release": "Utgåva: {release}",
    "way_back": "Gå tillbaka: kommunvision publish {target} --rollback",
    "untidy": "Gamla utgåvor gick inte att ta bort. Nästa publicering försöker igen.",
    "listed_current": "{name}  visas nu",
    "listed_earlier": "{name}  går att gå tillbaka till",
    "listed_later": "{name}  tas bort vid nästa publicering",
    "none": "Ingenting är publicerat i {target}.",
    "one_at_a_time": "Ange antingen --rollback eller --list, inte båda.",
    # Said last, when something outside the program stopped it.
    "untouched": "Det som redan är publicerat är orört.",
    # The site is not ready.
    "no_site": "Mappen {place} finns inte. Bygg webbplatsen först: kommunvision build",
    "unfinished": (
        "Webbplatsen i {place} är inte hel, för bygget avbröts eller pågår. Bygg om den: "
        "kommunvision build"
    ),
    "no_whole_site": (
        "I {place} ligger ingen färdig webbplats. Bygg den först: kommunvision build"
    ),
    "lacks_addresses": (
        "Webbplatsen i {place} är inte hel. Den saknar {number} som har publicerats förut, till "
        "exempel {address}. Bygg om hela webbplatsen: kommunvision build"
    ),
    "one_address": "en adress",
    "some_addresses": "{number} adresser",
    "site_changing": (
        "Webbplatsen i {place} ändrades medan den lästes. Vänta tills bygget är klart och försök "
        "igen."
    ),
    "not_a_file": "{place} är varken en fil eller en mapp, och publiceras därför inte.",
    "strange_name": "Filnamnet {place} går inte att publicera.",
    # The target cannot be used.
    "strange_target": (
        "Det går inte att publicera till {target}. Ange en mapp, användare@server:/mapp eller "
        "git:gren."
    ),
    "strange_branch": "{name} går inte som namn på en gren. Skriv till exempel git:gh-pages.",
    "target_taken": (
        "{place} innehåller annat än publicerade utgåvor och rörs därför inte. Ange en tom mapp."
    ),
    "target_no_folder": "{place} ska vara en mapp, men är en fil.",
    "current_taken": (
        "{place} ska vara en länk som publiceringen styr, men är något annat. Flytta undan det "
        "först."
    ),
    "branch_taken": (
        "Grenen {place} innehåller annat än en webbplats och rörs därför inte. Ange en annan gren."
    ),
    "no_links": (
        "I {place} går det inte att göra de länkar som behövs, till exempel för att den ligger i "
        "Windows. Publicera till en server eller en gren i git i stället."
    ),
    "no_program": "Programmet {name} saknas på den här datorn. Installera det och försök igen.",
    "server_lacks": "Programmet {name} saknas på servern {place}. Installera det och försök igen.",
    "no_repository": (
        "{place} hör inte till något git-arkiv, så det finns ingen gren att publicera till."
    ),
    "no_remote": (
        "Git-arkivet har ingen fjärr som heter {name}. Lägg till den först: git remote add {name} "
        "ADRESS"
    ),
    "no_commit": "Git-arkivet i {place} har inga incheckningar än. Checka in filerna först.",
    "no_way_back": "I {place} finns ingen tidigare utgåva att gå tillbaka till.",
    # What stopped it.
    "busy": "En annan publicering till {place} pågår. Försök igen när den är klar.",
    "full": "Disken som {place} ligger på är full. Frigör utrymme och försök igen.",
    "closed": "Det går inte att skriva i {place}. Se över rättigheterna.",
    "unusable": "{place} går inte att använda: {said}",
    "server_said": "Servern {place} gjorde inte som den skulle. Den säger:\n{said}",
    "unsure": (
        "Kontakten med {place} bröts just när webbplatsen skulle bytas. Se efter vilken utgåva som "
        "visas med --list, och försök igen."
    ),
    "git_said": "Git kunde inte publicera. Git säger:\n{said}",
}


def tell(key: str, **values: object) -> str:
    """Return the words for a key with its ``{placeholders}`` filled in."""
    return WORDS[key].format(**values)
