"""``make webblasare``: ``python -m engines``, from ``tests/``."""

from .report import main

raise SystemExit(main())
