"""Reported clauses: what a member of a claim says, fitted for "… report that …", or else as a quotation.

A clause is taken over only where nothing in it would change its meaning outside its article: no first person, no
pronoun whose name is not known, no loaded word in the outlet's own voice. Days are written out ("yesterday" becomes
its date). Everything else is quoted word for word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from synoptic.language.loaded import loaded_spans
from synoptic.language.tables import primary_language
from synoptic.language.territories import find_territory
from synoptic.records.annotation import MentionForm, QuoteForm, Voice
from synoptic.records.findings import Claim, LabelUse
from synoptic.records.links import SURE, ClaimMember
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.write.antecedents import subjects_named
from synoptic.stages.write.completeness import is_complete, whole_part
from synoptic.stages.write.days import counts_from_its_day, dates_hold, dates_written_out, leans_on_its_day
from synoptic.stages.write.phrases import bare, quoted, tidy
from synoptic.stages.write.pointing import points_back
from synoptic.stages.write.scene import Scene
from synoptic.stages.write.witness import likely_members
from synoptic.stages.write.words import function_words, judging_words, needed, words_of

LONGEST_CLAUSE = 44
"""Words; longer sentences read badly after "report that". Set by reading briefs of invented stories."""

LONGEST_QUOTE = 240
"""Code points of an account's words in quotation marks; what is longer is cut."""

LIKELY = 0.9
"""The score from which a member may lend its words where no surer one does (see `told.FREELY`)."""

FEWEST_WORDS = 3
"""Content words; fewer say nothing by themselves ("the statement said")."""

MOST_RENDERINGS = 6
"""Members of a claim that are tried: enough to find a clause that most articles bear out, at a bounded cost."""

