"""Where the words of the last text come from, in a few sentences."""

from __future__ import annotations

from ramberattelser.corpus import LAW
from ramberattelser.rendering.typography import and_list, number
from ramberattelser.wordpath import Text, WordPath


def summary(path: WordPath) -> list[str]:
    """Say in sentences where the last text's words first stood, and how many are new."""
    last = len(path.texts) - 1
    text, words = path.texts[last], path.trace.count(last)
    firsts = [(path.trace.first_in(last, at), path.texts[at]) for at in range(last)]
    told = sorted(((found, other) for found, other in firsts if found), key=lambda entry: -entry[0])
    kind = "paragraf" if _is_clause(text) else "lydelse"
    what = f"{kind} från {text.year}" if text.year.isdigit() else "text"
    of = f"Av de {number(words)} orden i {text.of} {what}"
    if told:
        most, *rest = told
        places = [f"{number(most[0])} först {most[1].at}", *(f"{number(n)} {other.at}" for n, other in rest)]
        said = [f"{of} stod {and_list(places)}."]
    else:
        said = [f"{of} stod inget i de tidigare texterna."]
    return [*said, _new_words(path, last), *_law_counted(path), *_doubts(path)]


def _law_counted(path: WordPath) -> list[str]:
    """Say that the law is counted, where it is: a wording's own page counts only what sources name."""
    counted = not _is_clause(path.texts[0]) and path.trace.first_in(len(path.texts) - 1, 0)
    return ["Lagen räknas här som den första texten."] if counted else []


def older(path: WordPath) -> list[str]:
    """Say that words of the last text stand in an older one that is not in the chain, if they do."""
    if path.older is None:
        return []
    name, words = path.older
    return [f"Av orden står {number(words)} redan hos {name}, som inte är med i bilden."]


def _doubts(path: WordPath) -> list[str]:
    """Say that the order rests on texts whose dating is an inference, where there are any."""
    doubted = [text.of for text in path.texts if text.doubted]
    if not doubted:
        return []
    texts, ends = ("text", "en slutsats") if len(doubted) == 1 else ("texter", "slutsatser")
    return [f"Dateringen av {and_list(doubted)} {texts} är {ends}, och ordningen gäller bara om den stämmer."]


def _new_words(path: WordPath, at: int) -> str:
    """Say how many words of a text are new, and whether they are gathered in one sentence."""
    new = path.trace.first_in(at, at)
    if not new:
        return "Inget ord är nytt."
    said = f"{number(new)} är {'nytt' if new == 1 else 'nya'}"
    whole = max((b for b in path.trace.blocks[at] if b.new == b.words), key=lambda b: b.new, default=None)
    if whole is None or new == path.trace.count(at):
        return f"{said}."
    share = "alla" if whole.new == new else f"varav {number(whole.new)}"
    about = path.texts[at].sentences[whole.place[1]].about
    return f"{said}, {share} i en enda mening{f': den om {about}' if about else ''}."


def _is_clause(text: Text) -> bool:
    return not text.key.startswith(f"{LAW}/")
