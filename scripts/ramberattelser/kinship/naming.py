"""What sentences are about, by the byggstenar coded in them, and lists of them in Swedish."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ramberattelser.comparing import sentences
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.quoting import Span, find_quote


def text_of(wording: Wording) -> str:
    """The text as it is compared."""
    return wording.version.text.strip()


def coded(wording: Wording) -> list[tuple[Span, str]]:
    """Return the quoted stretches of a wording in reading order, each with its byggsten."""
    quoted = tuple((code.quote, code.element) for code in wording.version.codes)
    return list(_coded(text_of(wording), quoted))


@lru_cache(maxsize=4096)
def _coded(text: str, quoted: tuple[tuple[str, str], ...]) -> tuple[tuple[Span, str], ...]:
    return tuple(sorted((span, element) for quote, element in quoted for span in find_quote(text, quote)))


def elements_in(wording: Wording, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the byggstenar whose quoted words lie, in whole or in part, in any of ``spans``."""
    chosen = list(spans)
    return tuple(
        dict.fromkeys(
            element
            for (start, end), element in coded(wording)
            if any(start < stop and end > begin for begin, stop in chosen)
        )
    )


def elements_of_sentences(wording: Wording) -> tuple[tuple[str, ...], ...]:
    """Return for each sentence the byggstenar coded in it."""
    quoted = tuple((code.quote, code.element) for code in wording.version.codes)
    return _of_sentences(text_of(wording), quoted)


@lru_cache(maxsize=4096)
def _of_sentences(text: str, quoted: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], ...]:
    found = _coded(text, quoted)
    return tuple(
        tuple(dict.fromkeys(name for (start, end), name in found if start < unit.end and end > unit.start))
        for unit in sentences(text)
    )


def name(corpus: Corpus, element: str) -> str:
    """Return a byggsten's name as it stands inside a sentence; abbreviations keep their capitals."""
    full = corpus.elements[element].name
    return full if full[1:2].isupper() else full[:1].lower() + full[1:]


def names(corpus: Corpus, elements: Iterable[str]) -> str:
    """Return names of byggstenar as a list: "geografi och parter"."""
    return joined([name(corpus, element) for element in dict.fromkeys(elements)])


def joined(words: Sequence[str]) -> str:
    """Return "a, b och c"; "samt" before the last where a name itself has an "och"."""
    if len(words) < 2:
        return "".join(words)
    tie = "samt" if any(" och " in word for word in words) else "och"
    return f"{', '.join(words[:-1])} {tie} {words[-1]}"


def numbered(found: Sequence[tuple[int, str]]) -> str:
    """Return "mening 6 (budget som ram) och 7"; ``found`` holds numbers, each with what is said of it."""
    said = [f"{number} ({about})" if about else str(number) for number, about in found]
    if not any(about for _, about in found):
        said = _ranges([number for number, _ in found])
    if len(said) < 2:
        return f"mening {said[0]}" if said else ""
    return f"mening {', '.join(said[:-1])} och {said[-1]}"


def _ranges(numbers: Sequence[int]) -> list[str]:
    """Return 1, 2, 3, 5 as "1–3", "5"; two in a row stay two."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return [
        part
        for group in groups
        for part in ([f"{group[0]}–{group[-1]}"] if len(group) > 2 else [str(number) for number in group])
    ]
