"""Quotes: who is said how to have said what."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from synoptic.records.annotation import Quote, QuoteForm
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract import annotate
from tests.stages.annotated import annotated, tagger

BODIES = [
    "The old bridge fell on Monday. Nobody was hurt.",
    "“Nobody told us,” Mayor Ada Lund said. “We checked it twice.”",
    "The council will meet, according to a clerk of the court.",
    "Lund denied that the town had known, and it may build a new bridge.",
    "Moreno said: “It was old.” The police closed the road.",
]


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
        ('"The bridge is safe," beamed Ada Lund of Narva.', "Ada Lund of Narva", "beamed", '"The bridge is safe,"'),
        ('"The old bridge is safe," Lund notes.', "Lund", "notes", '"The old bridge is safe,"'),
        ('As Ada Lund put it, "The bridge is safe."', "Ada Lund", "put", '"The bridge is safe."'),
        ("As reported by the Narva Post, the bridge is old.", "the Narva Post", "reported", "the bridge is old"),
        ("The workers sent a letter urging Lund to act.", "The workers", "urging", "Lund to act"),
        ("The flood led some engineers to worry that it leaks.", "some engineers", "to worry", "that it leaks"),
        ("Engineers have been reluctant to say that it leaks.", "Engineers", "to say", "that it leaks"),
        ('LUND: We checked "every" beam of the bridge.', "LUND", ":", 'We checked "every" beam of the bridge'),
        ('"The bridge is safe and dry."\n— Ada Lund, mayor', "Ada Lund", "—", '"The bridge is safe and dry."'),
        ('Asked about it, Lund said, "The bridge is safe."', "Lund", "said", '"The bridge is safe."'),
        (
            '"The bridge is safe," Ada Lund, a former engineer, told the Narva Post.',
            "Ada Lund, a former engineer",
            "told",
            '"The bridge is safe,"',
        ),
        (
            "Ada Lund, the mayor, in a letter to the council, said the bridge is safe.",
            "Ada Lund, the mayor",
            "said",
            "the bridge is safe",
        ),
    ],
)
def test_constructions(text: str, speaker: str, cue: str, content: str) -> None:
    """Each construction gives speaker, cue and content."""
    assert (speaker, cue, content) in told(text)


def test_of_nested_sources_the_outer_one_stays() -> None:
    """Where somebody reports what another said in nearly the same words, the quote is the reporter's."""
    text = "The council refused to close the bridge, according to a clerk of the court."
    assert [(speaker, cue) for speaker, cue, _ in told(text)] == [("a clerk of the court", "according to")]


@pytest.mark.parametrize(
    "text",
    [
        "The two mayors signed seven contracts for the bridge.",
        "The town needs a new bridge.",
        "The engineers tried to close the bridge.",
        "The self-described “river people” cross the bridge every day.",
    ],
)
def test_acts_and_terms_are_no_speech(text: str) -> None:
    """Who signs, needs or tries reports nothing."""
    assert told(text) == []


