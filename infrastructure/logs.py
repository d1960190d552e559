"""How a process writes its log: a line of JSON an event, on the error output, in UTC."""

import logging
import sys

import structlog


def write_logs(*, all_is_told: bool | None = None) -> None:
    """Set structlog up, and let libraries speak only when something is wrong.

    What a library says may quote anything: of its records only the logger's name is kept.
    Somebody at a terminal is told what is wrong; a supervisor keeps the rest as well, unless
    `all_is_told` says otherwise.
    """
    told = not sys.stderr.isatty() if all_is_told is None else all_is_told
    level = logging.INFO if told else logging.WARNING
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    logging.lastResort = OfLibraries(logging.WARNING)


class OfLibraries(logging.Handler):
    """Tells that a library warned, never what it said."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().warning("library.warned", library=record.name)
