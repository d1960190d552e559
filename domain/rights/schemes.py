"""The rights that the network helps to open, the papers they ask for, the coded reasons."""

from enum import StrEnum

from domain.data_classes import DataClass


class Scheme(StrEnum):
    """A right as a procedure; French names stand in the interface."""

    PUMA = "puma"  # basic health cover
    AME = "ame"  # state medical aid
    C2S = "c2s"  # complementary health cover
    DSUV = "dsuv"  # urgent and vital care
    PASS = "pass"  # noqa: S105 (the hospital access-to-care unit, not a password)
    DOMICILIATION = "domiciliation"
    RSA = "rsa"
    AAH = "aah"  # disabled adults, through the departmental house (MDPH)
    MATERNAL_CENTRE = "maternal_centre"  # through child welfare (ASE)
    ALD = "ald"  # long-term illness
    HEALTH_ACCOMPANIMENT = "health_accompaniment"  # the insurance fund's mission
    OTHER = "other"

    @property
    def data_class(self) -> DataClass:
        """What it tells of a person to ask for this right.

        AME and DSUV exist for people without a residence permit; ALD and AAH say illness or
        disability; a maternal centre is child welfare. The others say low means or nothing.
        """
        return SCHEME_CLASSES.get(self, DataClass.SOCIAL)

    @property
    def cover(self) -> "Cover | None":
        """The health cover that this right gives, where an interruption of it is counted."""
        return SCHEME_COVERS.get(self)


class Cover(StrEnum):
    """Rights of one kind of cover relieve each other: PUMa after AME leaves no gap."""

    BASIC = "basic"
    COMPLEMENTARY = "complementary"


SCHEME_CLASSES = {
    Scheme.AME: DataClass.STATUS,
    Scheme.DSUV: DataClass.STATUS,
    Scheme.ALD: DataClass.HEALTH,
    Scheme.AAH: DataClass.HEALTH,
    Scheme.MATERNAL_CENTRE: DataClass.PROTECTION,
}
SCHEME_COVERS = {
    Scheme.PUMA: Cover.BASIC,
    Scheme.AME: Cover.BASIC,
    Scheme.C2S: Cover.COMPLEMENTARY,
}


class Document(StrEnum):
    """What a supporting document proves; the paper that proves it has a code of its own."""

    IDENTITY = "identity"
    RESIDENCE = "residence"
    RESOURCES = "resources"
    PHOTOGRAPH = "photograph"
    DOMICILIATION_CERTIFICATE = "domiciliation_certificate"
    HOST_STATEMENT = "host_statement"
    BANK_DETAILS = "bank_details"
    MEDICAL_CERTIFICATE = "medical_certificate"
    FAMILY_RECORD = "family_record"
    RESIDENCE_PERMIT = "residence_permit"
    REFUSAL_OF_COVER = "refusal_of_cover"
    OTHER = "other"


class DocumentRejection(StrEnum):
    UNREADABLE = "unreadable"
    OUT_OF_DATE = "out_of_date"
    NAME_DIFFERS = "name_differs"
    NOT_ACCEPTED_AS_PROOF = "not_accepted_as_proof"
    INCOMPLETE = "incomplete"
    LOST = "lost"
    OTHER = "other"


class RefusalReason(StrEnum):
    RESOURCES = "resources"
    RESIDENCE_NOT_PROVED = "residence_not_proved"
    STAY_TOO_SHORT = "stay_too_short"
    IDENTITY_NOT_PROVED = "identity_not_proved"
    FILE_INCOMPLETE = "file_incomplete"
    NO_LINK_WITH_COMMUNE = "no_link_with_commune"
    OUTSIDE_APPROVAL = "outside_approval"  # of the body that domiciles
    SATURATION = "saturation"
    MEDICAL_OPINION = "medical_opinion"
    OTHER_RIGHT_FIRST = "other_right_first"
    OTHER = "other"


class SuspensionReason(StrEnum):
    DECLARATION_MISSING = "declaration_missing"
    CONTACT_LOST = "contact_lost"
    SITUATION_CHECKED = "situation_checked"
    OTHER = "other"


class EndReason(StrEnum):
    TERM = "term"
    PERSON_ASKED = "person_asked"
    NO_LINK_ANY_MORE = "no_link_any_more"
    NO_CONTACT = "no_contact"
    RULE_NOT_RESPECTED = "rule_not_respected"
    HOUSED = "housed"
    RESIDENCE_NO_LONGER_STABLE = "residence_no_longer_stable"
    OTHER_RIGHT = "other_right"  # another right takes over
    DEATH = "death"
    OTHER = "other"


class Decision(StrEnum):
    """What a service answers, or what its silence means."""

    GRANTED = "granted"
    REFUSED = "refused"


class AppealStep(StrEnum):
    PRIOR = "prior"  # before the service itself
    COURT = "court"


class NonTakeUp(StrEnum):
    """Why somebody entitled receives nothing (typology of the Odenore observatory)."""

    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"
    NOT_RECEIVED = "not_received"
    NOT_PROPOSED = "not_proposed"
