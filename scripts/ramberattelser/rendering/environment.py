"""Our own Jinja: always escaping, never forgiving, and fed only with our templates.

Contributed text reaches templates as values, never as template source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from ramberattelser import addresses
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.dates import When
from ramberattelser.model import MISSING, ClauseVersion, SourceRef
from ramberattelser.presence import Until
from ramberattelser.rendering import compiling, foreign, prose, typography
from ramberattelser.rendering.diffing.writing import example, runs_html
from ramberattelser.sorting import counted_key

Kept = Callable[[str, Callable[[], Markup]], Markup]
TEMPLATES = Path(__file__).parent / "templates"
_ITEM = re.compile(r"<li>\s*(?:<p>)?")
_BLOCK = re.compile(r"\s*</?(?:p|ul|ol|li)(?: [^>]*)?>\s*")
_WRITER = Path(compiling.__file__).read_text(encoding="utf-8")
_SECTION = re.compile(r"avsnitt (\d+(?:\.\d+)?)\Z")
_DIGITS = re.compile(r"\d+")
_PARAGRAPHS = re.compile(r"((?:\d+, )*(?:\d+ och )?\d+) §§?\Z")


class Renderer:
    """Renders templates against one corpus, which does not change under it.

    ``kept`` gives what an earlier build made of a text, or what is made now.
    """

    def __init__(self, corpus: Corpus, kept: Kept = lambda _, make: make()) -> None:
        self.corpus = corpus
        self._kept = kept
        self._html: dict[str, Markup] = {}
        self.environment = _environment()
        self.environment.globals.update(
            corpus=corpus,
            to=addresses,
            cite_text=cite_text,
            in_order=in_order,
            sections_text=sections_text,
            source_text=self.source_text,
            with_note=with_note,
            valid_text=valid_text,
            since=since,
            until_text=until_text,
            runs=runs_html,
            mark_example=example,
        )
        self.environment.filters.update(
            prose=self.prose,
            inline=self.inline,
            lead=self.lead,
            typo=typography.typeset,
            held=typography.held,
            foreign=foreign_words,
            stop=typography.full_stop,
            inner=typography.inner_quotes,
            day=typography.long_date,
            when=when_text,
            number=typography.number,
            percent=typography.percent,
            and_list=typography.and_list,
            count=typography.count,
            capital=capital,
            hue=hue_class,
        )

    def render(self, template: str, **context: Any) -> Markup:
        """Return the HTML of ``pages/<template>.html``."""
        return Markup(self.environment.get_template(f"pages/{template}.html").render(**context))

    def macro(self, file: str, name: str, *values: Any) -> Markup:
        """Return the HTML of one macro of ``macros/<file>.html``."""
        module = self.environment.get_template(f"macros/{file}.html").module
        return Markup(getattr(module, name)(*values))

    def prose(self, text: str) -> Markup:
        """The small Markdown as paragraphs. The same text stands on several pages, and is made once."""
        html = self._html.get(text)
        if html is None:
            html = self._html[text] = self._kept(text, partial(prose.to_html, text, self.resolve))
        return html

    def lead(self, text: str) -> Markup:
        """The small Markdown for ``bits.lead_of``: without ``<p>`` where it is a single paragraph."""
        return prose.without_paragraph(self.prose(text))

    def inline(self, text: str) -> Markup:
        """The small Markdown where HTML allows no paragraphs: theirs, and those of lists, begin new lines."""
        return _lines(self.lead(text))

    def plain(self, text: str) -> str:
        """The small Markdown as plain text."""
        return prose.without_markup(self.prose(text))

    def resolve(self, target: str) -> tuple[str, str] | None:
        """Return address and text for the target of a ``[[reference]]``, or None."""
        return addresses.resolve(self.corpus, target)

    def source_text(self, ref: SourceRef) -> str:
        """Return ``NNS 2020, avsnitt 3.1``."""
        short = self.corpus.sources[ref.source].short
        return typography.typeset(f"{short}, {ref.section}" if ref.section else short)

    def sources_cited(self, refs: Iterable[SourceRef]) -> str:
        """Return ``Ada Exempel, En rapport, 2020: avsnitt 3.0 och 3.1; SFS 2010:350``: each source once.

        What has authors is cited in full, for those who do not have this site's list of sources before them;
        what has none, such as a law, is known by its short name. All sections of a source follow it.
        """
        by_source: dict[str, list[str]] = {}
        for ref in refs:
            by_source.setdefault(ref.source, []).extend([ref.section] if ref.section else [])
        return typography.typeset("; ".join(starmap(self._cited, by_source.items())))

    def _cited(self, name: str, sections: Sequence[str]) -> str:
        source = self.corpus.sources[name]
        where = sections_text(sorted(sections, key=counted_key)) if sections else ""
        if not source.authors:
            return f"{source.short}, {where}" if where else source.short
        year = "utan år" if source.year == MISSING else source.year
        said = f"{typography.and_list(list(source.authors))}, {source.title}, {year}"
        return f"{said}: {where}" if where else said


def sections_text(named: Sequence[str]) -> str:
    """Return ``avsnitt 3.0 och 3.1``, the word that all begin with said once; ``1–3 §§``, each once."""
    paragraphs = [_PARAGRAPHS.match(one) for one in named]
    if len(named) > 1 and all(paragraphs):
        return _paragraphs({int(number) for one in paragraphs if one for number in _DIGITS.findall(one[1])})
    if any(" och " in one for one in named):
        return "; ".join(named)
    words = [one.partition(" ") for one in named]
    firsts = {first for first, _, _ in words}
    same = len(firsts) == 1 and all(first.isalpha() and rest for first, _, rest in words)
    rests = typography.and_list([rest for _, _, rest in words])
    return f"{words[0][0]} {rests}" if same else typography.and_list(named)


def _paragraphs(numbers: set[int]) -> str:
    """Return ``1 och 3 §§``, with three or more that follow each other as a range: ``1–3 och 5 §§``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [
        part
        for run in runs
        for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    ]
    return f"{typography.and_list(said)} §{'§' if len(numbers) > 1 else ''}"


