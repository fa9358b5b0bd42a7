"""What a page states of its article outside the main text: the standfirst, and the body in its JSON-LD."""

import html
import json
import re
from typing import Any

_BODY = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*")')
_TAG = re.compile(r"<[^<>]{0,500}>")
_FEWEST = 6
"""Words of a standfirst; shorter descriptions are rubrics and names."""
_PLACES = ("h2", "h3", "h4", "p", "div", "span", "strong", "em")


def article_body(page: str) -> str:
    """The longest `articleBody` in the page's JSON-LD, as text; empty where there is none."""
    found = [text for match in _BODY.finditer(page) if (text := _loaded(match.group(1)))]
    return max(found, key=len, default="")


def standfirst(page: str, description: str, text: str) -> str:
    """The page's description, where an element of the page shows exactly it and the text lacks it; else empty."""
    wanted = " ".join(description.split())
    if len(re.findall(r"\w+", wanted)) < _FEWEST or wanted in " ".join(text.split()) or wanted.endswith(("…", "...")):
        return ""
    root = _parsed(page)
    if root is None:
        return ""
    for element in root.iter(*_PLACES):
        # joining the text of every element would cost the square of the page's depth
        if _may_show(element, wanted) and " ".join("".join(element.itertext()).split()) == wanted:
            return wanted
    return ""


def _may_show(element: Any, wanted: str) -> bool:
    """Whether the first words of an element are the first of the standfirst."""
    for piece in element.itertext():
        first = " ".join(piece.split())
        if first:
            return wanted.startswith(first[: len(wanted)]) and len(first) <= len(wanted)
    return False


def _loaded(quoted: str) -> str:
    try:
        value = json.loads(quoted, strict=False)
    except ValueError:
        return ""
    return html.unescape(_TAG.sub(" ", value)).strip() if isinstance(value, str) else ""


def _parsed(page: str) -> Any:
    """The tree of the page, or None where there is none."""
    from lxml import etree
    from lxml import html as pages

    try:
        return pages.fromstring(page.encode("utf-8", "ignore"), parser=pages.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, TypeError):
        return None
