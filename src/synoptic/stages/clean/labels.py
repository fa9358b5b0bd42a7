"""Labels: the rubric that some outlets set before the first words ("Nova news: The minister …")."""

import re
from functools import cache

from synoptic.language.page_words import PageWords


@cache
def _label(known: PageWords) -> re.Pattern[str]:
    nouns = "|".join(re.escape(word) for word in known.dateline_labels)
    return re.compile(rf"^(?:[A-Z][\w.’'-]*\s+){{1,4}}(?i:{nouns})\s*:\s+(?=\S.{{20}})", re.DOTALL)


def leading_label(line: str, known: PageWords) -> int:
    """Where a rubric at the start of a paragraph ends; 0 where there is none."""
    match = _label(known).match(line)
    return match.end() if match else 0
