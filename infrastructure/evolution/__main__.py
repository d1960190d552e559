"""Pin the facts as they are now: `python -m infrastructure.evolution`."""

import sys
from pathlib import Path

from infrastructure.evolution.catalogue import PINNED, broken, pinned, pinned_anew, write
from infrastructure.evolution.published import published_facts

ADVICE = """\
Rows already written would not be read. Raise the schema version of the fact and add an upcaster
in infrastructure/evolution/upcasting.py; or, if no release ever wrote it, take its entry out of
infrastructure/evolution/event_catalogue.json first. Then run this again.
"""


def main(path: Path = PINNED) -> int:
    facts, catalogue = published_facts(), pinned(path)
    if problems := broken(catalogue, facts):
        sys.stderr.write("\n".join([*problems, "", ADVICE]))
        return 1
    write(pinned_anew(catalogue, facts), path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
