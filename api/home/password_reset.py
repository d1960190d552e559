"""The page that the letter about a lost password leads to; it also works without its script."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request
from pydantic import ValidationError
from starlette.responses import Response

from api.home.pages import page
from api.http.signed_in import AHouse
from api.languages.choosing import language_of
from api.problems import Unreadable, status_of
from application.accounts.reset_password import ResetPassword, reset_password
from domain.refusals import DomainError

router = APIRouter(prefix="/password-reset", include_in_schema=False)
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
SCRIPT = (Path(__file__).parent / "assets" / "password-reset.js").read_bytes()
SCRIPT_NAME = f"script-{sha256(SCRIPT).hexdigest()[:12]}.js"


async def form_of(request: Request) -> dict[str, str]:
    """What was typed; nothing where it is not a form."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return {name: values[-1] for name, values in parse_qs(body, max_num_fields=10).items()}
    except ValueError:
        return {}


AForm = Annotated[dict[str, str], Depends(form_of)]


@router.get("")
def choose(request: Request) -> Response:
    return _shown(request)


@router.post("")
def chosen(request: Request, form: AForm, house: AHouse) -> Response:
    try:
        asked = ResetPassword.model_validate({key: form.get(key, "") for key in ("code", "chosen")})
    except ValidationError:
        return _shown(request, refused=Unreadable.code, status=status_of(Unreadable))
    try:
        reset_password(house.desk, asked)
    except DomainError as refusal:
        return _shown(request, refused=refusal.code, status=status_of(type(refusal)))
    return _shown(request, done=True)


@router.get(f"/{SCRIPT_NAME}")
def script() -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(SCRIPT, media_type="text/javascript", headers=headers)


def _shown(
    request: Request, *, refused: str = "", done: bool = False, status: int = 200
) -> Response:
    answer = page(
        "password_reset.html",
        language_of(request.headers.get("accept-language", "")),
        vary="Accept-Language",
        refused=refused,
        done=done,
        script=f"/password-reset/{SCRIPT_NAME}",
    )
    answer.status_code = status
    answer.headers["Content-Security-Policy"] = POLICY
    return answer
