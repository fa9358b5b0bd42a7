"""A large language model behind an OpenAI-compatible endpoint that the user names; its answers are kept.

Nothing is sent anywhere unless a URL was given. Source of the form: OpenAI API reference, "Create chat completion".
"""

import hashlib
import importlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from synoptic.errors import ModelUnreachable

_PATIENCE = 120.0
_LARGEST = 1 << 20
"""Seconds that an answer may take; bytes that it may have."""


class ChatEndpoint:
    """Keeps the law of `ports.Chat`. `model` is the name that the endpoint knows, marked with where it runs.

    `url` is the base, as in `http://localhost:8080/v1`; `answers` the SQLite file that keeps what was answered, None
    for none. `pause` is the first wait in seconds before a question that met a busy server is asked again.
    """

    def __init__(
        self, url: str, name: str, *, key: str = "", answers: Path | None = None, tries: int = 3, pause: float = 1.0
    ) -> None:
        self.model = f"{name} at {url}"
        self._url = url.rstrip("/") + "/chat/completions"
        self._name = name
        self._headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._answers = answers
        self._library = _urllib3(url)
        self._retry = self._library.Retry(
            total=tries,
            redirect=0,
            backoff_factor=pause,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=None,
            raise_on_status=False,
        )

    def answer(self, instructions: str, material: str) -> str:
        """The answer to `instructions` about `material`; from the file of answers where it is known."""
        question = {
            "model": self._name,
            "temperature": 0,
            "seed": 0,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": material}],
        }
        body = json.dumps(question, ensure_ascii=False, sort_keys=True).encode()
        digest = hashlib.sha256(self._url.encode() + b"\0" + body).hexdigest()
        known = self._known(digest)
        if known is not None:
            return known
        found = _content(self._ask(body), self._url)
        self._keep(digest, found)
        return found

    def _ask(self, body: bytes) -> bytes:
        try:
            with self._library.PoolManager(retries=self._retry, timeout=_PATIENCE) as pool:
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
        with closing(self._open()) as store:
            row = store.execute("SELECT answer FROM answers WHERE question = ?", (digest,)).fetchone()
        return str(row[0]) if row else None

    def _keep(self, digest: str, answer: str) -> None:
        if self._answers is None:
            return
        self._answers.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._open()) as store, store:
            store.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?)", (digest, self.model, answer))

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(str(self._answers))
        store.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, model TEXT, answer TEXT)")
        return store


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
