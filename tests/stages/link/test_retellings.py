"""Retellings are known by the order of their statements; independent accounts are not taken for them."""

from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.records.links import Link, LinkKind
from synoptic.records.span import Span
from synoptic.stages.link.retellings import find_retellings
from tests.stages.cluster.accounts import article

READOUT = (
    "President Amaru received the foreign minister of Ostmark, Jonas Weil, at the Summer Palace on Thursday. "
    "He told his guest that the two countries had been friends since the treaty of 1961. "
    "The president called for a railway between the two capitals to be built within ten years. "
    "Fishing rights in the Strait of Lume should be settled by a joint commission, he said. "
    "He also remembered his own years as a student in the Ostmark town of Brenz. "
    "Minister Weil thanked the president and invited him to the grape festival in autumn. "
    "Ostmark would double its grants for young scientists, the minister announced. "
    "He ended by praising the work of the mountain rescue teams after the earthquake."
)
RETOLD = (
    "The foreign minister of Ostmark, Mr Weil, was the guest of President Amaru in the Summer Palace this Thursday. "
    "Amaru pointed out that a friendship of more than six decades, sealed by the 1961 treaty, binds both nations. "
    "A rail line linking the capitals ought to be finished in a decade, the head of state proposed. "
    "As for fishery in the Lume Strait, Amaru wants a commission of both sides to find the answer. "
    "The president fondly recalled studying at Brenz in Ostmark as a young man. "
    "Weil expressed gratitude and asked Amaru to attend the autumn wine harvest feast. "
    "The visitor promised twice as much money in scholarships for researchers at the start of their careers. "
    "Finally he paid tribute to the rescuers who worked in the mountains when the earth shook."
)
APART = (
    "Fishermen of Lume blocked the harbour on Thursday while the foreign minister of Ostmark was in the country. "
    "Their spokeswoman Ada Ruiz said the catch had fallen by half in two years. "
    "Police let the boats pass after three hours. "
    "President Amaru, who met Minister Weil in the Summer Palace, spoke of a joint commission. "
    "The opposition leader Teodor Banks called that an empty promise. "
    "Analysts doubt that the railway between the capitals will ever be built, as its cost has trebled. "
    "Weil leaves for home on Friday."
)


def test_a_retelling_is_found_and_an_independent_account_is_not() -> None:
    """Of three accounts of one visit the two that follow one readout are joined, undirected, with aligned sentences."""
    articles = [article("a", READOUT), article("b", APART), article("c", RETOLD)]
    (link,) = find_retellings(articles, (), UseEncoder())
    assert (link.source, link.target, link.kind, link.directed) == ("a", "c", LinkKind.RETELLING, False)
    assert len(link.passages) >= 6
    assert "in the same order" in link.reason
    starts = [(passage.source.start, passage.target.start) for passage in link.passages]
    assert starts == sorted(starts)
    assert all(passage.source.end <= len(READOUT) and passage.target.end <= len(RETOLD) for passage in link.passages)


def test_order_makes_the_retelling() -> None:
    """The same statements turned about are two reports on one visit, not one text retold."""
    told = RETOLD.split(". ")
    turned = ". ".join(told[number] for number in (6, 1, 4, 7, 0, 5, 2, 3))
    links = find_retellings([article("a", READOUT), article("b", APART), article("c", turned)], (), UseEncoder())
    straight = find_retellings([article("a", READOUT), article("b", APART), article("c", RETOLD)], (), UseEncoder())
    assert all(link.score < straight[0].score for link in links)


SPEECHES = (
    "“The railway between our capitals has to be built within the next ten years,” {} told reporters.",
    "“We shall ask a joint commission to settle who may fish in the Strait of Lume,” {} went on.",
    "“When I was a student in Brenz I learned how warm the people of Ostmark are,” {} remembered.",
    "“Ostmark is going to double all its grants for young scientists from next spring,” {} promised.",
    "“Nobody will forget what the rescue teams did in the mountains after the earthquake,” {} ended.",
)


def test_shared_speech_is_no_retelling() -> None:
    """Two reports that quote one speech word for word, in its order, are not joined by that."""
    one = " ".join(line.format("President Amaru") for line in SPEECHES)
    other = " ".join(line.format("the head of state") for line in SPEECHES)
    articles = [article("a", one), article("b", APART), article("c", other)]
    assert find_retellings(articles, (), UseEncoder()) == ()


def test_copies_are_not_retellings_as_well() -> None:
    """A pair that a copy link joins is left out."""
    known = Link("a", "c", LinkKind.COPY, False, 1.0, (), "given")
    articles = [article("a", READOUT), article("b", APART), article("c", RETOLD)]
    assert find_retellings(articles, (known,), UseEncoder()) == ()


def test_short_and_empty_texts_have_no_order() -> None:
    """Fewer than five sentences cannot be told from chance; no articles give no links."""
    short = " ".join(READOUT.split(". ")[:2])
    assert find_retellings([article("a", short), article("b", RETOLD)], (), UseEncoder()) == ()
    assert find_retellings([], (), UseEncoder()) == ()
    assert find_retellings([article("a", ""), article("b", "…")], (), UseEncoder()) == ()


def test_passages_are_whole_sentences() -> None:
    """Each aligned side starts with a capital and ends with its full stop."""
    (link,) = find_retellings([article("a", READOUT), article("c", RETOLD)], (), UseEncoder()) or (None,)
    assert link is not None
    for passage in link.passages:
        assert isinstance(passage.source, Span)
        assert passage.source.of(READOUT)[0].isupper()
        assert passage.target.of(RETOLD).endswith(".")
