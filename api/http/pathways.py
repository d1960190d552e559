"""Pathways: opened when somebody is met, read by those who share them."""

from fastapi import APIRouter, status
from pydantic import Field

from api.http.door import ADoor, Asked, Receipt
from api.http.says import commands
from application.pathways.open_pathway import OpenPathway, open_pathway
from domain.pathway.opening import MetAt, PathwayAlreadyOpened
from domain.text import Label

router = APIRouter(prefix="/v1/pathways", tags=["pathways"])


class Meeting(Asked):
    called: Label = Field(
        description="What the person wants to be called; a first name is enough.",
        examples=["Awa"],
    )
    met_at: MetAt


@router.post("", status_code=status.HTTP_201_CREATED, responses=commands(PathwayAlreadyOpened))
def open_a_pathway(asked: Meeting, door: ADoor) -> Receipt:
    """Open a pathway for somebody who was just met; your organisation is the first to share it."""
    command = door.command(OpenPathway, asked)
    return door.run(open_pathway, command, of=command.pathway_id)
