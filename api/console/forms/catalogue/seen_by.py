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
OF_COLLEAGUES: Mapping[str, Any] = {
    "after": "/network",
    "seen_by": phrase("Your colleagues may know this; what they see of people does not change."),
}
