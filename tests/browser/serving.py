"""Serve the built site on this machine, as a plain web server would."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from browser.documents import base_path


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder under the path that the site is published at, and says nothing about it."""

    def __init__(self, *arguments: Any, base: str, fetched: list[str], **keywords: Any) -> None:
        self.base = base
        self.fetched = fetched
        super().__init__(*arguments, **keywords)

    def translate_path(self, path: str) -> str:
        """Map an address to a file: both `/x` and `/<published at>/x` are the file x of the site."""
        return super().translate_path("/" + path.removeprefix(self.base).lstrip("/"))

    def do_GET(self) -> None:
        """Answer, and note the path within the site."""
        self.fetched.append(self.path.partition("?")[0].removeprefix(self.base).lstrip("/"))
        super().do_GET()

    def log_message(self, *arguments: Any) -> None:
        """Keep the output of the tests clean."""


@dataclass(frozen=True)
class ServedSite:
    """A running server: the folder it serves, and the address of its root, which ends in `/`.

    `fetched` has the path of every file that was asked for.
    """

    folder: Path
    root: str
    fetched: list[str] = field(default_factory=list)

    def url(self, page: str = "") -> str:
        """The full address of a page given by its path within the site, such as `andamal/`."""
        return self.root + page


@contextmanager
def serve(folder: Path) -> Iterator[ServedSite]:
    """Serve `folder` on a free port of this machine while the block runs."""
    base = base_path(folder)
    fetched: list[str] = []
    handler = partial(_QuietHandler, directory=str(folder), base=base, fetched=fetched)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield ServedSite(folder, f"http://127.0.0.1:{server.server_port}{base}", fetched)
        server.shutdown()
        thread.join()
