"""The rooms of the console, each with its routes."""

from api.console import look
from api.console.agenda import inbox
from api.console.agenda import pages as agenda
from api.console.audit import access, checking, mandates, reads, walking
from api.console.caseload import pages as caseload
from api.console.components import pages as components
from api.console.day import pages as day
from api.console.field import pages as field
from api.console.forms import pages as forms
from api.console.network import pages as network
from api.console.operator import pages as operator
from api.console.pathway import adding
from api.console.pathway import pages as pathway
from api.console.receipt import agreeing, handing, taking_back
from api.console.referrals import pages as referrals
from api.console.signing_in import entering, hats, leaving, reading

ROUTERS = (
    look.router,
    components.router,
    entering.router,
    hats.router,
    leaving.router,
    reading.router,
    day.router,
    caseload.router,
    referrals.router,
    agenda.router,
    inbox.router,
    pathway.router,
    adding.router,
    handing.router,
    agreeing.router,
    taking_back.router,
    forms.router,
    mandates.router,
    walking.router,
    access.router,
    reads.router,
    checking.router,
    *field.ROUTERS,
    operator.router,
    *network.ROUTERS,
)
