"""Over a large random set of values, targets and units every sentence is well formed and true.

What a sentence claims is read back from its text with the means of this file alone.
"""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kommunvision.model import Change, Compared, Period, PeriodKind
from kommunvision.progress import Figures, facts
from kommunvision.swedish.sentences import indicator_sentences
from tests.helpers import kommun_from

KOMMUN = kommun_from(
    """
indikatorer:
- id: ind
  namn: Indikatorn
  utgångsläge: {period: 2010, värde: 1}
  målvärden: [{minst: 1, mot_grupp: [{grupp: Riket}]}]
  värden: [{period: 2023, värde: 1}, {period: 2024, värde: 1}]
mätvärden:
- {indikator: ind, grupp: Riket, värden: [{period: 2024, värde: 1}]}
"""
)
(INDICATOR,) = KOMMUN.indicators
(SERIES,) = KOMMUN.series
BEFORE, NOW = INDICATOR.values
(TARGET,) = INDICATOR.targets
PLAIN = replace(TARGET, at_least=None, relative=())

# As a value is followed by it; the forms for one, for several, and of a difference.
UNITS = {
    None: ("", "", "", ""),
    "procent": ("procent", "procent", "procentenhet", "procentenheter"),
    "%": ("procent", "procent", "procentenhet", "procentenheter"),
    "kronor": ("krona", "kronor", "krona", "kronor"),
    "personer": ("person", "personer", "person", "personer"),
    "dagar": ("dag", "dagar", "dag", "dagar"),
    "ton": ("ton", "ton", "ton", "ton"),
    "antal": ("", "", "", ""),
    "index": ("", "", "", ""),
    "kr/inv": ("kr/inv",) * 4,
    "mikrogram": ("mikrogram",) * 4,
}
COUNTED = {"personer", "dagar", "antal"}


def numbers(places: int = 3):
    small = st.decimals(-3, 3, allow_nan=False, places=places)
    wide = st.decimals(-(10**7), 10**7, allow_nan=False, places=places)
    whole = st.decimals(-100, 100, allow_nan=False, places=0)
    return st.one_of(small, wide, whole, st.decimals(-5, 5, allow_nan=False, places=1))


PERIODS = st.sampled_from(
    [
        Period(PeriodKind.YEAR, 2024),
        Period(PeriodKind.HALF, 2024, 1),
        Period(PeriodKind.TERTIAL, 2024, 2),
        Period(PeriodKind.QUARTER, 2024, 4),
        Period(PeriodKind.MONTH, 2024, 2),
        Period(PeriodKind.SCHOOL_YEAR, 2024),
        Period(PeriodKind.DAY, 2024, 2, 29),
        Period(PeriodKind.YEARS, 2022, last_year=2024),
    ]
)


@st.composite
def targets(draw):
    bound = draw(numbers(2))
    kind = draw(st.sampled_from(["at_least", "at_most", "over", "under", "exactly", "interval", "relative", "percent", "change", "text"]))  # fmt: skip
    if kind == "interval":
        other = draw(numbers(2))
        return replace(PLAIN, lowest=min(bound, other), highest=max(bound, other))
    if kind == "relative":
        margin = draw(numbers(1))
        at_most = draw(st.booleans())
        return replace(
            PLAIN, relative=(replace(TARGET.relative[0], margin=margin, at_most=at_most),)
        )
    if kind == "percent":
        return replace(PLAIN, percent=draw(st.decimals(-99, 99, allow_nan=False, places=1)))
    if kind == "change":
        return replace(
            PLAIN,
            change=draw(st.sampled_from(Change)),
            compared=draw(st.sampled_from([None, *Compared])),
        )
    if kind == "text":
        return replace(PLAIN, text="Ska bli bra.")
    return replace(PLAIN, **{kind: bound})


WHOLE = st.just(())


