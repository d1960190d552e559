"""How the domain says no: a stable code for machines, a sentence that says what to do.

DomainError
 ├─ NotFound          there is nothing there, or nothing the caller may know of
 ├─ Forbidden         the caller may know of it, and may not do this
 └─ Conflict          the state of things does not allow it
     └─ ChangedMeanwhile   what the caller saw is no longer what is
"""

from typing import ClassVar


class DomainError(Exception):
    """A refusal. Neither `code` nor `title` ever carries anything about a person."""

    code: ClassVar[str]
    title: ClassVar[str]

    def __str__(self) -> str:
        return self.title


class NotFound(DomainError):
    code = "not-found"
    title = "There is nothing here that you may see."


class Forbidden(DomainError):
    code = "forbidden"
    title = "Your role does not allow this."


class Conflict(DomainError):
    code = "conflict"
    title = "The present state does not allow this."


class ChangedMeanwhile(Conflict):
    code = "changed-meanwhile"
    title = "This was changed meanwhile: read it again, then decide."
