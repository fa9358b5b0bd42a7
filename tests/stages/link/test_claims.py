"""Claims: what is aligned, what stays apart, and the laws of groups."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from synoptic.adapters.models.pair_model import PairModel
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.annotation import Account, Annotation, Voice
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.links import AlignedClaim, ClaimMember, EntityLinking
from synoptic.records.parse import Parse
from synoptic.records.sentence import Sentence
from synoptic.records.span import Span
from synoptic.stages.link.claims import align_claims
from synoptic.stages.link.claims.candidates import candidate_pairs
from synoptic.stages.link.claims.cascade import judged, mixture_of
from synoptic.stages.link.claims.features import pair_features, top_two
from synoptic.stages.link.claims.groups import group_units
from synoptic.stages.link.claims.index import build_index
from synoptic.stages.link.claims.linked import SLACK, Links
from synoptic.stages.link.claims.regression import regression
from synoptic.stages.link.claims.units import units_of
from synoptic.stages.link.entities import link_entities
from tests.stages.annotated import annotated

ACCOUNTS = (
    "Ferry sinks off Calmar\n"
    "The ferry Astrid sank off the island of Calmar on Friday night and nine passengers drowned.\n"
    "Divers will search the wreck again on Saturday morning.\n"
    "The harbour master blamed a broken bow door.",
    "Nine dead as ferry goes down\n"
    "Nine people drowned when the ferry Astrid went down near Calmar late on Friday.\n"
    "A bow door that would not close was to blame, the harbour master said.\n"
    "Tickets for the summer concerts in the old brewery go on sale next week.",
    "Mourning in Calmar\n"
    "Nine passengers of the ferry Astrid drowned off Calmar on Friday.\n"
    "Schools on the island stayed closed.",
)


class Vectors:
    """The encoder, every text read once for all tests."""

    model = "use-multilingual-3"

    def __init__(self) -> None:
        self._known: dict[str, NDArray[np.float32]] = {}
        self._encoder = UseEncoder()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else np.zeros((0, 512), np.float32)


@cache
def encoder() -> Vectors:
    """One encoder for all tests."""
    return Vectors()


def accounts() -> list[Account]:
    """The three accounts of the invented sinking."""
    return [annotated(text, f"a{number}") for number, text in enumerate(ACCOUNTS)]


def aligned(listed: Sequence[Account]) -> tuple[AlignedClaim, ...]:
    """The claims of accounts."""
    return align_claims(listed, link_entities(listed), encoder())


def test_the_same_fact_in_other_words_is_one_claim() -> None:
    """The sinking is one claim of all three articles, the broken door one of two."""
    told = [{member.article for member in claim.members} for claim in aligned(accounts())]
    assert {"a0", "a1", "a2"} in told
    assert {"a0", "a1"} in told


def test_every_sentence_is_in_a_claim_and_unshared_ones_alone() -> None:
    """Each unit of lead and body is a member somewhere; the concert tickets share their claim with nobody."""
    listed = accounts()
    claims = aligned(listed)
    for unit in units_of(listed, EntityLinking((), {})):
        id = listed[unit.account].article.id
        assert any(m.article == id and unit.span.contains(m.span) for claim in claims for m in claim.members)
    concerts = [claim for claim in claims if "concerts" in claim.text]
    assert [len(claim.members) for claim in concerts] == [1]


def test_titles_make_no_claims() -> None:
    """No member lies in a title: claims come from lead, body and captions."""
    for claim in aligned(accounts()):
        for member in claim.members:
            assert member.span.start > len(ACCOUNTS[int(member.article[1:])].split("\n")[0])


def test_the_text_of_a_claim_is_one_of_its_members_verbatim() -> None:
    """The representative text is the words of a member's span."""
    listed = {account.article.id: account.article.text for account in accounts()}
    for claim in aligned(accounts()):
        assert claim.text in {member.span.of(listed[member.article]) for member in claim.members}


def test_evidence_names_the_aligned_words() -> None:
    """A member of a shared claim says which of its words the others share; a lone one says nothing."""
    for claim in aligned(accounts()):
        shared = len({member.article for member in claim.members}) > 1
        assert all(bool(member.reason) == shared for member in claim.members)


def test_the_order_of_the_articles_changes_nothing_but_ids() -> None:
    """Accounts in another order give the same claims."""

    def shape(claims: Sequence[AlignedClaim]) -> set[frozenset[tuple[str, Span]]]:
        return {frozenset((member.article, member.span) for member in claim.members) for claim in claims}

    listed = accounts()
    assert shape(aligned(listed)) == shape(aligned(listed[::-1]))


def test_no_accounts_and_one_account_are_no_trouble() -> None:
    """Nothing gives no claims; one article gives each of its sentences as a claim of its own."""
    assert aligned([]) == ()
    alone = aligned(accounts()[:1])
    assert [len(claim.members) for claim in alone] == [1, 1, 1]


