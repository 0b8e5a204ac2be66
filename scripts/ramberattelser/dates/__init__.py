"""Uncertain dates: read them as people write them, bound them, order them, word them in Swedish.

A date in the data is text: ``2015-01-01``, ``våren 2016``, ``omkring 2010``, ``2005–2012``, ``2015–``,
``odaterat``. :func:`parse` turns it into a :class:`When`, which keeps the text and adds two bounds: the days
between which the beginning must lie, and the days between which the end must lie. All days are inclusive
unless a name says otherwise.

Conventions, where Swedish leaves a choice:

- Seasons: vår mars–maj, sommar juni–augusti, höst september–november, vinter december–februari. A year does
  not say which of its two winters is meant, so the bounds of ``vintern 2016`` reach from December 2015 to
  February 2017. Two years in a row do: ``vintern 2015/2016``, also written ``vintern 2015/16`` and
  ``vintern 2015–2016``, is one winter. A span from a winter to the next year is
  ``från vintern 2015 till 2016``.
- Parts: början av = januari–mars, mitten av = maj–augusti, slutet av = oktober–december, första halvåret =
  januari–juni, andra halvåret and senare delen av = juli–december.
- ``omkring`` widens the bounds: a day by 14 days, a month by one, a season or part by three months, a year by
  one, a decade by five years. The order of a list is not moved by it.
- ``2015-03`` is March, ``2016-21`` is the spring of 2016 (EDTF), ``2005-2012`` is a span. An en dash never
  joins a year and a month, so ``2005–12`` is refused rather than guessed.
- ``1900-talet``, ``10-talet`` and ``20-talet`` can mean two things and are refused; ``00-talet`` is
  2000–2009.

Nothing here reads a clock, a locale or a file. EDTF is the Extended Date/Time Format of ISO 8601-2.

From the bottom up: :mod:`.units` names the stretches of the calendar, a :class:`Moment` is one of them with
what was said around it, a :class:`When` is one or two moments. :mod:`.wording`, :mod:`.edtf` and
:mod:`.edges` are what a When says of itself; :mod:`.points` and :mod:`.parsing` read text, by the
:mod:`.forms` that are allowed; :mod:`.periods` compares.
"""

from .bounds import UNKNOWN, Bound
from .edges import Edges
from .edtf import span_edtf
from .forms import FIRST_YEAR, FORMS, LAST_YEAR, DateError, Reason
from .moments import Moment
from .parsing import parse
from .periods import span
from .units import MONTHS, Precision
from .when import Kind, When
from .wording import Style, moment_words

__all__ = [
    "FIRST_YEAR",
    "FORMS",
    "LAST_YEAR",
    "MONTHS",
    "UNKNOWN",
    "Bound",
    "DateError",
    "Edges",
    "Kind",
    "Moment",
    "Precision",
    "Reason",
    "Style",
    "When",
    "moment_words",
    "parse",
    "span",
    "span_edtf",
]
