"""A chain of texts with the way of its words: the counts, the rows of the table and the drawings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from . import desk, phone
from .said import shades
from .shapes import Drawing
from .texts import Named, Text
from .trace import Block, Flow, Trace

Size = Literal["large", "small"]
Form = Literal["desk", "phone"]
SIZES: dict[Size, tuple[desk.Size, float]] = {
    "large": (desk.LARGE, phone.LARGE),
    "small": (desk.SMALL, phone.SMALL),
}


@dataclass(frozen=True, slots=True)
class Share:
    """Words that a sentence has in common with the sentence ``ref`` of the text at ``text``.

    ``ref`` is None for words scattered over several sentences, too few in each for a band.
    """

    words: int
    text: int
    ref: str | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as a row of the table; ``words`` is what is ``taken`` and what is ``new``."""

    text: int
    named: Named
    words: int
    taken: tuple[Share, ...]
    new: int
    fresh: bool
    goes: tuple[Share, ...]
    ended: int


class Older(NamedTuple):
    """An older text that is not in the chain, and how many words of the last text it has."""

    name: str
    words: int


@dataclass(frozen=True)
class WordPath:
    """A chain: its ``texts``, oldest first, the ``trace`` of their words, and what the picture is called.

    ``id`` makes ids on a page unique; ``title`` and ``description`` are what is read out for the picture.
    ``older`` is an older text that is not in the chain and has words of the last, where there is any.
    """

    id: str
    texts: tuple[Text, ...]
    trace: Trace
    title: str
    description: str = ""
    older: Older | None = None

    def __post_init__(self) -> None:
        named = [len(text.sentences) for text in self.texts]
        if named != [len(sizes) for sizes in self.trace.sizes]:
            raise ValueError(f"names for {named} sentences, texts with {self.trace.sizes}")

    def drawing(self, form: Form, size: Size) -> Drawing:
        """Draw the chain for a wide or a narrow screen."""
        wide, swing = SIZES[size]
        if form == "desk":
            return desk.draw(self.texts, self.trace, wide)
        return phone.draw(self.texts, self.trace, swing)

    @cached_property
    def patterns(self) -> tuple[int, ...]:
        """Give for each text 0 for a plain colour, 1, 2 … where earlier texts of the chain have its hue."""
        hues = [text.hue for text in self.texts]
        return tuple(hues[:at].count(hue) for at, hue in enumerate(hues))

    @property
    def shades(self) -> tuple[str, ...]:
        """Say of each text how its tint is told from the others'."""
        return shades([text.hue for text in self.texts], self.patterns)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Give the table: a row per sentence, text by text."""
        return tuple(self._row(block) for column in self.trace.blocks for block in column)

    @property
    def broken(self) -> tuple[tuple[int, int], ...]:
        """Give the neighbouring texts between which the axis is broken, not to scale."""
        scaled = desk.time_steps(self.texts).scaled
        return tuple((at, at + 1) for at, whole in enumerate(scaled) if not whole)

    @property
    def drawn(self) -> int:
        """Count the words that bands carry."""
        return sum(flow.words for flow in self.trace.flows if flow.drawn)

    @property
    def undrawn(self) -> int:
        """Count the words that travel in groups too small for a band."""
        return sum(flow.words for flow in self.trace.flows if not flow.drawn)

    def _row(self, block: Block) -> Row:
        text, sentence = block.place
        return Row(
            text=text,
            named=self.texts[text].sentences[sentence],
            words=block.words,
            taken=self._shares(block.incoming, incoming=True),
            new=block.new,
            fresh=block.fresh,
            goes=self._shares(block.outgoing, incoming=False),
            ended=block.ended,
        )

    def _shares(self, flows: tuple[Flow, ...], *, incoming: bool) -> tuple[Share, ...]:
        shares: list[Share] = []
        few: dict[int, int] = {}
        for flow in flows:
            text, sentence = flow.source if incoming else flow.target
            if flow.drawn:
                shares.append(Share(flow.words, text, self.texts[text].sentences[sentence].ref, flow.moved))
            else:
                few[text] = few.get(text, 0) + flow.words
        return (*shares, *(Share(count, text, None) for text, count in few.items()))
