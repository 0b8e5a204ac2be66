"""Tests of the built site, as files and in a real browser, and the helpers that they share."""
