"""The API reference, and what the pages beside the console look like; nothing from elsewhere."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.home.reference import ProblemRow, Reference
from api.languages.choosing import Language
from api.languages.templates import templates_of
from api.problems import MethodNotAllowed, status_of
from domain.refusals import DomainError

router = APIRouter(include_in_schema=False)
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
STYLE = (Path(__file__).parent / "assets" / "cordee.css").read_bytes()
STYLESHEET = f"/assets/cordee-{sha256(STYLE).hexdigest()[:12]}.css"
OF_NO_OPERATION = (MethodNotAllowed,)


@router.get("/docs")
def reference(request: Request) -> Response:
    return Response(
        _reference(request.app),
        media_type="text/html",
        headers=_headers(Language.ENGLISH, vary=None),
    )


@router.get(STYLESHEET)
def stylesheet() -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(STYLE, media_type="text/css", headers=headers)


@lru_cache(maxsize=2)
def _reference(app: Any) -> str:
    read = Reference(app.openapi())
    return _rendered(
        "reference.html",
        Language.ENGLISH,
        about=read.about,
        sections=list(read.sections()),
        shapes=list(read.shapes()),
        problems=[*read.problems(), *map(_problem, OF_NO_OPERATION)],
    )


def _problem(refusal: type[DomainError]) -> ProblemRow:
    return ProblemRow(refusal.code, status_of(refusal), refusal.title)


def page(template: str, language: Language, *, vary: str | None, **content: Any) -> Response:
    """A page of ours, in a language."""
    html = _rendered(template, language, **content)
    return Response(html, media_type="text/html", headers=_headers(language, vary=vary))


def _rendered(template: str, language: Language, **content: Any) -> str:
    found = templates_of("api.home", language).get_template(template)
    return found.render(lang=language, stylesheet=STYLESHEET, **content)


def _headers(language: Language, *, vary: str | None) -> dict[str, str]:
    headers = {"Content-Security-Policy": POLICY, "Content-Language": language}
    return headers | ({"Vary": vary} if vary else {})
