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
└── InvalidSetting(ValueError)      a setting outside its range
"""


class SynopticError(Exception):
    """Root of everything that Synoptic raises on purpose.

    `source` names the file, URL or record; `place` the line or offset in it;
    `remedy` says what the user can do.
    """

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