FIRST_PERSON = re.compile(r"\b(?:I|[Mm][ey]|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]urs?|[Yy]ou(?:rs?)?)\b")
_OPENER = re.compile(
    r"^(?:(?:however|meanwhile|moreover|furthermore|in addition|also|and|but|for (?:his|her|their|its) part|"
    r"nevertheless|still|yet|then|later|besides|separately|by comparison|by contrast|in turn|as a result|"
    r"further|too|instead|in this regard|accordingly|indeed|notably|among them|earlier(?=,))\b,?\s+)+",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(
    r", (?:however|meanwhile|by contrast|in turn|for (?:instance|example)|too|nevertheless|though),(?= )"
)
"""What ties a clause to the sentence before it from its middle."""
_COUNTED = frozenset({"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME"})
_TAIL = re.compile(r"[,;]?\s+(?:and|but|or|which|who|that|while|as|because|where|when)$", re.IGNORECASE)
_GOES_ON = re.compile(r",? (?:which|who|that|where)\b")
_APPOSED = re.compile(r",\s+(?:an?|the)\s+\w+$")
"""A noun that only a relative clause behind it explains ("…, an incident which"), where the member ends before that."""
_QUOTATION_MARKS = '"“”„«»'
_TWO_SENTENCES = re.compile(r";|:\s")
_POSTED = re.compile(r"pic\.twitter\.com|https?://t\.co/|\(@\w+\)|(?:^|\s)#\w+")
"""Marks of a post that an article shows whole: its words are the poster's, though no quotation marks say so."""
_REPORTER = re.compile(r",\s+[^,]*?['’]s [^,]+? reports?(?: from [^,]+)?$")
"""The outlet's own reporter behind what is reported ("…, HNN's Ada Korrin reports from Orvik")."""
_SLANTED = 3
"""Loaded labels in its own voice from which an account's words are quoted, never taken over."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A member fitted for printing: `text` follows "that" where `clause`, else stands in quotation marks."""

    member: ClaimMember
    text: str
    clause: bool


def renderings(scene: Scene, claim: Claim) -> tuple[Reported, ...]:
    """The ways in which a claim can be told, the most readable first.

    Clauses where its members give any, else their words quoted.
    """
    ranked = sorted(
        likely_members(claim.members, LIKELY), key=lambda member: (member.score < SURE, _rank(scene, claim, member))
    )[:MOST_RENDERINGS]
    clauses = [Reported(member, clause, clause=True) for member in ranked if (clause := as_clause(scene, member))]
    if clauses:
        return tuple(clauses)
    return tuple(
        Reported(member, quoted(shortened(_words(scene, member), LONGEST_QUOTE)), clause=False) for member in ranked
    )


def _words(scene: Scene, member: ClaimMember) -> str:
    """The words of a member to be quoted."""
    return _said(scene, member) or _whole(scene, member).span.of(scene.text(member.article))


def _said(scene: Scene, member: ClaimMember) -> str:
    """What is said, without who says it, where a member is a direct quotation with its attribution; else nothing."""
    text = scene.text(member.article)
    for quote in scene.accounts[member.article].annotation.quotes:
        inside = [span for span in quote.content if member.span.contains(span)]
        led = bool(inside) and inside[0].start <= member.span.start + 2
        length = sum(span.end - span.start for span in inside)
        if quote.form is QuoteForm.DIRECT and (led or 2 * length >= member.span.end - member.span.start):
            return " … ".join(bare(span.of(text)).strip() for span in inside)
    return ""


def _rank(scene: Scene, claim: Claim, member: ClaimMember) -> tuple[bool, int, int, str, int]:
    """Readable without a translation first, then of plain accounts, of middle length, by place: a fixed order."""
    article = scene.accounts[member.article].article
    text = member.span.of(article.text)
    foreign = primary_language(article.language or "en") != "en"
    central = 0 if text == claim.text else 6
    loaded = min(3, scene.tone.get(member.article, 0))
    return (foreign, loaded, abs(len(text.split()) - 22) + central, member.article, member.span.start)


def _whole(scene: Scene, member: ClaimMember) -> ClaimMember:
    """The member without a last part that breaks off."""
    parse = scene.accounts[member.article].annotation.parse
    tokens = parse.within(member.span)
    part = whole_part(parse, tokens) if tokens else tokens
    return replace(member, span=Span(member.span.start, part[-1].end)) if len(part) < len(tokens) else member


def as_clause(scene: Scene, member: ClaimMember) -> str:
    """The member's words as a clause that can follow "that"; empty where they cannot."""
    account, member = scene.accounts[member.article], _whole(scene, member)
    parse, text = account.annotation.parse, account.article.text
    tokens = parse.within(member.span)
    if not parse.parsed or not tokens or not is_complete(parse, tokens):
        return ""
    words = member.span.of(text)
    if words.lstrip()[0] in _QUOTATION_MARKS:
        return ""
    if FIRST_PERSON.search(words) or "?" in words or "\n" in words or _TWO_SENTENCES.search(words):
        return ""
    if scene.tone.get(member.article, 0) >= _SLANTED or _judges(words) or _is_posted(text, member.span):
        return ""
    if any(leans_on_its_day(time, parse, text) for time in account.annotation.times if member.span.contains(time.span)):
        return ""
    named, marked = subjects_named(scene, member, tokens), _loaded_in_marks(scene, member)
    times = [time for time in account.annotation.times if not _inside_marks(text, member.span, time.span)]
    dated = dates_written_out(times, parse, member.span)
    if named is None or marked is None or (dated and not dates_hold(scene, member.article)):
        return ""
    kept = [token for token in tokens if not any(span.contains(token.span) for span, _ in dated)]
    if points_back(parse, kept, scene.mentions.get(member.article, ()), [span for span, _ in named]):
        return ""
    edits = [*dated, *named, *marked, *_without_also(text, tokens), *_written_out(parse, tokens), *_said_anew(tokens)]
    clause = tidy(_edited(text, member.span, edits))
    clause = _CONNECTOR.sub("", _OPENER.sub("", " ".join(clause.split()))).strip(" ,;:–—-")
    if counts_from_its_day(clause):
        return ""
    clause = _TAIL.sub("", _REPORTER.sub("", _without_stray_mark(clause.rstrip(".!…"))))
    if _GOES_ON.match(text[member.span.end :]):
        clause = _APPOSED.sub("", clause)
    if not balanced(clause) or len(clause.split()) > LONGEST_CLAUSE or len(needed(clause)) < FEWEST_WORDS:
        return ""
    first = _first_word(clause, tokens)
    if first is None or (first.text != "The" and _starts_name(scene, member.article, first)):
        return clause
    return _lower_start(clause, first, account.article.language or "en", text)


def _without_stray_mark(clause: str) -> str:
    """A clause without a single quotation mark at its end that none opens."""
    return clause if re.search(r"(?:^|\s)['‘]", clause) else clause.rstrip("'’").rstrip(".!…")


def _is_posted(text: str, span: Span) -> bool:
    """Whether words stand in a line that shows a post."""
    end = text.find("\n", span.end)
    return _POSTED.search(text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]) is not None


