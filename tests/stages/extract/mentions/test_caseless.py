"""People in languages whose letters have no capitals: what stands beside a name tells that it is one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.adapters.models.spacy_tagger import plain_parse
from synoptic.stages.extract.mentions.caseless import read_caseless

LANGUAGES = ("ar", "fa", "he", "hi", "zh", "ja", "ko")


def names(text: str, language: str) -> list[str]:
    """The names of people found in a text, in order."""
    return [text[name.start : name.end] for name in read_caseless(text, plain_parse(text, language))[1]]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ar", "قال وزير الزراعة سليم الحداد إن المحصول جيد.", ["سليم الحداد"]),
        ("ar", "التقى الوزير نظيره البرتغالي روي مندش في المساء.", ["روي مندش"]),
        ("ar", "وقال الأمين العام للمنظمة إن الأزمة مستمرة.", []),
        ("ar", "عثر على وقت كاف لذلك.", []),  # "على" is no given name
        ("ar", "شكر السيد رفعت الحضور. وغادر السيد رفعت القاعة.", ["رفعت", "رفعت"]),
        ("fa", "سرهنگ ناصر بهرامی از بازداشت سه نفر خبر داد.", ["ناصر بهرامی"]),
        ("fa", "سرمربی تیم ملی استعفا داد.", []),
        ("he", 'עו"ד דנה פלד טענה כי הראיות נעלמו.', ["דנה פלד"]),
        ("he", "שר האוצר לקצץ בתקציב.", []),
        ("hi", "मुख्य सचिव रवि शुक्ला ने बैठक बुलाई।", ["रवि शुक्ला"]),
        ("hi", "प्रधानमंत्री ने बैठक बुलाई।", []),
        ("zh", "校长方启明昨日宣布辞职。", ["方启明"]),
        ("zh", "方便面销量上升,高速公路堵车。", []),
        ("zh", "有关方面表示,谈判还在继续。", []),
        ("zh", "“罗莎·马林”号货轮离港。", []),  # a ship
        ("ja", "野党の中川和美代表は会見を開いた。", ["中川和美"]),
        ("ja", "同社社長は会見を開いた。", []),
        ("ja", "共同記者会見が開かれた。", []),
        ("ja", "北の国の金東秀(キム・ドンス)委員長が出席した。", ["金東秀"]),
        ("ja", "前首相の妻昭子さんが語った。", ["昭子"]),
        ("ko", "홍미래 새벽당 대표는 사퇴했다.", ["홍미래"]),
        ("ko", "전 대통령은 참석하지 않았다.", []),
        ("ko", "대통령 전용기가 착륙했다.", []),
        ("ko", "이사회 의장은 말을 아꼈다.", []),
    ],
)
def test_names_beside_offices(language: str, text: str, found: list[str]) -> None:
    """A name begins and ends right, and an office without one has none."""
    assert names(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ar", "حضرت القاضية هدى مراد. وأشارت مراد إلى القانون.", ["هدى مراد", "مراد"]),
        ("he", "השחקן אורי בלום התראיין. לבלום שני ילדים.", ["אורי בלום", "בלום"]),
        ("hi", "कोच अरुण भंडारी आए। भंडारी ने टीम से बात की।", ["अरुण भंडारी", "भंडारी"]),
        ("zh", "总理安娜·科列娃辞职。科列娃说,她累了。", ["安娜·科列娃", "科列娃"]),
        ("ja", "ヨナス・ベルク首相が来日した。ベルク首相は笑った。", ["ヨナス・ベルク", "ベルク"]),
        ("ko", "배우 오하린은 웃었다. 오하린을 본 팬이 많다.", ["오하린", "오하린"]),
    ],
)
def test_names_are_found_again(language: str, text: str, found: list[str]) -> None:
    """The surname or the whole name, with letters glued in front or particles behind."""
    assert names(text, language) == found


def test_a_dateline_names_nobody() -> None:
    """The reporter in brackets before the first sentence is nobody whom the article is about."""
    assert names("[부산=한가람 특파원] 시장 문도현은 말했다.", "ko") == ["문도현"]


def test_languages_with_capitals_are_left_alone() -> None:
    """Their parse comes back as it was."""
    parse = plain_parse("El ministro Luis Campos habló.", "es")
    assert read_caseless("El ministro Luis Campos habló.", parse) == (parse, ())


@given(
    st.sampled_from(LANGUAGES),
    st.text(
        alphabet="王李说总统的·، .，。「」さん氏はカタ・ー社長قالرئيس بن אבהנשיא\"'조 장관은이सिंह ने\n12 ", max_size=60
    ),
)
def test_tokens_stay_whole(language: str, text: str) -> None:
    """The new tokens hold the same letters in the same order, and every name begins and ends where tokens do."""
    before = plain_parse(text, language)
    after, found = read_caseless(text, before)
    assert "".join(token.text for token in after.tokens) == "".join(token.text for token in before.tokens)
    assert [token.index for token in after.tokens] == list(range(len(after.tokens)))
    assert len(after.sentences) == len(before.sentences)
    starts, ends = {token.start for token in after.tokens}, {token.end for token in after.tokens}
    assert all(name.start in starts and name.end in ends for name in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
