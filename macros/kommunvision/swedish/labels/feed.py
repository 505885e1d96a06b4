"""The words of the feed that tells what is new and changed."""

from __future__ import annotations

from typing import Final

FEED: Final[dict[str, str]] = {
    "feed_title": "Nytt om {subject} i {kommun}",
    "feed_subtitle": "Beslut, låsta uppföljningar, rättelser, nyheter och ändrade siffror.",
    "feed_decision_about": "Beslutet omfattar:",
    "feed_in_force": "Gäller: {times}",
    "feed_locked": "{occasion} är låst",
    "feed_locked_text": "Det som ändras efter den här dagen står under rättelser.",
    "feed_corrected": "Rättat i {occasion}",
    "feed_correction": "{item} – {changed}.",
    "feed_revised": "Ändrade värden: {indicator}",
    "feed_aimed_anew": "Ändrade målvärden: {indicator}",
    "feed_aimed_before": "Tidigare: {before}",
    "feed_revised_text": "Det gäller {periods}.",
}
