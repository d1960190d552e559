"""Why an auditor is told nothing."""

from domain.refusals import NotFound


class NoMandate(NotFound):
    code = "no-mandate"
    title = "No mandate of yours that runs reaches this: ask who coordinates the network for one."
