from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from infrastructure.settings import Settings
from tests.infrastructure.databases import installed
from workers.composition import RedisNotSet, run_scheduler, run_worker


@pytest.mark.parametrize("run", [run_scheduler, run_worker])
def test_without_redis_there_is_no_separate_process(
    tmp_path: Path, run: Callable[[Settings, Event], None]
) -> None:
    with pytest.raises(RedisNotSet, match="CORDEE_REDIS_URL"):
        run(installed(Settings(data=tmp_path)), Event())
