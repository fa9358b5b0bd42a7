"""Events: who did what to whom, in PLOVER types, each with the rule that found it."""

from collections.abc import Sequence

from synoptic.language.predicates import PredicateTable, predicates
from synoptic.records.annotation import Entity, Event, Quote, QuoteForm, Timex
from synoptic.records.parse import Parse, Token
from synoptic.records.span import Span
from synoptic.stages.extract.events.acts import Act, Reading
from synoptic.stages.extract.events.clauses import auxiliaries
from synoptic.stages.extract.events.nominal import NamedAct, named_acts
from synoptic.stages.extract.events.participants import Cast, actors_of, endures
from synoptic.stages.extract.events.recipients import recipient_of
from synoptic.stages.extract.events.settings import date_of, date_of_noun, place_of, place_of_noun
from synoptic.stages.extract.events.verbs import acts_of

_POSSIBLE = frozenset({"may", "might", "could", "can"})
_WISHED = _POSSIBLE | {"should", "ought", "must"}
_CONDITIONS = frozenset({"if", "unless", "whether"})
_UNTOLD = frozenset(
    {
        "than",
        "without",
        "instead",
        "doubt",
        "skeptical",
        "sceptical",
        "unlikely",
        "hope",
        "wish",
        "imagine",
        "fear",
        "risk",
    }
)


def find_events(
    parse: Parse, entities: Sequence[Entity], times: Sequence[Timex], quotes: Sequence[Quote]
) -> tuple[Event, ...]:
    """The events of an article, in order of the text; those that are only told inside quotation marks are left out."""
    table = predicates(parse.language)
    if table is None or not parse.parsed:
        return ()
    cast = Cast(parse, entities, table)
    spoken = [span for quote in quotes if quote.form is QuoteForm.DIRECT for span in quote.content]
    found: list[Event] = []
    for number in range(len(parse.sentences)):
        tokens = parse.sentence_tokens(number)
        acts = acts_of(Reading(parse, table), tokens)
        # In "“…,” she said" the verb of speech stands outside the marks and the act inside.
        verbal: list[Event] = []
        told: dict[int, str] = {}
        for verb, act in acts:
            spoken_here = _is_spoken(spoken, verb, parse.tokens[act.head])
            real = (
                _told(parse, verb)
                and _is_real(parse, act, verb)
                and not (act.weight < 2 and _dangles(parse, verb))
                and not spoken_here
            )
            event = _event(parse, table, cast, times, act) if real else None
            verbal += [event] if event is not None else []
            # "Talks were held between …": where the verb leads to nobody, its noun may.
            if event is not None or not real:
                told |= dict.fromkeys((verb.index, act.head, *act.through), act.code)
        nominal = [
            _named(parse, table, times, act)
            for act in named_acts(parse, table, cast, tokens, told)
            if not _is_spoken(spoken, act.noun) and tokens[-1].text != "?"
        ]
        found += verbal
        found += [event for event in nominal if event is not None and not any(_repeats(event, one) for one in verbal)]
    return tuple(sorted(found, key=lambda event: (event.span, event.code)))


def _is_spoken(spoken: Sequence[Span], *tokens: Token) -> bool:
    """Whether one of these words stands inside quotation marks."""
    return any(span.contains(token.span) for span in spoken for token in tokens)


def _repeats(event: Event, other: Event) -> bool:
    """Whether two events of a sentence are one: the same type, done to the same."""
    same = event.recipient is not None and (
        event.recipient == other.recipient
        or (event.entity_recipient is not None and event.entity_recipient == other.entity_recipient)
    )
    return event.code == other.code and same


def _told(parse: Parse, verb: Token) -> bool:
    """Whether the act is told as something done: not asked, wished, conditional or only possible."""
    children = parse.children(verb.index)
    if any(child.dep == "mark" and child.lemma.lower() in _CONDITIONS for child in children):
        return False
    if any(child.dep == "aux" and child.index < verb.index and child.text.lower() in _WISHED for child in children):
        return False
    # An infinitive that no operator has read is a purpose or a wish: "efforts to end", "met to discuss".
    if any(child.dep == "aux" and child.text.lower() == "to" for child in children):
        return False
    above = parse.tokens[verb.head]
    if verb.dep in {"ccomp", "pcomp", "xcomp"} and above.lemma.lower() in _UNTOLD:
        return False
    return parse.sentence_tokens(parse.sentence_of(verb.index))[-1].text != "?"


def _is_real(parse: Parse, act: Act, verb: Token) -> bool:
    """Whether the act's own verb is not only possible or due: "he said that she could have sued"."""
    modal = auxiliaries(parse, parse.tokens[act.head])
    return not modal & (_POSSIBLE if act.head == verb.index else _WISHED)


def _dangles(parse: Parse, verb: Token) -> bool:
    """Whether a participle may be that of the name before it rather than of the subject ("met Ortega, visiting …")."""
    if verb.tag != "VBG" or verb.dep != "advcl" or verb.index < 2:
        return False
    mark, before = parse.tokens[verb.index - 1], parse.tokens[verb.index - 2]
    return mark.text == "," and before.pos == "PROPN"


def _event(parse: Parse, table: PredicateTable, cast: Cast, times: Sequence[Timex], act: Act) -> Event | None:
    verb = parse.tokens[act.head]
    doers = actors_of(cast, parse, act)
    recipient = recipient_of(cast, parse, act, doers) if doers else endures(cast, parse, table, act)
    if not doers and recipient is None:
        return None
    # A verb alone is an event only between two participants; a fuller frame stands with its actor. What somebody "will
    # not" do is an event only where a frame says what it is.
    if act.weight < 1 or (recipient is None and act.weight < 2):
        return None
    last = max((act.head, *act.through))
    return Event(
        parse.span(act.head, last + 1),
        act.code,
        table.mode(act.code, act.rule),
        doers[0].span if doers else None,
        recipient.span if recipient else None,
        doers[0].entity if doers else None,
        recipient.entity if recipient else None,
        date_of(parse, verb, times),
        place_of(parse, verb),
        act.rule,
    )


def _named(parse: Parse, table: PredicateTable, times: Sequence[Timex], act: NamedAct) -> Event | None:
    """The event of a nominal act; one without participants needs its place or date."""
    date, place = date_of_noun(parse, act.noun, times), place_of_noun(parse, act.noun)
    if not act.is_known(date, place):
        return None
    return Event(
        act.noun.span,
        act.code,
        table.mode(act.code, act.rule),
        act.actor.span if act.actor else None,
        act.recipient.span if act.recipient else None,
        act.actor.entity if act.actor else None,
        act.recipient.entity if act.recipient else None,
        date,
        place,
        act.rule,
    )
