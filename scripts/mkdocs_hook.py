"""MkDocs adapter: hands the pages of ``ramberattelser`` to MkDocs. The only file that imports mkdocs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ramberattelser import guides
from ramberattelser.findings import report
from ramberattelser.pages import Site, build_site

_sites: dict[str, Site] = {}
UNUSED = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
"""Files of the theme that no page asks for: the document, the stylesheet and the search are our own."""


class Rendered(Page):
    """A page whose HTML is ready, so that its ``render`` does no Markdown work."""

    def read_source(self, config: Any) -> None:  # noqa: ARG002
        made = _sites["now"].pages[self.file.src_uri]
        self.title, self.meta, self.markdown, self.update_date = made.title, made.meta(), "", made.updated

    def render(self, config: Any, files: Files) -> None:  # noqa: ARG002
        self.content = _sites["now"].pages[self.file.src_uri].body


def on_files(files: Files, config: Any) -> Files:
    site, findings = build_site(Path(config.config_file_path).parent, config.site_url or "")
    if site is None:
        raise Abort(report(findings))
    _sites["now"] = site
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for uri, made in site.pages.items():
        files.append(file := File.generated(config, uri, content=""))
        Rendered(made.title, file, config)
    for uri, data in site.files.items():
        files.append(File.generated(config, uri, content=data))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    try:
        return markdown if isinstance(page, Rendered) else guides.expand(markdown, _sites["now"])
    except guides.GuideError as error:
        raise Abort(f"docs/{page.file.src_uri}: {error}") from None


def on_page_content(html: str, page: Page, config: Any, **_: Any) -> str:
    if isinstance(page, Rendered):
        return html
    page.meta = guides.meta(page.file.src_uri, page.title or "", dict(page.meta), _sites["now"].address)
    page.update_date = page.meta["updated"]
    return guides.lay_out(html, page.meta["path"], Path(config.docs_dir))
