"""``python -m tests.bench``."""

from .report import main

raise SystemExit(main())
