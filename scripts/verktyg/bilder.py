"""The pictures of the guide under /bidra/, made of the site and its files: `make bilder`.

One small correction is followed from the link on a page to the page with the correction in place. It is made
in a copy; what the check and the review say there is what is shown. Nothing else of the project looks at the
pictures' content: when the data changes, they stay true of the day they were made, and can be made anew.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

from verktyg.browser import MISSING, find_browser
from verktyg.palett import with_palette
from verktyg.redigerare import STYLE, Line, Span, change, editor, finding

ROOT = Path(__file__).resolve().parents[2]
FOLDER = "docs/bidra/steg"
WIDTH, SCALE = 360, 2
"""A phone's width in the page's own pixels, so that text is as large on a phone as it was written."""

# A rewording that says the same as before: the guide must not put a fact into anyone's file.
FILE = "narratives/halland/forbund.yml"
PAGE = "/forbund/halland/"
OLD, NEW = "Dagen gäller Laholm ensamt.", "Dagen gäller bara Laholm."
HEADING, SLIP = "rubrik: Laholms fullmäktige", "rubrik: Laholm: fullmäktige"

IGNORED = shutil.ignore_patterns(".*", "site", "build", "tests", "__pycache__", "*.egg-info")
FLAGS = ("--disable-gpu", "--disable-background-networking", "--no-first-run", "--font-render-hinting=none")

RING = """([found, margin]) => {
    for (const box of found) {
        const ring = document.createElement('div');
        Object.assign(ring.style, {position: 'absolute', pointerEvents: 'none', borderRadius: '6px',
            border: '3px solid var(--accent)', boxSizing: 'border-box',
            left: box.x - margin + 'px', top: box.y - margin + 'px',
            width: box.width + 2 * margin + 'px', height: box.height + 2 * margin + 'px'});
        document.body.append(ring);
    }
}"""
PLACES = """(words) => {
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node; node = walk.nextNode();) {
        const flat = node.data.replace(/\\s/g, ' ');
        const at = flat.indexOf(words);
        if (at < 0 || !node.parentElement.checkVisibility()) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        return [...range.getClientRects()].map(r => (
            {x: r.x + scrollX, y: r.y + scrollY, width: r.width, height: r.height}));
    }
    return [];
}"""


class PictureError(ValueError):
    """A picture cannot be made. The text is a Swedish sentence."""


class Scene:
    """What the pictures show: the files, what was said about them, the corrected site, and a browser."""

    def __init__(self, page: Page, address: str, said: str, review: str) -> None:
        self.page, self.address, self.said, self.review = page, address, said, review
        text = (ROOT / FILE).read_text(encoding="utf-8")
        self.before, self.after = _passage(text), _passage(text.replace(OLD, NEW))
        self.slipped = _passage(text.replace(HEADING, SLIP))

    def drawn(self, body: str) -> FloatRect:
        """Show a drawn editor; return where it is."""
        look = (ROOT / "scripts/theme/assets/look.css").read_text(encoding="utf-8")
        self.page.set_content(f'<html lang="sv"><style>{look}{STYLE}</style><body>{body}</body></html>')
        return self.whole()

    def whole(self) -> FloatRect:
        """Return the whole page that is shown."""
        high = self.page.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
        return {"x": 0, "y": 0, "width": WIDTH, "height": high}

    def around(self, boxes: list[FloatRect], above: int, below: int) -> FloatRect:
        """Put a ring around ``boxes``; return a strip of the page with some room above and below them."""
        self.page.evaluate(RING, [boxes, 5])
        top = round(boxes[0]["y"]) - above
        return {
            "x": 0,
            "y": top,
            "width": WIDTH,
            "height": round(boxes[-1]["y"] + boxes[-1]["height"]) + below - top,
        }


def _link(scene: Scene) -> FloatRect:
    """The foot of a page, with a ring around the link to the file."""
    scene.page.goto(scene.address + PAGE)
    box = scene.page.get_by_role("link", name="Ändra den här sidan").bounding_box()
    if box is None:
        raise PictureError("Länken ”Ändra den här sidan” syns inte på sidan.")
    return scene.around([box], 178, 46)


def _file(scene: Scene) -> FloatRect:
    """The passage of the file, with what a line is made of numbered."""
    spans: dict[int, list[Span]] = {}
    for number, text in scene.before:
        name = text.find("rubrik:")
        if name > 0:
            colon = name + len("rubrik")
            spans[number] = [
                (0, name, "1"),
                (name, colon, "2"),
                (colon, colon + 1, "3"),
                (colon + 2, len(text), "4"),
            ]
        elif text.endswith("|"):
            spans[number] = [(len(text) - 1, len(text), "5")]
    return scene.drawn(editor(FILE, scene.before, spans))


def _change(scene: Scene) -> FloatRect:
    """The lines around the correction, before and after."""
    at = next(i for i, (_, text) in enumerate(scene.before) if OLD in text)
    near = slice(at - 1, at + 2)
    return scene.drawn(change(FILE, scene.before[near], scene.after[near]))


def _finding(scene: Scene) -> FloatRect:
    """What the check says of a colon in a heading, over the line."""
    at = next(i for i, (_, text) in enumerate(scene.slipped) if SLIP in text)
    return scene.drawn(finding(scene.said, scene.slipped[at - 1 : at + 2]))


def _review(scene: Scene) -> FloatRect:
    """What the one who reads the proposal is shown."""
    scene.page.set_content(scene.review)
    return scene.whole()


def _result(scene: Scene) -> FloatRect:
    """The page with the new words in place."""
    scene.page.goto(scene.address + PAGE)
    boxes = scene.page.evaluate(PLACES, NEW)
    if not boxes:
        raise PictureError(f"Orden ”{NEW}” syns inte på sidan {PAGE}.")
    return scene.around(boxes, 80, 86)


PICTURES: dict[str, Callable[[Scene], FloatRect]] = {
    "lank.png": _link,
    "fil.png": _file,
    "andring.png": _change,
    "fynd.png": _finding,
    "granskning.png": _review,
    "sida.png": _result,
}
"""Each picture's file name, and what brings it about in the browser and says which part to take."""


