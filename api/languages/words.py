"""The words of the interface: written in English in the code, translated in the catalogues.

A catalogue is the `.po` files in the folder of its language, one an area. They are read when they
are first needed, so that nothing has to be compiled or kept beside them.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from api.languages.choosing import Language

SOURCE = Language.ENGLISH  # what the code says is its own translation


def phrase(said: str) -> str:
    """Mark words that are translated where they are used."""
    return said


@lru_cache
def words_in(language: Language) -> NullTranslations:
    if language is SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, _whole(language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def catalogues(language: Language) -> tuple[Catalog, ...]:
    """Those of a language, each an area."""
    folder = files("api.languages").joinpath(language)
    areas = sorted((area for area in folder.iterdir()), key=lambda area: area.name)
    return tuple(
        read_po(BytesIO(area.read_bytes()), locale=language, abort_invalid=True)
        for area in areas
        if area.name.endswith(".po")
    )


def _whole(language: Language) -> Catalog:
    first, *others = catalogues(language)
    for message in (message for catalogue in others for message in catalogue if message.id):
        first[message.id] = message
    return first
