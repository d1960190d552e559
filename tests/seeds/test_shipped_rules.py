from datetime import date

from domain.rights.clocks import Deadline, ceiling_on, kept_until
from domain.rights.schemes import Decision, Document, Scheme
from seeds.rules.shipped import shipped_rules

RULES = shipped_rules().on(date(2026, 3, 1))


def test_facts_keep_the_version_that_the_file_bears() -> None:
    assert RULES.version == "rights-2026"


def test_every_scheme_but_other_is_spoken_of() -> None:
    assert set(RULES.schemes) == set(Scheme) - {Scheme.OTHER}


def test_what_silence_means_is_verified_where_it_may_decide() -> None:
    deciding = {
        scheme: rules.answer.silence
        for scheme, rules in RULES.schemes.items()
        if rules.answer and rules.answer.verified
    }
    assert deciding == {
        Scheme.DOMICILIATION: Decision.REFUSED,
        Scheme.AAH: Decision.REFUSED,
    }


def test_a_prescription_proves_no_residence() -> None:
    rule = RULES.of(Scheme.AME).document(Document.RESIDENCE)
    assert rule is not None
    assert {"prescription", "travel_pass"} == rule.refused_papers


def test_a_minor_proves_neither_three_months_of_stay_nor_resources() -> None:
    rules = RULES.of(Scheme.AME)
    assert rules.documents_asked(of_minor=True) == (Document.IDENTITY,)
    assert set(rules.documents_asked(of_minor=False)) == {
        Document.IDENTITY,
        Document.RESIDENCE,
        Document.RESOURCES,
    }


def test_basic_cover_outlives_the_permit() -> None:
    kept = kept_until(RULES.of(Scheme.PUMA).keeping, permit_ended=date(2026, 1, 31), noticed=None)
    assert kept == Deadline(date(2026, 9, 14), verified=True)


def test_ceilings_follow_the_size_of_the_household() -> None:
    ceiling = ceiling_on(RULES.of(Scheme.C2S), date(2026, 3, 31))
    assert ceiling is not None
    assert [ceiling.free_for(people) for people in (1, 4, 6)] == [10_339, 21_711, 29_981]
    assert [ceiling.with_contribution_for(people) for people in (2, 5)] == [20_936, 34_894]


def test_a_ceiling_that_nobody_verified_is_not_known() -> None:
    assert ceiling_on(RULES.of(Scheme.C2S), date(2026, 4, 1)) is None
