"""What is left of a fact once its key is gone."""

from domain.data_classes import DataClass
from domain.kernel import Fact


class Erased(Fact, topic="erased", lowest=DataClass.IDENTITY):
    """Something was recorded here and nobody can read it any more; it is read, never recorded.

    Its class is the highest it may have had. No aggregate folds it.
    """

    was: str  # the topic that stood in clear: the kind of the fact, or `sealed`
    lost: bool = False  # its key was lost in a restore, not destroyed on purpose
