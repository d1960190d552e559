"""The tables of the `views` group; made by its migrations.

Rows of a view carry the generation they belong to: a rebuild fills the next one beside the one
that is read, under the same grants and policies, and swaps by changing one number.
"""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, MetaData, String, Table

from application.views.agenda import AgendaKind
from application.views.caseload import DueKind
from application.views.referrals import Box
from domain.activity.words import ActivityKind
from domain.data_classes import DataClass
from domain.organisation.registration import OrganisationKind
from domain.pathway.duplicates import FlagState
from domain.pathway.grounds.words import EmergencyReason, Verdict
from domain.pathway.referrals.referral import ReferralState
from domain.pathway.referrals.words import Service, Urgency
from domain.pathway.reminder_answers import Answer
from domain.rights.schemes import Scheme
from infrastructure.views.columns import Blinded, Id, Instant, Sealed, Word

metadata = MetaData()

checkpoint = Table(  # one row: how far the live generations have come
    "view_checkpoint",
    metadata,
    Column("position", BigInteger, nullable=False),  # events up to here are in the rows
    Column("edition", BigInteger, nullable=False),  # counts swaps: what was known before is void
)

generations = Table(
    "view_generations",
    metadata,
    Column("view", String(32), primary_key=True),
    Column("live", Integer, nullable=False),  # the generation that is read
    Column("version", Integer, nullable=False),  # of the view's definition, when it was made
)

rebuilds = Table(  # generations being filled
    "view_rebuilds",
    metadata,
    Column("view", String(32), primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),  # events up to here are in its streams
    Column("through", Id),  # streams up to this one are done
)

parked = Table(
    "view_parked",
    metadata,
    Column("stream_id", Id, primary_key=True),
    Column("position", BigInteger, nullable=False),  # the event which could not be projected
    Column("code", String(64), nullable=False),
    Column("since", Instant, nullable=False),
)

people = Table(
    "view_people",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("called", Sealed),
    Column("given_names", Sealed),
    Column("family_name", Sealed),
    Column("in_latin", Sealed),
)

names = Table(
    "view_names",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("token", Blinded, primary_key=True),
)

caseload = Table(
    "view_caseload",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("data_class", Word(DataClass), primary_key=True),
    Column("owner_id", Id, primary_key=True),
    Column("referent_id", Id),
    Column("is_open", Boolean(create_constraint=False), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("due_kind", Word(DueKind)),
    Column("last_contact_at", Instant),
    Column("open_referrals", Integer, nullable=False),
    Column("right_ends_on", Date, nullable=False),
    Column("right_scheme", Sealed(Scheme)),
)

referrals = Table(
    "view_referrals",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("referral_id", Id, primary_key=True),
    Column("owner_id", Id, primary_key=True),
    Column("data_class", Word(DataClass), nullable=False),
    Column("box", Word(Box), nullable=False),
    Column("state", Word(ReferralState), nullable=False),
    Column("is_open", Boolean(create_constraint=False), nullable=False),
    Column("holder_id", Id),
    Column("since", Instant, nullable=False),
    Column("requested_at", Instant),
    Column("other_id", Id),
    Column("urgency", Word(Urgency), nullable=False),
    Column("service", Sealed(Service)),
    Column("outside_service", Sealed),
)

agenda = Table(
    "view_agenda",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("item_id", Id, primary_key=True),
    Column("owner_id", Id, primary_key=True),
    Column("data_class", Word(DataClass), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("kind", Word(AgendaKind), nullable=False),
    Column("state", String(32), nullable=False),
    Column("member_id", Id),
    Column("what", Sealed),
    Column("answer", Word(Answer)),
)

emergencies = Table(
    "view_emergencies",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("access_id", Id, primary_key=True),
    Column("awaits_verdict", Boolean(create_constraint=False), nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("member_id", Id, nullable=False),
    Column("of_organisation", Id, nullable=False),
    Column("verdict", Word(Verdict)),
    Column("reason", Sealed(EmergencyReason)),
)

invitations = Table(
    "view_invitations",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("invited_by", Id, nullable=False),
)

grants = Table(
    "view_grants",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("data_class", Word(DataClass), primary_key=True),
    Column("source_id", Id, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),
)

barred = Table(
    "view_barred",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("member_id", Id, primary_key=True),
)

likenesses = Table(  # read by whoever keeps the views, for nobody who looks
    "view_likenesses",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("sign", Blinded(by_network=True), primary_key=True),
)

duplicates = Table(
    "view_duplicates",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("flag_id", Id, primary_key=True),
    Column("awaits_answer", Boolean(create_constraint=False), nullable=False),
    Column("since", Instant, nullable=False),
    Column("state", Word(FlagState), nullable=False),
)

organisations = Table(
    "view_organisations",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("organisation_id", Id, primary_key=True),
    Column("sorted_as", String(480), nullable=False),
    Column("name", String(120), nullable=False),
    Column("kind", Word(OrganisationKind), nullable=False),
    Column("territory", String(120), nullable=False),
    Column("call_back", String(120), nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("partner_from", Date),
    Column("partner_until", Date),
)

observatory = Table(  # what each pathway contributes to the figures, in one sealed word
    "view_observatory",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("pathway_id", Id, primary_key=True),
    Column("said", Sealed, nullable=False),
)

activities = Table(
    "view_activities",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("activity_id", Id, primary_key=True),
    Column("organisation_id", Id, nullable=False),
    Column("kind", Word(ActivityKind), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("place", Sealed),
)

activity_figures = Table(  # what each activity adds to the figures, in one sealed word
    "view_activity_figures",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("activity_id", Id, primary_key=True),
    Column("said", Sealed, nullable=False),
)

OF_VIEW = {
    "people": people,
    "names": names,
    "caseload": caseload,
    "referrals": referrals,
    "agenda": agenda,
    "emergencies": emergencies,
    "invitations": invitations,
    "grants": grants,
    "barred": barred,
    "likenesses": likenesses,
    "duplicates": duplicates,
    "organisations": organisations,
    "observatory": observatory,
    "activity_figures": activity_figures,
    "activities": activities,
}
