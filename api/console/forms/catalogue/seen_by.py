"""Who sees what is no entry of a pathway; and where its forms lead."""

from collections.abc import Mapping
from typing import Any

from api.languages.words import phrase

IN_FIELD: Mapping[str, Any] = {
    "after": "/field",
    "seen_by": phrase("Your organisation alone sees this. It is about nobody in particular."),
}
OF_FACILITY: Mapping[str, Any] = {
    "after": "/field",
    "seen_by": phrase("Everybody in the network may know this."),
}
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
