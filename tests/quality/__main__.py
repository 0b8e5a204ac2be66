"""`python -m tests.quality` writes the quality report."""

from .report import main

raise SystemExit(main())
