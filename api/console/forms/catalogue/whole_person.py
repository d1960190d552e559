"""Forms about a pathway as a whole: duplicates, links, copies, mistakes, erasure."""

from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

WHOLE_PERSON = (
    on_pathway(
        "/duplicates/{flag_id}/dismissal",
        phrase("These are two people"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/duplicates/{flag_id}/confirmation",
        phrase("This is the same person"),
        phrase("The other organisation is asked too; nothing is linked before both say so."),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/links",
        phrase("Link with another pathway of the same person"),
        sources={"linked_id": "caseload"},
        lowest=DataClass.IDENTITY,
    ),
    on_pathway("/links/{link_id}/end", phrase("End this link"), lowest=DataClass.IDENTITY),
    on_pathway(
        "/links/{link_id}/entries/{entry_id}/assignment",
        phrase("Say whom this entry is about"),
        lowest=DataClass.IDENTITY,
    ),
    on_pathway(
        "/entries/{entry_id}/wrong-file",
        phrase("This entry is about somebody else"),
        phrase("It is erased here, and written where it belongs if you may see that pathway."),
        sources={"belongs_to": "caseload"},
        rehearsed=False,
    ),
    on_pathway(
        "/notes/{entry_id}/wrong-file",
        phrase("This note is about somebody else"),
        phrase("It is erased here, and written where it belongs if you may see that pathway."),
        sources={"belongs_to": "caseload"},
        rehearsed=False,
    ),
    on_pathway(
        "/contact-points/{entry_id}/wrong-file",
        phrase("This contact is somebody else's"),
        phrase("It is erased here, and written where it belongs if you may see that pathway."),
        sources={"belongs_to": "caseload"},
        rehearsed=False,
    ),
    on_pathway(
        "/copies",
        phrase("Give the person a copy of their data"),
        phrase("Note that you hand it over; it is then prepared."),
        rehearsed=False,
    ),
    on_pathway(
        "/erasures",
        phrase("Ask that everything be erased"),
        phrase("Somebody else has to approve it. It is for good."),
        rehearsed=False,
    ),
    on_pathway(
        "/erasures/{erasure_id}/approval",
        phrase("Approve the erasure"),
        phrase("Everything recorded of the person becomes unreadable, for good."),
        button=phrase("Erase"),
        rehearsed=False,
        looks=False,
        after="/",
    ),
)
