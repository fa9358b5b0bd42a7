"""The brief: cited, supported, neutral, and honest about counts."""

from dataclasses import replace

import pytest

from synoptic.adapters.models.spacy_tagger import SpacyTagger
from synoptic.records.annotation import Account, Mention, MentionForm, QuoteForm, Voice
from synoptic.records.findings import BriefSentence, Citation, Claim, ClaimStatus, Difference, DifferenceKind, LabelUse
from synoptic.records.links import ClaimMember, QuoteGroup, QuoteMember
from synoptic.records.span import Span
from synoptic.records.stages import Synopsis, Weighed
from synoptic.stages.weigh import weigh_story
from synoptic.stages.write import write
from synoptic.stages.write.brief import LONGEST, tells_the_same
from synoptic.stages.write.contrasts import disputed, naming, speech
from synoptic.stages.write.reporting import Reported
from synoptic.stages.write.scene import Draft, build_scene
from synoptic.stages.write.told import opposed, tell_claims
from synoptic.stages.write.topics import more as more_of
from synoptic.stages.write.topics import single
from tests.doors.render.ferry_story import build
from tests.stages.annotated import aligned, annotated

TAGGER = SpacyTagger()


@pytest.fixture(scope="module")
def weighed() -> Weighed:
    """What weigh gives for the invented story, with a real parse."""
    return build(TAGGER)


@pytest.fixture(scope="module")
def synopsis(weighed: Weighed) -> Synopsis:
    """The whole analysis of the invented story."""
    return write(weighed)


def of_topic(synopsis: Synopsis, topic: str) -> list[BriefSentence]:
    """The sentences of a topic."""
    return [sentence for sentence in synopsis.stories[0].brief.sentences if sentence.topic == topic]


def test_a_brief_has_five_to_twelve_sentences_each_cited(synopsis: Synopsis) -> None:
    """For a story of several accounts there are five to twelve sentences, each with words that it rests on."""
    sentences = synopsis.stories[0].brief.sentences
    assert 5 <= len(sentences) <= LONGEST
    texts = {article.id: article.text for article in synopsis.articles}
    for sentence in sentences:
        assert sentence.citations
        assert all(citation.span.of(texts[citation.article]).strip() for citation in sentence.citations)


def test_the_lead_names_who_where_and_when(synopsis: Synopsis) -> None:
    """The first sentence is the main event in our own words, with its date written out."""
    lead = synopsis.stories[0].brief.sentences[0]
    assert lead.topic == "lead"
    for words in ("Ada Korrin", "Joren Vael", "Port Ilvar", "Tuesday 6 May 2031"):
        assert words in lead.text


def test_a_dispute_is_told_with_both_values_and_who_gives_them(synopsis: Synopsis) -> None:
    """Numbers that cannot both be right stand side by side, each with its outlets; the same for speakers."""
    texts = [sentence.text for sentence in of_topic(synopsis, "disputed")]
    assert any("“twelve” (Meridian News Agency and Ilvar Post); “Thirteen” (The Gulf Gazette)" in t for t in texts)
    assert any("Ada Korrin (Meridian News Agency); Joren Vael (The Gulf Gazette)" in t for t in texts)


def test_loaded_words_stand_only_in_quotation_marks_with_their_outlet(synopsis: Synopsis) -> None:
    """The hostile label is printed once, quoted and ascribed; never as our own word."""
    for sentence in synopsis.stories[0].brief.sentences:
        assert sentence.text.lower().count("strongman") == sentence.text.count("“strongman”")
    (naming,) = of_topic(synopsis, "naming")
    assert naming.text.startswith('Free "Sentinel" <b> calls Ada Korrin “strongman”')


LONE = "Tilda Fenn, who mends nets in Orvik, keeps a yellow parrot in her kitchen."


@pytest.mark.parametrize(
    ("others", "language", "alone"),
    [
        ("The mayor of Orvik opened a school on Monday.", "en", True),
        ("The mayor met Tilda Fenn on Monday.", "en", False),
        ("In Orvik somebody who mends nets keeps a yellow parrot in the kitchen.", "en", False),
        ("El alcalde de Orvik inauguró una escuela el lunes.", "es", False),
    ],
)
def test_a_statement_is_told_as_found_nowhere_else_only_where_nothing_points_to_another(
    others: str, language: str, alone: bool
) -> None:
    """Not where another account names its person, holds its words, or cannot be searched for them."""
    accounts = (annotated(LONE, "one"), annotated(others, "two", language))
    told = _told_alone(accounts, ())
    assert told is alone


