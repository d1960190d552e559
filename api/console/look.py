"""What pages look like and what helps them: one style, one script, kept by browsers."""

from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter
from starlette.responses import Response

router = APIRouter(include_in_schema=False)
ASSETS = Path(__file__).parent / "assets"
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
STYLE = (ASSETS / "console.css").read_bytes()
SCRIPT = (ASSETS / "console.js").read_bytes()
STYLESHEET = f"/assets/console-{sha256(STYLE).hexdigest()[:12]}.css"
SCRIPT_URL = f"/assets/console-{sha256(SCRIPT).hexdigest()[:12]}.js"


@router.get(STYLESHEET)
def stylesheet() -> Response:
    return Response(STYLE, media_type="text/css", headers=FOR_GOOD)


@router.get(SCRIPT_URL)
def script() -> Response:
    return Response(SCRIPT, media_type="text/javascript", headers=FOR_GOOD)
