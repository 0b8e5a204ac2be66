"""argparse in Swedish: its headings, its help and its complaints."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

_COMPLAINTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.*)", "det saknas: {0}"),
        (r"unrecognized arguments: (.*)", "används inte här: {0}"),
        (r"argument (.*): expected one argument", "{0}: skriv ett värde efter"),
        (r"argument (.*): invalid int value: '(.*)'", "{0}: ”{1}” är inget heltal"),
        (r"argument (.*): ignored explicit argument (.*)", "{0} tar inget värde"),
    )
)
_NO_SUCH_VERB = re.compile(r"argument KOMMANDO: invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose every word is Swedish."""

    def __init__(self, prog: str, description: str = "") -> None:
        super().__init__(
            prog=prog, description=description, formatter_class=_Formatter, add_help=False, allow_abbrev=False
        )
        self._values = self.add_argument_group("värden")
        self._choices = self.add_argument_group("val")
        self.add_argument("-h", "--hjälp", "--help", action="help", help="visa den här hjälpen")

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """Add an option or a value under its Swedish heading; argparse's own are English."""
        group = self._choices if names[0].startswith("-") else self._values
        return group.add_argument(*names, **settings)

    def error(self, message: str) -> NoReturn:
        """Print the usage and one Swedish sentence, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {_in_swedish(message)}\n")


def _in_swedish(message: str) -> str:
    wrong_verb = _NO_SUCH_VERB.fullmatch(message)
    if wrong_verb is not None:
        verbs = [verb.strip("'") for verb in wrong_verb.group(2).split(", ")]
        import difflib  # takes longer to load than all else that a command without a mistake needs

        close = difflib.get_close_matches(wrong_verb.group(1), verbs, n=1)
        advice = f"menade du {close[0]}?" if close else f"välj {', '.join(verbs[:-1])} eller {verbs[-1]}"
        return f"kommandot ”{wrong_verb.group(1)}” finns inte — {advice}"
    for pattern, sentence in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found is not None:
            return sentence.format(*found.groups())
    return "det går inte att förstå — se användningen ovan"
