"""What survives a power cut."""

import os
from pathlib import Path


def make_durable(path: Path) -> None:
    """Have a file, or the names in a folder, written down before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
