"""The words of each field: those of its route, of its place in the body, or of its name alone."""

from collections.abc import Iterator

from api.console.forms.kinds import Field
from api.console.forms.labels.activities import ACTIVITIES
from api.console.forms.labels.care import CARE
from api.console.forms.labels.following import FOLLOWING
from api.console.forms.labels.network import NETWORK
from api.console.forms.labels.people import PEOPLE
from api.console.forms.labels.rights import RIGHTS
from api.console.forms.labels.sharing import SHARING
from api.console.forms.labels.words import Labels, Words

WORDS: Labels = {
    **PEOPLE,
    **SHARING,
    **RIGHTS,
    **FOLLOWING,
    **CARE,
    **ACTIVITIES,
    **NETWORK,
}


def words_of(path: str, field: Field) -> Words | None:
    """The nearest; None for a group that only holds others together."""
    return next((WORDS[name] for name in _names(path, field) if name in WORDS), None)


def _names(path: str, field: Field) -> Iterator[str]:
    name = ".".join(part for part in field.name.split(".") if not part.isdigit())
    yield f"{path} {name}"
    while name:
        yield name
        _, _, name = name.partition(".")
