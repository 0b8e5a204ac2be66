"""The site on this machine, made anew when a file changes: `make serve`.

One process shows the site and builds it, so that a build has the one before at hand. A change in the data
alone goes past MkDocs, as long as what MkDocs makes would be the same; every other change is a whole build.
The site lies in ``site/``, as ``bygg`` leaves it, and stays as it was where a build is stopped.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from threading import Timer
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from click import ClickException
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from ramberattelser import documents, guides, wishes
from ramberattelser.checking import refusal
from ramberattelser.commands.building import EPOCH, beside, may_be_replaced
from ramberattelser.commands.replacing import found, renew
from ramberattelser.earlier import Earlier, open_earlier, staying
from ramberattelser.pages import Site, build_site, search_page
from ramberattelser.settings import handwritten

CONFIG = "mkdocs.yml"
DATA = ("narratives", "clauses")
CODE = "scripts/ramberattelser"
AROUND = (CONFIG, "docs", "scripts/theme", "scripts/mkdocs_hook.py")
"""What MkDocs makes its part of the site from, but for what the data says."""
WATCHED = (*DATA, *AROUND, CODE)
LATER = 2.0
"""Seconds from a build to when what it left is thrown away; from the first, to a look at what it missed."""
STAYS = "Webbplatsen är som den var."

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^<>]*>')

Stamps = dict[str, tuple[int, int]]


class Workshop:
    """Builds the site of the project in ``root``, again and again."""

    def __init__(self, root: Path, say: Callable[[str], None] = print) -> None:
        self.root, self.target = root, root / "site"
        self._say = say
        self._hook: ModuleType | None = None
        self._config: MkDocsConfig | None = None
        self._earlier: Earlier | None = None
        self._around: Stamps = {}
        self._said: tuple[Any, ...] = ()
        self._host: frozenset[str] = frozenset()
        """The files that MkDocs made in the last whole build."""
        gc.disable()
        os.environ |= {
            wishes.AGAIN: "1",
            wishes.EARLIER_SITE: str(self.target),
            wishes.ZIPPED: "",
            "SOURCE_DATE_EPOCH": EPOCH,
        }

    def build(self) -> bool:
        """Make the site as the files say now; False, and the site as it was, where something stops it."""
        try:
            site = self._data_alone() if self._host_stays() else self._whole()
        except ClickException as error:
            self._say(error.format_message())
            return False
        if site is not None:
            search_page.at_hand(site)
        return site is not None

    def config(self, **settings: str) -> MkDocsConfig:
        """Return MkDocs' settings, as ``mkdocs.yml`` has them now."""
        return load_config(str(self.root / CONFIG), **settings)

    def _host_stays(self) -> bool:
        """Return whether MkDocs would make its part of the site anew from the same, and it lies there."""
        return self._around == self._stamps() and all((self.target / one).is_file() for one in self._host)

    def _whole(self) -> Site:
        self._around, self._earlier = {}, None
        before = self._stamps()
        with beside(self.target) as side:
            config = self.config(site_dir=str(side))
            mkdocs_build(config)
            (self._hook,) = config["hooks"].values()
            site: Site = self._hook.now["site"]
            kept = staying(side)
            self._host = frozenset(found(side)[0] - site.names)
            renew(self.target, side, kept)
        self._config, self._said, self._around = config, self._told(site), before
        return site

    def _data_alone(self) -> Site | None:
        """Write what the data makes, if MkDocs' part stays as it is, else the whole; None for faulty data."""
        assert self._hook is not None
        assert self._config is not None
        site, findings = build_site(self.root, self._config.site_url or "")
        if site is None:
            self._say(f"{refusal(findings)}\n{STAYS}")
            return None
        try:
            same = self._told(site) == self._said
        except guides.GuideError:
            same = False
        if not same or self._host & site.names:
            return self._whole()
        earlier = self._earlier.again() if self._earlier else open_earlier(self.root)
        self._earlier = None
        with beside(self.target) as side:
            documents.write(site, side, self._hook.now["template"], self._config, earlier)
            renew(self.target, side, [*staying(side), *self._host])
        self._earlier = earlier
        return site

    def _told(self, site: Site) -> tuple[Any, ...]:
        """Return what MkDocs' part of the site has from the data."""
        pages = handwritten.texts(self.root)
        return documents.site_map(site), {name: guides.expand(text, site) for name, text in pages.items()}

    def _stamps(self) -> Stamps:
        return _stamps(self.root / name for name in AROUND)


class Shown(LiveReloadServer):
    """MkDocs' server, whose pages may run the script that loads them anew: their policy knows none of it."""

    def ask(self) -> None:
        """Build anew, as if a file had changed."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        made: bytes = super()._inject_js_into_html(_POLICY.sub(b"", content), epoch)  # type: ignore[no-untyped-call]
        return made


def main() -> int:
    """Build, then show the site until stopped; 1 where there is nothing to show."""
    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    root = Path.cwd()
    before = _stamps(root / name for name in WATCHED)
    workshop = Workshop(root)
    if not may_be_replaced(workshop.target):
        print("site innehåller annat än en webbplats — flytta undan det.", file=sys.stderr)
        return 1
    if not workshop.build() and not (workshop.target / "index.html").is_file():
        return 1
    # What the first build made is mostly there to stay: it is not looked through after each of the others.
    gc.collect()
    gc.freeze()
    server = _server(workshop)

    def missed() -> None:
        if _stamps(root / name for name in WATCHED) != before:
            server.ask()

    # What changed while the first build was under way, nobody was watching.
    _later(missed)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print()
    except OSError:
        print(f"{server.url} är upptagen — sätt en annan port med dev_addr i {CONFIG}.", file=sys.stderr)
        return 1
    finally:
        server.shutdown()
    return 0


def _server(workshop: Workshop) -> Shown:
    """Return what shows the site, and has it made anew when a file changes."""
    config = workshop.config()
    host, port = config.dev_addr
    code = _stamps([workshop.root / CODE])

    def again() -> None:
        if _stamps([workshop.root / CODE]) != code:
            # Code that has been loaded stays as it was: begin anew with what is there now.
            os.execv(sys.executable, [sys.executable, *sys.argv])
        if workshop.build():
            print("Webbplatsen är gjord på nytt.", flush=True)
        # Cleaning up takes as long as a build, and is done while the page is read.
        _later(gc.collect)

    mount = urlsplit(config.site_url or "/").path
    server = Shown(again, host=host, port=port, root=str(workshop.target), mount_path=mount)
    server.error_handler = lambda code: _page(workshop.target / f"{code}.html")
    for name in WATCHED:
        server.watch(str(workshop.root / name))
    print(f"Webbplatsen visas på {server.url} och görs på nytt när en fil ändras.", flush=True)
    print("Avsluta med Ctrl-C.", flush=True)
    return server


def _later(work: Callable[[], object]) -> None:
    timer = Timer(LATER, work)
    timer.daemon = True
    timer.start()


def _stamps(paths: Iterable[Path]) -> Stamps:
    """Return size and time of each file at or below the ``paths``."""
    found = {}
    for path in paths:
        for file in [path] if path.is_file() else path.rglob("*"):
            # An editor may take a file away for a moment.
            with suppress(FileNotFoundError):
                told = file.stat()
                if "__pycache__" not in file.parts and S_ISREG(told.st_mode):
                    found[str(file)] = (told.st_size, told.st_mtime_ns)
    return found


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main())
