"""Cases of names in Russian, Ukrainian and Belarusian: "Бишкека" and "Бишкеке" are Bishkek, "Сидорову" is Sidorov."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from synoptic.language.names.fold import name_words, sound
from synoptic.language.tables import primary_language

_CASED = frozenset({"ru", "uk", "be"})
# What stands in place of the ending of a nominative, the longest ending first; "" is that of consonants.
_FORMS = (
    ("ия", ("ии", "ию", "ией")),
    ("ія", ("ії", "ію", "ією")),
    ("ая", ("ой", "ую")),
    ("ое", ("ого", "ому", "ым", "ом")),
    ("ые", ("ых", "ым", "ыми")),
    ("ий", ("ия", "ию", "ием", "ии", "ого", "ому", "им", "ом")),
    ("а", ("ы", "и", "і", "е", "у", "ой", "ою")),
    ("я", ("и", "е", "ю", "ей")),
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
    ("о", ("а", "у", "ом", "е")),
    ("ы", ("", "ов", "ам", "ами", "ах")),
    ("", ("а", "у", "ом", "ем", "е")),
)
# Endings that a case may have put, the longest first.
_ENDINGS = (
    *("ами", "ями", "ого", "ому", "ыми", "ими", "ией", "ові", "еві"),
    *("ой", "ою", "ей", "ею", "ом", "ем", "ым", "им", "ую", "ая", "ых", "их", "ию", "ие", "ии", "ия"),
    *("а", "я", "у", "ю", "е", "ы", "и", "і", "ь", "й"),
)
_ROMANISED = (("kh", "h"), ("ts", "c"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("yu", "u"), ("iu", "u"), ("ju", "u"))
_LEAST = 3
# A name of more forms has them not all listed.
_MOST = 64
# The nominative in Latin letters is longer than the stem by so many at most ("Serikba-" and "Serikbay").
_LONGER = 2


def has_cases(language: str | None) -> bool:
    """Whether names in a language change with their case, by endings that are known here."""
    return primary_language(language) in _CASED


@lru_cache(maxsize=65536)
def case_stem(word: str) -> str:
    """A word in small letters without what its case may have put at its end; it keeps three letters."""
    small = word.lower()
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _LEAST:
            return small.removesuffix(ending)
    return small


def stemmed_words(name: str, language: str | None) -> tuple[str, ...]:
    """The folded words of a name, without their endings of case where the language has cases."""
    return name_words(" ".join(map(case_stem, name.split())) if has_cases(language) else name)


def case_forms(name: str) -> tuple[str, ...]:
    """A name in the nominative, and its other cases: each word in all of its, whether they agree or not."""
    words = [tuple(dict.fromkeys(_forms(word))) for word in name.split()]
    return tuple(" ".join(form) for form in islice(product(*words), _MOST))


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _FORMS:
        if word.endswith(ending):
            for other in instead:
                yield word.removesuffix(ending) + other
            return


@lru_cache(maxsize=65536)
def is_case_of(stem: str, nominative: str) -> bool:
    """Whether a stem, folded, is that of a folded name in Latin letters: "serikba" of "serikbay"."""
    begin, name = heard(stem), heard(nominative)
    return len(begin) >= _LEAST and name.startswith(begin) and len(name) - len(begin) <= _LONGER


def heard(word: str) -> str:
    """The sound of a folded word, with what a Cyrillic letter is folded to for what others write ("kh", "ts", "ya")."""
    for written, folded in _ROMANISED:
        word = word.replace(written, folded)
    return sound(word)
