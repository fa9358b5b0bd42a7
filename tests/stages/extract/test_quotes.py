"""Quotes: who is said how to have said what."""

import pytest

from synoptic.records.annotation import Quote, QuoteForm
from tests.stages.annotated import annotated


def told(text: str, language: str = "en") -> list[tuple[str | None, str | None, str]]:
    """Speaker, cue and content of each quote."""
    account = annotated(text, language=language)
    body = account.article.text
    return [
        (
            quote.speaker.of(body) if quote.speaker else None,
            quote.cue.of(body) if quote.cue else None,
            " | ".join(part.of(body) for part in quote.content),
        )
        for quote in account.annotation.quotes
    ]


def quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    """The quotes themselves."""
    return annotated(text, language=language).annotation.quotes


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Mayor Ada Lund said the bridge is safe.", "Mayor Ada Lund", "said", "the bridge is safe"),
        ("The bridge is safe, Ada Lund said.", "Ada Lund", "said", "The bridge is safe"),
        ('"The bridge is safe," said Ada Lund.', "Ada Lund", "said", '"The bridge is safe,"'),
        ("Ada Lund said: “The bridge is safe.”", "Ada Lund", "said", "“The bridge is safe.”"),
        ("The bridge, she said, is safe.", "she", "said", "The bridge | is safe"),
        ("According to Ada Lund, the bridge is safe.", "Ada Lund", "According to", "the bridge is safe"),
        ("Ada Lund called the bridge a ruin.", "Ada Lund", "called", "the bridge a ruin"),
        ("Ada Lund criticised the council for its silence.", "Ada Lund", "criticised", "the council for its silence"),
        ("Ada Lund called for a new bridge.", "Ada Lund", "called", "a new bridge"),
        ("Ada Lund vowed to rebuild the old bridge.", "Ada Lund", "vowed", "to rebuild the old bridge"),
        ("Lund denied that the bridge is unsafe.", "Lund", "denied", "that the bridge is unsafe"),
        (
            "Lund's insistence that the old bridge is unsafe is new.",
            "Lund",
            "insistence",
            "that the old bridge is unsafe",
        ),
        ("As Lund noted, the bridge is old.", "Lund", "noted", "the bridge is old"),
    ],
)
def test_constructions(text: str, speaker: str, cue: str, content: str) -> None:
    """Each construction gives speaker, cue and content."""
    assert (speaker, cue, content) in told(text)


def test_a_quotation_broken_by_its_cue_is_one() -> None:
    """What stands before and behind the cue is one quote, also over sentences and paragraphs."""
    text = '"The bridge is safe," Lund said. "We checked it twice."\n\n"Nobody needs to worry."'
    assert told(text) == [
        ("Lund", "said", '"The bridge is safe," | "We checked it twice." | "Nobody needs to worry."'),
    ]


def test_a_new_cue_starts_a_new_quote() -> None:
    """A second speaker in the next paragraph gets his own words."""
    text = '"The bridge is safe," Lund said.\n\n"It is not," Moreno answered.'
    assert [(speaker, content) for speaker, _, content in told(text)] == [
        ("Lund", '"The bridge is safe,"'),
        ("Moreno", '"It is not,"'),
    ]


def test_a_statement_announced_in_the_sentence_before() -> None:
    """A colon hands the words behind it to the speaker of the sentence."""
    text = 'Lund released the following statement: "The bridge is safe and will open on Monday."'
    assert told(text)[0][::2] == ("Lund", '"The bridge is safe and will open on Monday."')


def test_several_short_fragments_by_one_cue_are_one_quote() -> None:
    """Fragments in one clause are one utterance, mixed in form."""
    found = quotes('Lund stressed that "civic pride," "civic trust" and "civic duty" hold the town together.')
    assert [quote.form for quote in found] == [QuoteForm.MIXED]


def test_scare_quotes_and_titles_are_no_speech() -> None:
    """Marks around a term or a title make no quote where nobody is said to speak."""
    assert told('The "temporary" bridge has stood for years. The film "Two Rivers" opens on Monday.') == []


def test_what_is_said_inside_a_quotation_is_the_speakers() -> None:
    """A cue inside a quotation gives no quote of its own."""
    found = told('"I think that the bridge is safe," Lund said.')
    assert found == [("Lund", "said", '"I think that the bridge is safe,"')]


@pytest.mark.parametrize(
    ("verb", "known"), [("said", "say"), ("denied", "deny"), ("warned", "warn"), ("believes", "believe")]
)
def test_cues_have_their_class(verb: str, known: str) -> None:
    """The class tells a denial from a warning."""
    assert [quote.cue_class for quote in quotes(f"Lund {verb} that the bridge is old.")] == [known]


def test_the_addressee_is_kept() -> None:
    """To whom something is said."""
    text = "Lund told reporters that the bridge is safe."
    (found,) = quotes(text)
    assert found.addressee is not None
    assert found.addressee.of(text) == "reporters"


def test_the_speaker_is_an_entity() -> None:
    """The quote's entity is the one whose mention the speaker is, not one inside the speaker's phrase."""
    account = annotated("Rosa Quispe, the mayor of Tallinn, said the bridge is safe. She said it was checked.")
    names = {entity.id: entity.name for entity in account.annotation.entities}
    assert {names.get(quote.entity or "") for quote in account.annotation.quotes} == {"Rosa Quispe"}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        ("es", "La alcaldesa Ada Lund dijo que el puente es seguro.", "La alcaldesa Ada Lund", "el puente es seguro"),
        ("es", "«El puente es seguro», afirmó Ada Lund.", "Ada Lund", "«El puente es seguro»"),
        ("fr", "« Le pont est sûr », a déclaré Ada Lund.", "Ada Lund", "« Le pont est sûr »"),
        ("pt", "“A ponte é segura”, disse Ada Lund.", "Ada Lund", "“A ponte é segura”"),
        ("de", "„Die Brücke ist sicher“, sagte Ada Lund.", "Ada Lund", "„Die Brücke ist sicher“"),
    ],
)
def test_languages_without_a_parse(language: str, text: str, speaker: str, content: str) -> None:
    """Marks and inflected speech verbs give quotes where nothing is parsed."""
    ((who, _, what),) = told(text, language)
    assert who == speaker
    assert content in what


@pytest.mark.parametrize("text", ["", "“", '"".', "said", ":", "Lund: ", '"\n\n"', "said that"])
def test_scraps_do_not_break_it(text: str) -> None:
    """Fragments give nothing or something, never a crash."""
    assert isinstance(quotes(f"{text} x"), tuple)
