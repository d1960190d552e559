"""The words of the interface: written in English in the code, translated in the catalogues.

A catalogue is the `.po` file of its language in this folder. It is read when it is first needed, so
that nothing has to be compiled or kept beside it.
"""

from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

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
    with files("api.languages").joinpath(f"{language}.po").open("rb") as catalogue:
        write_mo(compiled, read_po(catalogue, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
