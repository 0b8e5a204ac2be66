"""No text of one line holds HTML: it is shown as it is written, and nobody writes a tag to have it seen.

Long texts are looked at where their Markdown is; clauses, statutes and quotations stand to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded
from ramberattelser.messages import shape
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell, texts


def html_in_lines(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No text of one line holds anything that looks like a tag or a comment of HTML."""
    for record in loaded.records.values():
        text = record.document.text
        # The sign can also be written with an escape, which has a backslash.
        if "<" not in text and "\\" not in text:
            continue
        for path, value in texts(record.document.value):
            found = messages.TAG.search(value)
            if found is not None and shape.is_line(type(record.entry), path):
                code = messages.about_tag(found.group(), "html_in_line")
                yield tell(record, path, code, given=found.group())
