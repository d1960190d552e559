"""How signing in, and acting without having done so, is refused."""

from datetime import timedelta

from domain.refusals import Conflict, DomainError, Forbidden, NotFound


class NotSignedIn(DomainError):
    code = "not-signed-in"
    title = "Sign in first: your session is missing, ended or unknown."


class WrongCredentials(DomainError):
    code = "wrong-credentials"
    title = "This e-mail address and this password do not go together."


class TooManyAttempts(DomainError):
    """Carries how long to wait."""

    code = "too-many-attempts"
    title = "Too many attempts failed from where you are: wait, then try again."

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait


class SignInBusy(DomainError):
    code = "sign-in-busy"
    title = "Many people are signing in just now: try again in a moment."


class PasswordKnown(Conflict):
    code = "password-known"
    title = "Passwords like this one are tried first: choose another, such as four unrelated words."


class MembershipNotChosen(Forbidden):
    code = "membership-not-chosen"
    title = "You belong to several organisations: choose the membership you act under."


class NotYourMembership(NotFound):
    code = "not-found"
    title = "This is not one of your memberships, or it has ended."


class SessionUnknown(NotFound):
    code = "session-unknown"
    title = "This is not one of your sessions, or it has ended."


class ResetUnknown(NotFound):
    code = "password-reset-unknown"
    title = "This code was used, has expired or is not ours: ask for another one."


class AccountUnknown(NotFound):
    code = "account-unknown"
    title = "No account has this e-mail address."


class MembershipTaken(Conflict):
    code = "membership-taken"
    title = "Another account acts under this membership already."


class EmailTaken(Conflict):
    code = "email-taken"
    title = "Somebody already signs in with this e-mail address."
