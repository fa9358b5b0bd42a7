"""Formats: one reader a kind of file."""
