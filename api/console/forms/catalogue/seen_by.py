"""Who sees what is no entry of a pathway; and where its forms lead."""

from collections.abc import Mapping
from typing import Any

from api.languages.words import phrase

IN_FIELD: Mapping[str, Any] = {
    "after": "/field",
    "seen_by": phrase("Your organisation alone sees this. It is about nobody in particular."),
}
ACTIVITY_MADE: Mapping[str, Any] = {**IN_FIELD, "after": "/field/activities/{made}"}
ON_ACTIVITY: Mapping[str, Any] = {**IN_FIELD, "after": "/field/activities/{activity_id}"}
IN_SCREENING: Mapping[str, Any] = {**IN_FIELD, "after": "/field/screening"}
IN_CONSULTATIONS: Mapping[str, Any] = {**IN_FIELD, "after": "/field/consultations"}
FACILITY_MADE: Mapping[str, Any] = {
    "after": "/field/places/{made}",
    "seen_by": phrase("Everybody in the network may know this."),
}
OF_FACILITY: Mapping[str, Any] = {**FACILITY_MADE, "after": "/field/places/{facility_id}"}
OF_NETWORK: Mapping[str, Any] = {
    "after": "/network",
    "seen_by": phrase("Everybody in the network may know this."),
}
OF_ORGANISATION: Mapping[str, Any] = {**OF_NETWORK, "after": "/network/{organisation_id}"}
OF_OFFICE: Mapping[str, Any] = {
    "after": "/network/{organisation_id}",
    "seen_by": phrase("Those who administer the organisation alone see this."),
}
OF_MANDATES: Mapping[str, Any] = {**OF_NETWORK, "after": "/audit"}
OF_COLLEAGUES: Mapping[str, Any] = {
    "after": "/network",
    "seen_by": phrase("Your colleagues may know this; what they see of people does not change."),
}
OF_STAND_INS: Mapping[str, Any] = {**OF_COLLEAGUES, "after": "/network/loans"}
