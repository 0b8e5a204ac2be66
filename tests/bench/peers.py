"""Other tools on the same content as Markdown, and the bare floor: writing the same bytes."""

from __future__ import annotations

import re
import shutil
import sys
from importlib import metadata
from pathlib import Path

import yaml

from . import other_host
from .corpus import files
from .measuring import Cost, FailedError, run

ZENSICAL = f"zensical {metadata.version('zensical')}"

_CONFIG = """site_name: Prov
theme: {{name: material, language: sv, font: false}}
plugins: {plugins}
markdown_extensions: [attr_list, tables, toc]
nav: [index.md]
not_in_nav: "*"
"""


def write_markdown(folder: Path, count: int) -> int:
    """Write stories and clauses as Markdown into ``folder/docs``; return how many pages."""
    made = 0
    for path, text in files(count).items():
        data = yaml.safe_load(text)
        if path.startswith("clauses/"):
            body = _clause(data)
        elif path.endswith("2020.yml"):
            body = _story(data)
        else:
            continue
        made += 1
        target = (folder / "docs" / path).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_REFERENCE.sub(r"\1", body), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Prov\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_CONFIG.format(plugins="[search]"), encoding="utf-8")
    return made + 1


_REFERENCE = re.compile(r"\[\[(?:begrepp:)?([^\]]*)\]\]")


def _story(data: dict[str, object]) -> str:
    lines = [f"# {data['titel']}", str(data["ingress"])]
    for section in data["avsnitt"]:  # type: ignore[attr-defined]
        lines.append(f"## {section['rubrik']}")
        for block in section["stycken"]:
            lines += [str(block[key]) for key in ("text", "citat", "utdrag") if key in block]
    return "\n\n".join(lines) + "\n"


def _clause(data: dict[str, object]) -> str:
    lines = [f"# {data['förbund']}"]
    for version in data["versioner"]:  # type: ignore[attr-defined]
        lines += [f"## {version['id']}", str(version["text"])]
        lines += [f"- {code['byggsten']}: {code['citat']}" for code in version["kodning"]]
    return "\n\n".join(lines) + "\n"


def material(folder: Path) -> Cost:
    """Build with MkDocs and Material as they come, their own search included."""
    env = {"NO_MKDOCS_2_WARNING": "1"}
    return run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"], folder, env)


def zensical(folder: Path) -> Cost | str:
    """Build with Zensical from an empty cache, or say that it did not end well."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    shutil.rmtree(folder / "site", ignore_errors=True)
    try:
        return run([str(other_host.COMMAND), "build"], folder)
    except FailedError as error:
        return f"Zensical byggde inte färdigt: {str(error)[-200:]}"


_COPY = "import sys; from pathlib import Path\n" + (
    "a, b = map(Path, sys.argv[1:])\n"
    "for p in sorted(a.rglob('*')):\n"
    "    if p.is_file():\n"
    "        t = b / p.relative_to(a)\n"
    "        t.parent.mkdir(parents=True, exist_ok=True)\n"
    "        t.write_bytes(p.read_bytes())\n"
)


def floor(site: Path, target: Path) -> Cost:
    """Read and write every byte of ``site``, with nothing between: no build of it can take less."""
    return run([sys.executable, "-c", _COPY, str(site), str(target)], site.parent)
