"""The error tree. Every error names the source, the place in it and the remedy.

SynopticError
├── InputError(ValueError)          something that was given cannot be used
│   ├── MissingSource               no file, folder or match at this path
│   ├── UnreadableSource            the file is there but cannot be read
│   ├── UnsupportedFormat           no reader takes this kind of file
│   └── MalformedSource             the bytes are not what their format promises
├── UnwritableTarget(OSError)       what was made cannot be written where it should go
├── InvalidRecord(ValueError)       a record that would break its own law
├── InvalidPipeline(TypeError)      two stages that do not fit together
├── MissingModel(RuntimeError)      a model package is absent or damaged
├── ModelUnreachable(OSError)       the endpoint that the user named gives no usable answer
├── InvalidSetting(ValueError)      a setting outside its range
├── ProgramFault(RuntimeError)      an unexpected exception: a fault of Synoptic, not of what was given
├── WorkerLost(RuntimeError)        a process ended in the middle of its work
└── WorkersUnusable(RuntimeError)   no process that is started for the work stays alive

ArticleSetAside(UserWarning)        an article was left out of a result that has no list of what was left out
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

_OUR_FOLDER = Path(__file__).parent
_LONGEST = 200
"""Characters of the message of an unexpected exception that are told; it may quote a whole article."""


class SynopticError(Exception):
    """Root of everything that Synoptic raises on purpose.

    `source` names the file, URL or record; `place` the line or offset in it;
    `remedy` says what the user can do.
    """

    traceback: str = ""
    """Python's account of where it happened, if the fault is the program's own."""

    def __init__(self, message: str, *, source: str = "", place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.source, self.place) if part)
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} ({self.remedy})" if self.remedy else text

    @property
    def reason(self) -> str:
        """The message with place and remedy but without the source, for a `Rejected` record."""
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} ({self.remedy})" if self.remedy else text


class InputError(SynopticError, ValueError):
    """Something that was given cannot be used."""


class MissingSource(InputError):
    """No file, folder or match at this path."""


class UnreadableSource(InputError):
    """The file is there but cannot be read."""


class UnsupportedFormat(InputError):
    """No reader takes this kind of file."""


class MalformedSource(InputError):
    """The bytes are not what their format promises."""


class UnwritableTarget(SynopticError, OSError):
    """What was made cannot be written where it should go."""


class InvalidRecord(SynopticError, ValueError):
    """A record that would break its own law."""


class InvalidPipeline(SynopticError, TypeError):
    """Two stages that do not fit together."""


class MissingModel(SynopticError, RuntimeError):
    """A model package is absent or damaged."""


class ModelUnreachable(SynopticError, OSError):
    """The endpoint that the user named gives no usable answer."""


class InvalidSetting(SynopticError, ValueError):
    """A setting outside its range."""


class ProgramFault(SynopticError, RuntimeError):
    """An unexpected exception: a fault of Synoptic, not of what was given. The exception is its `__cause__`."""

    @classmethod
    def of(cls, error: BaseException, step: str, source: str = "") -> Self:
        """The fault that `error` is, met in `step`."""
        if isinstance(error, MemoryError):
            fault = cls(f"{step} ran out of memory", source=source, remedy="free memory, or give shorter articles")
        else:
            told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST].removesuffix(": ")
            fault = cls(
                f"{step} stopped at {_line_of(error)}: {told}",
                source=source,
                remedy="this is a fault of Synoptic, not of what you gave: please report it; SYNOPTIC_TRACEBACK=1 "
                "shows the traceback",
            )
        fault.traceback = "".join(traceback.format_exception(error))
        return fault


class WorkerLost(SynopticError, RuntimeError):
    """A process ended in the middle of its work: killed for want of memory, or by a fault in a library."""


class WorkersUnusable(SynopticError, RuntimeError):
    """No process that is started for the work stays alive."""


class ArticleSetAside(UserWarning):
    """An article was left out of a result that has no list of what was left out."""


def _line_of(error: BaseException) -> str:
    """The last of our own lines that an exception passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_OUR_FOLDER)]
    if not ours:
        return "an unknown line"
    return f"{Path(ours[-1].filename).relative_to(_OUR_FOLDER).as_posix()}, line {ours[-1].lineno}"


@contextmanager
def unexpected_as_fault(
    step: str, source: str = "", *, expected: tuple[type[SynopticError], ...] = ()
) -> Iterator[None]:
    """Raises ProgramFault for every exception within that is not raised on purpose: the only place that does so.

    Errors of this module pass as they are; InvalidRecord and InvalidPipeline, which mean that code broke a law, only
    where they are `expected`. Libraries written in Rust raise what is no `Exception` when they panic.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        if isinstance(error, expected):
            raise
        if isinstance(error, SynopticError) and not isinstance(error, InvalidRecord | InvalidPipeline):
            raise
        raise ProgramFault.of(error, step, source) from error
