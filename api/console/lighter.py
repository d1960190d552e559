"""Pages leave compressed: a telephone far from an antenna gets some fifty kilobytes a second.

The API's answers do not: what they weigh is nobody's wait, and their time is measured.
"""

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

WORTH_IT = 600  # bytes: below, headers weigh as much
EFFORT = 5  # of 9: more takes twice as long for a hundredth less
OF_THE_API = ("/v1/", "/openapi.json", "/health/")


class Lighter:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressed = GZipMiddleware(app, minimum_size=WORTH_IT, compresslevel=EFFORT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        plain = scope["type"] != "http" or scope["path"].startswith(OF_THE_API)
        await (self._app if plain else self._compressed)(scope, receive, send)
