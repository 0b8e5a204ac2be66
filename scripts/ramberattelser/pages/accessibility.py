"""The accessibility statement, ``/om/tillganglighet/``, from ``docs/om/tillganglighet.yml``."""

from __future__ import annotations

from collections import Counter

from ramberattelser.model.values import MISSING
from ramberattelser.news import Change
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.settings import Statement
from ramberattelser.settings.statement import FILE, PATH

TITLE = "Tillgänglighetsredogörelse"


def page(builder: Builder, statement: Statement) -> Page:
    """Return the page of ``statement``."""
    made = builder.page(
        PATH,
        TITLE,
        "Hur tillgänglig webbplatsen är, vad som inte är prövat och hur du rapporterar en brist.",
        builder.render("accessibility", title=TITLE, s=statement, missing=MISSING, common=_common(statement)),
        section="om",
        file=FILE,
        crumbs=(("Om", "/om/"), ("Tillgänglighet", PATH)),
        published=statement.published,
        changes=[Change(statement.updated, statement.change)],
    )
    return made


def _common(statement: Statement) -> str:
    """Return the reason that most limits have, if several have it: it is told once, for all of them."""
    given = Counter(limit.why for situation in statement.situations for limit in situation.limits)
    why, times = given.most_common(1)[0] if given else ("", 0)
    return why if times > 1 else ""
