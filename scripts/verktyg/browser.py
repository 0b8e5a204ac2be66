"""The browser that the tests drive: find the system's Chromium, or install it where that needs no question.

`make test` runs this file first, so that a missing browser is one line and never a skipped test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

MISSING = (
    "Chromium saknas, och webbläsartesterna behöver den. Installera med: sudo apt install chromium "
    "(eller ange en annan Chromium i miljövariabeln CHROMIUM)."
)


def find_browser() -> str | None:
    """The path of a Chromium: the one named by the variable CHROMIUM, else the first on PATH, else None."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next((path for command in COMMANDS if (path := shutil.which(command))), None)


def _as_root() -> list[str] | None:
    """What to put before a command to run it as root without a question, or None where there is no way."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_browser() -> None:
    """Install Chromium with apt-get where that works without asking; otherwise do nothing."""
    prefix = _as_root()
    if prefix is None or not shutil.which("apt-get"):
        return
    print("Installerar Chromium …", flush=True)
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *arguments]
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def main() -> int:
    """Print the browser's path and return 0, or say in one line what to install and return 1."""
    if find_browser() is None:
        install_browser()
    browser = find_browser()
    if browser is None:
        print(MISSING, file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