@st.composite
def indicators(draw, whom=WHOLE):
    period = draw(PERIODS)
    now = replace(
        NOW,
        period=period,
        value=draw(numbers()),
        women=draw(st.none() | numbers()),
        men=draw(st.none() | numbers()),
        preliminary=draw(st.booleans()),
        forecast=draw(st.booleans()),
        break_before=draw(st.sampled_from([None, None, None, "Ny enkät"])),
    )
    # Often the very same value, or one that rounds to it.
    near = st.sampled_from(["0", "0", "1", "-1", "0.001"]).map(
        lambda step: now.value + Decimal(step)
    )
    before = replace(BEFORE, period=period.a_year_earlier(), value=draw(near | numbers()))
    return replace(
        INDICATOR,
        unit=draw(st.sampled_from(list(UNITS))),
        decimals=draw(st.none() | st.integers(0, 3)),
        baseline=replace(INDICATOR.baseline, value=draw(numbers(1))),
        targets=tuple(
            replace(one, whom=draw(whom)) for one in draw(st.lists(targets(), max_size=2))
        ),
        values=(before, now) if draw(st.booleans()) else (now,),
    )


def sentences_of(indicator, theirs) -> tuple[str, ...]:
    riket = replace(SERIES.values[0], period=indicator.values[-1].period, value=theirs)
    series = replace(SERIES, values=(riket,))
    figures = Figures(replace(KOMMUN, indicators=(indicator,), series=(series,)))
    return indicator_sentences(facts(indicator, figures, indicator.values[-1].period))


NUMBER = r"−?\d{1,3}(?:\xa0\d{3})*(?:,\d+)?"


def read(text: str) -> Fraction:
    """Read a number as a person would."""
    return Fraction(text.replace("\xa0", "").replace(",", ".").replace("−", "-"))


def places(text: str) -> int:
    return len(text.partition(",")[2])


def half_up(value: Fraction, decimals: int) -> Fraction:
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole, 10**decimals) * (-1 if value < 0 else 1)


WHOM = st.sampled_from([(), ("kvinnor",), ("män",), ("kvinnor", "män"), ("Kvarnskolan",)])


@settings(max_examples=150, deadline=None)
@given(indicators(WHOM), numbers())
def test_every_sentence_is_well_formed(indicator, theirs):
    for sentence in sentences_of(indicator, theirs):
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
        assert sentence[0].isupper()
        assert "  " not in sentence
        assert " ." not in sentence
        assert " ," not in sentence
        assert "None" not in sentence
        assert "{" not in sentence
        assert "-" not in sentence
        assert not re.search(r"−0(?:,0+)?(?![\d,])", sentence)
        assert not re.search(r"\d\.\d", sentence)
        assert not re.search(r"\d{5}", sentence)
        assert not re.search(
            r"(?<![\d,\xa0])1 (?:procentenheter|kronor|personer|dagar)\b", sentence
        )
        assert not re.search(r"(?:[02-9]|\d\d|,\d+) (?:procentenhet|krona|person|dag)\b", sentence)
        assert not re.search(r"uppfyll|uppnå|klara[rt]", sentence)


@settings(max_examples=150, deadline=None)
@given(indicators(), numbers())
def test_what_is_said_of_value_and_target_is_true_at_the_shown_decimals(indicator, theirs):
    sentences = sentences_of(indicator, theirs)
    now = indicator.values[-1]
    own = Fraction(now.value)
    opening = re.search(
        rf"^Indikatorn: (?:värdet väntas bli |år(?:en)? [\d–]+ var (?:värdet|antalet) )?({NUMBER})",
        sentences[0],
    )
    shown = read(opening[1])
    assert shown == half_up(own, places(opening[1]))
    demanded = None
    for sentence in sentences:
        if found := re.search(
            rf"^Målet.* är (?:(?:minst|högst|över|under|exakt) )?({NUMBER})", sentence
        ):
            demanded = read(found[1])
        if (found := re.search(rf"motsvarar (?:det )?(?:ungefär )?({NUMBER})", sentence)) or (
            found := re.search(rf"^Värdet för ”Riket” var ({NUMBER})", sentence)
        ):
            demanded = read(found[1])
        if found := re.search(rf"ligger ({NUMBER})(.*?) (över|under) (?:det )?målet", sentence):
            gap = read(found[1])
            assert gap > 0
            assert shown - demanded == (gap if found[3] == "över" else -gap)
            assert found[2].strip() == UNITS[indicator.unit][2 if found[1] == "1" else 3]
        if "precis på" in sentence:
            assert shown == demanded


