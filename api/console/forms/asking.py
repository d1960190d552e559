"""Somebody who fills in a form: what it is about, as they may see it, once that is traced."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from api.console.forms.form import Form, Seen
from api.console.visit import Visit
from application.marks import Concern, about
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import PathwaySeen, read_pathway
from application.receipts.naming import Directory
from domain.pathway.pathway import Pathway
from domain.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Asking:
    visit: Visit
    form: Form
    ids: Mapping[str, Any]
    seen: PathwaySeen | None  # the pathway as they may see it, where it is about one

    @property
    def pathway(self) -> Pathway:
        """What they may see of the pathway; of one that they do not look at, nothing."""
        return self.seen.pathway if self.seen else Pathway(self.ids.get("pathway_id", UUID(int=0)))

    @property
    def directory(self) -> Directory:
        return Directory(self.visit.house.network.log)

    @property
    def now(self) -> datetime:
        return self.visit.house.network.clock()

    @property
    def today(self) -> date:
        return local_day(self.visit)

    def item(self) -> str:
        """The mark of what the form is about, as they may see it; empty where it asks for none.

        Raises:
            NotFound: there is nothing there that they may see.
        """
        if self.form.seen is Seen.NOTHING or self.seen is None:
            return ""
        mark = self.seen.mark(concern_of(self.form, self.ids))
        if mark is None:
            raise NotFound
        return self.visit.house.opaque.etag(mark)


def local_day(visit: Visit) -> date:
    """Today, where the visitor is."""
    return visit.house.network.clock().astimezone(ZoneInfo(visit.zone)).date()


def asking(visit: Visit, form: Form, ids: Mapping[str, Any]) -> Asking:
    """Look at what the form is about.

    Raises:
        PathwayNotOpened: there is no such pathway that they may know of.
        StoreUnavailable: the look could not be traced.
    """
    if not (form.is_about_a_pathway and form.row.looks):
        return Asking(visit, form, ids, None)
    looked = PathwayAsked(ids["pathway_id"])
    seen = read_pathway(visit.house.network, visit.house.traces, looked, visit.by)
    return Asking(visit, form, ids, seen)


def concern_of(form: Form, ids: Mapping[str, Any]) -> Concern:
    """Which facts are about the item that the address names."""
    if form.row.concern is not None:
        return form.row.concern
    return about(**{name: one for name, one in ids.items() if name != "pathway_id"})
