"""The Python that our templates become: what Jinja does for any template, less what ours never need.

Ours always escape, are given no mappings to read attributes of, and call nothing that wants Jinja's context.
So a value is written with no object made around it, an attribute is read as Python reads it, and a macro is
called as a function.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from ramberattelser.rendering.escaping import written

__all__ = ["Code", "Written", "written"]

_marked = str.__new__


class Written(Macro):
    """A macro whose values come in order, most often; Jinja's own way is gone when they do not."""

    def __init__(self, *given: Any) -> None:
        """Take what Jinja's compiler gives a macro."""
        super().__init__(*given)
        self._plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Return the macro's HTML."""
        lacking = self._argument_count - len(args)
        if kwargs or lacking < 0 or not self._plain:
            return super().__call__(*args, **kwargs)
        html = self._func(*args, *(missing,) * lacking) if lacking else self._func(*args)
        return _marked(Markup, html)


class Code(CodeGenerator):
    """Writes the code of a template; ``environment`` holds ``written`` and ``Written``."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("environment.written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Read an attribute: one that is not there stops the build, as an undefined name does."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a function or a macro with its values."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for value in (*node.args, *node.kwargs):
            self.visit(value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Name the macro's class as ours."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)
