"""The person's rights, from the first paper to the last day of cover."""

from domain.pathway.rights.covering import Covering


class Rights(Covering):
    """Every decision on rights, in the order of a right's life: see the modules it is made of."""

    __slots__ = ()
