"""An invented story, made by hand: a ferry line is opened, told by five accounts that differ on purpose.

The second nearly copies the first, the third retells it with other figures, the fourth is hostile in its labels and
holds markup that must stay inert, the fifth is in Arabic. `build` gives what the weigh stage would give, `synopsis` the
whole analysis. The spans are looked up by their words, so the texts can be edited freely.
"""

import re
from dataclasses import replace

from synoptic.language.sentences import split_sentences
from synoptic.language.tokens import tokenize
from synoptic.ports import Tagger
from synoptic.records.annotation import (
    Annotation,
    Entity,
    EntityKind,
    Label,
    LabelVoice,
    Mention,
    MentionForm,
    Quote,
    QuoteForm,
    ReferenceDate,
    Timex,
    TimexType,
    Voice,
)
from synoptic.records.article import READ, Article, Block, BlockKind, Credit, CreditKind, Rejected
from synoptic.records.findings import (
    Citation,
    Claim,
    ClaimStatus,
    Difference,
    DifferenceKind,
    EventRecord,
    Findings,
    LabelUse,
    MainEvent,
    Omission,
    Origin,
    OriginKind,
    TimelineEntry,
)
from synoptic.records.links import (
    AlignedClaim,
    ClaimMember,
    EntityLinking,
    Link,
    LinkKind,
    Passage,
    Placement,
    QuoteGroup,
    QuoteMember,
    Reading,
    Story,
    StoryAlignment,
)
from synoptic.records.parse import Parse, Token, joined
from synoptic.records.span import Span
from synoptic.records.stages import Aligned, Annotated, Collection, Grouping, Synopsis, Weighed
from synoptic.stages.write import write

K = BlockKind
TEXTS: dict[str, tuple[tuple[BlockKind, str], ...]] = {
    "wire": (
        (K.TITLE, "Marsand and Ostrevia open ferry line across the Gulf of Tell"),
        (K.DATELINE, "PORT ILVAR, May 6 (Meridian)"),
        (
            K.LEAD,
            "President Ada Korrin of Marsand and Prime Minister Joren Vael of Ostrevia opened a ferry line in Port "
            "Ilvar on Tuesday. The two governments signed twelve agreements.",
        ),
        (
            K.BODY,
            "“This line is older in our hopes than in our harbours,” Korrin said at the ceremony. "
            "The crossing takes four hours. The line will carry 900 passengers a day.",
        ),
        (K.CREDIT, "Source: Meridian News Agency"),
    ),
    "copy": (
        (K.TITLE, "New ferry joins Marsand and Ostrevia"),
        (
            K.LEAD,
            "President Ada Korrin of Marsand and Prime Minister Joren Vael of Ostrevia opened a ferry line in Port "
            "Ilvar on Tuesday. The two governments signed twelve agreements.",
        ),
        (K.BODY, "The crossing takes four hours. Tickets are sold from Friday. (Meridian)"),
        (K.FURNITURE, "Read more: Ten harbours to see before you are forty"),
    ),
    "gazette": (
        (K.TITLE, "Gulf ferry starts with thirteen accords"),
        (
            K.LEAD,
            "Thirteen agreements were signed by the two governments when Korrin and Vael opened the ferry line at Port "
            "Ilvar on Tuesday.",
        ),
        (
            K.BODY,
            "“This line is older in our hopes than in our ports,” Vael said. It will take more than 800 passengers a "
            "day, the harbour office said.",
        ),
    ),
    "sentinel": (
        (K.TITLE, "Strongman Korrin cuts ribbon <script>document.title='broken'</script>"),
        (
            K.LEAD,
            "The strongman of Marsand, Ada Korrin, used the opening of the ferry line in Port Ilvar on Tuesday for a "
            'parade. Fishermen fear for their nets, "and nobody asked us", said Nils Abo & sons. '
            "🚢 <img src=x onerror=alert(1)>",
        ),
        (
            K.BODY,
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvertreter came too.",
        ),
    ),
    "arabic": (
        (K.TITLE, "افتتاح خط عبارات بين مارساند وأوستريفيا"),
        (K.LEAD, "افتتحت الرئيسة آدا كورين خط العبارات في بورت إيلفار يوم الثلاثاء. تستغرق الرحلة أربع ساعات."),
    ),
}
OUTLETS = {
    "wire": "Meridian News Agency",
    "copy": "Ilvar Post",
    "gazette": "The Gulf Gazette",
    "sentinel": 'Free "Sentinel" <b>',
    "arabic": "صحيفة الخليج",
}


