"""Settings: frozen, with safe defaults. The one place that reads the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from synoptic.errors import InvalidSetting


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may use.

    `processes`: how many processes annotate articles (1: only this one). `batch`: how many articles go to the models at
    once (few, so that no process waits long for the others at the end).
    Raises InvalidSetting if one of them is not positive.
    """

    processes: int = 1
    batch: int = 8

    def __post_init__(self) -> None:
        for name in ("processes", "batch"):
            if getattr(self, name) < 1:
                variable = f"SYNOPTIC_{name.upper()}"
                raise InvalidSetting(f"{variable} must be at least 1", remedy=f"give {variable} a number from 1")


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Settings from SYNOPTIC_PROCESSES and SYNOPTIC_BATCH; unset variables keep their defaults.

    Raises InvalidSetting if a value is not a whole number.
    """
    given: dict[str, int] = {}
    for name in ("processes", "batch"):
        value = environment.get(f"SYNOPTIC_{name.upper()}", "").strip()
        if not value:
            continue
        if not value.isdecimal():
            raise InvalidSetting(f"SYNOPTIC_{name.upper()}={value!r} is no whole number", remedy="give a number from 1")
        given[name] = int(value)
    return Settings(**given)


def tracebacks_wanted(environment: Mapping[str, str]) -> bool:
    """Whether SYNOPTIC_TRACEBACK asks for the traceback of a fault of the program: any value but 0."""
    return environment.get("SYNOPTIC_TRACEBACK", "").strip() not in {"", "0"}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A language model that the user named: base URL, name of the model there, key, and the file that caches answers.

    Raises InvalidSetting if the URL is not an http or https URL.
    """

    url: str
    name: str
    key: str = field(default="", repr=False)
    answers: Path | None = None

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise InvalidSetting(
                f"{self.url!r} is not an http or https URL",
                remedy="give the base URL of an OpenAI-compatible server, such as http://localhost:8080/v1",
            )


def endpoint_from(url: str, name: str, environment: Mapping[str, str]) -> Endpoint:
    """An endpoint with its key from SYNOPTIC_LLM_KEY; answers are cached in SYNOPTIC_ANSWERS or the cache folder."""
    cache = environment.get("XDG_CACHE_HOME") or Path(environment.get("HOME", "~")).expanduser() / ".cache"
    kept = environment.get("SYNOPTIC_ANSWERS") or Path(cache) / "synoptic" / "answers.sqlite"
    return Endpoint(url, name, environment.get("SYNOPTIC_LLM_KEY", ""), Path(kept).expanduser())
