"""A kommun's goals as StratML Part 2 (ISO 17469-2), which other countries' plans are written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kommunvision.address import Place, address, data_file, place
from kommunvision.export.data_file import DataFile, Form, Values
from kommunvision.export.rights import contact_of, other_publishers
from kommunvision.export.stratml import results
from kommunvision.export.stratml.placed import Placed, goals_above, indicators_by_goal, trees
from kommunvision.export.stratml.xml import Element, as_bytes, element, identifier, text
from kommunvision.export.tables.judged import Judged, judged
from kommunvision.export.tables.measured import measured
from kommunvision.export.tables.telling import Telling, number
from kommunvision.export.values import chosen
from kommunvision.model import Goal, Indicator, Item, Kommun, Vision
from kommunvision.progress import NoStatus
from kommunvision.subject import heading_of
from kommunvision.swedish import stratml as words
from kommunvision.swedish.format import capital, listing

NAME = "stratml.xml"


def files(telling: Telling) -> Iterator[DataFile]:
    """Yield the file of a kommun; without goals and indicators there is nothing to tell."""
    kommun = telling.system.kommun
    if kommun.goals or kommun.indicators:
        yield DataFile(
            data_file(kommun, NAME),
            as_bytes(_Plan(telling).document()),
            form=Form.STRATML,
            offer="stratml",
            values=Values.SOME,
        )


class _Plan:
    """The file of one kommun while it is made."""

    def __init__(self, telling: Telling) -> None:
        self._setting = telling.setting
        self._system = telling.system
        self._telling = telling
        self._indicators = indicators_by_goal(telling.system)
        # The standard has room for one vision.
        self._vision = next(iter(telling.system.visions()), None)
        self._judged: defaultdict[str, list[Judged]] = defaultdict(list)
        for row in judged(self._telling):
            self._judged[row.about.id].append(row)

    def document(self) -> Element:
        """Return the whole."""
        kommun = self._system.kommun
        return element(
            "PerformancePlanOrReport",
            text("Name", heading_of(kommun)),
            text("Description", kommun.description),
            self._other(
                words.MADE_UP if kommun.fictional else None,
                self._more_visions(),
                self._publishers(),
            ),
            self._core(),
            self._administrative(),
            self._submitter(kommun),
            attributes={"Type": self._type()},
        )

    def _type(self) -> str:
        kommun = self._system.kommun
        own = any(one.values for one in kommun.indicators)
        if kommun.occasions or own or any(one.values for one in kommun.series):
            return "Performance_Report"
        return "Performance_Plan" if kommun.indicators else "Strategic_Plan"

    def _core(self) -> Element:
        kommun, vision = self._system.kommun, self._vision
        return element(
            "StrategicPlanCore",
            element(
                "Organization",
                text("Name", kommun.formal_name),
                # Ids of the data begin with a line, so this is none of them.
                text("Identifier", "kommun"),
            ),
            element(
                "Vision",
                text("Description", "\n\n".join(filter(None, [vision.title, vision.text]))),
                text("Identifier", identifier(vision.id)),
            )
            if vision
            else None,
            *(self._goal(tree) for tree in trees(self._system)),
            self._apart(),
        )

    def _goal(self, tree: tuple[Placed, ...]) -> Element:
        top, goal = tree[0], tree[0].goal
        measures = self._performance(top)
        itself = element(
            "Objective",
            text("Name", goal.title),
            text("OtherInformation", words.ITSELF.format(thing=self._thing(goal))),
            *measures,
        )
        return element(
            "Goal",
            text("Name", goal.title),
            text("Description", goal.text or goal.description or goal.title),
            text("Identifier", identifier(goal.id)),
            text("SequenceIndicator", top.number),
            *self._responsible(goal),
            self._about(goal),
            itself if measures else None,
            *(self._objective(one) for one in tree[1:]),
        )

    def _thing(self, goal: Goal) -> str:
        """Return what a goal is called by its level, in the kommun's own definite form."""
        return capital(self._system.level_of(goal).definite)

    def _objective(self, placed: Placed) -> Element:
        goal = placed.goal
        return element(
            "Objective",
            text("Name", goal.title),
            text("Description", goal.text or goal.description),
            text("Identifier", identifier(goal.id)),
            text("SequenceIndicator", placed.number),
            *self._responsible(goal),
            self._about(goal),
            *self._performance(placed),
        )

    def _apart(self) -> Element | None:
        indicators = self._indicators[None]
        if not indicators:
            return None
        found = [self._indicator(one) for one in indicators]
        return element(
            "Goal",
            text("Name", words.APART),
            text("Description", words.APART_TEXT),
            element("Objective", text("Name", words.APART), *found),
        )

    def _performance(self, placed: Placed) -> list[Element]:
        """Return what shows how it goes for a goal: its judgements, and its indicators."""
        goal, rows = placed.goal, self._judged[placed.goal.id]
        found = [self._indicator(one) for one in self._indicators.get(goal.id, ())]
        # Links stand on indicators only, so a goal that needs links has one for itself.
        if rows or placed.deep or len(goals_above(self._system, goal)) > 1:
            scales = dict.fromkeys(one.judgement.scale.name for one in rows if one.judgement.scale)
            in_words = rows and all(one.judgement.none is NoStatus.COMMENTED for one in rows)
            called = words.IN_WORDS_ALONE if in_words else words.JUDGEMENT
            own = element(
                "PerformanceIndicator",
                text("MeasurementDimension", called.format(title=goal.title)),
                text("UnitOfMeasurement", Telling.listed(scales) or words.IN_WORDS),
                text("Identifier", f"bedomning{identifier(goal.id)}"),
                self._upward(words.SUPPORTING, [link.item for link in self._system.up(goal)]),
                *results.of_goal(rows),
                attributes={"PerformanceIndicatorType": "Qualitative"},
            )
            found.insert(0, own)
        return found

    def _indicator(self, indicator: Indicator) -> Element:
        own = [
            one.value
            for one in measured(self._telling, indicator)
            if one.group is None and one.value is not None
        ]
        quantitative = any(number(one) is not None for one in own)
        above = [link.item for link in self._system.measured_by(indicator)]
        kind = {"PerformanceIndicatorType": "Quantitative" if quantitative else "Qualitative"}
        return element(
            "PerformanceIndicator",
            text("MeasurementDimension", indicator.name),
            text("UnitOfMeasurement", indicator.unit or words.NO_UNIT),
            text("Identifier", identifier(indicator.id)),
            self._upward(words.MEASURING, above),
            *results.of_indicator(self._telling, indicator, self._judged[indicator.id]),
            self._other(
                indicator.description,
                indicator.data_source,
                self._source(indicator),
                self._page(indicator),
            ),
            attributes=kind if own else None,
        )

    def _upward(self, name: str, above: list[Vision | Goal]) -> Element | None:
        known = dict.fromkeys(
            one.id for one in above if isinstance(one, Goal) or one is self._vision
        )
        if not known:
            return None
        return element(
            "Relationship",
            *(text("ReferentIdentifier", identifier(one)) for one in known),
            text("Name", name),
            attributes={"RelationshipType": "Narrower_Than"},
        )

    def _responsible(self, goal: Goal) -> Iterator[Element]:
        named = [self._telling.called(ref) for ref in goal.responsible]
        for name in [words.EVERYONE] if goal.responsible_all else dict.fromkeys(named):
            role = element("Role", text("Name", words.RESPONSIBLE), text("RoleType", "Performer"))
            kind = "Generic_Group" if goal.responsible_all else "Organization"
            yield element(
                "Stakeholder", text("Name", name), role, attributes={"StakeholderTypeType": kind}
            )

    def _about(self, goal: Goal) -> Element | None:
        above = self._telling.references(goal.parents)
        return self._other(
            goal.description if goal.text else None,
            words.LEVEL.format(level=self._system.level_of(goal).name),
            words.STANDING.format(standing=chosen("standing", goal.standing))
            if goal.standing
            else None,
            words.SUPPORTS.format(titles=above.rstrip(".")) if above else None,
            self._page(goal),
        )

    def _source(self, indicator: Indicator) -> str | None:
        series = self._system.figures.series_of(indicator)
        named = [(one.publisher, one.code) for one in series if one.group is None]
        told = [", ".join(filter(None, pair)) for pair in dict.fromkeys(named) if pair[0]]
        return words.PUBLISHED_BY.format(publishers=listing(told)) if told else None

    def _page(self, item: Item) -> str | None:
        if not self._setting.site_url:
            return None
        return words.PAGE.format(url=self._setting.url(address(self._system.kommun, item)))

    def _more_visions(self) -> str | None:
        rest = [one.title for one in self._system.visions() if one is not self._vision]
        told = Telling.listed(rest)
        return words.MORE_VISIONS.format(titles=told.rstrip(".")) if told else None

    def _publishers(self) -> str | None:
        others = other_publishers(self._system.kommun)
        return words.TERMS.format(publishers=listing(others)) if others else None

    @staticmethod
    def _other(*told: str | None) -> Element | None:
        return text("OtherInformation", "\n".join(filter(None, told)))

    def _administrative(self) -> Element | None:
        latest = next(reversed(self._system.occasions.all), None)
        home = self._setting.url(place(self._system.kommun, Place.START))
        if latest is None and not self._setting.site_url:
            return None
        return element(
            "AdministrativeInformation",
            text("StartDate", latest.period.first_day.isoformat() if latest else None),
            text("EndDate", latest.period.last_day.isoformat() if latest else None),
            text("Source", home if self._setting.site_url else None),
        )

    @staticmethod
    def _submitter(kommun: Kommun) -> Element | None:
        contact = contact_of(kommun)
        if contact is None or not (contact.phone or contact.email):
            return None
        return element(
            "Submitter", text("PhoneNumber", contact.phone), text("EmailAddress", contact.email)
        )
