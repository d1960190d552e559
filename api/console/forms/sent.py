"""What travels with a form beside its fields: which command it is, whose, and what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from api.console.signing_in.leading import safe
from api.console.typed import Typed, last

OURS = frozenset({"key", "by", "seen", "opened", "back", "again", "check"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    key: UUID  # the same one again is the same command
    by: UUID  # the membership that opened the form
    opened: datetime  # when
    seen: str = ""  # the mark of what it is about
    back: str = ""  # where it was opened from

    @classmethod
    def new(cls, by: UUID, *, opened: datetime, seen: str, back: str) -> Self:
        return cls(key=uuid4(), by=by, opened=opened, seen=seen, back=safe(back) if back else "")

    @classmethod
    def read(cls, typed: Typed, *, by: UUID, now: datetime) -> Self:
        """As it was sent; what is not ours is as if it were new."""
        back = last(typed, "back")
        return cls(
            key=_id(last(typed, "key")) or uuid4(),
            by=_id(last(typed, "by")) or by,
            opened=_instant(last(typed, "opened")) or now,
            seen=last(typed, "seen"),
            back=safe(back) if back else "",
        )

    def again(self) -> Self:
        """The same form, as another command."""
        return replace(self, key=uuid4())

    def having_seen(self, seen: str, *, at: datetime) -> Self:
        """The same form, once its reader was told what is there now."""
        return replace(self, seen=seen, opened=at)

    def hidden(self) -> Mapping[str, str]:
        return {
            "key": str(self.key),
            "by": str(self.by),
            "opened": self.opened.isoformat(),
            "seen": self.seen,
            "back": self.back,
        }


def fields_typed(typed: Typed) -> Typed:
    """What was typed into the fields themselves."""
    return {name: values for name, values in typed.items() if name not in OURS}


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _instant(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None
