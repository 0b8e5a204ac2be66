"""Whether two halves that a line end has parted are one word, and on what evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

SUSPENDED = frozenset(("och", "eller", "samt", "respektive", "resp", "resp.", "samt/eller", "och/eller"))
"""Words before which a hyphen stands for a left-out ending: ”hälso- och sjukvård”."""

_FIELD = """
    ansvar ansvarar arbete arbetet arbetsför arbetsförmedling arbetsförmedlingen arbetsförmåga
    arbetslivet arbetsmarknad arbetsmarknaden avtal avtalet bedömning bedömningar bedömningarna
    begränsning beslut beslutar bidra bidrar budget diskriminering effektiv effektivt enskild enskilda
    enskilde finansiell finansiella finansiera finansieras främja främjar funktioner
    funktionsnedsättning förbund förbundet förbundets förbundsordning förbundsordningen förbättra
    förbättrar fullmäktige kommunfullmäktige regionfullmäktige landstingsfullmäktige förmåga förmågan
    försäkringskassan försörjning förutsättning förutsättningar förutsättningarna förvärvsarbete
    förvärvsarbeta gemensam gemensamma gemensamt geografisk geografiska geografiskt handläggare hållbar
    hållbara huvudman huvudmannen huvudmän huvudmännen huvudmännens hälsa individ individen individens
    individer individers individinriktad individinriktade insats insatser insatserna invånare invånarna
    jämställdhet kommun kommunen kommuner kommunerna kommunernas kommuners kunskap kunskapsutbyte
    landsting landstinget lagen likvärdig livssituation medborgare medborgarna medlem medlemmar
    medlemmarna medlemmarnas medlemskommun medlemskommuner medlemskommunerna medverka målgrupp
    målgruppen myndighet myndigheter myndigheterna människa människor möjlighet möjligheter
    möjligheterna område områden området ordinarie organisation organisationer personer plattform region
    regionen regioner regionens rehabilitering rehabiliteringen rehabiliteringsinsats
    rehabiliteringsinsatser rehabiliteringsområdet resurs resurser resurserna resursanvändning
    resursanvändningen samarbete samarbeta samhälle samhället samordna samordnad samordnade samordning
    samordningen samordningsförbund samordningsförbundet samordningsförbundets samverka samverkan
    samverkansformer sjukvård sjukvården skyldighet socialtjänst socialtjänsten strukturer strukturella
    styrelse styrelsen svara svarar syfte syftar syftet systemutveckling sysselsättning underlätta
    underlättar uppdrag uppgift uppgifter uppnå uppnår utveckla utvecklar utveckling utvecklingen verka
    verkar verksamhet verksamheten verksamheter verksamheterna verksamhetsstrukturer välfärd välfärden
    ändamål ändamålet åtgärd åtgärder åtgärderna
"""

FIELD = frozenset(_FIELD.split())
"""Words of the field, in the forms in which they stand in förbundsordningar and in the law."""


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of ``texts`` in lower case; words with a hyphen keep it."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def halves(before: str, after: str) -> tuple[str, str]:
    """Return the last word of ``before`` (without its hyphen) and the first of ``after``."""
    left = re.search(r"([^\W\d_]+)[-\u00ad\u2010\u2011]$", before)
    right = re.match(r"[^\W\d_]+", after)
    return (left[1] if left else "", right[0] if right else "")


def joined(before: str, after: str, known: frozenset[str]) -> str:
    """Return two lines as one; a hyphen between them goes where the whole word is known."""
    left, right = halves(before, after)
    if before.endswith("\u00ad") or (left and right[:1].islower() and f"{left}{right}".casefold() in known):
        return before[:-1] + after
    return f"{before} {after}"
