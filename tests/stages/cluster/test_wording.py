"""What is quoted or posted by someone else is told from an article's own prose."""

import pytest

from synoptic.stages.cluster.wording import Lexicon, quoted, read_wording
from tests.stages.cluster.accounts import article


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “we will stay” and left.", ["“we will stay”"]),
        ('He called it "a shame" twice.', ['"a shame"']),
        ("The union said: “We shall not move", ["“We shall not move"]),
        ("It's the drivers' pay that counts, isn't it?", []),
        ("He spoke of ‘a bad day’ at sea.", ["‘a bad day’"]),
        ("Er sprach von „einem Fehler“ dabei.", ["„einem Fehler“"]),
        ("Il parle d’« une erreur » grave.", ["« une erreur »"]),
        ("The '90s were long.", []),
    ],
)
def test_quotations_are_found_in_many_marks(text: str, inside: list[str]) -> None:
    """Curly, straight, single, German and French marks; apostrophes open nothing; an unclosed one goes to the end."""
    assert [text[start:end] for start, end in quoted(text, 0, len(text))] == inside


def test_embedded_posts_are_not_own_prose() -> None:
    """A post and the words above its signature belong to the one who posted."""
    text = "The mayor replied at once.\n\nTrams will run again soon!\n\n— Mayor (@mayorvelburg) March 5"
    wording = read_wording(article("a", text), Lexicon())
    own = [text[s:e] for s, e, mine in zip(wording.starts, wording.ends, wording.own, strict=True) if mine]
    assert own == ["The", "mayor", "replied", "at", "once"]
