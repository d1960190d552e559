"""What may be written of rapid tests, in canaries."""

from tests.api.speaking import Speaker
from tests.canaries.writing import LEFT_OUT, Writer


def tell_of_a_test(writer: Writer, ines: Speaker, claire: Speaker, awa: str) -> None:
    """By who makes one, and by who makes it possible."""
    kinds, now = ["hiv"], {"at": "2026-03-04T10:00:00Z"}
    writer.writes(claire, "/screening/authorisations", kinds=kinds, starts_on="2026-01-01")
    trained = {"member_id": ines.reads("/sessions/current").json()["membership_id"]}
    claire.recorded("/screening/trainings", kinds=kinds, starts_on="2026-01-01", **trained)
    kit = {"kind": "hiv", "expires_on": "2026-12-31", "window": LEFT_OUT}
    lot = writer.writes(claire, "/screening/lots", kit=kit)
    ines.recorded(f"{awa}/screening/consents", kinds=kinds, informed=True, **now)
    made = ines.recorded(f"{awa}/screening/tests", lot_id=lot, sample="oral_fluid", **now)
    test = f"{awa}/screening/tests/{made}"
    ines.recorded(f"{test}/reading", result="positive", at="2026-03-04T10:20:00Z")
    writer.writes(ines, f"{test}/confirmation")
    writer.writes(ines, f"{test}/confirmation/refusal")
    writer.writes(claire, f"/screening/lots/{lot}/recall")
    for path in (test, f"{awa}/screening"):
        assert ines.reads(path).is_success
    for path in ("/screening", f"/screening/lots/{lot}/tests"):
        ines.reads(path)
