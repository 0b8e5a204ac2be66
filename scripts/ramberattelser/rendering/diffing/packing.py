"""A comparison as short lists of numbers, for the script that shows any two texts.

The script has both texts, so runs are given as places in them. The lists, in order:

view      summary, share, items, blocks, rows
item      label, brief, flag
block     kind (0 para, 1 new, 2 gone, 3 moved, 4 left), change or 0, sentences, old numbers, new numbers
sentence  number or 0, groups
group     change or 0, label (0 none, 1 main, 2 from), runs
run       op, start, end, length outside the mark before, and after; for ``same`` op, start, end, start and
          end in the old text
row       old parts, new parts, what, changes
part      number, paragraph, runs
"""

from __future__ import annotations

from typing import Any

from ramberattelser.rendering.diffing.shape import OPS, Block, DiffView, Group, Part, Row, Run

KINDS = ("para", "new", "gone", "moved", "left")
LABELS = ("", "main", "from")


def pack(view: DiffView) -> list[Any]:
    """Return the lists."""
    return [
        view.summary,
        view.share,
        [[item.label, item.brief, *([item.flag] if item.flag else [])] for item in view.items],
        [_block(block) for block in view.blocks],
        [_row(row) for row in view.rows],
    ]


def _block(block: Block) -> list[Any]:
    sentences = [[s.number or 0, [_group(group) for group in s.groups]] for s in block.sentences]
    where = [block.old, block.new] if block.old else []
    return [KINDS.index(block.kind), block.change or 0, sentences, *where]


def _group(group: Group) -> list[Any]:
    return [group.change or 0, LABELS.index(group.label), [_run(run) for run in group.runs]]


def _run(run: Run) -> list[int]:
    op = OPS.index(run.op)
    start, end = run.span[0], run.span[0] + len(run.lead + run.text + run.tail)
    if run.op == "same":
        return [op, start, end, *run.old_span]
    if not run.lead and not run.tail:
        return [op, start, end]
    return [op, start, end, len(run.lead), len(run.tail)]


def _row(row: Row) -> list[Any]:
    return [[_part(part) for part in row.old], [_part(part) for part in row.new], row.what, list(row.changes)]


def _part(part: Part) -> list[Any]:
    return [part.number, part.stanza, [_run(run) for run in part.runs]]
