"""Quotations: what of a text is quoted, posted by someone else or said of a picture, and so no prose of its outlet."""

import re

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"', "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_MARK = re.compile(f"[{''.join(_CLOSING)}]")
_FOREIGN = re.compile(f"[@/{''.join(_CLOSING)}]")
_CLOSERS = {mark: re.compile(f"[{closing}]") for mark, closing in _CLOSING.items()}
_HANDLE = re.compile(r"(?<![\w.])@\w{2,}|\bpic\.twitter\.com/|\bt\.co/")
# "(Ann Example/The Daily Example)" ends a caption that was left among the paragraphs.
_PICTURE = re.compile(r"\([^()/\n]{3,40}/[^()/\n]{2,40}\)\s*$")
_SIGNATURE = re.compile(r"^\s*[—–-]\s*.{0,60}\(@\w+\)")


def foreign(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What of `text[start:end]` is quoted, posted by someone else or said of a picture: disjoint ranges in order."""
    if not _FOREIGN.search(text, start, end):
        return []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, start, end) if match.group().strip()]
    posts = [bool(_HANDLE.search(text, *span) or _PICTURE.search(text, *span)) for span in paragraphs]
    for number, (first, last) in enumerate(paragraphs):
        # A post's signature stands in a paragraph of its own below the words that were posted.
        if number and _SIGNATURE.match(text[first:last]):
            posts[number - 1] = True
    masked: list[tuple[int, int]] = []
    for span, post in zip(paragraphs, posts, strict=True):
        masked.extend([span] if post else quoted(text, *span))
    return masked


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations of one paragraph with their marks; an unclosed one goes to the paragraph's end."""
    found: list[tuple[int, int]] = []
    opening = _MARK.search(text, start, end)
    while opening is not None:
        at = opening.start()
        close = _close(text, at, end) if _opens(text, at, start) else None
        if close is not None:
            found.append((at, close))
        opening = _MARK.search(text, at + 1 if close is None else close, end)
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at `at` can open a quotation: nothing that ends a word stands before it."""
    before = text[at - 1] if at > start else " "
    return not (before.isalnum() or before in ".,!?;:")


def _close(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` ends; None where a straight single mark is an apostrophe."""
    mark = text[at]
    for closing in _CLOSERS[mark].finditer(text, at + 1, end):
        place = closing.start()
        after = text[place + 1] if place + 1 < end else " "
        if mark not in _SINGLE or not (after.isalnum() or text[place - 1].isspace()):
            return place + 1
    return None if mark == "'" else end
