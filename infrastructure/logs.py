"""How a process writes its log: a line of JSON an event, on the error output, in UTC."""

import logging
import sys

import structlog


def write_logs() -> None:
    """Set structlog up, and let libraries speak only when something is wrong.

    What a library says may quote anything: of its records only the logger's name is kept.
    Somebody at a terminal is told what is wrong; a supervisor keeps the rest as well.
    """
    level = logging.WARNING if sys.stderr.isatty() else logging.INFO
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
