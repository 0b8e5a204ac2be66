"""Who took what from whom: what a declared relation shows in the words, and where the two disagree.

Declared relations come from the data, with evidence; everything else here is measured on the texts.
"""

from ramberattelser.kinship.ancestry import ancestors, families, line
from ramberattelser.kinship.claims import First, Spread, firsts, spread
from ramberattelser.kinship.following import Follow, FollowRow, changed_parents, follow
from ramberattelser.kinship.graph import Edge, Graph, Node, graph
from ramberattelser.kinship.inheritance import Fate, Inheritance, inheritance, told
from ramberattelser.kinship.nearness import (
    LEAST,
    Alike,
    Disagreement,
    Unexplained,
    alike,
    disagreements,
    undeclared,
    unexplained,
)
from ramberattelser.kinship.origins import Origins, Run, beside_law, origins_of, told_outside
from ramberattelser.kinship.outside import Elsewhere, older_outside, sign_of_outside
from ramberattelser.kinship.paired import paired
from ramberattelser.kinship.picture import ON_PAPER, Picture, draw
from ramberattelser.kinship.reasons import reason
from ramberattelser.kinship.times import Placed, placed, ref

__all__ = [
    "LEAST",
    "ON_PAPER",
    "Alike",
    "Disagreement",
    "Edge",
    "Elsewhere",
    "Fate",
    "First",
    "Follow",
    "FollowRow",
    "Graph",
    "Inheritance",
    "Node",
    "Origins",
    "Picture",
    "Placed",
    "Run",
    "Spread",
    "Unexplained",
    "alike",
    "ancestors",
    "beside_law",
    "changed_parents",
    "disagreements",
    "draw",
    "families",
    "firsts",
    "follow",
    "graph",
    "inheritance",
    "line",
    "older_outside",
    "origins_of",
    "paired",
    "placed",
    "reason",
    "ref",
    "sign_of_outside",
    "spread",
    "told",
    "told_outside",
    "undeclared",
    "unexplained",
]