def test_a_doubtful_member_of_another_origin_is_enough_not_to_be_alone() -> None:
    """What is aligned with doubt may tell the same, so that nothing is said of who else tells it."""
    accounts = (annotated(LONE, "one"), annotated("A bird lives with a woman at the harbour.", "two"))
    doubtful = ClaimMember("two", accounts[1].annotation.parse.sentence_spans[0], Voice.OUTLET, score=0.4)
    assert not _told_alone(accounts, (doubtful,))


def _told_alone(accounts: tuple[Account, ...], more: tuple[ClaimMember, ...]) -> bool:
    """Whether the first sentence of the first account is told as found in no other; it is told in any case."""
    alignment = aligned(accounts)
    member = ClaimMember("one", accounts[0].annotation.parse.sentence_spans[0], Voice.OUTLET)
    claim = Claim("c1", LONE, ClaimStatus.SINGLE, 1, (member, *more))
    findings = replace(weigh_story(alignment, accounts), claims=(claim,))
    scene = build_scene(alignment, findings, accounts)
    told, *_ = tell_claims(scene)
    drafts = list(single(scene, (told,)))
    assert all(draft.text.endswith("; not found in any other account.") for draft in drafts)
    assert list(more_of(scene, (told,)))
    return bool(drafts)


def test_articles_of_one_origin_are_said_to_count_once(synopsis: Synopsis) -> None:
    """The copy and its original are named as one account."""
    (dependence,) = of_topic(synopsis, "dependence")
    assert "Meridian News Agency and Ilvar Post rest on one origin (Meridian) and count as one" in dependence.text


def test_an_article_whose_words_do_not_bear_a_sentence_out_is_not_counted(weighed: Weighed) -> None:
    """A member that says something else, aligned by mistake, is neither cited nor counted."""
    findings = weighed.findings[0]
    hours, nets = findings.claims[3], findings.claims[5]
    mixed = replace(hours, members=(*hours.members, *nets.members), origins=3)
    wrong = replace(findings, claims=(mixed,), events=(), labels=())
    (story,) = write(replace(weighed, findings=(wrong,))).stories
    told = [sentence for sentence in story.brief.sentences if "four hours" in sentence.text]
    assert told
    for sentence in told:
        assert "sentinel" not in {citation.article for citation in sentence.citations}


def test_a_value_that_no_cited_word_holds_is_withheld_with_its_reason(weighed: Weighed) -> None:
    """A difference whose value stands nowhere does not reach the brief; the gate says why."""
    findings = weighed.findings[0]
    claim = findings.claims[1]
    made_up = replace(claim, differences=(replace(claim.differences[0], values=("twelve", "Seventeen")),))
    (story,) = write(replace(weighed, findings=(replace(findings, claims=(made_up,)),))).stories
    assert not any("Seventeen" in sentence.text for sentence in story.brief.sentences)
    assert any("Seventeen" in line and "not in the cited words" in line for line in story.brief.withheld)


def test_without_findings_there_is_no_brief_and_no_error(weighed: Weighed) -> None:
    """Nothing found, nothing told."""
    bare = replace(weighed.findings[0], origins=(), claims=(), omissions=(), labels=(), events=(), timeline=())
    (story,) = write(replace(weighed, findings=(bare,))).stories
    assert all(sentence.citations for sentence in story.brief.sentences)


def test_without_a_parser_claims_are_quoted() -> None:
    """Where no model parses, sentences are taken over word for word in quotation marks."""
    (story,) = write(build()).stories
    told = [sentence for sentence in story.brief.sentences if sentence.topic in {"told", "partial"}]
    assert told
    assert all(": “" in sentence.text and " that " not in sentence.text.partition("“")[0] for sentence in told)


def test_the_same_findings_give_the_same_brief(weighed: Weighed, synopsis: Synopsis) -> None:
    """Writing twice gives equal records."""
    assert write(weighed) == synopsis


