"""The referral boxes as they are read: who waits longest first, what ended last first."""

from typing import Any

from sqlalchemy import Select, tuple_

from application.views.pages import PageAsked
from application.views.ports import Found
from application.views.reach import Reach
from application.views.referrals import ReferralFilter, ReferralRow
from infrastructure.views.places import cursor_at, place_at
from infrastructure.views.reader import Reader, live, within
from infrastructure.views.tables import referrals


class ReferralsReader(Reader):
    def referrals(
        self, reach: Reach, wanted: ReferralFilter, page: PageAsked, *, min_position: int
    ) -> Found[ReferralRow]:
        with self.at(min_position, reach) as (connection, position):
            found = connection.execute(_page(reach, wanted, page)).all()
            rows = self.opened(ReferralRow, found[: page.bounded], referrals)
            return Found(
                rows,
                self.people(connection, {row.pathway_id for row in rows}),
                position,
                cursor_at(rows[-1].since, rows[-1].referral_id) if len(found) > len(rows) else None,
            )


def _page(reach: Reach, wanted: ReferralFilter, page: PageAsked) -> Select[Any]:
    since, referral_id = referrals.c.since, referrals.c.referral_id
    place = tuple_(since, referral_id)
    query = live("referrals", referrals).where(
        referrals.c.box == wanted.box,
        referrals.c.is_open == wanted.is_open,
        within(reach, referrals),
    )
    if wanted.states:
        query = query.where(referrals.c.state.in_(wanted.states))
    if page.after is not None:
        after = place_at(page.after)
        query = query.where(place > after if wanted.is_open else place < after)
    order = (since, referral_id) if wanted.is_open else (since.desc(), referral_id.desc())
    return query.order_by(*order).limit(page.bounded + 1)
