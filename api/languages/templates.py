"""Templates that speak a language: `_("…")` and `ngettext` say what its catalogue says."""

from collections.abc import Iterable
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

from api.languages.choosing import Language
from api.languages.words import words_in

Ways = Iterable[tuple[str, str]]  # where a page leads: addresses with their words


@lru_cache
def templates_of(package: str, language: Language, *beside: str) -> Environment:
    """Those of a package; those of others beside them, each under the name of its package."""
    others = PrefixLoader({name: PackageLoader(name) for name in beside})
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package), others]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = words_in(language)
    environment.install_gettext_callables(  # type: ignore[attr-defined] # of the extension
        words.gettext, words.ngettext, newstyle=True
    )
    return environment
