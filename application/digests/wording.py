"""What the daily letter to a member says: how many items of each kind, and nobody's name."""

from collections.abc import Mapping
from typing import Self

from pydantic import model_validator

from application.inbox.ports import InboxKind
from domain.kernel import Value
from domain.reviews import Review
from domain.text import Code, Label


class DigestWording(Value):
    language: Code
    review: Review | None = None  # None: not yet; what is not reviewed is never sent
    subject: Label
    opening: Label
    kinds: Mapping[InboxKind, Label]  # each tells its `{count}`
    with_link: Label  # said where members are told an address to go to
    closing: Label

    @model_validator(mode="after")
    def _tells_each_count(self) -> Self:
        if self.kinds.keys() != set(InboxKind):
            raise ValueError("the letter has a line for each kind of item")
        if not all("{count}" in line for line in self.kinds.values()):
            raise ValueError("each line of the letter tells a count")
        if "{link}" not in self.with_link:
            raise ValueError("the letter tells a link")
        return self

    def text(self, unread: Mapping[InboxKind, int], *, link: str) -> str:
        """The letter; without a link where there is none."""
        lines = [
            self.kinds[kind].format(count=unread[kind]) for kind in InboxKind if unread.get(kind)
        ]
        ending = [self.with_link.format(link=link), self.closing] if link else [self.closing]
        return "\n\n".join([self.opening, "\n".join(lines), *ending]) + "\n"