def _lines(html: Markup) -> Markup:
    if "<p>" not in html and "<li>" not in html:
        return html
    marked = _ITEM.sub("\n– ", str(html))
    lines = (line.strip() for line in _BLOCK.sub("\n", marked).split("\n"))
    return Markup("<br>".join(line for line in lines if line))


class _Compiled(FileSystemBytecodeCache):
    """Our templates as Python's code, where Python keeps that of modules; no room for it is no fault."""

    def get_source_checksum(self, source: str) -> str:
        """Stand for what writes the code, too: what another wrote is written over and not kept beside it."""
        return super().get_source_checksum(f"{source}\n{_WRITER}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what an earlier run compiled of the same source with the same Jinja."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write what was compiled, beside and then into place."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


class _Environment(Environment):
    """Jinja with our own code for a template."""

    code_generator_class = compiling.Code
    written = staticmethod(compiling.written)
    Macro = compiling.Written


def _environment() -> Environment:
    return _Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=_Compiled(str(TEMPLATES / "__pycache__"), "%s.pyc"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # an environment lives as long as its build
    )


def cite_text(ref: SourceRef, number: int) -> str:
    """Return what the raised note says: the source's number in the list, and the section's: ``1:3.1``.

    The section's alone would be taken for another source: 3.1 of the first for something in the third.
    """
    match = _SECTION.match(ref.section or "")
    return f"{number}:{match.group(1)}" if match else str(number)


def in_order(refs: Sequence[SourceRef], numbers: dict[str, int]) -> list[SourceRef]:
    """Return the notes that follow each other as their numbers do, and sections too: 1:1.2 before 1:3.0."""
    return sorted(refs, key=lambda ref: (numbers[ref.source], counted_key(ref.section or "")))


def when_text(when: When, style: str = "compact") -> str:
    """Return a date in Swedish."""
    return when.swedish(style="text" if style == "text" else "compact")


def with_note(html: Markup, note: Markup) -> Markup:
    """Return ``html`` with ``note`` set at the end of its last paragraph or list item."""
    ends = [html.rfind(end) for end in ("</p>", "</li>")]
    place = max(ends)
    if place < 0:
        return html + note
    return Markup(html[:place]) + note + Markup(html[place:])


def valid_text(version: ClauseVersion) -> str:
    """Return when a wording applied: ``från 1 januari 2019``, ``till och med 2018``, ``från okänd dag``.

    Where it is an inference that the text is the one of that time, that is said too.
    """
    said = _valid(version)
    return f"{said} (osäker datering)" if version.doubt else said


def _valid(version: ClauseVersion) -> str:
    start, end = version.validity.start, version.validity.end
    begins = "" if start.kind == "undated" else start.swedish()
    ends = "" if end is None or end.kind == "undated" else end.swedish()
    if begins and ends:
        return f"{begins} – {ends}"
    if begins:
        return f"från {begins}"
    return f"till och med {ends}" if ends else "från okänd dag"


def since(wording: Wording) -> str:
    """Return the year a wording began to apply, else what it is called."""
    start = wording.version.validity.start.start.earliest
    return str(start.year) if start else wording.version.label or wording.version.id


def until_text(until: Until) -> str:
    """Return when something ended: ``till senast 31 december 2023``, ``minst till 2014``."""
    limit = until.when.first.limit if until.when and until.when.first else ""
    opposite = {"latest": ("tidigast", "efter"), "least": ("senast", "före")}.get(until.how, ())
    if until.when is None or until.when.kind == "undated" or limit in opposite:
        return "därefter okänt" if until.how == "least" else "slutet okänt"
    words = until.when.swedish()
    if limit:
        return f"till någon gång {words}" if limit in ("före", "efter") else f"till {words}"
    return {"at": f"till {words}", "latest": f"till senast {words}", "least": f"minst till {words}"}[
        until.how
    ]


def foreign_words(text: str) -> Markup:
    """Return ``text``, escaped, with its foreign words marked as such."""
    return Markup(foreign.marked(str(escape(text))))


def hue_class(hue: str) -> str:
    """Return the style sheet's name for a hue of the data."""
    return {"lag": "law", "neutral": "hal"}.get(hue, hue)


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter; Jinja's own lowers the rest."""
    return text[:1].upper() + text[1:]
