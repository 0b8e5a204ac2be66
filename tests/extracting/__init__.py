"""Förbundsordningar for tests: made-up text in the forms in which real ones are found."""
