"""From a comparison to what a reader sees, and to what the script in the page reads.

Only arranges and words what ``comparing`` found; every character of either text is shown as it stands.
"""
