"""Abbreviations with a full stop that ends no sentence."""

from __future__ import annotations

from typing import Final

# Something always follows these, so a capital after them begins a name and not a sentence.
_LEADING: Final = (
    "adj ang art avd bil bitr bl.a bl ca civ div doc dr d.v.s dvs eg e.g enl ev exkl fig fil "
    "forts fr fr.a fr.o.m f.n följ gm hr i.e i.s.f ing inkl inv jfr jur kap kl kv lic likn länk "
    "m.a.o med mom motsv mr mrs mån n.b nr näml o obs p p.g.a pga pkt prof prop prel reg resp s "
    "sid sign skr s.k sk st.f stf st S:t S:ta str tab tel tf t.ex t.h t.o.m t.v t ung u.a utg "
    "vol v.g.v övers"
)
NEVER_LAST: Final = frozenset(_LEADING.lower().split())

# These may end a sentence, but a figure after them goes on with it.
_FIGURES: Final = "f kr mdr mdkr milj mkr mnkr tkr min max tfn tim"
BEFORE_FIGURES: Final = NEVER_LAST | frozenset(_FIGURES.split())