def test_a_language_without_a_parser_is_aligned_through_the_encoder() -> None:
    """A Spanish account, read by rule alone, shares the claim of the sinking."""
    spanish = annotated(
        "Nueve pasajeros del ferry Astrid se ahogaron cerca de la isla de Calmar el viernes por la noche.\n"
        "La venta de entradas para los conciertos de verano empieza la semana que viene.",
        "es",
        "es",
    )
    claims = aligned([*accounts(), spanish])
    assert any({"es", "a0"} <= {member.article for member in claim.members} for claim in claims)


def test_an_account_that_was_never_parsed_still_has_sentences() -> None:
    """Where the parse is empty, sentences are cut by rule."""
    text = "The mill burned down. Nobody was hurt."
    article = Article("x", text, blocks=(Block(BlockKind.BODY, Span(0, len(text))),))
    units = units_of([Account(article, Annotation("x", Parse((), ())))], EntityLinking((), {}))
    assert [unit.text for unit in units] == ["The mill burned down.", "Nobody was hurt."]


def test_a_quoted_claim_is_in_the_voice_of_its_speaker() -> None:
    """What the harbour master said is in a speaker's voice; what an outlet tells is in its own."""
    voices = {
        (member.article, member.voice)
        for claim in aligned(accounts())
        for member in claim.members
        if "door" in claim.text
    }
    assert ("a1", Voice.SPEAKER) in voices


class Contrary:
    """A scorer that denies every pair and remembers what it was asked."""

    model = "contrary"

    def __init__(self) -> None:
        self.asked: list[tuple[Sentence, Sentence]] = []

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Minus ten for each."""
        self.asked += pairs
        return np.full(len(pairs), -10.0)


def test_a_scorer_judges_the_doubtful_pairs_alone() -> None:
    """With a scorer that denies all, only what the regression is sure of stays aligned."""
    listed, contrary = accounts(), Contrary()
    claims = align_claims(listed, link_entities(listed), encoder(), contrary)
    units = len(units_of(listed, EntityLinking((), {})))
    assert 0 < len(contrary.asked) < units * (units - 1) / 2
    assert any(len({member.article for member in claim.members}) == 3 for claim in claims)


class Agreeing(Contrary):
    """A scorer of English that affirms every pair, under the id of the one that ships."""

    model = "pairs-4"

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Ten for each."""
        self.asked += pairs
        return np.full(len(pairs), 10.0)


def test_a_scorer_is_asked_only_of_the_languages_that_it_reads() -> None:
    """A Spanish account is read by the scorer that ships, a Turkish one judged by the regression alone."""
    spanish = annotated("Nueve personas se ahogaron al hundirse el ferry Astrid el viernes.", "a8", "es")
    turkish = annotated("Astrid feribotu cuma günü battı, dokuz kişi boğuldu.", "a9", "tr")
    listed, agreeing = [*accounts(), spanish, turkish], Agreeing()
    align_claims(listed, link_entities(listed), encoder(), agreeing)
    asked = {sentence.text for pair in agreeing.asked for sentence in pair}
    assert any("ahogaron" in text for text in asked)
    assert not any("Astrid feribotu" in text for text in asked)


def test_regions_of_a_language_are_one_language() -> None:
    """Pages in "en-us" and "en-gb" are read by the scorer, and told as plainly, as if both said "en"."""
    texts = ("Nine passengers drowned when the ferry Astrid sank on Friday.", "The Astrid sank on Friday; nine died.")
    asked = []
    for languages in (("en", "en"), ("en-us", "en-gb")):
        listed = [annotated(t, f"a{n}", code) for n, (t, code) in enumerate(zip(texts, languages, strict=True))]
        agreeing = Agreeing()
        align_claims(listed, link_entities(listed), encoder(), agreeing)
        asked.append(agreeing.asked)
    assert asked[0] == asked[1] != []


class Silent(Agreeing):
    """A scorer that says nothing either way, under the id of the one that ships."""

    def score(self, pairs: Sequence[tuple[Sentence, Sentence]]) -> NDArray[np.float64]:
        """Zero for each."""
        return np.zeros(len(pairs))


def test_a_mixture_weighs_some_features_anew() -> None:
    """What a scorer knows better than the regression is weighed by the mixture: log-odds move by weight x feature."""
    listed = accounts()
    index = build_index(units_of(listed, link_entities(listed)), encoder())
    pairs = candidate_pairs(index)
    names, values = pair_features(index, pairs)
    odds = np.zeros(len(pairs))
    weights = next(weights for weights in mixture_of(Silent.model).weights if weights.features)
    standard = regression().standard(names, values)
    weighed = sum(weight * standard[:, names.index(name)] for name, weight in weights.features)
    assert weights.features
    assert judged(index, pairs, (names, values), odds, Silent()) == pytest.approx(weighed + weights.shift)


