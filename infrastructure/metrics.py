"""What operators measure, for Prometheus; never of whom: labels are routes, methods, statuses."""

from collections.abc import Callable
from functools import partial
from math import nan

from prometheus_client import Counter, Gauge, Histogram, start_http_server

from application.refusals import StoreUnavailable

REQUESTS = Counter(
    "cordee_http_requests", "Requests answered", labelnames=("route", "method", "status")
)
SECONDS = Histogram(
    "cordee_http_request_seconds",
    "Time to answer",
    labelnames=("route", "method"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
HEAD = Gauge("cordee_history_events", "Last position of the history")
BEHIND = Gauge("cordee_views_behind_events", "Events that the views do not count yet")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class PrometheusMeter:
    """The doors' `Meter`."""

    def answered(self, *, route: str, method: str, status: int, seconds: float) -> None:
        known = method if method in METHODS else "other"  # anybody may invent methods
        REQUESTS.labels(route, known, str(status)).inc()
        SECONDS.labels(route, known).observe(seconds)


def watch(*, head: Callable[[], int], behind: Callable[[], int]) -> None:
    """Read these when somebody asks for the metrics; out of reach, they are not a number."""
    HEAD.set_function(partial(_if_reached, head))
    BEHIND.set_function(partial(_if_reached, behind))


def _if_reached(read: Callable[[], int]) -> float:
    try:
        return read()
    except StoreUnavailable:
        return nan


def serve_metrics(port: int, *, host: str = "127.0.0.1") -> Callable[[], None]:
    """Answer `GET /metrics` on a port of its own; call what is returned to stop."""
    server, thread = start_http_server(port, addr=host)

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return stop