def article(id: str) -> Article:
    """One of the accounts."""
    text, blocks = "", []
    for kind, words in TEXTS[id]:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    credited: tuple[Credit, ...] = ()
    if id in {"wire", "copy"}:
        at = text.rindex("Meridian")
        credited = (Credit("Meridian", CreditKind.AGENCY, Span(at, at + 8)),)
    url = "javascript:alert(1)" if id == "sentinel" else f"https://example.org/{id}"
    language = "ar" if id == "arabic" else "en"
    title = TEXTS[id][0][1]
    return Article(
        id, text, title, url, OUTLETS[id], language, ("A. Writer",), "2031-05-06", tuple(blocks), credited, id
    )


def at(held: Article, words: str) -> Span:
    """Where `words` stand in an article."""
    start = held.text.index(words)
    return Span(start, start + len(words))


def rule_parse(held: Article) -> Parse:
    """A parse by rule: tokens and sentences of the read blocks, no model."""
    parts = []
    for span in held.spans_of(READ):
        text = span.of(held.text)
        places = tokenize(text)
        tokens = tuple(Token(i, p.start, p.end, p.of(text), p.of(text), "", "", "", i) for i, p in enumerate(places))
        sentences = []
        for sentence in split_sentences(text):
            inside = [i for i, p in enumerate(places) if sentence.contains(p)]
            sentences.append((inside[0], inside[-1] + 1))
        parts.append((span.start, Parse(tokens, tuple(sentences))))
    return joined(parts, held.language or "")


def build(tagger: Tagger | None = None) -> Weighed:
    """What weigh gives for the story; parsed by rule, or by `tagger`."""
    articles = {id: article(id) for id in TEXTS}
    annotations = tuple(_annotation(held, tagger) for held in articles.values())
    story = Story("s1", tuple(articles))
    links = _links(articles)
    grouping = Grouping(
        Collection(tuple(articles.values()), (Rejected("empty <i>.txt", "the file is empty"),)),
        (story,),
        tuple(Placement(id, "s1", 0.9, "names the same people and the same day") for id in articles),
        links,
    )
    claims = _claims(articles)
    alignment = StoryAlignment(
        story,
        EntityLinking(_entities(articles), {}),
        (_quotes(articles),),
        tuple(AlignedClaim(claim.id, claim.text, claim.members) for claim in claims),
        links,
    )
    aligned = Aligned(Annotated(grouping, annotations), (alignment,))
    return Weighed(aligned, (_findings(articles, claims),))


def synopsis(tagger: Tagger | None = None) -> Synopsis:
    """The whole analysis of the story."""
    return write(build(tagger))


def repeated(weighed: Weighed, times: int) -> Synopsis:
    """The same story `times` times over, as several stories of one synopsis."""
    once = write(weighed)
    stories = tuple(
        replace(once.stories[0], story=replace(once.stories[0].story, id=f"s{number}"))
        for number in range(1, times + 1)
    )
    return replace(once, stories=stories)


