"""Why the command line itself refuses."""

from domain.refusals import Conflict, NotFound


class PortTaken(Conflict):
    code = "port-taken"
    title = (
        "Something else listens on this port: choose another one with --port "
        "(make run PORT=8001), or stop it."
    )


class NotADemo(Conflict):
    code = "not-a-demo"
    title = "This data folder holds a real network: the demo is never mixed with one."


class NoDemo(NotFound):
    code = "no-demo"
    title = "There is no demo in this data folder: `make run` or `cordee seeds load` makes one."


class NoSuchLogin(NotFound):
    code = "no-such-login"
    title = "Nobody in the demo signs in with this address: see `cordee demo accounts`."


class NothingToServe(NotFound):
    code = "nothing-to-serve"
    title = "No network was founded here: `cordee init` begins one, `cordee serve --demo` a demo."


class AlreadyFounded(Conflict):
    code = "already-founded"
    title = "A network was founded here already: `cordee serve` opens its doors."
