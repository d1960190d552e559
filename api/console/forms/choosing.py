"""What may be chosen where a field takes an id, or a code that nobody types."""

from collections.abc import Iterator, Mapping

from api.console.forms.asking import Asking
from api.console.forms.kinds import Choice, Field
from api.console.forms.sources.codes import CODES
from api.console.forms.sources.network import NETWORK
from api.console.forms.sources.pathway import PATHWAY
from api.console.forms.sources.source import Source
from api.console.forms.sources.work import WORK

SOURCES: Mapping[str, Source] = {**CODES, **NETWORK, **PATHWAY, **WORK}


def choices_for(asking: Asking, field: Field) -> Iterator[Choice]:
    """From the source that the catalogue names for a field, or that its name does."""
    named = asking.form.row.sources
    yield from SOURCES[named.get(field.name, field.source or field.last)](asking)
