"""What lists call people."""

from api.http.lists import PersonNamed
from application.views.people import PersonRow

UNNAMED = "…"


def called(person: PersonRow | PersonNamed | None) -> str:
    """The name they go by, else the one of their papers; dots where neither may be seen."""
    if person is None:
        return UNNAMED
    of_papers = " ".join(filter(None, (person.given_names, person.family_name)))
    return person.called or of_papers or UNNAMED
