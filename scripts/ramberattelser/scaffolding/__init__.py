"""New files of data: the questions, the commented YAML, and moving it into place once it passes the check.

``asking`` collects answers (options of the command, or a person at the terminal), ``associations``,
``stories`` and ``clauses`` turn them into files, ``writing`` knows how YAML is written, ``sources`` and
``inserting`` add to files that exist, ``staging`` checks the result in a copy before anything is moved.
"""
