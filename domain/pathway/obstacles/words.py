"""The words of obstacles: what stands in the way, what it delays, how it goes."""

from enum import StrEnum
from uuid import UUID

from domain.data_classes import DataClass
from domain.kernel import Value


class ObstacleKind(StrEnum):
    """The first three letters are the code by which obstacles are counted."""

    COST = "FIN"  # cost or advance payment
    PAPERWORK = "ADM"  # missing document, complexity, lost file
    RIGHT = "RGT"  # no possible right, right expired, unknown right
    ADDRESS = "DOM"  # no address, refused domiciliation
    LANGUAGE = "LNG"
    DIGITAL = "NUM"
    MOBILITY = "MOB"  # no vehicle or transport, cannot travel alone
    SUPPLY = "OFF"  # no doctor available, waiting time
    CARE_REFUSED = "REF"  # by a professional
    EXPERIENCE = "EXP"  # fear, shame, bad experience
    ISOLATION = "ISO"
    SUFFERING = "PSY"  # suffering, addiction
    CHILDCARE = "FAM"
    VIOLENCE = "FAM-violence"
    INFORMATION = "INF"  # the structure is unknown
    OTHER = "AUT"

    @property
    def code(self) -> str:
        return self.value[:3]

    @property
    def data_class(self) -> DataClass:
        """What the obstacle tells of the person, whatever it delays.

        "No possible right" tells of status; a refusal of care tells that care was sought;
        suffering and addiction are mental health; violence is protection. A lack of doctors tells
        of the territory, not of the person.
        """
        return OBSTACLE_CLASSES.get(self, DataClass.SOCIAL)


OBSTACLE_CLASSES = {
    ObstacleKind.RIGHT: DataClass.STATUS,
    ObstacleKind.CARE_REFUSED: DataClass.HEALTH,
    ObstacleKind.SUFFERING: DataClass.MENTAL_HEALTH,
    ObstacleKind.VIOLENCE: DataClass.PROTECTION,
}


class Delayable(StrEnum):
    RIGHT = "right"
    APPOINTMENT = "appointment"
    NEED = "need"


class Delayed(Value):
    """What an obstacle keeps waiting."""

    what: Delayable
    id: UUID


class LiftedHow(StrEnum):
    DOCUMENT_OBTAINED = "document_obtained"
    RIGHT_OPENED = "right_opened"
    COST_COVERED = "cost_covered"
    TRANSPORT_FOUND = "transport_found"
    INTERPRETER_FOUND = "interpreter_found"
    ACCOMPANIED = "accompanied"
    OTHER_PLACE_FOUND = "other_place_found"
    CHILDCARE_FOUND = "childcare_found"
    INFORMED = "informed"
    PERSON_FOUND_A_WAY = "person_found_a_way"
    NO_LONGER = "no_longer"
    ENTERED_IN_ERROR = "entered_in_error"
    OTHER = "other"
