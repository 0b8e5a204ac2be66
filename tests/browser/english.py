"""English in Swedish text, known by its common words."""

from __future__ import annotations

import re

_COMMON = """
about access account action add all analysis and any approach are assessment based be best better blank board
book branch build building business by can capital care case challenge change changes check choose citizen
citizens client clone close collaboration comment commit common community conference content cooperation
coordination copy cost create data decision delete delivery design develop development digital discussion
download each edit education effect effects employment empowerment evidence evaluation every experience file
first focus folder fork form framework free from full funding future general good governance government group
groups guide health help history home how impact improve income inclusion individual innovation integrated
integration into investment issue issues job join joint keep knowledge labour leadership learning level life
link local long main make making management market meeting member members mental merge model more most name
need needs network new next not of office older one online only open or organisation organization other our
outcome outcomes own page partnership people performance person personal place plan planning policy practice
problem problems process professional program programme project propose public publish pull push quality
question read reader recovery rehabilitation release report repository request research resources
responsibility result results return review save science search second section security service services
setting shared short sign skills social society source sources start state step steps story strategy submit
summary support supported sustainable system team teams the their theory this through together tool tools
total training transfer trust understanding up update upload use user users using value values view voice
voices vocational walk way we web welfare well what when which with without work worker working workshop world
write year years you young your
"""
"""Common words of English, also some that Swedish has: two after each other are seldom Swedish."""

_SWEDISH_TOO = """
all by data digital form full general job link mental model organisation person plan problem
process program rehabilitation service social start support system team total workshop
"""
"""Those that Swedish has; a run of nothing else is no English."""

NAMES = ("National Voices",)
"""Names and titles of their own need no mark (3.1.2)."""

_WORD = re.compile(r"[\w’'-]+|[^\w\s]")


def english(text: str) -> list[str]:
    """Return the runs of two or more English words in ``text`` that are no names."""
    common, too = frozenset(_COMMON.split()), frozenset(_SWEDISH_TOO.split())
    for name in NAMES:
        text = text.replace(name, "|")
    runs: list[list[str]] = [[]]
    for word in _WORD.findall(text):
        if word.casefold() in common:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if len(run) > 1 and not {word.casefold() for word in run} <= too]