def _judges(words: str) -> bool:
    """Whether a word of the outlet's judges or paints ("staggering", "betrayed"); such words are left to it."""
    outside = re.sub(r"“[^”]*”|\"[^\"]*\"", "", words)
    return any(word.lower() in judging_words() for word in words_of(outside))


def _loaded_in_marks(scene: Scene, member: ClaimMember) -> list[tuple[Span, str]] | None:
    """Loaded words of a speaker that stand without quotation marks, with the marks that keep them his.

    None where a loaded word is the outlet's own: then the whole must be quoted, with the outlet's name.
    """
    account = scene.accounts[member.article]
    text = account.article.text
    spans = [(use.span, use.voice == "outlet" and not use.distanced) for use in _loaded_uses(scene, member)]
    for place, term in loaded_spans(member.span.of(text), account.article.language or "en"):
        span = place.shifted(member.span.start)
        kinds = {token.pos for token in account.annotation.parse.within(span)}
        if not term.parts_of_speech or kinds & set(term.parts_of_speech):
            spans.append((span, member.voice is Voice.OUTLET))
    edits: dict[Span, str] = {}
    for span, own in spans:
        if _inside_marks(text, member.span, span) or any(span.overlap(s) for s in edits):
            continue
        if own:
            return None
        edits[span] = f"“{span.of(text)}”"
    return list(edits.items())


