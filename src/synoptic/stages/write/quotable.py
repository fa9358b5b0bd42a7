"""Quotable: whether quoted words say something by themselves, to a reader who has not read their article."""

import re

from synoptic.records.annotation import QuoteForm
from synoptic.records.links import ClaimMember
from synoptic.stages.write.antecedents import is_only_aged
from synoptic.stages.write.completeness import is_complete
from synoptic.stages.write.days import counts_from_its_day
from synoptic.stages.write.pointing import bare_subjects, points_back, stands_for_a_statement
from synoptic.stages.write.reporting import FEWEST_WORDS, FIRST_PERSON, Reported, speaker_of
from synoptic.stages.write.scene import Scene
from synoptic.stages.write.witness import language_of
from synoptic.stages.write.words import needed

_LEANING = re.compile(r"“?(?:they|he|she|this|these|those|it(?! (?:is|was|will)\b)(?!['’]))\b", re.IGNORECASE)
"""How quoted words begin that say nothing outside their article."""
_CONNECTED = re.compile(r"“?(?:but|and|however|also|so|then|yet|instead|still|meanwhile|same)\b", re.IGNORECASE)


def stands_alone(scene: Scene, said: Reported) -> bool:
    """Whether a rendering can be read by itself: a clause always; quoted words by what they hold.

    They must be a sentence, point to nothing before them, and be in English where an account is; what somebody says
    must have its speaker, and what counts from the day of its article ("last week") that day.
    """
    if said.clause:
        return True
    member, article = said.member, said.member.article
    if language_of(scene, article) != "en":
        return not any(language_of(scene, other) == "en" for other in scene.accounts)
    account = scene.accounts[article]
    tokens = account.annotation.parse.within(member.span)
    spoken = is_speech(scene, member)
    if spoken and not speaker_of(scene, member):
        return False
    if not spoken and (FIRST_PERSON.search(said.text) or _tears(member.span.of(account.article.text))):
        return False
    if begins_elsewhere(said.text) or is_only_aged(scene, member):
        return False
    if counts_from_its_day(said.text) and not account.article.published:
        return False
    if not account.annotation.parse.parsed or not tokens:
        return True
    if points_back(account.annotation.parse, tokens, scene.mentions.get(article, ())):
        return False
    if any(stands_for_a_statement(noun.lemma.lower()) for noun in bare_subjects(tokens)):
        return False
    if "?" in said.text or len(needed(f"that {said.text}")) < FEWEST_WORDS:
        return False
    return is_complete(account.annotation.parse, tokens)


def begins_elsewhere(words: str) -> bool:
    """Whether quoted words begin with a pronoun or a connector that only what stands before them explains."""
    return bool(_LEANING.match(words) or _CONNECTED.match(words))


def _tears(words: str) -> bool:
    """Whether words begin or end inside a quotation: one of its marks is missing."""
    return words.count('"') % 2 == 1 or words.count("“") != words.count("”") or words.count("«") != words.count("»")


def is_speech(scene: Scene, member: ClaimMember) -> bool:
    """Whether most of a member stands inside a direct quotation."""
    quotes = scene.accounts[member.article].annotation.quotes
    spans = [span for quote in quotes if quote.form is QuoteForm.DIRECT for span in quote.content]
    inside = sum(member.span.overlap(span) for span in spans)
    return 2 * inside > len(member.span)
