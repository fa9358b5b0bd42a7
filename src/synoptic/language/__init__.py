"""What a language is like: sentences, names, offices, speech verbs, dates, numbers. Knows no news pipeline."""
