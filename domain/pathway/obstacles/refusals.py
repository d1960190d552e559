"""Why something cannot be said of an obstacle."""

from domain.refusals import Conflict, NotFound


class ObstacleUnknown(NotFound):
    code = "obstacle-unknown"
    title = "There is no such obstacle on this pathway."


class ObstacleAlreadyKnown(Conflict):
    code = "obstacle-already-known"
    title = "This obstacle is already on the pathway."


class ObstacleAlreadyLifted(Conflict):
    code = "obstacle-already-lifted"
    title = "This obstacle is lifted: report it again if it is back."


class LiftedBeforeReported(Conflict):
    code = "lifted-before-reported"
    title = "An obstacle is lifted after it was met: check the date."


class NothingDelayed(NotFound):
    code = "nothing-delayed"
    title = "What this obstacle would delay is not on this pathway."
