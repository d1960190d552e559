"""What an entry of the wrong file says, as a decision on the right one."""

from collections.abc import Callable, Sequence

from domain.kernel import Fact
from domain.pathway.pathway import Pathway
from domain.refusals import Conflict

Said = Callable[[Pathway], Fact | Sequence[Fact]]


class EntryNotMoved(Conflict):
    code = "entry-not-moved"
    title = "Record this in the right file first: then send this again without `belongs_to`."
