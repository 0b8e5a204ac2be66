"""From a file to a document: its kind is told by its first bytes, never by its name."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ramberattelser.extracting import pdf, plain, word
from ramberattelser.extracting.document import Document, DocumentError

MAX_BYTES = 10_000_000
"""A förbundsordning is some ten pages; ten million bytes is room for its scanned cover."""

_PICTURE = "är en bild — skriv av paragrafen i en textfil, eller låt ett program tolka texten (OCR)"
_OTHER_KINDS = (
    (
        b"\xd0\xcf\x11\xe0",
        "är ett äldre eller låst Word-dokument — öppna det i Word och spara det som .docx utan lösenord",
    ),
    (b"{\\rtf", "är sparad som RTF — öppna den i Word och spara den som .docx"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
)


def read_document(path: Path) -> Document:
    """Read the document at ``path``. Raises ``DocumentError`` where it cannot be used."""
    name = path.name
    data = _bytes(path, name)
    checksum = hashlib.sha256(data).hexdigest()
    for signature, sentence in _OTHER_KINDS:
        if data.startswith(signature):
            raise DocumentError(f"{name} {sentence}.")
    if b"%PDF-" in data[:1024]:
        kind, (pages, lines, doubts) = "PDF", pdf.read(path, name)
    elif data.startswith(b"PK"):
        kind, (pages, lines, doubts) = "Word", word.read(data, name)
    elif name.lower().endswith(".pdf"):
        raise DocumentError(f"{name} är ingen PDF, trots namnet — hämta filen på nytt.")
    elif name.lower().endswith((".docx", ".doc")):
        raise DocumentError(f"{name} är inget Word-dokument, trots namnet — hämta filen på nytt.")
    else:
        kind, (pages, lines, doubts) = "text", plain.read(data, name)
    if not lines:
        raise DocumentError(f"{name} innehåller ingen text — kontrollera att det är rätt fil.")
    return Document(name, kind, checksum, pages, tuple(lines), tuple(doubts))


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(f"{name} är en mapp — ange själva filen.")
        if not path.is_file():
            raise DocumentError(f"{name} finns inte — kontrollera namnet och mappen.")
        if path.stat().st_size > MAX_BYTES:
            most = MAX_BYTES // 1_000_000
            raise DocumentError(
                f"{name} är större än {most} MB — spara bara sidorna med förbundsordningen i en egen fil."
            )
        data = path.read_bytes()
    except (OSError, ValueError):
        raise DocumentError(f"{name} går inte att läsa — kontrollera att filen får läsas.") from None
    if not data.strip():
        raise DocumentError(f"{name} är tom — hämta filen på nytt.")
    return data