def _passage(text: str) -> list[Line]:
    """Return the lines of the file's list that the correction is in, with their numbers."""
    lines = list(enumerate(text.splitlines(), 1))
    at = next(i for i, (_, line) in enumerate(lines) if OLD in line or NEW in line)
    first = max(i for i in range(at) if not lines[i][1].startswith(" "))
    last = next((i for i in range(at, len(lines)) if not lines[i][1].startswith(" ")), len(lines))
    return lines[first:last]


def _copy(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the project in which ``old`` has become ``new`` in the file."""
    shutil.copytree(ROOT, folder, ignore=IGNORED)
    text = (folder / FILE).read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise PictureError(
            f"”{old}” står inte på ett ställe i {FILE} — välj andra ord i {Path(__file__).name}."
        )
    (folder / FILE).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def _command(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ramberattelser.commands", *arguments]
    where = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=where, cwd=ROOT)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing about requests."""


def _prepare(folder: Path) -> tuple[Path, str, str]:
    """Return the folder of the site with the correction, the finding of the slip, and the review's page."""
    right, wrong = _copy(folder / "ratt", OLD, NEW), _copy(folder / "fel", HEADING, SLIP)
    checked = _command("--rot", str(wrong), "kontrollera")
    said = [line for line in (checked.stdout + checked.stderr).splitlines() if line.startswith(FILE)]
    review = folder / "granskning.html"
    _command("--rot", str(right), "granska", str(ROOT), "--sida", str(review))
    built = _command("--rot", str(right), "bygg", "--till", str(folder / "site"))
    if built.returncode or not said or not review.is_file():
        raise PictureError(
            f"Webbplatsen byggs inte, så bilderna kan inte göras.\n{built.stdout}{built.stderr}"
        )
    return folder / "site", said[0], review.read_text(encoding="utf-8")


def make(target: Path, executable: str) -> None:
    """Write every picture into ``target``. Raises ``PictureError`` before any is written."""
    with tempfile.TemporaryDirectory(prefix="bilder-") as made, sync_playwright() as playwright:
        site, said, review = _prepare(Path(made))
        chromium = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        context = chromium.new_context(
            viewport={"width": WIDTH, "height": 100},
            device_scale_factor=SCALE,
            color_scheme="light",
            reduced_motion="reduce",
            locale="sv-SE",
            bypass_csp=True,
        )
        with _served(site) as address:
            scene = Scene(context.new_page(), address, said, review)
            taken = {
                name: with_palette(scene.page.screenshot(clip=show(scene), full_page=True))
                for name, show in PICTURES.items()
            }
        chromium.close()
    target.mkdir(parents=True, exist_ok=True)
    for name, content in taken.items():
        (target / name).write_bytes(content)
        print(f"Skrev {FOLDER}/{name}: {len(content) / 1000:.0f} kB")


def main() -> int:
    """Make the pictures and return 0, or say in a line or two why not and return 1."""
    executable = find_browser()
    if executable is None:
        print(MISSING, file=sys.stderr)
        return 1
    try:
        make(ROOT / FOLDER, executable)
    except PictureError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
