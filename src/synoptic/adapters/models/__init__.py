"""Models behind ports: tagger, encoder, language identifier, page parser."""
