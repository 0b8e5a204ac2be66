"""The site in other engines than the one the tests drive: Firefox, and WebKit, which is Safari's.

``make webblasare`` takes a reader's walk through the built site in each. It is no part of ``make test``: many
machines lack the two. That the walk itself is sound is tested in ``test_walk.py``, in Chromium.
"""
