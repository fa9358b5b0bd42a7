"""Bytes to text: the encodings in which articles arrive, tried from the surest to the widest."""

import codecs
from dataclasses import dataclass

from synoptic.errors import MalformedSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before utf-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_WIDE = 0.7
"""Share of zeros among every other byte in UTF-16; typographic quotation marks and dashes have none."""
_MOST_ACCENTED = 0.4
"""Share of bytes beyond ASCII above which text is not Western: Polish and French sentences have up to .14, Cyrillic,
Greek, Arabic, Chinese, Japanese and Korean ones in their old encodings .57 to 1."""
_MOST_CONTROL = 0.002
"""Share of control characters above which bytes are no text. Text files have none (page breaks apart); of PNG, ZIP,
gzip and ELF files the first 64 KiB hold 5 to 15 per cent."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding it was read in; `note` says so in words where the encoding was guessed, else empty."""

    text: str
    encoding: str
    note: str = ""


def decode(content: bytes, source: str, declared: str | None = None) -> Decoded:
    """The text of `content`: by byte order mark, as UTF-8, as declared, as Windows-1252, as Latin-1.

    Raises MalformedSource for bytes that are no text (a picture, an archive) and for a byte order mark that lies.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content, encoding, source), encoding)
    if (wide := _wide_encoding(content[:_SAMPLE])) is not None:
        return Decoded(_strictly(content, wide, source), wide, f"read as {wide}: it has no byte order mark")
    if _is_binary(content[:_SAMPLE]):
        raise MalformedSource("the file is binary, not text", source=source, remedy="give the text of the article")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first_fault = error.start
    if (declared is None or _tried(content, declared) is None) and _is_foreign(content[:_SAMPLE]):
        raise MalformedSource(
            f"byte {first_fault} is not UTF-8, and the text is in no Western encoding either",
            source=source,
            remedy="save the file as UTF-8",
        )
    for guess in (declared, "windows-1252", "latin-1"):
        text = _tried(content, guess)
        if guess and text is not None:
            why = "as it declares" if guess == declared else f"byte {first_fault} is not UTF-8"
            return Decoded(text, guess, f"read as {guess}: {why}")
    raise MalformedSource("no known encoding fits", source=source, remedy="save the file as UTF-8")


def _strictly(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedSource(
            f"it is marked as {encoding} but is not", source=source, place=f"byte {error.start}", remedy="save as UTF-8"
        ) from None


def _tried(content: bytes, encoding: str | None) -> str | None:
    """The text, or None where the encoding is unknown or does not fit."""
    if encoding is None:
        return None
    try:
        text = content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return text


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero, and none of the rest."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 8 or 0 not in sample:
        return None
    if odd.count(0) > _WIDE * len(odd) and 0 not in even:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > _WIDE * len(even) and 0 not in odd else None


def _is_foreign(sample: bytes) -> bool:
    """Whether Windows-1252 would make letter salad of the bytes of another script."""
    shown = [byte for byte in sample if byte > 0x20]
    return sum(byte > 0x7F for byte in shown) > _MOST_ACCENTED * len(shown)


def _is_binary(sample: bytes) -> bool:
    """Whether bytes without a byte order mark hold NUL or many control characters."""
    if b"\x00" in sample:
        return True
    control = sum(1 for byte in sample if byte < 0x20 and byte not in b"\t\n\r\f\v\x1b")
    return control > _MOST_CONTROL * max(len(sample), 1)
