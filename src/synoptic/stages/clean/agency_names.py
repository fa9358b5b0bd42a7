"""Names of agencies in a text, and which agency a name means."""

import re
from functools import cache

from synoptic.language.page_words import PageWords, agencies


@cache
def agency_pattern() -> str:
    """A pattern for any form of any agency, weak ones too; case counts."""
    forms = sorted({form for agency in agencies() for form in agency.forms}, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace("'", "['’]") for form in forms) + ")"


@cache
def sure_agency_pattern() -> str:
    """A pattern for the forms that are no common word or name: long names, and unmistakable abbreviations."""
    forms = {form for agency in agencies() for form in agency.forms if not agency.weak or len(form.split()) > 1}
    listed = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace("'", "['’]") for form in listed) + ")"


@cache
def _by_form() -> dict[str, str]:
    found: dict[str, str] = {}
    for agency in agencies():
        for form in agency.forms:
            found.setdefault(form.replace("’", "'"), agency.name)
            found.setdefault(form.replace("’", "'").upper(), agency.name)
    return found


def agency_name(written: str) -> str | None:
    """The usual name of the agency that `written` means ("REUTERS" → "Reuters"), or None."""
    bare = written.replace("’", "'").strip()
    return _by_form().get(bare) or (_by_form().get(bare.upper()) if bare.isupper() else None)


def is_agency_line(line: str) -> bool:
    """Whether a line is nothing but names of agencies and marks between them ("Reuters - AP - AFP")."""
    parts = [part for part in re.split(r"\s*[-–—/,;|&+()\[\]]\s*|\s+and\s+", line.strip(" .")) if part]
    return bool(parts) and all(agency_name(part) or agency_name(part.upper()) for part in parts)


@cache
def named_agency_pattern(known: PageWords) -> str:
    """A pattern for names that say themselves that they are an agency's ("Nova News Agency", "Agencia Nova")."""
    name = r"[A-ZÀ-ÖØ-Þ][\w.&’'-]*"
    openers = "|".join(re.escape(word) for word in (*known.credit_with, *known.byline_start))
    behind = "|".join(re.escape(noun) for noun in known.credit_agency_behind)
    before = "|".join(re.escape(noun) for noun in known.credit_agency_before)
    forms = [rf"(?<!\w)(?!(?i:{openers})\s)(?:{name}\s+){{1,4}}?(?:{behind})(?!\w)"]
    if before:
        forms.append(rf"(?<!\w)(?:{before})\s+(?:(?:de|di|da|do)\s+)?{name}(?:\s+{name}){{0,2}}")
    return f"(?:{'|'.join(forms)})"
