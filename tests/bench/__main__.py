"""``make bench``: ``python -m bench``, from ``tests/``."""

from .report import main

raise SystemExit(main())
