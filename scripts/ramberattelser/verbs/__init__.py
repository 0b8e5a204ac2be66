"""The command's verbs, a module each: ``add`` declares what it takes, ``run`` does it."""
