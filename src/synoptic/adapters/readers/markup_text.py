"""The text of a piece of HTML, as feeds and mails carry it."""

import re
from collections.abc import Iterator
from typing import Any

_PARAGRAPH = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|"
    "section|table|t[dhr]|ul"
)
"""Elements before and behind which a new paragraph begins."""


def text_of_markup(markup: str) -> str:
    """The words of `markup`, a blank line between paragraphs; plain text stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.fromstring(f"<div>{markup}</div>".encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    etree.strip_elements(root, etree.Comment, "script", "style", "template", "noscript", with_tail=False)
    paragraphs = "".join(_pieces(etree.iterwalk(root, events=("start", "end")))).split("\n")
    return "\n\n".join(words for paragraph in paragraphs if (words := paragraph.strip()))


def _pieces(steps: Any) -> Iterator[str]:
    """The texts of all elements in order, with a line feed where a paragraph begins or ends."""
    for event, element in steps:
        yield "\n" if _PARAGRAPH.fullmatch(element.tag) else ""
        yield re.sub(r"\s+", " ", (element.text if event == "start" else element.tail) or "")