def test_agreement_is_claimed_only_of_all_origins(weighed: Weighed, synopsis: Synopsis) -> None:
    """The words "all" and "both" are said of claims that every article bears out, never of partial ones."""
    partial = {c.text for c in weighed.findings[0].claims if c.status is not ClaimStatus.AGREED}
    for sentence in synopsis.stories[0].brief.sentences:
        if sentence.text.startswith("All "):
            assert not any(text.rstrip(".") in sentence.text for text in partial)


@pytest.mark.parametrize(
    ("other", "printed"),
    [
        ("Ivo Brand said that the harbour toll is a tax on every loaf of bread.", True),
        ("Ivo Brand said that ships of other countries need a pilot in winter.", False),
    ],
)
def test_only_one_statement_is_told_as_in_two_mouths(other: str, printed: bool) -> None:
    """Different speakers are told of sentences that say the same, not of remarks on one theme that were aligned."""
    accounts = (
        annotated("Ana Holm said that the harbour toll is a tax on every loaf of bread.", "one"),
        annotated(other, "two"),
    )
    alignment = aligned(accounts)
    entity = {e.name: e.id for e in alignment.linking.entities}
    members = tuple(
        ClaimMember(account.article.id, account.annotation.parse.sentence_spans[0], Voice.SPEAKER, entity[name])
        for account, name in zip(accounts, ("Ana Holm", "Ivo Brand"), strict=True)
    )
    differs = Difference(DifferenceKind.ATTRIBUTION, ((0,), (1,)), ("Ana Holm", "Ivo Brand"), True, "")
    claim = Claim("c1", accounts[0].article.text, ClaimStatus.PARTIAL, 2, members, (differs,))
    findings = replace(weigh_story(alignment, accounts), claims=(claim,))
    found = list(disputed(build_scene(alignment, findings, accounts), ()))
    assert bool(found) is printed


@pytest.mark.parametrize(
    ("speaker", "printed"), [("Ivo Brand", True), ("The Prime Minister", True), ("The five-times champion", False)]
)
def test_a_description_that_may_be_anybodys_puts_no_words_into_a_second_mouth(speaker: str, printed: bool) -> None:
    """Two speakers of one saying are told where each is named by name or title, not by a description resolved by us."""
    words = "said that the harbour toll is a tax on every loaf of bread"
    text = f"Ivo Brand spoke in Orvik. {speaker} {words}."
    start = text.index(speaker, 20)
    accounts = [annotated(f"Ana Holm {words}.", "one"), annotated(text, "two")]
    quotes = tuple(replace(q, speaker=Span(start, start + len(speaker))) for q in accounts[1].annotation.quotes)
    accounts[1] = replace(accounts[1], annotation=replace(accounts[1].annotation, quotes=quotes))
    alignment = aligned(accounts)
    entity = {e.name: e for e in alignment.linking.entities}
    form = MentionForm.NAME if speaker == "Ivo Brand" else MentionForm.NOMINAL
    meant = replace(
        entity["Ivo Brand"],
        mentions=(
            Mention("two", Span(0, 9), MentionForm.NAME),
            Mention("two", Span(start, start + len(speaker)), form),
        ),
    )
    entities = tuple(meant if e.name == "Ivo Brand" else e for e in alignment.linking.entities)
    alignment = replace(alignment, linking=replace(alignment.linking, entities=entities))
    members = tuple(
        ClaimMember(account.article.id, account.annotation.parse.sentence_spans[-1], Voice.SPEAKER, entity[name].id)
        for account, name in zip(accounts, ("Ana Holm", "Ivo Brand"), strict=True)
    )
    differs = Difference(DifferenceKind.ATTRIBUTION, ((0,), (1,)), ("Ana Holm", "Ivo Brand"), True, "")
    claim = Claim("c1", accounts[0].article.text, ClaimStatus.PARTIAL, 2, members, (differs,))
    findings = replace(weigh_story(alignment, accounts), claims=(claim,))
    assert bool(list(disputed(build_scene(alignment, findings, accounts), ()))) is printed


