"""A second reading of the rules, as tables: written from the law, without looking at the code."""

IDENTITY, SOCIAL, STATUS, HEALTH = "identity", "social", "status", "health"
MENTAL, SCREENING, PROTECTION = "mental_health", "screening", "protection"

MET = {
    "doctor": {IDENTITY, SOCIAL, STATUS, HEALTH, MENTAL, SCREENING, PROTECTION},
    "nurse": {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION},
    "midwife": {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION},
    "pharmacist": {IDENTITY, SOCIAL, STATUS, HEALTH, SCREENING, PROTECTION},
    "psychologist": {IDENTITY, SOCIAL, STATUS, HEALTH, MENTAL, SCREENING, PROTECTION},
    "social_worker": {IDENTITY, SOCIAL, STATUS, HEALTH, PROTECTION},
    "mediator": {IDENTITY, SOCIAL, STATUS, PROTECTION},
    "socio_beautician": {IDENTITY, SOCIAL},
    "administrative": {IDENTITY, SOCIAL},
    "other": {IDENTITY, SOCIAL},
}
PLACES = ("team", "circle", "let_go", "outside")
GROUNDS = (
    *("none", "own_act", "exchange", "exchange_later", "exchange_another"),
    *("protection", "protection_on", "emergency", "emergency_over"),
)
CONSENTS = (
    *("none", "given", "other_class", "to_member", "to_colleague", "to_another", "refused"),
    *("withdrawn", "expired", "not_yet", "objected", "objected_organisation"),
)
NAMED_TOO = {"given", "other_class", "to_member"}  # who may be spoken of may be named

# Any of these lines is enough: (places, grounds, consents, classes); None: whichever.
ALLOWED = (
    ({"team"}, None, None, None),
    ({"circle"}, None, {"given", "to_member"}, None),
    ({"circle"}, None, NAMED_TOO, {IDENTITY}),
    ({"circle"}, {"exchange"}, None, None),
    ({"circle"}, {"protection_on"}, None, {IDENTITY, SOCIAL, PROTECTION}),
    (None, {"emergency"}, None, None),
)
OBJECTED = {"objected", "objected_organisation"}
SEE_SOMETHING = (  # where one's own acts are seen too: whoever sees the pathway at all
    ({"team"}, None),
    ({"circle"}, {"given", "to_member", "other_class"}),
    ({"let_go"}, None),
)


def reads(profession: str, place: str, ground: str, consent: str, data_class: str) -> bool:
    """Whether a caseworker of the organisation reads such a fact."""
    if consent in OBJECTED:
        return False
    if ground == "own_act" and _is_there(place, consent):
        return True
    if data_class not in MET[profession]:
        return False
    if ground == "protection_on" and PROTECTION not in MET[profession]:
        return _is_allowed(place, "none", consent, data_class)
    return _is_allowed(place, ground, consent, data_class)


def listed(profession: str, place: str, ground: str, consent: str, data_class: str) -> bool:
    """Whether it is in lists across pathways, which show no more than the pathway itself."""
    if place == "team" and ground == "own_act" and data_class not in {IDENTITY, SOCIAL}:
        return consent not in OBJECTED
    to_all = consent in {"given", "other_class"}  # a consent to one member is read on the pathway
    shared = place == "team" or (place == "circle" and to_all)
    return shared and reads(profession, place, "none", consent, data_class)


def sends(place: str, consent: str, data_class: str) -> bool:
    """Whether such content may be sent to the organisation."""
    if consent == "objected_organisation":
        return False
    named = data_class == IDENTITY and consent in {"given", "other_class"}
    return place == "team" or consent == "given" or named


def _is_there(place: str, consent: str) -> bool:
    return any(
        place in places and (consents is None or consent in consents)
        for places, consents in SEE_SOMETHING
    )


def _is_allowed(place: str, ground: str, consent: str, data_class: str) -> bool:
    asked = (place, ground, consent, data_class)
    return any(
        all(wanted is None or one in wanted for one, wanted in zip(asked, line, strict=True))
        for line in ALLOWED
    )
