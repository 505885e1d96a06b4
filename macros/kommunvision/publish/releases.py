"""Publishing into a place that keeps releases, wherever it is: the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Protocol

from kommunvision.publish.fault import PublishError, RefusedError
from kommunvision.publish.release import Changes, Files, State, changes, lasting
from kommunvision.publish.site import Site


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a publication came to."""

    where: str
    """What visitors are shown."""
    release: str
    changes: Changes | None
    """What differs from before; none when nothing does, and nothing was published."""
    way_back: bool
    """Whether there is a release to go back to."""
    untidy: bool = False
    """Whether something old could not be removed."""


class Store(Protocol):
    """A place that keeps releases, under a lock while it is changed."""

    @property
    def where(self) -> str:
        """What a web server is to show."""

    def opened(self, *, change: bool) -> AbstractContextManager[State]:
        """Open the place, alone if it is to be changed, and tell what it holds.

        Halves that a killed publication has left are removed.
        """

    def files(self, release: str) -> Files:
        """Return the list of a release."""

    def bring(self, site: Site, release: str, base: str | None, more: Mapping[str, str]) -> None:
        """Put a site beside the releases, not as one of them yet.

        Args:
            site: The site.
            release: Name of the release that it will be.
            base: The release that most files can be taken from.
            more: Files of other releases that go along, each with its release.
        """

    def settle(self, release: str) -> None:
        """Make what was brought a release."""

    def lend(self, release: str, more: Mapping[str, str]) -> None:
        """Let a release have files of others; its own are never touched."""

    def switch(self, release: str) -> None:
        """Show a release; visitors get the one before or this one, nothing else."""

    def drop(self, release: str) -> None:
        """Remove a release that is not shown."""


@dataclass(frozen=True, slots=True)
class Releases:
    """A target that keeps releases."""

    store: Store

    def publish(self, site: Site, keep: int) -> Outcome:
        """Publish a site, and keep as many earlier releases."""
        store = self.store
        with store.opened(change=True) as state:
            before = store.files(state.current) if state.current else {}
            for one in state.later:
                store.drop(one)
            held = State(state.current, tuple(x for x in state.names if x not in state.later))
            if held.current and before == site.files:
                kept = _newest(held.earlier, keep)
                untidy = self._drop(one for one in held.earlier if one not in kept)
                return Outcome(store.where, held.current, None, bool(kept), untidy=untidy)
            kept = _newest(held.names, keep)
            release = held.next_name(site.files)
            # Also when no earlier release is wanted, a page that is open wants its style.
            lenders = _newest(held.names, max(keep, 1))
            more = lasting(site.files, [(one, store.files(one)) for one in lenders])
            store.bring(site, release, state.current, more)
            site.see_that_it_stays()
            store.settle(release)
            store.switch(release)
            untidy = self._drop(one for one in held.names if one not in kept)
            return Outcome(
                store.where, release, changes(before, site.files), bool(kept), untidy=untidy
            )

    def rollback(self) -> Outcome:
        """Show the release before the one that is shown."""
        store = self.store
        with store.opened(change=True) as state:
            left, back = state.current, state.before
            if left is None or back is None:
                raise RefusedError("no_way_back", place=store.where)
            now, then = store.files(left), store.files(back)
            # A page that somebody has open may lose its looks if this fails, but going back
            # matters more: a full disk may be the reason for it.
            with suppress(PublishError):
                store.lend(back, lasting(then, [(left, now)]))
            store.switch(back)
            return Outcome(store.where, back, changes(now, then), len(state.earlier) > 1)

    def state(self) -> State:
        """Tell which releases there are."""
        with self.store.opened(change=False) as state:
            return state

    def _drop(self, names: Iterable[str]) -> bool:
        """Remove releases, and return whether one would not go.

        The site is published by then, so that is no fault of the publication.
        """
        untidy = False
        for name in names:
            try:
                self.store.drop(name)
            except PublishError:
                untidy = True
        return untidy


def _newest(names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return the last of some releases; a slice from minus nought would be all of them."""
    return names[max(len(names) - count, 0) :]
