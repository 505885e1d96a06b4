"""What is said of a site that is built in parts, and by several processes."""

from __future__ import annotations

from typing import Final

PARTS: Final[dict[str, str]] = {
    "merge_help": (
        "Sätter ihop delar av webbplatsen, som build --shard har byggt, till hela webbplatsen. "
        "Den blir densamma som om build hade byggt allt. Ange mapparna med alla delar. Kör i en "
        "kopia av samma filer som delarna är byggda av."
    ),
    "merge_example": "kommunvision merge delar/1-3 delar/2-3 delar/3-3",
    "shard_option": (
        "Bygger en del av webbplatsen, till exempel 2/3 för den andra av tre. Delen läggs i "
        "mappen delar/2-3 eller den som anges med --site-dir, och sätts ihop med de andra av "
        "kommunvision merge."
    ),
    "workers_option": (
        "Hur många processer som bygger samtidigt. Förval: en för varje kärna i datorn."
    ),
    "anew_option": (
        "Bygger allt på nytt, också de kommuner där ingenting har ändrats sedan förra gången."
    ),
    "cache_unused": (
        "Mappen {path}, som står i {variable}, går inte att använda, så allt görs på nytt. Ingen "
        "annan än du får kunna skriva i mappen, och inget i den får ligga i git. Är webbplatsen "
        "inte i git ska mappen ligga utanför webbplatsens mapp."
    ),
    "shard_metavar": "DEL/ANTAL",
    "parts_metavar": "MAPP ...",
    # Wrong calls.
    "not_a_shard": "{value} är ingen del. Ange vilken del av hur många, till exempel 2/3.",
    "not_a_number_of_workers": "{value} går inte som antal. Ange ett heltal från 1 till 64.",
    "shard_of_one_kommun": "Välj antingen --kommun eller --shard.",
    "no_compressed_part": "En del komprimeras inte. Ange --compress till kommunvision merge.",
    "indivisible": (
        "Webbplatsen går inte att bygga i delar. Det behövs flera kommuner, och mkdocs.yml får "
        "inte ha andra tillägg än kommunvision och macros. Bygg den hel: kommunvision build"
    ),
    # What does not fit.
    "no_part": (
        "Mappen {path} är ingen del av en webbplats. Ange mappar som kommunvision build --shard "
        "har skrivit."
    ),
    "part_broken": (
        "Delen i {path} är inte hel eller innehåller något annat än den ska. Bygg den på nytt: "
        "kommunvision build --shard {shard}"
    ),
    "part_missing": (
        "Del {shard} saknas. Bygg den med kommunvision build --shard {shard} och ange dess mapp "
        "tillsammans med de andra."
    ),
    "part_twice": "Del {shard} finns både i {first} och i {second}. Ange bara en av dem.",
    "other_division": (
        "Delen i {first} är {one} och delen i {second} är {other}. Bygg alla delar med samma antal."
    ),
    "part_other_files": (
        "Delen i {path} är byggd av andra filer än de som finns här. Bygg den på nytt av samma "
        "version: kommunvision build --shard {shard}"
    ),
    "part_other_history": (
        "Delen i {path} är byggd med en annan historik i git än den som finns här. Hämta hela "
        "historiken på båda ställena och bygg delen på nytt: kommunvision build --shard {shard}"
    ),
    "part_other_programs": (
        "Delen i {path} är byggd med andra versioner av programmen än de som finns här. Installera "
        "samma versioner på båda ställena och bygg delen på nytt: "
        "kommunvision build --shard {shard}"
    ),
    "part_other_day": (
        "Delen i {path} är inte byggd för dagen {day}. Bygg alla delar och sätt ihop dem med samma "
        "dag, till exempel --dag {day}."
    ),
    "worker_died": (
        "En av processerna som byggde avbröts utifrån, oftast för att datorns minne tog slut. Kör "
        "kommandot igen med färre processer: --workers 1"
    ),
    "checker_died": (
        "En av processerna som granskade avbröts utifrån, oftast för att datorns minne tog slut. "
        "Stäng andra program och kör kommandot igen."
    ),
    # What was done.
    "part_built": "Del {shard} av webbplatsen är byggd.",
    "part_not_built": "Delen är inte byggd.",
    "part_empty": "Den har inga kommuner, för det finns färre kommuner än delar.",
}
