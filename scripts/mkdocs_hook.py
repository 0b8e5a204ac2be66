"""MkDocs adapter: writes the pages of ``ramberattelser`` where MkDocs builds. Nothing else imports mkdocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from ramberattelser import documents, guides
from ramberattelser.checking import refusal
from ramberattelser.earlier import open_earlier
from ramberattelser.pages import build_site

now: dict[str, Any] = {}
"""The site, and the theme's template of a page, of the build that is under way or was the last."""
UNUSED = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
"""Files of the theme that no page asks for: the document, the stylesheet and the search are our own."""


def on_pre_build(config: Any) -> None:
    """Check and make everything before MkDocs touches its target: with a finding, that stays as it was."""
    site, findings = build_site(Path(config.config_file_path).parent, config.site_url or "")
    if site is None:
        raise Abort(refusal(findings))
    now["site"] = site


def on_files(files: Files, **_: Any) -> Files:
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    if twice := sorted({file.dest_uri for file in files} & now["site"].names):
        raise Abort(f"{', '.join(twice)}: sidan görs ur data — ta bort den ur docs/.")
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    return guides.named(page.file.src_uri, Abort, guides.expand, markdown, now["site"])


def on_page_content(html: str, page: Page, config: Any, **_: Any) -> str:
    page.meta = guides.meta(page.file.src_uri, page.title or "", dict(page.meta), now["site"].address)
    page.update_date = page.meta["updated"]
    made = (html, page.meta["path"], Path(config.docs_dir))
    return guides.named(page.file.src_uri, Abort, guides.lay_out, *made)


def on_env(env: Any, **_: Any) -> None:
    now["template"] = env.get_template("main.html")
    env.globals["site_map"] = documents.site_map(now["site"])


def on_post_build(config: Any) -> None:
    earlier = open_earlier(Path(config.config_file_path).parent)
    documents.write(now["site"], Path(config.site_dir), now["template"], config, earlier)
