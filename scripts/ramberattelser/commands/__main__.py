"""``python -m ramberattelser.commands``: the command where it is not installed."""

import sys

from ramberattelser.commands import main

if __name__ == "__main__":
    sys.exit(main())
