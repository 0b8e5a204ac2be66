"""What the command wishes of the build that it starts: each an environment variable."""

from __future__ import annotations

WITHOUT_CACHE = "RAMBERATTELSER_UTAN_CACHE"
"""Set to anything: the build neither reads nor writes what builds keep for each other."""
AGAIN = "RAMBERATTELSER_IGEN"
"""Set to anything: this process builds again and again, and holds on to what it made."""
ONCE = "RAMBERATTELSER_EN_GANG"
"""Set to anything: this process builds once and then ends."""
EARLIER_SITE = "RAMBERATTELSER_TIDIGARE"
"""Where the site of the last build lies, if there is one."""
ZIPPED = "RAMBERATTELSER_ZIP"
"""Set to anything: the site is also to hold itself as a zip."""
ADDRESS = "WEBBADRESS"
"""Where the site is to be published; the host's settings read the same."""
