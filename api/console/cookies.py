"""The cookies of the console: a session, and how pages are read; nothing else is kept."""

from enum import StrEnum

from fastapi import Request
from starlette.responses import Response

from api.http.signed_in import LONGEST_TOKEN
from api.languages.choosing import LANGUAGES, Language, language_of

SESSION = "cordee"  # the same token as an API session's
LANGUAGE = "cordee-language"
SIZE = "cordee-size"
A_YEAR = 365 * 24 * 3600  # seconds


class TextSize(StrEnum):
    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


def token_of(request: Request) -> str:
    """The token of the session, or an empty text."""
    token = _kept(request, SESSION)
    return token if len(token) <= LONGEST_TOKEN else ""


def language_for(request: Request) -> Language:
    """As it was chosen; else as the browser asks."""
    chosen = _kept(request, LANGUAGE)
    if chosen in LANGUAGES:
        return Language(chosen)
    return language_of(request.headers.get("accept-language", ""))


def size_for(request: Request) -> TextSize:
    chosen = _kept(request, SIZE)
    return TextSize(chosen) if chosen in {*TextSize} else TextSize.NORMAL


def keep_session(request: Request, response: Response, token: str) -> None:
    """Until the browser is closed, or the session ends; no script can read it."""
    _keep(request, response, SESSION, token)


def keep_choice(request: Request, response: Response, *, name: str, chosen: str) -> None:
    _keep(request, response, name, chosen, seconds=A_YEAR)


def forget_session(request: Request, response: Response) -> None:
    name = _named(request, SESSION)
    response.delete_cookie(name, httponly=True, samesite="lax", secure=_is_sealed(request))


def _kept(request: Request, name: str) -> str:
    return request.cookies.get(_named(request, name), "")


def _keep(
    request: Request, response: Response, name: str, value: str, *, seconds: int | None = None
) -> None:
    response.set_cookie(
        _named(request, name),
        value,
        max_age=seconds,
        httponly=True,
        samesite="lax",
        secure=_is_sealed(request),
    )


def _named(request: Request, name: str) -> str:
    """Under https, a name that browsers let this very host alone set, sealed and for all paths."""
    return f"__Host-{name}" if _is_sealed(request) else name


def _is_sealed(request: Request) -> bool:
    return request.url.scheme == "https"
