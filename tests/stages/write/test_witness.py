"""Witnesses: what is asked of every account that is said to report a sentence."""

import pytest

from synoptic.records.annotation import (
    Account,
    Annotation,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Quantity,
    Timex,
    TimexType,
    Voice,
)
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.findings import Findings, MainEvent
from synoptic.records.links import ClaimMember, Story, StoryAlignment
from synoptic.records.span import Span
from synoptic.stages.link.entities import link_entities
from synoptic.stages.write.scene import Scene, build_scene
from synoptic.stages.write.witness import asked_of, bears_out, witness_of
from tests.stages.annotated import annotated

TOLD = "The bank of Orvik will lend the port 60 percent of the cost over 20 years."
REPORTED = TOLD[0].lower() + TOLD[1:-1]


def spanish(text: str, *, percent: str = "", years: str = "", day: str = "") -> Account:
    """A Spanish account with the marks that extract gives it."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    article = Article("es", text, language="es", blocks=(Block(BlockKind.BODY, Span(0, len(text))),))
    quantities = (Quantity(span(percent), 60, 60, "percent"),) if percent else ()
    times = (Timex(span(years), TimexType.DURATION, "P20Y"),) if years else ()
    times += (Timex(span(day), TimexType.DATE, "2031-05-06", ("2031-05-06", "2031-05-07")),) if day else ()
    entity = Entity("o", EntityKind.PLACE, "Orvik", (Mention("es", span("Orvik"), MentionForm.NAME),))
    return Account(
        article, Annotation("es", annotated(text, "es", "es").annotation.parse, None, (entity,), times, quantities)
    )


def scene_of(first: Account, second: Account) -> Scene:
    """A story of two accounts with the entities that link gives them."""
    accounts = (first, second)
    linking = link_entities(accounts)
    findings = Findings(MainEvent("A loan", "2031-05-06", None, ()), (), (), (), (), (), ())
    story = Story("s", tuple(account.article.id for account in accounts))
    return build_scene(StoryAlignment(story, linking, (), (), ()), findings, accounts)


def borne_out(first: Account, said: str, second: Account) -> bool:
    """Whether the second account bears out a sentence made from the whole first one."""
    scene = scene_of(first, second)
    whole = [ClaimMember(a.article.id, Span(0, len(a.article.text)), Voice.OUTLET) for a in (first, second)]
    return bears_out(asked_of(scene, whole[0], said), witness_of(scene, second.article.id, whole[1:]))


@pytest.mark.parametrize(
    ("other", "marks", "borne"),
    [
        ("Orvik prestará el sesenta por ciento durante veinte años.", ("sesenta", "veinte años"), True),
        ("Orvik prestará el sesenta por ciento del coste.", ("sesenta", ""), False),
        ("Orvik prestará el dinero durante veinte años.", ("", "veinte años"), False),
    ],
)
def test_figures_and_terms_are_asked_across_languages(other: str, marks: tuple[str, str], borne: bool) -> None:
    """An account in another language counts where it gives the share and the term, in whatever words, and only then."""
    account = spanish(other, percent=marks[0], years=marks[1])
    assert borne_out(annotated(TOLD), REPORTED, account) is borne


def test_days_are_asked_of_the_whole_account() -> None:
    """The day of an event may stand in another sentence of the account; an account that dates nothing is left out."""
    text = "The bank of Orvik opened on 6 May 2031."
    dated, undated = "El banco de Orvik abrió el martes 6 de mayo.", "El banco de Orvik abrió."
    said = text[0].lower() + text[1:-1]
    assert borne_out(annotated(text), said, spanish(dated, day="martes 6 de mayo"))
    assert not borne_out(annotated(text), said, spanish(undated))


def test_a_name_that_an_account_lacks_leaves_it_out() -> None:
    """Whoever does not name the minister does not report what the minister did."""
    text = "Agnes Dahl opened the harbour of Orvik after four years of work."
    said = text[:-1]
    assert not borne_out(annotated(text), said, annotated("The harbour of Orvik was opened after four years.", "b"))
    assert borne_out(annotated(text), said, annotated("Dahl opened the harbour of Orvik after four years.", "b"))
