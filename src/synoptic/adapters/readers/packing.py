"""gzip, taken apart with a limit: a few bytes of a hostile file can unpack to any size."""

import gzip
import io
import zlib

from synoptic.errors import MalformedSource

LARGEST = 512 * 1024 * 1024
"""Unpacked bytes above which a packed file is refused, as a file of that size is that is not packed: it is held in
memory as a whole. One line of JSON of 600 MB took 3 GB until it was refused as too long for an article."""


def unpacked(name: str, content: bytes, largest: int = LARGEST) -> bytes:
    """The content of a gzip file (all its members), or `content` itself where it is none.

    Raises MalformedSource where the packing is broken or holds more than `largest` bytes.
    """
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            found = packed.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise MalformedSource(f"broken gzip: {error}", source=name, remedy="pack it again") from None
    if len(found) > largest:
        raise MalformedSource(f"unpacks to more than {largest:,} bytes", source=name, remedy="split the file")
    return found