@pytest.mark.parametrize(("word", "printed"), [("strongman", True), ("crackdown", False)])
def test_only_words_for_persons_and_bodies_are_told_as_names(word: str, printed: bool) -> None:
    """A loaded word that says what somebody is stands in the brief; one that says what was done does not."""
    text = f"The {word} Ivo Brand closed the harbour of Orvik."
    accounts = [annotated(text, "one")]
    alignment = aligned(accounts)
    brand = next(e for e in alignment.linking.entities if e.name == "Ivo Brand")
    span = Span(4, 4 + len(word))
    use = LabelUse(brand.id, "one", word, span, "outlet", True)
    accounts[0] = replace(accounts[0], annotation=replace(accounts[0].annotation, labels=()))
    findings = replace(weigh_story(alignment, accounts), labels=(use,))
    assert bool(list(naming(build_scene(alignment, findings, accounts), ()))) is printed


def test_one_fact_is_told_once() -> None:
    """Of two drafts that tell the same in nearly the same words the second is left out; another fact stays."""
    crash, again, other = (
        Draft(f"{text}.", (text,), (), "partial")
        for text in (
            "a plane with ten tourists crashed in the mountains of Orvik",
            "a plane carrying 10 tourists has crashed in the mountains near Orvik, leaving no survivors",
            "the mayor of Lyrstad opened a school",
        )
    )
    assert tells_the_same(crash, again)
    assert not tells_the_same(crash, other)


def test_an_account_with_another_value_does_not_bear_a_sentence_out() -> None:
    """Who says "June" is not counted behind "will open in May", though neither month has a year."""
    texts = ("The mayor of Orvik said that the bridge will open in May.", "The mayor of Orvik says it opens in June.")
    accounts = tuple(annotated(text, outlet) for text, outlet in zip(texts, ("one", "two"), strict=True))
    spans = [account.annotation.parse.sentence_spans[0] for account in accounts]
    members = tuple(
        ClaimMember(account.article.id, span, Voice.OUTLET) for account, span in zip(accounts, spans, strict=True)
    )
    apart = Difference(DifferenceKind.DATE, ((0,), (1,)), ("May", "June"), False, "“May” is --05, “June” is --06")
    claim = Claim("c1", texts[0], ClaimStatus.DIFFERS, 2, members, (apart,))
    said = Reported(members[0], texts[0], clause=True)
    assert opposed(claim, said) == {accounts[1].article.id}
    assert opposed(claim, replace(said, text="The bridge will open.")) == frozenset()
    assert opposed(claim, replace(said, text="The Mayor will open the bridge.")) == frozenset()
    assert opposed(replace(claim, differences=(replace(apart, compatible=True),)), said) == frozenset()


@pytest.mark.parametrize(("speaker", "printed"), [("Ana Holm", True), ("Ivo Brand", False)])
def test_nobody_is_printed_as_the_speaker_of_words_that_name_him(speaker: str, printed: bool) -> None:
    """Who is spoken of in a quotation hardly said it."""
    text = "“Ivo Brand will never close the old harbour of Orvik,” Ana Holm said on Monday. Ivo Brand was silent."
    accounts = [annotated(text, "one")]
    alignment = aligned(accounts)
    entity = next(e.id for e in alignment.linking.entities if e.name == speaker)
    content = (Span(1, text.index(",”")),)
    quote = QuoteMember("one", content, None, QuoteForm.DIRECT, entity=entity)
    group = QuoteGroup("q1", entity, (quote,))
    scene = build_scene(replace(alignment, quotes=(group,)), weigh_story(alignment, accounts), accounts)
    assert bool(list(speech(scene, ()))) is printed


@pytest.mark.parametrize(
    ("score", "value", "printed"), [(0.9, "June", True), (0.81, "June", False), (0.9, "today", False)]
)
def test_a_dispute_is_printed_where_both_sides_surely_tell_the_fact(score: float, value: str, printed: bool) -> None:
    """A doubtful member contradicts nobody, nor does a day that only its own article can date."""
    texts = ("The mayor of Orvik said that the bridge will open in May.", f"The bridge opens {value}, the mayor says.")
    accounts = tuple(annotated(text, outlet) for text, outlet in zip(texts, ("one", "two"), strict=True))
    spans = [account.annotation.parse.sentence_spans[0] for account in accounts]
    members = tuple(
        ClaimMember(account.article.id, span, Voice.OUTLET, score=score)
        for account, span in zip(accounts, spans, strict=True)
    )
    apart = Difference(DifferenceKind.DATE, ((0,), (1,)), ("May", value), False, "")
    claim = Claim("c1", texts[0], ClaimStatus.DIFFERS, 2, members, (apart,))
    alignment = aligned(accounts)
    scene = build_scene(alignment, replace(weigh_story(alignment, accounts), claims=(claim,)), accounts)
    assert bool(list(disputed(scene, tell_claims(scene)))) is printed