@settings(max_examples=150, deadline=None)
@given(indicators(), numbers())
def test_what_is_said_of_the_change_is_true(indicator, theirs):
    now = indicator.values[-1]
    told = 0
    for sentence in sentences_of(indicator, theirs):
        found = re.search(
            rf"({NUMBER})([^\d,]*?) (högre|lägre) än (.*)\.$|(oförändra[dt]) jämfört med (.*)\.$",
            sentence,
        )
        if not found or sentence.startswith("Målet"):
            continue
        told += 1
        since = found[4] or found[6]
        earlier = indicator.baseline.value if since == "2010" else indicator.values[0].value
        apart = Fraction(now.value) - Fraction(earlier)
        if found[5]:
            assert apart == 0
            assert (found[5] == "oförändrad") is ("Prognosen" in sentence)
            continue
        stated = read(found[1])
        assert stated == half_up(abs(apart), places(found[1])) > 0
        assert (apart > 0) is (found[3] == "högre")
        if "ntalet" in sentence:
            assert found[2] == ""
            assert indicator.unit in COUNTED
        else:
            assert found[2].strip() == UNITS[indicator.unit][2 if found[1] == "1" else 3]
        if "men är" in sentence:
            assert ("över målet" in sentence) is (apart < 0)
    broken = now.break_before is not None
    assert not (broken and told)


@settings(max_examples=150, deadline=None)
@given(indicators(), numbers())
def test_the_verb_tells_an_outcome_from_a_forecast(indicator, theirs):
    text = " ".join(sentences_of(indicator, theirs))
    forecast = indicator.values[-1].forecast
    assert ("väntas bli" in text) is forecast
    assert not ("Utfallet" in text and forecast)
    assert not ("Prognosen" in text and not forecast)
    if indicator.values[-1].preliminary and not forecast:
        assert "Värdet är preliminärt." in text


@settings(max_examples=150, deadline=None)
@given(indicators(), numbers())
def test_the_difference_between_women_and_men_is_that_of_the_shown_numbers(indicator, theirs):
    sentences = sentences_of(indicator, theirs)
    now = indicator.values[-1]
    difference = [one for one in sentences if one.startswith("Skillnaden är ")]
    both = now.women is not None and now.men is not None
    assert bool(difference) is (both and now.women != now.men)
    for sentence in difference:
        stated = read(re.search(NUMBER, sentence)[0])
        (pair,) = (one for one in sentences if one.startswith("Bland kvinnor"))
        women, men = re.findall(NUMBER, pair)
        assert abs(read(women) - read(men)) == stated
        assert stated == half_up(abs(Fraction(now.women) - Fraction(now.men)), places(women))


@settings(max_examples=200, deadline=None)
@given(indicators(WHOM.filter(bool)), numbers())
def test_what_is_said_of_women_and_of_men_and_their_target_is_true(indicator, theirs):
    now, demanded = indicator.values[-1], {}
    for sentence in sentences_of(indicator, theirs):
        if found := re.search(
            rf"^Målet för (?:både )?([^”]*?) är (?:minst |högst |över |under |exakt )?({NUMBER})",
            sentence,
        ):
            demanded |= {who: read(found[2]) for who in re.findall("kvinnor|män", found[1])}
        if found := re.search(rf"motsvarar (?:det )?(?:ungefär )?({NUMBER})", sentence):
            demanded = dict.fromkeys(["kvinnor", "män"], read(found[1]))
        subject = re.search(
            rf"^(?:Utfallet|Prognosen) för (kvinnor|män) är ({NUMBER})(.*)\.$", sentence
        )
        if not subject:
            continue
        own = now.women if subject[1] == "kvinnor" else now.men
        shown = read(subject[2])
        assert shown == half_up(Fraction(own), places(subject[2]))
        if found := re.search(rf"ligger ({NUMBER})(.*?) (över|under) (?:det )?målet", subject[3]):
            gap = read(found[1])
            assert gap > 0
            assert shown - demanded[subject[1]] == (gap if found[3] == "över" else -gap)
            assert found[2].strip() == UNITS[indicator.unit][2 if found[1] == "1" else 3]
        if "precis på" in sentence:
            assert shown == demanded[subject[1]]


@settings(max_examples=100, deadline=None)
@given(indicators(WHOM.filter(bool)), numbers())
def test_a_target_for_some_says_nothing_of_how_the_whole_lies(indicator, theirs):
    for sentence in sentences_of(indicator, theirs):
        assert not re.match(r"(?:Målet är|(?:Utfallet|Prognosen) ligger)", sentence)
