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


class NotACode(Conflict):
    code = "not-a-code"
    title = "A reason is a code: small letters, digits, hyphens, 64 at most; never a sentence."


class NoSuchLogin(NotFound):
    code = "no-such-login"
    title = "Nobody in the demo signs in with this address: see `cordee demo accounts`."


class NothingToServe(NotFound):
    code = "nothing-to-serve"
    title = "No network was founded here: `cordee init` begins one, `cordee serve --demo` a demo."


class AlreadyFounded(Conflict):
    code = "already-founded"
    title = "A network was founded here already: `cordee serve` opens its doors."


class NoGateway(NotFound):
    code = "no-gateway"
    title = (
        "No gateway is set for this: CORDEE_SMS_URL, _KEY and _SENDER for texts, "
        "CORDEE_SMTP_HOST and CORDEE_MAIL_FROM for e-mails."
    )


TO_DO = {  # about a letter that was not handed in, by the reason of it
    "address-unusable": "Give a mobile as +33639980001, or an e-mail address.",
    "gateway-unreachable": "Nobody answers there: look at the host, the port and the firewall.",
    "gateway-not-trusted": "Its certificate is not one that is trusted: look at _AUTHORITIES.",
    "gateway-lacks-encryption": "It offers no STARTTLS: look at the port.",
    "gateway-refuses-us": "It does not let us in: look at the key or the password, and the sender.",
    "gateway-misconfigured": "Something else answers there: look at CORDEE_SMS_URL.",
    "gateway-busy": "It asks to come again later.",
    "gateway-failed": "It broke down: whether the message left, nobody knows.",
    "cut-while-sending": "It did not answer in time: whether the message left, nobody knows.",
    "recipient-refused": "It refuses this address.",
    "message-refused": "It refuses this message: look at the sender and at what it accepts.",
    "number-invalid": "It says that this is no number.",
    "number-unsubscribed": "It says that this number wants no messages.",
    "number-not-mobile": "It says that this number is not a mobile.",
    "number-barred": "It says that this number cannot be reached.",
}


class NotHandedIn(Conflict):
    code = "not-handed-in"
    title = "The gateway did not take it."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.title} {TO_DO.get(self.reason, '')} ({self.reason})"