def _annotation(held: Article, tagger: Tagger | None) -> Annotation:
    parse = rule_parse(held)
    if tagger is not None and held.language == "en":
        spans = held.spans_of(READ)
        parses = tagger.parse([span.of(held.text) for span in spans], "en")
        parse = joined([(span.start, part) for span, part in zip(spans, parses, strict=True)], "en")
    times: tuple[Timex, ...] = ()
    if "Tuesday" in held.text:
        times = (Timex(at(held, "Tuesday"), TimexType.DATE, "2031-05-06", ("2031-05-06", "2031-05-07")),)
    quotes: tuple[Quote, ...] = ()
    labels: tuple[Label, ...] = ()
    if held.id == "wire":
        quotes = (
            Quote(
                (at(held, "This line is older in our hopes than in our harbours"),),
                at(held, "said"),
                None,
                "korrin",
                QuoteForm.DIRECT,
            ),
        )
    if held.id == "sentinel":
        labels = (Label(at(held, "strongman"), "korrin", LabelVoice.OUTLET, True),)
    reference = ReferenceDate("2031-05-06", "published", held.id != "arabic")
    entities = tuple(e for e in _entities({held.id: held}) if e.mentions)
    return Annotation(held.id, parse, reference, entities, times, (), quotes, (), labels)


def _entities(articles: dict[str, Article]) -> tuple[Entity, ...]:
    forms = {
        "korrin": (EntityKind.PERSON, "Ada Korrin", ("Ada Korrin", "Korrin", "آدا كورين"), ("President",)),
        "vael": (EntityKind.PERSON, "Joren Vael", ("Joren Vael", "Vael"), ("Prime Minister",)),
        "marsand": (EntityKind.PLACE, "Marsand", ("Marsand", "مارساند"), ()),
        "ilvar": (EntityKind.PLACE, "Port Ilvar", ("Port Ilvar",), ()),
    }
    found = []
    for id, (kind, name, spellings, offices) in forms.items():
        mentions = [
            Mention(held.id, Span(*match.span()), MentionForm.NAME, "the name itself")
            for held in articles.values()
            for match in re.finditer("|".join(map(re.escape, spellings)), held.text)
        ]
        if mentions:
            found.append(Entity(id, kind, name, tuple(mentions), offices))
    return tuple(found)


def _member(articles: dict[str, Article], id: str, words: str, speaker: str | None = None) -> ClaimMember:
    voice = Voice.SPEAKER if speaker else Voice.OUTLET
    return ClaimMember(id, at(articles[id], words), voice, speaker, 0.95, "shared words")


OPENED = (
    "President Ada Korrin of Marsand and Prime Minister Joren Vael of Ostrevia "
    "opened a ferry line in Port Ilvar on Tuesday."
)


def _claims(articles: dict[str, Article]) -> tuple[Claim, ...]:
    def member(id: str, words: str, speaker: str | None = None) -> ClaimMember:
        return _member(articles, id, words, speaker)

    thirteen = (
        "Thirteen agreements were signed by the two governments when Korrin and Vael "
        "opened the ferry line at Port Ilvar on Tuesday."
    )
    opened = (
        member("wire", OPENED),
        member("copy", OPENED),
        member("gazette", thirteen),
        member(
            "sentinel",
            "The strongman of Marsand, Ada Korrin, used the opening of the ferry line in Port Ilvar on Tuesday for a "
            "parade.",
        ),
        member("arabic", "افتتحت الرئيسة آدا كورين خط العبارات في بورت إيلفار يوم الثلاثاء."),
    )
    signed = (
        member("wire", "The two governments signed twelve agreements."),
        member("copy", "The two governments signed twelve agreements."),
        member("gazette", thirteen),
    )
    said = (
        member(
            "wire", "“This line is older in our hopes than in our harbours,” Korrin said at the ceremony.", "korrin"
        ),
        member("gazette", "“This line is older in our hopes than in our ports,” Vael said.", "vael"),
    )
    hours = (
        member("wire", "The crossing takes four hours."),
        member("copy", "The crossing takes four hours."),
        member("arabic", "تستغرق الرحلة أربع ساعات."),
    )
    carried = (
        member("wire", "The line will carry 900 passengers a day."),
        member("gazette", "It will take more than 800 passengers a day, the harbour office said."),
    )
    nets = (member("sentinel", 'Fishermen fear for their nets, "and nobody asked us", said Nils Abo & sons.'),)
    number = Difference(DifferenceKind.NUMBER, ((0, 1), (2,)), ("twelve", "Thirteen"), False, "12 is not 13")
    speaker = Difference(DifferenceKind.ATTRIBUTION, ((0,), (1,)), ("Ada Korrin", "Joren Vael"), False, "two speakers")
    both = Difference(DifferenceKind.NUMBER, ((0,), (1,)), ("900", "more than 800"), True, "900 is more than 800")
    return (
        Claim("c1", opened[0].span.of(articles["wire"].text), ClaimStatus.AGREED, 4, opened),
        Claim("c2", signed[0].span.of(articles["wire"].text), ClaimStatus.DIFFERS, 2, signed, (number,)),
        Claim("c3", said[0].span.of(articles["wire"].text), ClaimStatus.DIFFERS, 2, said, (speaker,)),
        Claim("c4", hours[0].span.of(articles["wire"].text), ClaimStatus.PARTIAL, 2, hours),
        Claim("c5", carried[0].span.of(articles["wire"].text), ClaimStatus.PARTIAL, 2, carried, (both,)),
        Claim(
            "c6",
            nets[0].span.of(articles["sentinel"].text),
            ClaimStatus.SINGLE,
            1,
            nets,
            (),
            "only the one concerned says so",
        ),
    )