def test_a_quotation_with_a_cue_of_its_own_does_not_go_on() -> None:
    """In the next paragraph words that end with a comma belong to the cue behind them."""
    text = '"The bridge is safe," Lund said.\n\n"We checked it twice last year," Moreno adds.'
    assert [(speaker, content) for speaker, _, content in told(text)] == [
        ("Lund", '"The bridge is safe,"'),
        ("Moreno", '"We checked it twice last year,"'),
    ]


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


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Lund told reporters that the bridge is safe.", "reporters"),
        ("Lund said to the council of Orvik that the bridge is safe.", "the council of Orvik"),
        ("Lund said in a letter to the council that the bridge is safe.", "the council"),
        ('"The bridge is safe," Lund told the Orvik Courier.', "the Orvik Courier"),
        ('"The bridge is safe," Lund said in an interview with the Orvik Courier.', "the Orvik Courier"),
        ("Speaking to the council, Lund said that the bridge is safe.", "the council"),
        ("Residents were told that the bridge is safe.", "Residents"),
        ("Lund said that the bridge to Orvik is safe.", None),
        ("Lund said in a statement that the bridge is safe.", None),
    ],
)
def test_the_addressee_is_kept(text: str, hearer: str | None) -> None:
    """To whom something is said: told, written, interviewed by or spoken to; never a part of what is said."""
    (found,) = quotes(text)
    assert (found.addressee.of(text) if found.addressee else None) == hearer


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
        ("de", "»Die Brücke ist sicher«, sagte Ada Lund.", "Ada Lund", "»Die Brücke ist sicher«"),
        ("it", "«Il ponte è sicuro», ha detto Ada Lund.", "Ada Lund", "«Il ponte è sicuro»"),
        ("es", "—El puente es seguro —dijo Ada Lund.", "Ada Lund", "El puente es seguro"),
        ("pt", "— A ponte é segura — disse Ada Lund.", "Ada Lund", "A ponte é segura"),
        ("fr", "Selon Ada Lund, le pont est sûr.", "Ada Lund", "le pont est sûr"),
        ("es", "El puente, según Ada Lund, es seguro.", "Ada Lund", "El puente | es seguro"),
        ("es", "La alcaldesa anunció que no “cederá” ante nadie.", "La alcaldesa", "que no “cederá” ante nadie"),
        ("fr", "« Le pont est sûr », dit-elle. « Il est sec. »", "elle", "« Le pont est sûr » | « Il est sec. »"),
        ("ja", "ルンド市長は「橋は安全だ」と述べた。", "ルンド市長", "「橋は安全だ」"),
        ("ja", "「橋は安全です」とルンド市長は語った。", "ルンド市長", "「橋は安全です」"),
        ("zh", "伦德市长说：“这座桥很安全。”", "伦德市长", "“这座桥很安全。”"),
        ("zh", "“这座桥很安全，”伦德市长说。", "伦德市长", "“这座桥很安全，”"),
        ("ar", "قالت رئيسة البلدية: «الجسر آمن تماما».", "رئيسة البلدية", "«الجسر آمن تماما»"),
        ("ru", "«Мост безопасен», — сказала Ада Лунд.", "Ада Лунд", "«Мост безопасен»"),
        ("es", "«El puente es seguro», dijo Lund tras la sesión.", "Lund", "«El puente es seguro»"),
        ("de", "„Die Brücke ist sicher“, sagte Lund vor Journalisten.", "Lund", "„Die Brücke ist sicher“"),
        ("de", "Der Schaden liegt nach Angaben der Feuerwehr bei 2,5 Millionen.", "Feuerwehr", "bei 2,5 Millionen"),
        ("fr", "« Le pont est sûr », a dit la maire, Ada Lund, hier.", "la maire, Ada Lund", "« Le pont est sûr »"),
        ("ru", "Партия «Новый мост» заявила, что мост цел.", "Партия «Новый мост»", "что мост цел"),
        ("nl", "‘De brug is veilig’, zei Lund tegen journalisten.", "Lund", "‘De brug is veilig’"),
        ("pl", "„Most jest bezpieczny” – powiedziała Lund dziennikarzom.", "Lund", "„Most jest bezpieczny”"),
        ("uk", "«Міст безпечний», — сказала Лунд журналістам.", "Лунд", "«Міст безпечний»"),
        ("el", "«Η γέφυρα είναι ασφαλής», είπε η Λουντ στους πολίτες.", "η Λουντ", "«Η γέφυρα είναι ασφαλής»"),
        ("tr", 'Lund törenden sonra "Köprü güvenli" dedi.', "Lund", '"Köprü güvenli"'),
        ("ar", "وقالت لوند بعد الجلسة: «الجسر آمن تماما».", "لوند", "«الجسر آمن تماما»"),
        ("ar", "وقالت منظمة الجسر إن أربع قرى ستغرق.", "منظمة الجسر", "إن أربع قرى ستغرق"),
        ("fa", "لوند پس از جلسه گفت: «پل کاملا امن است».", "لوند", "«پل کاملا امن است»"),
        ("he", '"הגשר בטוח לגמרי", אמרה לונד לעיתונאים.', "לונד", '"הגשר בטוח לגמרי"'),
        ("he", "לונד הכחישה כי הגשר ייסגר.", "לונד", "כי הגשר ייסגר"),
        ("hi", 'लुंड ने सभा के बाद कहा, "पुल पूरी तरह सुरक्षित है।"', "लुंड", '"पुल पूरी तरह सुरक्षित है।"'),
        ("ko", '룬드 시장은 회의에서 "다리는 안전하다"고 말했다.', "룬드 시장", '"다리는 안전하다"'),
        ("ko", "룬드 시장은 다리를 고치겠다고 밝혔다.", "룬드 시장", "다리를 고치겠다고"),
        ("ja", "ルンド市長は橋を直すと発表した。", "ルンド市長", "橋を直す"),
        ("zh", "伦德宣布,桥梁将于三月重开。", "伦德", "桥梁将于三月重开"),
        ("id", '"Jembatan itu aman," kata Lund kepada wartawan.', "Lund", '"Jembatan itu aman,"'),
    ],
)
def test_languages_without_a_parse(language: str, text: str, speaker: str, content: str) -> None:
    """Marks and inflected speech verbs give quotes where nothing is parsed."""
    ((who, _, what),) = told(text, language)
    assert who == speaker
    assert content in what


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "他喜欢看小说和电影。"), ("ru", "«Новый мост» заявил."), ("ja", "橋は安全だ。")]
)
def test_a_verb_inside_a_word_and_a_name_in_marks_report_nothing(language: str, text: str) -> None:
    """A sign that is a verb by itself is none inside a word; a name in marks before the verb is who speaks."""
    assert told(text, language) == []


