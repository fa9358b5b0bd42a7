"""The label ledger: how each outlet names the same entity, and what others call it in the place of a loaded word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synoptic.language.loaded import LoadedTerm, Word, loaded_terms
from synoptic.records.annotation import Account, Label, LabelVoice
from synoptic.records.findings import LabelUse
from synoptic.records.links import StoryAlignment

_NOUNS = frozenset({"head", "title", "epithet"})


@dataclass(frozen=True, slots=True)
class _Used:
    """A label with its account, the story's entity and its words."""

    account: Account
    label: Label
    entity: str
    text: str


def label_ledger(alignment: StoryAlignment, accounts: Sequence[Account]) -> tuple[LabelUse, ...]:
    """Every label of the story: in the order of its entities, then of the articles, then of the text.

    Plain verbs are left out: what somebody did is an event, not a name. `neutral` is given for loaded labels alone.
    """
    used = [
        _Used(
            account, label, alignment.linking.ids[account.article.id, label.entity], label.span.of(account.article.text)
        )
        for account in accounts
        for label in account.annotation.labels
        if (account.article.id, label.entity) in alignment.linking.ids and (label.loaded or label.kind != "verb")
    ]
    order = {entity.id: place for place, entity in enumerate(alignment.linking.entities)}
    used.sort(key=lambda one: order.get(one.entity, len(order)))
    plain = _Plain.of(one for one in used if _is_plain(one))
    return tuple(
        LabelUse(
            one.entity,
            one.account.article.id,
            one.text,
            one.label.span,
            one.label.voice.value,
            one.label.loaded,
            one.label.distanced,
            _neutral(one, plain) if one.label.loaded else None,
        )
        for one in used
    )


def _is_plain(one: _Used) -> bool:
    label = one.label
    return label.voice is LabelVoice.OUTLET and not label.loaded and not label.distanced and label.kind in _NOUNS


@dataclass(frozen=True, slots=True)
class _Plain:
    """How often each entity is called what in plain words: by all articles, and by each of them."""

    by_all: dict[str, Counter[str]]
    by_one: dict[tuple[str, str], Counter[str]]

    @classmethod
    def of(cls, used: Iterable[_Used]) -> "_Plain":
        """The counts of some uses."""
        found = cls({}, {})
        for one in used:
            text = one.text.lower()
            found.by_all.setdefault(one.entity, Counter())[text] += 1
            found.by_one.setdefault((one.entity, one.account.article.id), Counter())[text] += 1
        return found

    def elsewhere(self, entity: str, article: str) -> Counter[str]:
        """What the other articles call an entity."""
        return self.by_all.get(entity, Counter()) - self.by_one.get((entity, article), Counter())


def _neutral(one: _Used, plain: _Plain) -> str | None:
    """What other articles call the entity in their own voice; None where they have no word of that sort.

    A neutral word of the table comes first, else, for what a person is called, the commonest word.
    """
    if one.label.kind not in _NOUNS:
        return None
    term = _term(one)
    counts = plain.elsewhere(one.entity, one.account.article.id)
    ranked = sorted(counts, key=lambda text: (-counts[text], text))
    fitting = [text for text in ranked if term is not None and text in term.neutral]
    if fitting:
        return fitting[0]
    return ranked[0] if ranked and term is not None and term.category == "ruler" else None


def _term(one: _Used) -> LoadedTerm | None:
    """The loaded term among the label's words."""
    parse = one.account.annotation.parse
    words = [Word(token.text, token.lemma, token.pos) for token in parse.within(one.label.span)]
    table = loaded_terms(parse.language)
    return next((term for at in range(len(words)) if (term := table.match(words, at)) is not None), None)
