"""Words for who works together, and for who they meet."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.members import MemberStatus, Profession, Role
from domain.organisation.registration import OrganisationKind
from domain.pathway.contacts import ContactKind, RemovalReason
from domain.pathway.duplicates import FlagState
from domain.pathway.household.words import AuthorityEnd, AuthorityHolder, HouseholdKind
from domain.pathway.opening import MetAt
from domain.pathway.person import CorrectionReason, Gender, Housing

PEOPLE: Tables = {
    Profession: {
        Profession.DOCTOR: phrase("Doctor"),
        Profession.NURSE: phrase("Nurse"),
        Profession.MIDWIFE: phrase("Midwife"),
        Profession.PHARMACIST: phrase("Pharmacist"),
        Profession.PSYCHOLOGIST: phrase("Psychologist"),
        Profession.SOCIAL_WORKER: phrase("Social worker"),
        Profession.MEDIATOR: phrase("Mediator"),
        Profession.SOCIO_BEAUTICIAN: phrase("Socio-beautician"),
        Profession.ADMINISTRATIVE: phrase("Office staff"),
        Profession.OTHER: phrase("Other profession"),
    },
    MemberStatus: {
        MemberStatus.EMPLOYEE: phrase("Employee"),
        MemberStatus.VOLUNTEER: phrase("Volunteer"),
    },
    Role: {
        Role.CASEWORKER: phrase("Caseworker"),
        Role.COORDINATOR: phrase("Coordinator"),
        Role.AUDITOR: phrase("Auditor"),
        Role.ADMINISTRATOR: phrase("Administrator"),
    },
    OrganisationKind: {
        OrganisationKind.ASSOCIATION: phrase("Association"),
        OrganisationKind.SOCIAL_SERVICE: phrase("Social service"),
        OrganisationKind.HEALTH_STRUCTURE: phrase("Health structure"),
        OrganisationKind.HEALTH_INSURANCE: phrase("Health insurance fund"),
        OrganisationKind.EMERGENCY_HOUSING_LINE: phrase("Emergency housing line (SIAO, 115)"),
        OrganisationKind.SHELTER: phrase("Shelter or maternal centre"),
        OrganisationKind.ASYLUM_RECEPTION: phrase("Asylum reception"),
        OrganisationKind.LOCAL_AUTHORITY: phrase("Local authority"),
        OrganisationKind.STATE_SERVICE: phrase("State service"),
        OrganisationKind.OTHER: phrase("Other"),
    },
    Gender: {
        Gender.WOMAN: phrase("Woman"),
        Gender.MAN: phrase("Man"),
        Gender.OTHER: phrase("Other"),
    },
    Housing: {
        Housing.OWNER: phrase("Owner"),
        Housing.TENANT: phrase("Tenant"),
        Housing.HOSTED: phrase("Hosted by family or friends"),
        Housing.SHELTER: phrase("Shelter"),
        Housing.HOTEL: phrase("Hotel paid by a service"),
        Housing.ASYLUM_RECEPTION: phrase("Asylum reception"),
        Housing.MATERNAL_CENTRE: phrase("Maternal centre"),
        Housing.REFUGE: phrase("Refuge whose address is secret"),
        Housing.INSTITUTION: phrase("Institution"),
        Housing.CAMP: phrase("Camp or squat"),
        Housing.VEHICLE: phrase("Vehicle"),
        Housing.STREET: phrase("Street"),
        Housing.OTHER: phrase("Other"),
    },
    CorrectionReason: {
        CorrectionReason.MISTYPED: phrase("Mistyped"),
        CorrectionReason.DOCUMENT_SEEN: phrase("A document was seen"),
        CorrectionReason.PERSON_SAID: phrase("The person said so"),
    },
    ContactKind: {
        ContactKind.MOBILE: phrase("Mobile telephone"),
        ContactKind.LANDLINE: phrase("Landline"),
        ContactKind.EMAIL: phrase("E-mail"),
        ContactKind.POSTAL: phrase("Postal address"),
        ContactKind.THIRD_PARTY: phrase("Through somebody"),
    },
    RemovalReason: {
        RemovalReason.NO_LONGER_WORKS: phrase("No longer works"),
        RemovalReason.PERSON_ASKED: phrase("Asked by the person"),
        RemovalReason.ENTERED_IN_ERROR: phrase("Entered in error"),
    },
    HouseholdKind: {
        HouseholdKind.ALONE: phrase("Alone"),
        HouseholdKind.COUPLE: phrase("Couple"),
        HouseholdKind.SINGLE_PARENT: phrase("Single parent"),
        HouseholdKind.COUPLE_WITH_CHILDREN: phrase("Couple with children"),
        HouseholdKind.WITH_RELATIVES: phrase("With relatives"),
        HouseholdKind.OTHER: phrase("Other"),
    },
    AuthorityHolder: {
        AuthorityHolder.PERSON: phrase("The person"),
        AuthorityHolder.OTHER_PARENT: phrase("The other parent"),
        AuthorityHolder.GUARDIAN: phrase("Guardian"),
        AuthorityHolder.CHILD_WELFARE: phrase("Child welfare (ASE)"),
    },
    AuthorityEnd: {
        AuthorityEnd.CAME_OF_AGE: phrase("Came of age"),
        AuthorityEnd.COURT_DECIDED: phrase("Decided by a court"),
        AuthorityEnd.DIED: phrase("Death"),
        AuthorityEnd.ENTERED_IN_ERROR: phrase("Entered in error"),
    },
    MetAt: categories.MET_AT,
    FlagState: {
        FlagState.POSSIBLE: phrase("Possible"),
        FlagState.SUGGESTED: phrase("Suggested by somebody"),
        FlagState.ASKED: phrase("Answer awaited"),
        FlagState.DISMISSED: phrase("Not the same person"),
    },
}
