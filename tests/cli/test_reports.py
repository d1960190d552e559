"""`cordee report`: the yearly report of the demo's programme, into a file."""

from pathlib import Path

from tests.cli.cordee import Cordee
from tests.cli.test_pathways import credentials


def test_a_report_is_written_into_a_file_that_was_not_there(demo: Cordee, tmp_path: Path) -> None:
    email, password = credentials(demo, "odette")
    demo.run("views", "rebuild")
    asked = ("report", "2026", "--programme", "rescorda", "--email", email)
    file = tmp_path / "report.html"
    written = demo.run(*asked, "--to", str(file), environment=password)
    assert written.exit_code == 0, written.output
    assert "Rapport d’activité 2026" in file.read_text("utf-8")
    assert demo.run(*asked, "--to", str(file), environment=password).exit_code == 2
    sheet = tmp_path / "report.csv"
    demo.run(*asked, "--format", "csv", "--to", str(sheet), environment=password)
    assert "155914.00" in sheet.read_text("utf-8")
    told = demo.read(*asked, environment=password)
    position = told["figures"]["position"]
    assert demo.read(*asked, "--position", position, environment=password) == told


def test_a_programme_that_is_not_set_up_has_no_report(demo: Cordee) -> None:
    email, password = credentials(demo, "odette")
    asked = ("report", "2026", "--programme", "other", "--email", email)
    demo.refuses("programme-unknown", *asked, environment=password)
