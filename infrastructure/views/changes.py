"""What a batch of events changes in the rows of the views."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from application.views.view import Foldable, Row, Subject

Rows = dict[str, dict[Row, Row]]  # by view, then by key


@dataclass(frozen=True, slots=True)
class Kept:
    """A stream as it was folded and written last."""

    subject: Subject
    folded: Foldable
    rows: Rows


@dataclass(slots=True)
class Changes:
    """Rows to put, streams whose rows are cleared before, streams that could not be folded."""

    put: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    clear: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    parked: dict[UUID, "Failure"] = field(default_factory=dict)

    def rewrite(self, stream_id: UUID, rows: Rows) -> None:
        """Whatever is there of a stream, make it these rows."""
        for view, by_key in rows.items():
            self.clear[view].append(stream_id)
            self.put[view] += by_key.values()

    def replace(self, stream_id: UUID, old: Rows, new: Rows) -> None:
        """Make the rows that are known to be there the new ones, touching only what differs."""
        for view, by_key in new.items():
            before = old[view]
            if before.keys() - by_key.keys():
                self.rewrite(stream_id, {view: by_key})
            else:
                self.put[view] += [row for key, row in by_key.items() if before.get(key) != row]

    def withhold(self, stream_id: UUID, failure: "Failure", views: Iterable[str]) -> None:
        """Show nothing of a stream that cannot be followed."""
        self.parked[stream_id] = failure
        self.rewrite(stream_id, {view: {} for view in views})


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a stream is parked: never a word of what it holds."""

    position: int
    code: str


def rows_of(subject: Subject, folded: Foldable, key_lengths: Mapping[str, int]) -> Rows:
    return {
        view.name: {row[: key_lengths[view.name]]: row for row in view.rows(folded)}
        for view in subject.views
    }