def test_the_shipped_scorer_leaves_topical_neighbours_apart() -> None:
    """With the pair model, too, the sinking is one claim of three articles and the concert tickets stay alone."""
    listed = accounts()
    claims = align_claims(listed, link_entities(listed), encoder(), PairModel())
    assert any(len({member.article for member in claim.members}) == 3 for claim in claims if "drowned" in claim.text)
    assert [len(claim.members) for claim in claims if "concerts" in claim.text] == [1]


def captioned(text: str, id: str) -> Account:
    """An account whose last paragraph is the caption of a picture."""
    account = annotated(text, id)
    *others, last = account.article.blocks
    blocks = (*others, replace(last, kind=BlockKind.CAPTION))
    return Account(replace(account.article, blocks=blocks), account.annotation)


def test_captions_join_claims_and_make_none() -> None:
    """A caption that says what a sentence of another article says is a member, never the text; else it is nowhere."""
    caption = "Nine passengers of the ferry Astrid drowned off Calmar on Friday night."
    listed = [*accounts()[:2], captioned(f"Calmar mourns\nSchools on the island stayed closed.\n{caption}", "a7")]
    claims = align_claims(listed, link_entities(listed), encoder())
    homes = [
        claim
        for claim in claims
        if any(member.article == "a7" for member in claim.members if _is(member, listed, caption))
    ]
    assert homes
    assert all(claim.text != caption and len({member.article for member in claim.members}) > 1 for claim in homes)
    strange = [captioned("Calmar mourns\nSchools stayed closed.\nA lighthouse keeper paints a door.", "a7")]
    assert not any("lighthouse" in claim.text for claim in align_claims(strange, link_entities(strange), encoder()))


def _is(member: ClaimMember, listed: Sequence[Account], text: str) -> bool:
    article = next(account.article for account in listed if account.article.id == member.article)
    return text.startswith(member.span.of(article.text))


scores = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(
        lambda pair: pair[0] < pair[1] and pair[0] % 3 != pair[1] % 3
    ),
    st.floats(-3, 3),
    max_size=20,
)


@given(scores)
def test_groups_are_tight(found: dict[tuple[int, int], float]) -> None:
    """Each group has a centre and members of two accounts; its strongest pair is linked; none is told twice."""
    kept = {pair: score for pair, score in found.items() if score >= -SLACK}
    groups = group_units(Links(kept, 0.0, [unit % 3 for unit in range(9)], {}))
    for group in groups:
        assert group.centre in group.members
        assert len({unit % 3 for unit in group.members}) > 1
        assert max(kept.get((i, j), -9) for i in group.members for j in group.members) >= 0
    assert len({group.members for group in groups}) == len(groups)
    linked = {unit for pair, score in kept.items() if score >= 0 for unit in pair}
    assert linked >= {unit for group in groups for unit in group.members}


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0.0, 1.0)), max_size=30))
def test_the_two_highest_of_each_cell(rows: list[tuple[int, float]]) -> None:
    """`top_two` gives what sorting each cell gives."""
    cells, values = np.array([c for c, _ in rows], dtype=np.int64), np.array([v for _, v in rows], dtype=float)
    top, second = top_two(cells, values, 4)
    for cell in range(4):
        ordered = [*sorted((v for c, v in rows if c == cell), reverse=True), 0.0, 0.0]
        assert (top[cell], second[cell]) == pytest.approx(tuple(ordered[:2]))


def test_a_claim_is_told_by_a_fit_member_where_one_is() -> None:
    """The unit that is likest to all gives the claim its text, unless it is unfit and another is not."""
    scores = {(0, 1): 4.0, (0, 2): 4.0, (1, 2): 1.0}
    links = Links(scores, 0.0, [0, 1, 2], {})
    assert [group.centre for group in group_units(links)] == [0]
    assert [group.centre for group in group_units(replace(links, unfit=frozenset({0})))] == [1]
    assert [group.centre for group in group_units(replace(links, unfit=frozenset({0, 1, 2})))] == [0]


def test_no_two_claims_are_told_by_one_sentence() -> None:
    """A lead tells the claim of most accounts; the other claim that it joins is told by its other member."""
    scores = {(0, 1): 3.0, (0, 2): 3.0, (1, 2): 3.0, (0, 3): 3.0}
    groups = group_units(Links(scores, 0.0, [0, 1, 2, 3], {}))
    assert [(group.members, group.centre) for group in groups] == [((0, 1, 2), 0), ((0, 3), 3)]


def test_a_weakly_linked_member_tells_no_claim() -> None:
    """Where no other member is linked firmly, two claims are told by one sentence."""
    scores = {(0, 1): 3.0, (0, 2): 3.0, (1, 2): 3.0, (0, 3): 0.6}
    groups = group_units(Links(scores, 0.0, [0, 1, 2, 3], {}))
    assert [group.centre for group in groups] == [0, 0]
