"""Accounts in many scripts name one person: by consonants, readings, or one office of one land."""

import pytest

from synoptic.adapters.models.spacy_tagger import plain_parse
from synoptic.records.annotation import Account, Annotation, Entity, EntityKind
from synoptic.records.article import Article, Block, BlockKind
from synoptic.records.span import Span
from synoptic.stages.extract.mentions import find_entities
from synoptic.stages.link.entities import link_entities


def people(*texts: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """The people of a story told by texts in languages, each with the languages of the accounts that name them."""
    accounts = []
    for number, (language, text) in enumerate(texts):
        block = Block(BlockKind.BODY, Span(0, len(text)))
        article = Article(f"{number}{language}", text, language=language, blocks=(block,))
        parse = plain_parse(text, language)
        accounts.append(Account(article, Annotation(article.id, parse, entities=find_entities(article, parse))))
    return [_told(entity) for entity in link_entities(accounts).entities if entity.kind is EntityKind.PERSON]


def _told(entity: Entity) -> tuple[str, list[str]]:
    return entity.name, sorted({mention.article[1:] for mention in entity.mentions})


def test_one_prime_minister_in_eight_languages() -> None:
    """Whole names and surnames in signs, syllables and letters with few vowels are one person's."""
    told = people(
        ("es", "El primer ministro de India, Arun Sharma, habló. Sharma calló después."),
        ("zh", "印度总理夏尔马表示,谈判顺利。夏尔马总理说,双方将签约。"),
        ("ja", "インドのシャルマ首相は5日、会見した。シャルマ首相は笑った。"),
        ("ko", "인도의 아룬 샤르마 총리는 5일 연설했다. 샤르마 총리는 웃었다."),
        ("hi", "भारत के प्रधानमंत्री अरुण शर्मा ने भाषण दिया।"),
        ("he", "ראש ממשלת הודו ארון שארמה נאם."),
        ("ar", "قال رئيس الوزراء الهندي أرون شارما إن المحادثات جيدة."),
        ("fa", "نخست‌وزیر هند، آرون شارما، سخنرانی کرد."),
    )
    assert [languages for _, languages in told] == [["ar", "es", "fa", "he", "hi", "ja", "ko", "zh"]]


def test_an_office_without_a_name() -> None:
    """The holder of one land's office is one in every language."""
    told = people(
        ("es", "El presidente francés calló."),
        ("zh", "法国总统抵达北京。"),
        ("ja", "フランス大統領は沈黙した。"),
        ("ko", "프랑스 대통령은 침묵했다."),
        ("ar", "والتزم الرئيس الفرنسي الصمت."),
        ("he", "הנשיא הצרפתי שתק."),
        ("fa", "رئیس‌جمهور فرانسه سکوت کرد."),
    )
    assert [languages for _, languages in told] == [["ar", "es", "fa", "he", "ja", "ko", "zh"]]


def test_names_that_each_language_reads_in_its_own_way() -> None:
    """Signs read as Japanese or Korean are one person's with a name in letters where both hold one office."""
    told = people(("es", "El líder norcoreano Kim Dong Su asistió."), ("zh", "朝鲜最高领导人金东秀出席了会议。"))
    assert [languages for _, languages in told] == [["es", "zh"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("zh", "李明部长说,会议推迟。"), ("zh", "李敏部长说,会议推迟。")),
        (("ko", "김민수 의원은 웃었다."), ("ko", "김민서 의원은 웃었다.")),
        (("es", "La ministra Carla Ruiz habló."), ("ar", "قالت الوزيرة سلوى رزق إن الأمر جيد.")),
        (("ja", "森田健一氏は語った。"), ("es", "El ministro Taro Morita habló.")),
        (("es", "El presidente francés calló."), ("zh", "德国总统抵达北京。")),
    ],
)
def test_two_people_stay_two(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Another sign, another syllable, other consonants, another given name, another land."""
    assert all(len(languages) == 1 for _, languages in people(one, other))
    assert len(people(one, other)) == 2