@pytest.mark.parametrize(("kind", "printed"), [(DifferenceKind.NAME, False), (DifferenceKind.NUMBER, True)])
def test_one_name_against_another_is_no_dispute_unless_several_origins_give_one(
    kind: DifferenceKind, printed: bool
) -> None:
    """Two accounts may name two people, not two tolls; a name that two origins give stands against a third one's."""
    texts = (
        "The mayor of Orvik opened the bridge.",
        "The bridge was opened by its mayor.",
        "A mayor opened the bridge.",
    )
    for count, expected in ((2, printed), (3, True)):
        accounts = tuple(annotated(text, f"a{number}") for number, text in enumerate(texts[:count]))
        members = tuple(
            ClaimMember(account.article.id, account.annotation.parse.sentence_spans[0], Voice.OUTLET, score=0.99)
            for account in accounts
        )
        sides = ((0,), tuple(range(1, count)))
        claim = Claim(
            "c1", texts[0], ClaimStatus.DIFFERS, count, members, (Difference(kind, sides, ("Ask", "Brun"), False, ""),)
        )
        alignment = aligned(accounts)
        scene = build_scene(alignment, replace(weigh_story(alignment, accounts), claims=(claim,)), accounts)
        assert bool(list(disputed(scene, tell_claims(scene)))) is expected


def test_what_a_claim_holds_together_is_told_once_in_other_words(weighed: Weighed) -> None:
    """Two sentences in a row of one claim are one statement where a third of the words agree, not otherwise."""
    scene = build_scene(
        weighed.aligned.stories[0],
        weighed.findings[0],
        weighed.aligned.annotated.accounts_by_story()[0],
    )
    first, other = (weighed.findings[0].claims[place].members for place in (1, 3))
    one, two, apart = (Citation(member.article, member.span) for member in (first[0], first[-1], other[0]))
    assert scene.akin(one, two)
    assert not scene.akin(one, apart)


def test_a_dispute_may_return_to_what_the_lead_tells() -> None:
    """Where accounts differ about the very fact of the lead, they are told to differ; one dispute is told once."""
    words = "a plane with ten tourists crashed in the mountains of Orvik"
    lead = Draft(f"{words}.", (words,), (), "lead")
    quarrel = Draft(f"“ten”; “twelve”: {words}.", ("ten", "twelve", words), (), "disputed")
    assert not tells_the_same(quarrel, lead)
    assert tells_the_same(quarrel, quarrel)


def test_an_account_that_names_another_speaker_does_not_bear_a_saying_out() -> None:
    """Who puts the same words into another mouth is not counted behind "Holm said"."""
    words = "said that the harbour toll is a tax on every loaf of bread in Orvik"
    accounts = tuple(
        annotated(f"{name} {words}.", outlet)
        for name, outlet in (("Ana Holm", "one"), ("Ana Holm", "two"), ("Ivo Brand", "three"))
    )
    alignment = aligned(accounts)
    entity = {e.name: e.id for e in alignment.linking.entities}
    members = tuple(
        ClaimMember(account.article.id, account.annotation.parse.sentence_spans[0], Voice.SPEAKER, entity[name])
        for account, name in zip(accounts, ("Ana Holm", "Ana Holm", "Ivo Brand"), strict=True)
    )
    claim = Claim("c1", accounts[0].article.text, ClaimStatus.PARTIAL, 3, members)
    findings = replace(weigh_story(alignment, accounts), claims=(claim,))
    told, *_ = tell_claims(build_scene(alignment, findings, accounts))
    assert sorted(told.articles) == ["one", "two"]