def test_a_term_in_marks_is_no_speech_without_a_parse() -> None:
    """Few words in marks with no speech verb beside them are a name or a term."""
    assert told("El llamado “puente seguro” cayó ayer.", "es") == []


PIECES = (
    "Lund said the bridge is safe.",
    "“It is safe,” she added. “Trust us.”",
    "\n",
    "According to the clerk,",
    "the council denied “every word” of it",
    ", he said.",
    "«Oui», ",
    "「はい」",
    "'No",
    "LUND: Yes.",
    "— Ada Lund",
    "“",
    '"',
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.sampled_from(["en", "es", "ja"]))
def test_every_span_is_inside_what_is_read(pieces: list[str], language: str) -> None:
    """Whatever the marks: each span of a quote lies in the article, and none of it in furniture."""
    text = " ".join(pieces)
    middle = len(text) // 2
    ranges = [(BlockKind.BODY, 0, middle), (BlockKind.FURNITURE, middle, len(text))]
    blocks = tuple(Block(kind, Span(start, end)) for kind, start, end in ranges if start < end)
    article = Article("a", text, language=language, blocks=blocks)
    (annotation,) = annotate([article], tagger())
    for quote in annotation.quotes:
        for span in (*quote.content, quote.cue, quote.speaker, quote.addressee):
            assert span is None or 0 <= span.start < span.end <= middle
    assert all(statement.span.end <= middle for statement in annotation.statements)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(BODIES), st.integers(1, len(BODIES) - 1))
def test_what_is_marked_does_not_depend_on_what_stands_beside_it(bodies: list[str], cut: int) -> None:
    """Two bodies one behind the other have the quotes and statements that each has alone."""
    first, second = "\n".join(bodies[:cut]), "\n".join(bodies[cut:])
    alone = [marks(first, 0), marks(second, len(first) + 1)]
    assert marks(f"{first}\n{second}", 0) == sorted((*alone[0], *alone[1]))


def marks(text: str, offset: int) -> list[tuple[object, ...]]:
    """Quotes and statements as numbers, moved by `offset`."""
    annotation = annotated(text).annotation
    found: list[tuple[object, ...]] = [
        (quote.content[0].start + offset, quote.content[-1].end + offset, quote.form.value, quote.cue_class)
        for quote in annotation.quotes
    ]
    found += [
        (s.span.start + offset, s.span.end + offset, s.voice.value, f"{s.polarity.value} {s.modality.value}")
        for s in annotation.statements
    ]
    return sorted(found)


@pytest.mark.parametrize("text", ["", "“", '"".', "said", ":", "Lund: ", '"\n\n"', "said that"])
def test_scraps_do_not_break_it(text: str) -> None:
    """Fragments give nothing or something, never a crash."""
    assert isinstance(quotes(f"{text} x"), tuple)
