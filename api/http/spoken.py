"""The language that an answer's sentences are in: the browser's."""

from typing import Annotated

from fastapi import Depends, Request, Response

from api.languages.choosing import Language, language_of


async def spoken(request: Request, response: Response) -> Language:
    language = language_of(request.headers.get("accept-language", ""))
    response.headers.update({"Vary": "Accept-Language", "Content-Language": language})
    return language


Spoken = Annotated[Language, Depends(spoken)]
