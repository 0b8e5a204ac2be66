"""Drive a browser by the commands of W3C WebDriver: Firefox by its own port, WebKit by its driver's address.

No more than the walk needs. Firefox speaks the commands over a socket (Marionette), so nothing but itself is
asked for; WebKitGTK has a driver that speaks HTTP.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.error import URLError
from urllib.request import Request, urlopen

FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("WebKitWebDriver",)
PACKAGES = {"Firefox": "firefox-esr", "WebKit": "webkit2gtk-driver"}
_MINI_BROWSERS = ("webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0")
_PATHS = {
    "Navigate": "url",
    "ExecuteAsyncScript": "execute/async",
    "PerformActions": "actions",
    "SetWindowRect": "window/rect",
}
"""Where the commands stand in the driver's addresses."""
_PATIENCE = 60.0
"""Seconds for a browser to start or to answer."""
_RUN = """const done = arguments[arguments.length - 1];
Promise.resolve((%s)(...arguments[0])).then(
  value => done({value: value === undefined ? null : value}), error => done({error: String(error)}));"""


class EngineError(Exception):
    """The browser refused a command, or a script in the page failed. The text is the browser's own."""


class Engine(Protocol):
    """A browser with one window."""

    name: str
    version: str

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""

    def run(self, function: str, *values: Any) -> Any:
        """Call a JavaScript function, given as text, with ``values``; wait for it, and return what it gives.

        Raises ``EngineError`` with what the script says when it fails.
        """

    def press(self, keys: str) -> None:
        """Press keys one after the other; those without a letter are WebDriver's code points."""

    def size(self, width: int, height: int) -> None:
        """Make the window this large, in CSS pixels, or as small as the browser lets it be."""


class _Driven(ABC):
    """What both browsers share: the commands, whichever way they are sent."""

    name = ""
    version = ""

    @abstractmethod
    def send(self, command: str, **values: Any) -> Any:
        """Send a command of WebDriver by its name, and return what the browser answers."""

    def go(self, address: str) -> None:
        self.send("Navigate", url=address)

    def run(self, function: str, *values: Any) -> Any:
        told = self.send("ExecuteAsyncScript", script=_RUN % function, args=[list(values)])
        if told is None:
            raise EngineError("sidan lämnades innan den svarade")
        if "error" in told:
            raise EngineError(told["error"])
        return told["value"]

    def press(self, keys: str) -> None:
        steps = [{"type": way, "value": key} for key in keys for way in ("keyDown", "keyUp")]
        self.send("PerformActions", actions=[{"type": "key", "id": "tangentbord", "actions": steps}])

    def size(self, width: int, height: int) -> None:
        self.send("SetWindowRect", width=width, height=height)


class Firefox(_Driven):
    """Firefox over Marionette: messages are ``length:[0, number, name, values]``."""

    name = "Firefox"

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._number = 0
        self._read()  # who it is
        self.version = self.send("NewSession")["capabilities"]["browserVersion"]

    def send(self, command: str, **values: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, f"WebDriver:{command}", values]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            raise EngineError(f"{error['error']}: {error['message']}")
        return result["value"] if set(result) == {"value"} else result

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._some(1)
        wanted, got = int(length[:-1]), b""
        while len(got) < wanted:
            got += self._some(wanted - len(got))
        return json.loads(got)

    def _some(self, most: int) -> bytes:
        got = self._socket.recv(min(most, 1 << 16))
        if not got:
            raise EngineError("webbläsaren slutade svara")
        return got


class WebKit(_Driven):
    """WebKitGTK's small browser over HTTP."""

    name = "WebKit"

    def __init__(self, port: int, browser: str) -> None:
        self._root = f"http://127.0.0.1:{port}/session"
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        made = self._post(self._root, {"capabilities": wanted})
        self._root += f"/{made['sessionId']}"
        self.version = made["capabilities"]["browserVersion"]

    def send(self, command: str, **values: Any) -> Any:
        return self._post(f"{self._root}/{_PATHS[command]}", values)

    def end(self) -> None:
        """Close the browser."""
        with suppress(URLError):
            urlopen(Request(self._root, method="DELETE"), timeout=_PATIENCE).close()

    @staticmethod
    def _post(address: str, values: dict[str, Any]) -> Any:
        body = json.dumps(values).encode()
        request = Request(address, body, {"Content-Type": "application/json"})
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:
                return json.load(answer)["value"]
        except URLError as error:
            told = getattr(error, "fp", None)
            raise EngineError(told.read().decode() if told else str(error)) from None


@contextmanager
def firefox() -> Iterator[Firefox | None]:
    """Start Firefox unseen, with nothing of the user's, or give None where it is missing."""
    program = _first(FIREFOX)
    if program is None:
        yield None
        return
    with tempfile.TemporaryDirectory() as profile:
        port = _free_port()
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        with _running([program, "--marionette", "--headless", "--no-remote", "--profile", profile]):
            yield Firefox(port)


@contextmanager
def webkit() -> Iterator[WebKit | None]:
    """Start WebKitGTK's browser unseen, or give None where something of it is missing."""
    program, screen = _first(WEBKIT), shutil.which("Xvfb")
    browsers = [path for name in _MINI_BROWSERS for path in Path("/usr/lib").glob(f"*/{name}/MiniBrowser")]
    if program is None or screen is None or not browsers:
        yield None
        return
    port = _free_port()
    with _screen(screen) as display, _running([program, f"--port={port}"], DISPLAY=display):
        _connected(port).close()
        made = WebKit(port, str(browsers[0]))
        yield made
        made.end()


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """Start a screen that nobody sees, and give its name."""
    seen, told = os.pipe()
    command = [program, "-displayfd", str(told), "-screen", "0", "1600x1200x24"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as process:
        os.close(told)
        with os.fdopen(seen) as answer:
            yield f":{answer.readline().strip()}"
        process.terminate()


@contextmanager
def _running(command: list[str], **variables: str) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env={**os.environ, **variables}, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


def _first(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _connected(port: int) -> socket.socket:
    """Return a connection to ``port`` when somebody listens there."""
    last = time.monotonic() + _PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        except OSError:
            if time.monotonic() > last:
                raise EngineError("webbläsaren startade inte") from None
            time.sleep(0.1)