def _links(articles: dict[str, Article]) -> tuple[Link, ...]:
    passages = (Passage(at(articles["wire"], OPENED), at(articles["copy"], OPENED)),)
    quoted = (Passage(at(articles["wire"], "This line is older"), at(articles["gazette"], "This line is older")),)
    return (
        Link("wire", "copy", LinkKind.PARTIAL, True, 0.94, passages, "31 words in a row are the same"),
        Link("wire", "gazette", LinkKind.QUOTATION, False, 0.4, quoted, "only quoted words are shared"),
    )


def _quotes(articles: dict[str, Article]) -> QuoteGroup:
    first, second = articles["wire"], articles["gazette"]
    left = at(first, "This line is older in our hopes than in our harbours")
    right = at(second, "This line is older in our hopes than in our ports")
    columns: list[tuple[Span | None, ...]] = []
    for a, b in zip(tokenize(left.of(first.text)), tokenize(right.of(second.text)), strict=True):
        columns.append((a.shifted(left.start), b.shifted(right.start)))
    variants = ((Reading((0,), "harbours"), Reading((1,), "ports")),)
    members = (
        QuoteMember("wire", (left,), at(first, "said"), QuoteForm.DIRECT),
        QuoteMember("gazette", (right,), at(second, "said"), QuoteForm.DIRECT),
    )
    return QuoteGroup("q1", "korrin", members, tuple(columns), variants)


def _findings(articles: dict[str, Article], claims: tuple[Claim, ...]) -> Findings:
    opened = tuple(Citation(m.article, m.span) for m in claims[0].members)
    origins = (
        Origin(
            "o1", "Meridian", OriginKind.AGENCY, ("wire", "copy"), "both credit Meridian and share 31 words in a row"
        ),
        Origin("o2", None, OriginKind.OUTLET, ("gazette",), "shares no text"),
        Origin("o3", None, OriginKind.OUTLET, ("sentinel",), "shares no text"),
        Origin("o4", None, OriginKind.UNKNOWN, ("arabic",), ""),
    )
    strongman = at(articles["sentinel"], "strongman")
    labels = (
        LabelUse("korrin", "wire", "President", at(articles["wire"], "President"), "outlet", False),
        LabelUse("korrin", "sentinel", "strongman", strongman, "outlet", True, False, "President"),
        LabelUse("vael", "wire", "Prime Minister", at(articles["wire"], "Prime Minister"), "outlet", False),
    )
    events = (EventRecord("COOPERATE", None, "korrin", "vael", "2031-05-06", "Port Ilvar", opened[:3]),)
    timeline = (TimelineEntry("2031-05-06", OPENED, opened[:2]),)
    main = MainEvent(TEXTS["wire"][0][1], "2031-05-06", "Port Ilvar", opened[:1])
    return Findings(main, origins, claims, (Omission("sentinel", "c2"),), labels, events, timeline)
