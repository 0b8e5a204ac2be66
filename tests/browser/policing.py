"""What a page is made to remember of its own Content-Security-Policy being broken."""

from __future__ import annotations

VIOLATIONS = (
    "addEventListener('securitypolicyviolation', e => (window.broken ||= []).push(e.violatedDirective))"
)
"""A script to add before a page's own; the directives that were broken are then in ``window.broken``."""