def _inside_marks(text: str, within: Span, span: Span) -> bool:
    """Whether a quotation mark before a span is still open there."""
    before = text[within.start : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _loaded_uses(scene: Scene, member: ClaimMember) -> list[LabelUse]:
    """The loaded labels inside a member."""
    uses = scene.findings.labels
    return [use for use in uses if use.loaded and use.article == member.article and member.span.contains(use.span)]


def _without_also(text: str, tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """The "also" that ties a sentence to the one before it in its article, to be left out."""
    also = [token for token in tokens if token.text.lower() == "also" and token.dep == "advmod"]
    return [(Span(token.start, token.end + text[token.end :].startswith(" ")), "") for token in also]


def _said_anew(tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """The "added" that ties what somebody says to what he said before: outside its article it is but said."""
    statements = {token.head for token in tokens if token.dep == "ccomp"}
    return [
        (token.span, "said")
        for token in tokens
        if token.lemma == "add" and token.tag == "VBD" and token.index in statements
    ]


def _written_out(parse: Parse, tokens: Sequence[Token]) -> list[tuple[Span, str]]:
    """The "is" that hangs on a name in notes ("Korrin's meeting her advisers"), where it reads like a genitive."""
    return [
        (token.span, " is")
        for token in tokens
        if token.text in {"'s", "’s"} and token.pos == "AUX" and parse.tokens[token.head].tag == "VBG"
    ]


def _edited(text: str, span: Span, edits: Sequence[tuple[Span, str]]) -> str:
    """The words of `span` with some replaced."""
    pieces, at = [], span.start
    for place, words in sorted(edits):
        if place.start >= at and place.end <= span.end:
            pieces += [text[at : place.start], words]
            at = place.end
    return "".join([*pieces, text[at : span.end]])


def balanced(clause: str) -> bool:
    """Whether every quotation mark and bracket is closed."""
    return (
        clause.count("“") == clause.count("”")
        and clause.count('"') % 2 == 0
        and clause.count("«") == clause.count("»")
        and clause.count("(") == clause.count(")")
    )


def _first_word(clause: str, tokens: Sequence[Token]) -> Token | None:
    """The token with which the clause begins, if it still begins with a word of the member."""
    first = clause.split(" ", 1)[0]
    return next((token for token in tokens if first.startswith(token.text)), None)


def _starts_name(scene: Scene, article: str, token: Token) -> bool:
    """Whether a name begins at a token, by the model, by the mentions of the story or by the outlet's own name."""
    parse = scene.accounts[article].annotation.parse
    if token.text in scene.names[article].split():
        return True
    if any(name.first == token.index and name.label not in _COUNTED for name in parse.names):
        return True
    return any(
        form is MentionForm.NAME and span.start == token.start for span, form, _ in scene.mentions.get(article, ())
    )


def _lower_start(clause: str, first: Token, language: str, text: str) -> str:
    """The clause without its sentence's capital, unless a name, a title or an abbreviation begins it.

    A word that `text` has with its capital inside a sentence is a name too.
    """
    word = clause.split(" ", 1)[0]
    if len(word) > 1 and word.isupper() and word.lower() in function_words():
        return word.lower() + clause[len(word) :]
    if clause[0] in _QUOTATION_MARKS or word == "I" or (len(word) > 1 and word[1:].isupper()):
        return clause
    title = first.tag == "NN" and word not in _SHARES and first.dep != "compound" and " of " in clause[: len(word) + 4]
    if word == "The":
        return clause[0].lower() + clause[1:]
    named = first.pos == "PROPN" or first.tag.startswith("NNP")
    common = first.tag in {"NNS", "NNPS"} and re.search(rf"\b{re.escape(first.text.lower())}\b", text)
    if (named and not common) or title or find_territory(first.text, language):
        return clause
    if first.pos in {"NOUN", "ADJ", "VERB"} and re.search(rf"\b[a-z][\w’'-]*,? {re.escape(first.text)}\b", text):
        return clause
    return clause[0].lower() + clause[1:]


_SHARES = frozenset({"Half", "Part", "Most", "One", "None", "Some", "All", "Much"})
"""Words before "of" that count, where others are a title ("Director of …")."""


def shortened(text: str, longest: int = 190, around: str = "") -> str:
    """A text of at most `longest` code points, cut at words, with an ellipsis; `around` stays in it where it can."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text.rstrip(" .,;")
    at = max(0, text.lower().find(around.lower()))
    start = 0
    if at + len(around) > longest:
        start = text.find(" ", min(at - longest // 3, len(text) - longest)) + 1
    end = text.rfind(" ", start, start + longest) if start + longest < len(text) else len(text)
    cut = text[start:end].rstrip(" ,;:.")
    return ("… " if start else "") + cut + (" …" if end < len(text) else "")


def speaker_of(scene: Scene, member: ClaimMember) -> str:
    """The name of the speaker of a member; empty for the outlet's own voice or an unknown speaker."""
    if member.voice is not Voice.SPEAKER or member.entity is None:
        return ""
    entity = scene.entities.get(member.entity)
    return entity.name if entity else ""


def attributes_itself(scene: Scene, member: ClaimMember) -> bool:
    """Whether the member's own words say who says it ("…, he said")."""
    quotes = scene.accounts[member.article].annotation.quotes
    return any(quote.cue is not None and member.span.contains(quote.cue) for quote in quotes)
