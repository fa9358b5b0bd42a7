"""Chains as one SVG picture: sources at the left, what rests on them to the right, a colour for each origin.

The picture stands by itself: no script, nothing from the network, a title and a description for those who do not see
it. Names come from articles and are escaped, shorn of control characters and isolated in their direction.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from synoptic.doors.render.chain_text import KINDS, UNNAMED, VERBS, step_name
from synoptic.records.chains import Chain, Step, Via

WIDTH, HEIGHT, ACROSS, DOWN, MARGIN = 224, 46, 72, 14, 24
"""Pixels: a box, the space between two columns and between two rows, the margin."""

_LONGEST = 900
_SIZES = {"heading": 17.0, "name": 14.0, "note": 11.5}
"""Pixels: the longest line of text, and the letters of each kind of text."""

_HUES = (
    ("#2c68ab", "#7fb0e8"), ("#a9561f", "#e6a073"), ("#2f7548", "#84cda1"), ("#86458f", "#cf9bd6"),
    ("#1f7378", "#76c5ca"), ("#a03f4b", "#ee9ca4"), ("#6b701d", "#c2c66f"), ("#545f78", "#aab4cb"),
)  # fmt: skip
_DASHES = {Via.PARTIAL: "9 5", Via.RETELLING: "2 5", Via.CREDIT: "1 0", Via.COPY: "1 0"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A story to draw: its title, its chains, what to call its articles, and a note for each (a date)."""

    title: str
    chains: tuple[Chain, ...]
    names: Mapping[str, str]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A step with the left upper corner of its box."""

    step: Step
    x: int
    y: int


def chain_svg(pictures: Sequence[Picture]) -> str:
    """All stories below each other, as one SVG document."""
    parts: list[str] = []
    widest, y = 2 * (WIDTH + MARGIN), MARGIN
    for picture in pictures:
        parts.append(_text(picture.title, MARGIN, y + 16, "heading", _LONGEST))
        widest = max(widest, 2 * MARGIN + round(min(_LONGEST, _length(_plain(picture.title), "heading"))))
        y += 36
        for number, chain in enumerate(picture.chains):
            placed, bottom = _placed(chain, y)
            parts += [f'<g class="o{number % len(_HUES) + 1}">', *_drawn(placed, picture), "</g>"]
            widest = max([widest, *(box.x + WIDTH + MARGIN for box in placed)])
            y = bottom + DOWN
        y += MARGIN
    if not pictures:
        parts.append(_text("No story of more than one article.", MARGIN, y + 16, "heading", _LONGEST))
        y += 40
    legend, y = _legend(y)
    return "\n".join((*_head(widest, y, pictures), *parts, *legend, "</svg>", ""))


def _head(width: int, height: int, pictures: Sequence[Picture]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="title desc">'
    )
    yield '<title id="title">Who took what from whom</title>'
    yield f'<desc id="desc">{escape(" ".join(_in_words(picture) for picture in pictures))}</desc>'
    yield f"<style>{_style()}</style>"
    yield '<rect class="paper" width="100%" height="100%"/>'


def _style() -> str:
    light = "".join(f".o{number} {{--o:{hues[0]}}}" for number, hues in enumerate(_HUES, 1))
    dark = "".join(f".o{number} {{--o:{hues[1]}}}" for number, hues in enumerate(_HUES, 1))
    return (
        "svg{--ink:#1c1e22;--soft:#5d6370;--paper:#fbfaf6;--card:#fff;"
        "font-family:system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif}" + light + ".paper{fill:var(--paper)}"
        ".box{fill:var(--card);stroke:var(--o);stroke-width:1.4}.source .box{fill:var(--o)}"
        ".unnamed .box{fill:none;stroke-dasharray:3 4}.name{font-size:14px;font-weight:600;fill:var(--ink)}"
        ".note{font-size:11.5px;fill:var(--soft)}.source .name,.source .note{fill:var(--paper)}"
        ".unnamed .name{fill:var(--soft);font-weight:400}.line{fill:none;stroke:var(--o,var(--soft));stroke-width:2}"
        ".tip{fill:var(--o,var(--soft))}.heading{font-size:17px;font-weight:650;fill:var(--ink)}"
        "@media(prefers-color-scheme:dark){svg{--ink:#e8e6e0;--soft:#a4a9b5;--paper:#141619;--card:#1b1e22}"
        + dark
        + "}"
    )


def _placed(chain: Chain, top: int) -> tuple[list[_Placed], int]:
    """Where the boxes stand: a row for each step that nothing follows, the others amid what follows them."""
    below: dict[int | None, list[int]] = {}
    for place, step in enumerate(chain.steps):
        below.setdefault(step.parent, []).append(place)
    rows: dict[int, float] = {}
    free = iter(range(len(chain.steps)))
    for place in _from_the_end(below):
        under = [rows[number] for number in below.get(place, [])]
        rows[place] = sum((under[0], under[-1])) / 2 if under else float(next(free))
    depth: dict[int | None, int] = {None: -1}
    placed = []
    for place, step in enumerate(chain.steps):
        depth[place] = depth[step.parent] + 1
        y = top + round(rows[place] * (HEIGHT + DOWN))
        placed.append(_Placed(step, MARGIN + depth[place] * (WIDTH + ACROSS), y))
    return placed, max(box.y for box in placed) + HEIGHT


def _from_the_end(below: Mapping[int | None, Sequence[int]]) -> Iterator[int]:
    """All steps, those that follow before the one that they follow."""
    found: list[int] = []
    waiting = list(below.get(None, ()))
    while waiting:
        found.append(waiting.pop())
        waiting += below.get(found[-1], ())
    return reversed(found)


def _drawn(placed: Sequence[_Placed], picture: Picture) -> Iterator[str]:
    for box in placed:
        if box.step.parent is not None:
            yield _line(placed[box.step.parent], box)
    for box in placed:
        step = box.step
        kind = "article" if step.article is not None else "source" if step.name else "unnamed"
        how = VERBS[step.via] if step.parent is not None else KINDS[step.kind]
        note = " · ".join(part for part in (how, picture.notes.get(step.article or "", "")) if part)
        name = step_name(step, picture.names)
        told = ": ".join(part for part in (name, VERBS[step.via], step.reason) if part)
        yield f'<g class="{kind}"><title>{escape(_plain(told))}</title>'
        yield f'<rect class="box" x="{box.x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>'
        yield _text(name, box.x + 12, box.y + (20 if note else 28), "name", WIDTH - 22)
        if note:
            yield _text(note, box.x + 12, box.y + 37, "note", WIDTH - 22)
        yield "</g>"


def _line(start: _Placed, end: _Placed) -> str:
    """A curve from one box to the next, with a tip where the direction is known."""
    x1, y1, x2, y2 = start.x + WIDTH, start.y + HEIGHT // 2, end.x, end.y + HEIGHT // 2
    known = end.step.certain
    bend, stop = (x2 - x1) // 2, x2 - (8 if known else 0)
    path = f"M{x1} {y1} C{x1 + bend} {y1} {stop - bend} {y2} {stop} {y2}"
    tip = f'<path class="tip" d="M{x2 - 9} {y2 - 4} L{x2} {y2} L{x2 - 9} {y2 + 4} Z"/>' if known else ""
    dash = _DASHES.get(end.step.via, "1 0")
    return f'<path class="line {end.step.via.value}" d="{path}" stroke-dasharray="{dash}"/>{tip}'


def _legend(y: int) -> tuple[list[str], int]:
    words = (
        (Via.COPY, "copy, or credited"),
        (Via.PARTIAL, "passages taken over"),
        (Via.RETELLING, "retelling"),
    )
    parts, x = [], MARGIN
    for via, told in words:
        parts.append(f'<path class="line" d="M{x} {y + 6} h34" stroke-dasharray="{_DASHES[via]}"/>')
        parts.append(_text(told, x + 42, y + 10, "note", _LONGEST))
        x += 66 + round(_length(told, "note"))
    parts.append(
        _text("no tip: direction not known; hollow: a source that nobody names", MARGIN, y + 30, "note", _LONGEST)
    )
    return parts, y + 30 + MARGIN


def _in_words(picture: Picture) -> str:
    """A story in a sentence for each origin."""
    told = []
    for chain in picture.chains:
        held = ", ".join(_plain(picture.names[step.article]) for step in chain.steps if step.article is not None)
        told.append(f"{_plain(chain.origin.name or UNNAMED)}: {held}")
    return f"{_plain(picture.title)}. {len(picture.chains)} origins. {'; '.join(told)}."


def _text(words: str, x: int, y: int, kind: str, longest: int) -> str:
    """A line of text, cut to what its place holds, its direction kept to itself."""
    return f'<text class="{kind}" x="{x}" y="{y}">&#x2068;{escape(_cut(_plain(words), kind, longest))}&#x2069;</text>'


def _plain(words: str) -> str:
    """Words without control and format characters (they could break the document or turn its direction)."""
    kept = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in words)
    return " ".join(kept.split())


def _cut(words: str, kind: str, longest: int) -> str:
    """Words that are at most so many pixels long."""
    if _length(words, kind) <= longest:
        return words
    while words and _length(words, kind) > longest - _SIZES[kind]:
        words = words[:-1]
    return words.rstrip() + "…"


def _length(words: str, kind: str) -> float:
    """About how many pixels long words are, rather too many than too few: fonts differ."""
    return _SIZES[kind] * sum(_share(sign) for sign in words)


def _share(sign: str) -> float:
    """The width of a character in parts of the letters' size."""
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.1
    if sign in "mwMW@%&":
        return 0.95
    if sign in "iljtfrI.,:;'’!|()[] ":
        return 0.42
    return 0.76 if sign.isupper() else 0.65
