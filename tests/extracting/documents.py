"""Makes documents around a clause: text that is wrapped, hyphenated and paged, Word files, and plain PDFs.

``exempel-satt.pdf`` and ``exempel-webb.pdf`` hold the words of ``exempel.txt``, the first justified and
hyphenated by a typesetting program, the second printed by a browser. ``exempel-inskannad.pdf`` is made
here and has a page without text.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent
CLAUSE = (FOLDER / "exempel.txt").read_text(encoding="utf-8").strip()

HEADINGS = {
    # how the number is written: the headings before, of and after the clause
    "4 §": ("3 § Medlemmar", "4 § Förbundets ändamål", "5 § Styrelsen"),
    "§ 4": ("§ 3 Medlemmar", "§ 4 Ändamål", "§ 5 Styrelsen"),
    "4§": ("3§ Medlemmar", "4§ Förbundets ändamål", "5§ Styrelsen"),
    "4.": ("3. Medlemmar", "4. Ändamål och uppgifter", "5. Styrelsen"),
    "4": ("3 Medlemmar", "4 Ändamål", "5 Styrelsen"),
    "": ("Medlemmar", "Ändamål", "Styrelsen"),
    "versaler": ("MEDLEMMAR", "FÖRBUNDETS ÄNDAMÅL", "STYRELSEN"),
}

MEMBERS = "Medlemmar i förbundet är Provköpings kommun, Exempelköpings kommun och Provregionen."
BOARD = "Förbundet leds av en styrelse. Den har fem ledamöter och fem ersättare."
PREAMBLE = (
    "Förbundsordning för Samordningsförbundet Provköping",
    "Gäller från och med den 1 januari 2019. Antagen av kommunfullmäktige i Provköping den 12 november 2018.",
)


def paragraphs(clause: str, headings: Sequence[str]) -> list[str]:
    """Return a whole förbundsordning around ``clause``, a paragraph each."""
    before, own, after = headings
    return [*PREAMBLE, before, MEMBERS, own, *clause.split("\n\n"), after, BOARD]


def wrapped(parts: Sequence[str], width: int, cuts: Sequence[int] = ()) -> list[str]:
    """Return the parts as lines of at most about ``width``, an empty one between parts.

    ``cuts`` say for one line after the other after how many letters its first word is parted with a
    hyphen, so that the first half ends the line before; 0 leaves it whole.
    """
    lines: list[str] = []
    waiting = list(cuts)
    for part in parts:
        rows = textwrap.wrap(part, width, break_long_words=False, break_on_hyphens=False)
        for number in range(1, len(rows)):
            cut = waiting.pop(0) if waiting else 0
            word = rows[number].split(" ")[0]
            if cut and word.isalpha() and 2 <= cut <= len(word) - 2:
                rows[number - 1] += f" {word[:cut]}-"
                rows[number] = rows[number][cut:]
        lines += [*rows, ""]
    return lines[:-1]


def paged(lines: Sequence[str], height: int, header: str = "", footer: str = "") -> str:
    """Return the lines as a text file with form feeds; ``{n}`` in header and footer is the page's number."""
    sheets = []
    for number, start in enumerate(range(0, len(lines), height), start=1):
        rows = list(lines[start : start + height])
        head = [header.format(n=number), ""] if header else []
        foot = ["", footer.format(n=number)] if footer else []
        sheets.append("\n".join([*head, *rows, *foot]))
    return "\f".join(sheets)


# --- Word -------------------------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f'<w:styles {_W}><w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1 §"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def docx(
    parts: Sequence[str], headings: Sequence[str] = (), *, counted: bool = False, body: str = ""
) -> bytes:
    """Return a Word file; parts among ``headings`` get a heading style, numbered by Word if ``counted``."""
    written = "".join(_paragraph(part, part in headings) for part in parts)
    files = {"word/document.xml": f"<w:document {_W}><w:body>{written}{body}</w:body></w:document>"}
    if headings:
        files |= {"word/styles.xml": _STYLES}
    if counted:
        files |= {"word/numbering.xml": _NUMBERING}
    return zipped(files)


def _paragraph(text: str, heading: bool) -> str:
    style = '<w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>' if heading else ""
    half = len(text) // 2  # Word parts a text in runs wherever something was changed
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:])
    )
    return f"<w:p>{style}{runs}</w:p>"


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Return a zip of files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


# --- PDF --------------------------------------------------------------------------------------


def pdf(pages: Sequence[Sequence[str]], *, trailer: str = "") -> bytes:
    """Return a PDF of lines of Helvetica; an empty line is a gap. ``trailer`` is put in its trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        stream = _stream(lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects, trailer)


def _stream(lines: Sequence[str]) -> str:
    shown, y = [], 790.0
    for line in lines:
        y -= 14 if line else 8
        text = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        shown += [f"BT /F1 11 Tf 1 0 0 1 70 {y} Tm ({text}) Tj ET"] if line else []
    return "\n".join(shown)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    size = len(places) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>"
    return data + f"{end}\nstartxref\n{start}\n%%EOF\n".encode("ascii")
