"""The endpoint of a language model: a real HTTP server on loopback answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from synoptic.adapters.models.chat_endpoint import ChatEndpoint, Patience
from synoptic.errors import ModelUnreachable
from tests.adapters.models.chat_server import Server, said, serving


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on a free port."""
    with serving() as found:
        yield found


def endpoint(server: Server, answers: Path | None = None, key: str = "") -> ChatEndpoint:
    """The endpoint of the server, which waits no time between tries."""
    url = f"http://127.0.0.1:{server.server_address[1]}/v1/"
    return ChatEndpoint(url, "small-model", key=key, answers=answers, patience=Patience(pause=0.0))


def test_a_question_is_sent_as_a_chat_completion(server: Server) -> None:
    """Instructions are the system's words and the material the user's; the key is a bearer token; nothing is random."""
    server.replies = [said("Ōlelo")]
    assert endpoint(server, key="secret").answer("Be short.", "données") == "Ōlelo"
    (asked,) = server.asked
    assert asked["messages"] == [{"role": "system", "content": "Be short."}, {"role": "user", "content": "données"}]
    assert (asked["model"], asked["temperature"]) == ("small-model", 0)
    assert server.headers[0]["Authorization"] == "Bearer secret"


def test_an_answer_is_kept_and_not_asked_again(server: Server, tmp_path: Path) -> None:
    """The same question is answered from the file, in a later run too; another question is asked."""
    server.replies = [said("one"), said("two")]
    kept = tmp_path / "deep" / "answers.sqlite"
    assert [endpoint(server, kept).answer("a", "b") for _ in range(3)] == ["one"] * 3
    assert endpoint(server, kept).answer("a", "c") == "two"
    assert len(server.asked) == 2


def test_a_busy_server_is_asked_again(server: Server) -> None:
    """Status 429 and 503 are tried anew."""
    server.replies = [(429, ""), (503, ""), said("at last")]
    assert endpoint(server).answer("a", "b") == "at last"


@pytest.mark.parametrize(
    "reply",
    [(401, "{}"), (302, ""), (200, "no json"), (200, "{}"), (200, '{"choices": []}'), (200, "x" * ((1 << 20) + 1))],
)
def test_a_useless_reply_is_an_error_that_names_the_endpoint(server: Server, reply: tuple[int, str]) -> None:
    """Refusals, redirects, other forms and floods end in one error with the URL and a remedy."""
    server.replies = [reply]
    with pytest.raises(ModelUnreachable) as raised:
        endpoint(server).answer("a", "b")
    assert "127.0.0.1" in raised.value.source
    assert raised.value.remedy


def test_what_was_kept_is_had_without_asking(server: Server, tmp_path: Path) -> None:
    """`kept` gives the answer of an earlier run, and None where there is none; the server is not asked."""
    server.replies = [said("one")]
    kept = tmp_path / "answers.sqlite"
    assert endpoint(server, kept).kept("a", "b") is None
    endpoint(server, kept).answer("a", "b")
    assert endpoint(server, kept).kept("a", "b") == "one"
    assert endpoint(server).kept("a", "b") is None
    assert len(server.asked) == 1


def test_a_file_of_answers_that_is_none_is_told(server: Server, tmp_path: Path) -> None:
    """A damaged file ends in the error that names it."""
    damaged = tmp_path / "answers.sqlite"
    damaged.write_bytes(b"no database" * 100)
    with pytest.raises(ModelUnreachable) as raised:
        endpoint(server, damaged).answer("a", "b")
    assert "answers.sqlite" in raised.value.source


def test_nobody_there_is_an_error(server: Server) -> None:
    """A port that nobody listens on is no crash."""
    with pytest.raises(ModelUnreachable):
        ChatEndpoint("http://127.0.0.1:9/v1", "m", patience=Patience(tries=0)).answer("a", "b")
