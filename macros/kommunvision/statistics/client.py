"""Asks a service for JSON over HTTP: politely, within bounds, and believing nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, NoReturn, Self

import httpx
import tenacity

from kommunvision.statistics.answer import exact
from kommunvision.statistics.fault import Fault


@dataclass(frozen=True, slots=True)
class Service:
    """A publisher of statistics."""

    name: str
    """As it asks to be named: ``Kolada``."""
    base: str
    """What every address begins with, with a slash at its end."""


KOLADA = Service("Kolada", "https://api.kolada.se/v3/")
SCB = Service("SCB", "https://statistikdatabasen.scb.se/api/v2/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long, how much and how often we ask; times are in seconds."""

    total: float = 300.0
    """For everything that one run does."""
    answer: float = 30.0
    """For one answer, from the question to its last byte."""
    attempts: int = 4
    back_off: float = 1.0
    """Before the second attempt; twice as long before each that follows."""
    longest_wait: float = 90.0
    """If a server asks for more patience than this, we come back another day."""
    pace: float = 0.35
    """Between an answer and the next question: SCB takes thirty in ten seconds."""
    largest: int = 20_000_000
    """Bytes of one answer."""
    pages: int = 40
    """Pages of one answer."""


_MOST_REDIRECTS = 3
_TOO_MANY, _SERVER_ERRORS = 429, 500


class Client:
    """Asks one service; use it in ``async with``."""

    def __init__(self, service: Service, limits: Limits, agent: str) -> None:
        """Take the service, the limits and how we present ourselves."""
        self.service = service
        self.limits = limits
        self._base = httpx.URL(service.base if service.base.endswith("/") else f"{service.base}/")
        self._agent = agent
        self._http: httpx.AsyncClient | None = None
        self._last = float("-inf")

    async def __aenter__(self) -> Self:
        """Open the client."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every connection."""
        if self._http is not None:
            await self._http.aclose()

    async def json(self, address: str, query: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - whatever comes
        """Return what stands at an address, relative to the base or with the same host.

        Raises:
            Fault: It could not be had, however patiently we asked.
        """
        url = self._own(self._base, address)
        if query:
            url = url.copy_merge_params(dict(query))
        patient = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(_may_pass),
            stop=tenacity.stop_after_attempt(self.limits.attempts),
            wait=self._wait,
            sleep=asyncio.sleep,
            reraise=True,
        )
        return await patient(self._once, url)

    def fail(self, key: str, *, temporary: bool = False, **details: object) -> NoReturn:
        """Raise a fault that names the service."""
        raise Fault(key, {"source": self.service.name, **details}, temporary=temporary)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, Fault) and error.wait is not None:
            return error.wait
        return float(self.limits.back_off * 2 ** (state.attempt_number - 1))

    async def _once(self, url: httpx.URL) -> Any:  # noqa: ANN401 - whatever comes
        await self._keep_pace()
        try:
            async with asyncio.timeout(self.limits.answer):
                body = await self._body(url)
        except (TimeoutError, httpx.TimeoutException):
            self.fail("slow", temporary=True, seconds=self.limits.answer)
        except (httpx.RemoteProtocolError, httpx.DecodingError):
            self.fail("cut", temporary=True)
        except (httpx.TransportError, OSError):
            self.fail("unreachable", temporary=True, host=self._base.host)
        finally:
            self._last = asyncio.get_running_loop().time()
        try:
            return json.loads(body.decode("utf-8-sig"), parse_float=exact, parse_constant=_refused)
        except (ValueError, RecursionError):
            # An answer that was cut short looks the same, so it is worth another attempt.
            self.fail("not_json", temporary=True)

    async def _keep_pace(self) -> None:
        passed = asyncio.get_running_loop().time() - self._last
        await asyncio.sleep(max(0.0, self.limits.pace - passed))

    async def _body(self, url: httpx.URL) -> bytes:
        if self._http is None:
            # Most sites ask one of the services only.
            headers = {"User-Agent": self._agent, "Accept": "application/json"}
            self._http = httpx.AsyncClient(headers=headers, timeout=self.limits.answer)
        for _ in range(_MOST_REDIRECTS + 1):
            async with self._http.stream("GET", url) as response:
                if not response.has_redirect_location:
                    self._judge(response)
                    return await self._read(response)
                url = self._own(url, response.headers["location"])
        return self.fail("endless")

    async def _read(self, response: httpx.Response) -> bytes:
        body = bytearray()
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > self.limits.largest:
                self.fail("too_large", megabytes=self.limits.largest // 1_000_000)
        return bytes(body)

    def _own(self, here: httpx.URL, address: str) -> httpx.URL:
        """Return a whole address, if it leads to the service's own host."""
        try:
            url = here.join(address)
        except (httpx.InvalidURL, ValueError):
            self.fail("wrong", part="next_url")
        if url.netloc != self._base.netloc:
            self.fail("elsewhere", host=url.host or address)
        # Behind its own gateway a server may believe that it is asked without encryption.
        return url.copy_with(scheme=self._base.scheme)

    def _judge(self, response: httpx.Response) -> None:
        status = response.status_code
        if status < httpx.codes.MULTIPLE_CHOICES:
            return
        wait = _asked_wait(response.headers)
        known = {"source": self.service.name, "status": status}
        if wait is not None and wait > self.limits.longest_wait:
            raise Fault("busy_long", {**known, "seconds": wait})
        if status == _TOO_MANY:
            raise Fault("busy", known, temporary=True, wait=wait)
        if status >= _SERVER_ERRORS:
            raise Fault("broken", known, temporary=True, wait=wait)
        raise Fault("refused", known)


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, Fault) and error.temporary


def _asked_wait(headers: httpx.Headers) -> float | None:
    """Return for how long a server asks us to wait; it may say until when, by its own clock."""
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdecimal():
        return float(asked[:9])
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return None


def _refused(constant: str) -> NoReturn:
    """Refuse ``NaN`` and ``Infinity``, which are no JSON."""
    raise ValueError(constant)
