"""A review as a page of its own: one file, no script, nothing fetched from anywhere."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ramberattelser.reviewing.model import Review

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(review: Review) -> str:
    """Return a review as an HTML page; every text in it is escaped.

    The page may load nothing and run nothing: its policy allows the one style sheet inside it, by its hash.
    """
    style = (_TEMPLATES / "granskning.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("granskning.html")
    return template.render(review=review, style=style, digest=digest) + "\n"
