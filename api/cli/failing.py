"""How the command says no: a sentence, a code, a reference; never anything about a person.

exit 0   done
     1   refused: the sentence says why and what to do
     2   the command was not understood
     69  a database cannot be reached for now
     70  something Cordée did not expect: the log has its reference
     78  the settings are not right
     130 interrupted
"""

import sys
from collections.abc import Callable
from traceback import extract_tb
from typing import Any
from uuid import uuid4

import structlog
import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from api.composition import write_logs
from application.refusals import StoreUnavailable
from domain.refusals import DomainError

REFUSED, NOT_UNDERSTOOD, UNAVAILABLE, UNEXPECTED, MISCONFIGURED = 1, 2, 69, 70, 78

OF_THE_INSTALLATION = {  # what an installation is given, by the name of its model
    "Settings": "These settings",
    "SharingRules": "The rules that CORDEE_SHARING_RULES names",
    "ScreeningRules": "The rules that CORDEE_SCREENING_RULES names",
    "Practice": "The limits that CORDEE_PRACTICE_RULES names",
    "Wordings": "The templates that CORDEE_REMINDER_TEMPLATES names",
    "Programme": "The programmes that CORDEE_PROGRAMMES names",
    "ReminderPack": "The rules that CORDEE_REMINDER_RULES names",
}
PASSING = (typer.Exit, typer.Abort, BrokenPipeError, EOFError)

log = structlog.get_logger()


class Sentences(TyperGroup):
    """Turns whatever ends a command into a sentence on the error output and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        write_logs()
        with structlog.contextvars.bound_contextvars(correlation_id=uuid4().hex[:12]):
            return answered(lambda: super(Sentences, self).invoke(ctx))


def answered(command: Callable[[], Any]) -> Any:
    """Run a command to its end, in whatever way it ends.

    Raises:
        Exit: it ended with something to say, which is said.
    """
    try:
        return command()
    except DomainError as refusal:
        status = UNAVAILABLE if isinstance(refusal, StoreUnavailable) else REFUSED
        raise _exit(status, str(refusal), refusal.code) from None
    except ValidationError as invalid:
        raise _exit(*_what_is_wrong(invalid)) from None
    except Exception as broken:
        if isinstance(broken, PASSING) or hasattr(broken, "exit_code"):
            raise  # Typer's own way of ending, such as a command that was not understood
        log.error("cli.broke", kind=type(broken).__name__, at=_places(broken))  # noqa: TRY400 (the message of an unexpected error may hold anything, so it stays out)
        sentence = "Something happened that Cordée did not expect: its log says where."
        raise _exit(UNEXPECTED, sentence, "unexpected") from None


def _exit(status: int, sentence: str, code: str) -> typer.Exit:
    reference = structlog.contextvars.get_contextvars().get("correlation_id", "none")
    sys.stderr.write(f"{sentence}\n({code}, reference {reference})\n")
    return typer.Exit(status)


def _what_is_wrong(invalid: ValidationError) -> tuple[int, str, str]:
    """Which words or settings and why, without the values: some are secret."""
    wrong = "; ".join(
        f"{'.'.join(str(part) for part in error['loc']) or 'together'}: {error['msg']}"
        for error in invalid.errors(include_input=False, include_url=False)
    )
    if what := OF_THE_INSTALLATION.get(invalid.title):
        return MISCONFIGURED, f"{what} are not right: {wrong}.", "settings"
    return NOT_UNDERSTOOD, f"This cannot be used as it is: {wrong}.", "not-understood"


def _places(broken: Exception) -> list[str]:
    return [f"{frame.name}:{frame.lineno}" for frame in extract_tb(broken.__traceback__)[-6:]]
