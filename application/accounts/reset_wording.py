"""What the letter with a code says: nothing of what Cordée is for, nor of anybody."""

from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.reviews import Review
from domain.text import Code, Label


class ResetWording(Value):
    language: Code
    review: Review | None = None  # None: not yet; what is not reviewed is never sent
    subject: Label
    sentences: tuple[Label, ...]
    with_link: Label  # said where people are told an address to go to

    @model_validator(mode="after")
    def _tells_the_code(self) -> Self:
        if "{link}" not in self.with_link or "{code}" not in "".join(self.sentences):
            raise ValueError("the letter tells a code and a link")
        return self

    def text(self, *, code: str, link: str) -> str:
        """The letter; without a link where there is none."""
        told = [self.with_link, *self.sentences] if link else self.sentences
        return "\n\n".join(line.format(code=code, link=link) for line in told) + "\n"
