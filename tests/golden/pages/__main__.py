"""``PYTHONPATH=scripts:tests python -m golden.pages``: write the golden files anew, to be read as a diff."""

from golden.pages import regenerate

print("\n".join(regenerate()) or "Nothing changed.")
