"""Pages of the made-up example as they should be, to be read as diffs."""
