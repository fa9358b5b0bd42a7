"""State: a stream as bytes, so that a later run goes on where this one stopped, as if there had been one run."""

import hashlib
import io
import json
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synoptic.errors import MalformedSource, UnsupportedFormat
from synoptic.records.judgements import Judgement, JudgementKind
from synoptic.stages.cluster.judging import Judged
from synoptic.stages.cluster.placed import Fit, Placed
from synoptic.stages.cluster.scale import Scale, shipped_scale
from synoptic.stages.cluster.stories import Stream
from synoptic.stages.cluster.window import RINGS

VERSION = 2
"""Of the layout below. A state of another version is refused."""

_FORMAT = "synoptic-stream"
_REMEDY = "name another file, and group the articles of the last days again"


def save(stream: Stream) -> bytes:
    """The stream as bytes: a line of format, version and digest, then a zip archive of arrays with a header in JSON.

    What was settled is not in it.
    """
    window = stream.window
    telling = list(window.telling)
    header = {
        "model": stream.scale.model,
        "scale": _digest(stream.scale),
        "window": [window.size, window.first, window.end, window.filled],
        "groups": stream.groups,
        "joined": sorted(stream.joined.items()),
        "guests": sorted(stream.guests),
        "placed": [asdict(stream.placed[number]) for number in range(window.first, window.end)],
        "judgements": [asdict(judgement) for judgement in stream.judged.judgements],
        "vocabulary": stream.vocabulary.header(),
    }
    arrays: dict[str, NDArray[Any]] = {name: getattr(window, name) for name in RINGS}
    arrays["terms"], arrays["shares"] = window.terms[: window.filled], window.shares[: window.filled]
    arrays["telling_sizes"] = np.array([len(terms) for terms, _ in telling], dtype=np.int64)
    arrays["telling"] = np.concatenate([np.zeros(0, np.int32), *(terms for terms, _ in telling)])
    arrays["telling_weights"] = np.concatenate([np.zeros(0, np.float32), *(weights for _, weights in telling)])
    arrays |= {f"seen_{number}": seen for number, seen in enumerate(stream.vocabulary.seen())}
    arrays["header"] = np.frombuffer(json.dumps(header).encode(), dtype=np.uint8)
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    content = file.getvalue()
    return f"{_FORMAT} {VERSION} {hashlib.sha256(content).hexdigest()}\n".encode() + content


def load(content: bytes, model: str, source: str) -> Stream:
    """The stream that `save` gave, with the scale of the encoder `model`; `source` names it in errors.

    Raises MalformedSource where it is damaged, UnsupportedFormat where it is of another version or encoder.
    """
    first, _, rest = content.partition(b"\n")
    words = first.decode("ascii", errors="replace").split(" ")
    if len(words) != 3 or words[0] != _FORMAT:
        raise MalformedSource("is no saved state of a stream", source=source, remedy=_REMEDY)
    if words[1] != str(VERSION):
        raise UnsupportedFormat(
            f"holds version {words[1]}, this program reads version {VERSION}", source=source, remedy=_REMEDY
        )
    if hashlib.sha256(rest).hexdigest() != words[2]:
        raise MalformedSource("is a saved state of a stream, but damaged", source=source, remedy=_REMEDY)
    arrays = np.load(io.BytesIO(rest), allow_pickle=False)
    header = json.loads(arrays["header"].tobytes())
    stream = Stream(shipped_scale(model), header["window"][0])
    if header["scale"] != _digest(stream.scale):
        raise UnsupportedFormat(
            f"was saved with other weights ({header['model']}) than those asked for ({stream.scale.model})",
            source=source,
            remedy=_REMEDY,
        )
    _fill(stream, header, arrays)
    return stream


def _fill(stream: Stream, header: Any, arrays: Any) -> None:
    window = stream.window
    _, window.first, window.end, window.filled = header["window"]
    for name in (*RINGS, "terms", "shares"):
        setattr(window, name, arrays[name])
    ends = np.cumsum(arrays["telling_sizes"])[:-1]
    parts = (np.split(arrays[name], ends) for name in ("telling", "telling_weights"))
    if window.end > window.first:
        window.telling.extend(zip(*parts, strict=True))
    stream.vocabulary.restore(header["vocabulary"], arrays)
    stream.groups = header["groups"]
    stream.joined = dict(header["joined"])
    stream.guests = set(header["guests"])
    stream.judged = Judged([_judgement(row) for row in header["judgements"]])
    for number, row in enumerate(header["placed"], start=window.first):
        placed = stream.placed[number] = _placed(row)
        stream.numbers[placed.id] = number
        stream.members.setdefault(placed.group, []).append(number)
    for number, (terms, weights) in enumerate(window.telling, start=window.first):
        stream.terms.add(number, terms, weights)


def _placed(row: dict[str, Any]) -> Placed:
    return Placed(**{**row, "fit": _fit(row["fit"]), "rival": _fit(row["rival"])})


def _fit(row: dict[str, Any] | None) -> Fit | None:
    return Fit(**{**row, "likeness": tuple(row["likeness"])}) if row else None


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(JudgementKind(row["kind"]), tuple(row["articles"]), row["anchor"], row["source"])


def _digest(scale: Scale) -> list[float]:
    """All numbers of a scale: two scales with the same place articles alike."""
    weights = [*scale.own.values.tolist(), scale.own.bias, *scale.foreign.values.tolist(), scale.foreign.bias]
    return [*weights, scale.join, scale.move, scale.crowd, scale.chain, scale.few, scale.many]
