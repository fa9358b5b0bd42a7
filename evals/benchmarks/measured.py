"""Wall time and peak memory of a command in a fresh process."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: seconds of wall time, and the largest resident set in MiB (itself and its children)."""

    seconds: float
    megabytes: float


def run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Runs a command to its end; raises CalledProcessError where it fails."""
    # As a user has it: with what Python compiled kept from one run to the next.
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=given | (environment or {})
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(time.perf_counter() - started, usage.ru_maxrss / 1024)


def best(command: list[str], environment: dict[str, str] | None = None, times: int = 3) -> Run:
    """The fastest of several runs: the one that other work on the machine disturbed least."""
    return min((run(command, environment) for _ in range(times)), key=lambda found: found.seconds)
