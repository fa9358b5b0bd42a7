"""A large language model behind an OpenAI-compatible endpoint that the user names; its answers are kept.

Nothing is sent anywhere unless a URL was given. Source of the form: OpenAI API reference, "Create chat completion".
"""

import hashlib
import importlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from synoptic.errors import ModelUnreachable

_LARGEST = 1 << 20
"""Bytes that an answer may have."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that an answer may take; how often a busy server is asked again, and the first wait before that."""

    seconds: float = 120.0
    tries: int = 3
    pause: float = 1.0


PATIENCE = Patience()


class ChatEndpoint:
    """Keeps the law of `ports.Chat`. `model` is the name that the endpoint knows, marked with where it runs.

    `url` is the base, as in `http://localhost:8080/v1`; `answers` the SQLite file that keeps what was answered, None
    for none.
    """

    def __init__(
        self, url: str, name: str, *, key: str = "", answers: Path | None = None, patience: Patience = PATIENCE
    ) -> None:
        self.model = f"{name} at {url}"
        self._url = url.rstrip("/") + "/chat/completions"
        self._name = name
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._answers = answers
        self._seconds = patience.seconds
        self._library = _urllib3(url)
        self._retry = self._library.Retry(
            total=patience.tries,
            redirect=0,
            backoff_factor=patience.pause,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=None,
            raise_on_status=False,
        )

    def answer(self, instructions: str, material: str) -> str:
        """The answer to `instructions` about `material`; from the file of answers where it is known."""
        body = self._question(instructions, material)
        known = self._known(self._digest(body))
        if known is not None:
            return known
        found = _content(self._ask(body), self._url)
        self._keep(self._digest(body), found)
        return found

    def kept(self, instructions: str, material: str) -> str | None:
        """The answer as it was kept, None where there is none: nothing is asked."""
        return self._known(self._digest(self._question(instructions, material)))

    def _question(self, instructions: str, material: str) -> bytes:
        question = {
            "model": self._name,
            "temperature": 0,
            "seed": 0,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": material}],
        }
        return json.dumps(question, ensure_ascii=False, sort_keys=True).encode()

    def _digest(self, body: bytes) -> str:
        return hashlib.sha256(self._url.encode() + b"\0" + body).hexdigest()

    def _ask(self, body: bytes) -> bytes:
        try:
            with self._library.PoolManager(retries=self._retry, timeout=self._seconds) as pool:
                reply = pool.request("POST", self._url, body=body, headers=self._headers, preload_content=False)
                content: bytes = reply.read(_LARGEST + 1)
                status: int = reply.status
                reply.release_conn()
        except self._library.exceptions.HTTPError as error:
            raise _unreachable(self._url, f"no answer: {error}") from error
        if status != 200:
            raise _unreachable(self._url, f"answered with HTTP status {status}")
        if len(content) > _LARGEST:
            raise _unreachable(self._url, f"the answer is longer than {_LARGEST} bytes")
        return content

    def _known(self, digest: str) -> str | None:
        if self._answers is None or not self._answers.is_file():
            return None
        with self._open() as store:
            row = store.execute("SELECT answer FROM answers WHERE question = ?", (digest,)).fetchone()
        return str(row[0]) if row else None

    def _keep(self, digest: str, answer: str) -> None:
        if self._answers is None:
            return
        with self._open() as store, store:
            store.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?)", (digest, self.model, answer))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The store, made where there is none. Raises ModelUnreachable where the file cannot be used."""
        try:
            Path(str(self._answers)).parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(str(self._answers))) as store:
                store.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, model TEXT, answer TEXT)")
                yield store
        except (sqlite3.Error, OSError) as error:
            raise ModelUnreachable(
                f"its answers cannot be kept: {error}", source=str(self._answers), remedy="name another file"
            ) from error


def _content(reply: bytes, url: str) -> str:
    """The words of the first choice."""
    try:
        found = json.loads(reply)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError) as error:
        raise _unreachable(url, "the answer is no chat completion") from error
    if not isinstance(found, str):
        raise _unreachable(url, "the answer holds no text")
    return found


def _unreachable(url: str, why: str) -> ModelUnreachable:
    return ModelUnreachable(why, source=url, remedy="check the URL, the model's name and the key")


def _urllib3(url: str) -> Any:
    try:
        return importlib.import_module("urllib3")
    except ImportError as error:
        raise ModelUnreachable("urllib3 is missing", source=url, remedy="pip install 'synoptic-news[llm]'") from error
