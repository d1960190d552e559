"""Make the virtual environment and install locked packages, saying what happens.

Run by the Makefile with the machine's own Python: standard library only.
"""

import fcntl
import re
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
OLDEST = (3, 11)
COUNTED = ("Collecting", "Processing", "Requirement already")  # how pip begins with a package
PACKAGE = re.compile(r"^[a-z0-9_.\-\[\],]+==", re.IGNORECASE | re.MULTILINE)


def main(environment: Path, locked: str) -> int:
    """Install a lock file, and Cordée itself, in the environment; 0 when that worked."""
    if sys.version_info < OLDEST:
        return _sorry("Cordée needs Python 3.11 or newer: make PYTHON=python3.12 ...")
    with (HERE / "install.py").open() as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # a second `make` waits for the first, then finds it done
        if not _made(environment):
            return _sorry(
                "Python cannot make a virtual environment here. On Debian and Ubuntu:\n"
                "  sudo apt install python3-venv"
            )
        lock = HERE / f"{locked}.txt"
        packages = ["--require-hashes", "-r", str(lock)]
        if not _installed(environment, packages, many=len(PACKAGE.findall(lock.read_text()))):
            return _sorry("The packages could not be installed; what pip said stands above.")
        if not _installed(environment, ["--no-deps", "-e", str(HERE.parent)], many=1):
            return _sorry("Cordée itself could not be installed; what pip said stands above.")
    return 0


def _made(environment: Path) -> bool:
    python = environment / "bin" / "python"
    if python.exists() and _runs([str(python), "-m", "pip", "--version"]):
        return True
    _say(f"Making a virtual environment in {environment} ...\n")
    try:
        venv.create(environment, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError):
        return False
    return True


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 (our own words)


def _installed(environment: Path, what: list[str], *, many: int) -> bool:
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install"]
    options = ["--disable-pip-version-check", "--no-input", "--no-color", *what]
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 (our own words)
        [*pip, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        for line in running.stdout or ():
            said.append(line)
            _show(said, many)
    _say("\n" if sys.stdout.isatty() else "")
    if running.returncode:
        _say("".join(said[-30:]))
    return running.returncode == 0


def _show(said: list[str], many: int) -> None:
    """Count packages on one line of a terminal; elsewhere, say only the great steps."""
    seen = sum(line.startswith(COUNTED) for line in said)
    putting = said[-1].startswith("Installing collected")
    if sys.stdout.isatty():
        step = "putting them in place" if putting else f"{min(seen, many)}/{many}"
        _say(f"\rInstalling packages: {step:<24}")
    elif putting and seen:
        _say(f"Installing {seen} packages ...\n")


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _sorry(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
