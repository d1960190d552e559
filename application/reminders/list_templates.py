"""Every template in every language: who reviewed it, and what its texts take at most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.reminders.segments import Cost
from domain.reminders.wording import Wording
from domain.reminders.wordings import Wordings
from domain.reminders.worst_case import worst_case
from domain.reviews import Review, Worded, reviewed_in

TWO = 2  # moments, where a template says several


@dataclass(frozen=True, slots=True)
class TemplateListed:
    language: str
    template: str
    review: Review | None
    sent_in: str  # the language that people are written to in
    without_link: Cost | None = None  # None: of a letter, which never leaves as a text
    with_link: Cost | None = None


def list_templates(wordings: Wordings, *, call_back: str, link: str) -> Iterator[TemplateListed]:
    """Costs are those of the longest day of a year, by this number and by a link like this one."""
    for wording in wordings.each:
        for name in wording.templates:
            yield TemplateListed(
                language=wording.language,
                template=name,
                review=wording.review,
                sent_in=wordings.reviewed_in(wording.language).language,
                without_link=_cost(wording, name, call_back),
                with_link=_cost(wording, name, call_back, link),
            )


def list_letters(letters: Mapping[str, Sequence[Worded]]) -> Iterator[TemplateListed]:
    """Letters to members, by name: e-mails, which cost nothing to count."""
    for name, wordings in letters.items():
        for wording in wordings:
            yield TemplateListed(
                language=wording.language,
                template=name,
                review=wording.review,
                sent_in=reviewed_in(wording.language, wordings).language,
            )


def _cost(wording: Wording, name: str, call_back: str, link: str = "") -> Cost:
    says_several = "moments" in wording.templates[name].named
    return worst_case(
        wording, name, call_back=call_back, link=link, moments=TWO if says_several else 1
    )
