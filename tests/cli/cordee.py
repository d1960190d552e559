"""The `cordee` command as a test types it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from api.cli.main import app

Environment = Mapping[str, str]
NOTHING: Environment = {}


@dataclass(frozen=True)
class Cordee:
    """Runs commands on one data folder."""

    data: Path

    def run(self, *words: str, typed: str = "", environment: Environment = NOTHING) -> Result:
        said = {"CORDEE_DATA": str(self.data), **environment}
        return CliRunner().invoke(app, [*words], input=typed, env=said)

    def read(self, *words: str, environment: Environment = NOTHING) -> Any:
        """What a command that works prints as JSON."""
        result = self.run(*words, "--json", environment=environment)
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def refuses(self, code: str, *words: str, environment: Environment = NOTHING) -> None:
        result = self.run(*words, environment=environment)
        assert result.exit_code == 1, result.output
        assert f"({code}, reference " in result.stderr


FOUNDING = (
    "init",
    *("--organisation", "Relais"),
    *("--kind", "association"),
    *("--territory", "Combrailles"),
    *("--call-back", "04 65 71 00 00"),
    *("--time-zone", "Europe/Paris"),
    *("--administrator", "Camille Ginkgo"),
    *("--email", "camille@example.org"),
)
