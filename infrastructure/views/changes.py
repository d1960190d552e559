"""What a batch of events changes in the rows of the views."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from uuid import UUID

from application.views.memo import Memo
from application.views.view import Foldable, Groups, Row, Subject

Rows = dict[str, Groups]  # of one stream, by view


@dataclass(frozen=True, slots=True)
class Kept:
    """A stream as it was folded and written last."""

    subject: Subject
    folded: Foldable
    memo: Memo
    rows: Rows


@dataclass(slots=True)
class Changes:
    """Streams whose rows are cleared, then rows to add and to put; streams that failed."""

    clear: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    add: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))  # of those cleared
    put: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))  # there already?
    parked: dict[UUID, "Failure"] = field(default_factory=dict)
    streams: list[UUID] = field(default_factory=list)  # those that were folded
    events: int = 0  # how many were folded

    def rewrite(self, stream_id: UUID, rows: Rows) -> None:
        """Whatever is there of a stream, make it these rows."""
        for view, groups in rows.items():
            self.clear[view].append(stream_id)
            self.add[view] += chain.from_iterable(groups)

    def replace(self, stream_id: UUID, old: Rows, new: Rows, *, keys: Mapping[str, slice]) -> None:
        """Make the rows that are known to be there the new ones, touching only what differs."""
        for view, groups in new.items():
            before, now = _others(old[view], than=groups), _others(groups, than=old[view])
            was, will_be = _keys(before, keys[view]), _keys(now, keys[view])
            if was == will_be:
                self.put[view] += [row for one, row in zip(before, now, strict=True) if one != row]
            elif set(was) <= set(will_be):
                self.put[view] += now
            else:
                self.rewrite(stream_id, {view: groups})

    def withhold(self, stream_id: UUID, failure: "Failure", views: Iterable[str]) -> None:
        """Show nothing of a stream that cannot be followed."""
        self.parked[stream_id] = failure
        self.rewrite(stream_id, dict.fromkeys(views, ()))


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a stream is parked: never a word of what it holds."""

    position: int
    code: str


def rows_of(subject: Subject, folded: Foldable, memo: Memo) -> Rows:
    return {view.name: view.rows(folded, memo) for view in subject.views}


def _others(groups: Groups, *, than: Groups) -> Sequence[Row]:
    """The rows of those groups that are not the very same ones."""
    if groups is than:
        return ()
    same = set(map(id, than))
    return [row for group in groups if id(group) not in same for row in group]


def _keys(rows: Iterable[Row], key: slice) -> list[Row]:
    return [row[key] for row in rows]
