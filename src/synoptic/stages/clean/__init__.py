"""clean: RawArticle → Article: main text, metadata, language, typed blocks, credits."""

from synoptic.errors import InputError, InvalidRecord, MalformedSource, ProgramFault, unexpected_as_fault
from synoptic.language.page_words import PageWords, page_words
from synoptic.ports import LanguageIdentifier, PageParser
from synoptic.records.article import Article, Block, BlockKind, RawArticle, Rejected
from synoptic.records.stages import Acquired, Collection
from synoptic.stages.clean.blocks import Stated, find_blocks
from synoptic.stages.clean.credits import find_credits
from synoptic.stages.clean.furniture import address_of
from synoptic.stages.clean.given import covering, stated_language
from synoptic.stages.clean.identity import article_id, distinguish
from synoptic.stages.clean.outlets import find_outlet
from synoptic.stages.clean.published import find_published, iso_date
from synoptic.stages.clean.titles import title_of

LONGEST = 300_000
"""Characters above which a text is no article. The longest of 1349 news articles (quotes, stories, claims) has
33,672. One of 200,000 (2,400 sentences) takes 69 seconds of one core and 1.2 GB, and both grow faster than the text."""
_SAMPLE = 4000
"""Characters from which the language is told."""


def clean(acquired: Acquired, pages: PageParser, languages: LanguageIdentifier) -> Collection:
    """The articles of `acquired` with typed blocks, each once; what holds no article is rejected."""
    articles: list[Article] = []
    rejected = list(acquired.rejected)
    for raw in acquired.raw:
        given = (InvalidRecord,) if raw.blocks or raw.credits else ()
        try:
            with unexpected_as_fault("clean", raw.source, expected=given):
                articles.append(clean_article(raw, pages, languages))
        except (InputError, InvalidRecord, ProgramFault) as error:
            rejected.append(Rejected.because(raw.source, error))
    kept, repeated = distinguish(articles)
    return Collection(tuple(kept), (*rejected, *repeated))


def clean_article(raw: RawArticle, pages: PageParser, languages: LanguageIdentifier) -> Article:
    """One article with typed blocks and with what its text states of itself.

    Raises MalformedSource where there is no readable text, far too much of it or no Unicode, InvalidRecord where blocks
    or credits that came with it do not fit its text.
    """
    _check_unicode(raw)
    if raw.html is not None:
        raw = pages.parse(raw)
    text = raw.text or ""
    _check(text, raw.source)
    language = stated_language(raw.language) or languages.identify(_sample(text))
    known = page_words(language)
    blocks = (
        covering(raw.blocks, text) if raw.blocks else find_blocks(text, known, Stated(raw.title, raw.authors, raw.url))
    )
    if not any(block.kind in {BlockKind.LEAD, BlockKind.BODY} for block in blocks):
        raise MalformedSource("nothing but page furniture", source=raw.source, remedy="give the article's text")
    url = raw.url or _address(text, blocks)
    outlet = raw.outlet or find_outlet(text, blocks, known, url)
    return Article(
        id=raw.id or article_id(raw.url, text),
        text=text,
        title=raw.title or _title(text, blocks),
        url=url,
        outlet=outlet,
        language=language,
        authors=raw.authors,
        published=iso_date(raw.published, known) or find_published(text, blocks, known),
        blocks=tuple(blocks),
        credits=raw.credits or find_credits(text, blocks, known, outlet),
        source=raw.source,
        notes=(*raw.notes, *_notes(raw, known)),
    )


def _notes(raw: RawArticle, known: PageWords) -> tuple[str, ...]:
    """What the source states but cannot be used."""
    found = []
    if raw.published is not None and iso_date(raw.published, known) is None:
        found.append(f"published {raw.published!r} is no date (write it as 2031-05-04)")
    if raw.language is not None and stated_language(raw.language) is None:
        found.append(f"language {raw.language!r} is no language code (write it as en or pt-BR)")
    return tuple(found)


def _check_unicode(raw: RawArticle) -> None:
    """Refuses half a surrogate pair, which Python holds in a string but cannot write to any file."""
    for part in (raw.text, raw.html, raw.id, raw.title, raw.url, raw.outlet, *raw.authors):
        try:
            _ = part and part.encode()
        except UnicodeEncodeError as error:
            raise MalformedSource(
                "half a surrogate pair",
                source=raw.source,
                place=f"character {error.start + 1} of {part[:20]!a}" if part else "",
                remedy="mend it or leave it out",
            ) from None


def _check(text: str, source: str) -> None:
    if not any(character.isalnum() for character in text):
        raise MalformedSource("no readable text", source=source, remedy="give the article's text")
    if len(text) > LONGEST:
        raise MalformedSource(
            f"{len(text):,} characters are more than an article has ({LONGEST:,})",
            source=source,
            remedy="split it into articles, one a file or one a JSON line",
        )


def _sample(text: str) -> str:
    """The beginning and the middle: navigation above an article may be in another language."""
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return text[: _SAMPLE // 2] + "\n" + text[middle : middle + _SAMPLE // 2]


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((title_of(block.span.of(text)) for block in blocks if block.kind is BlockKind.TITLE), None)


def _address(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The address of the page, where exactly one stands alone on a line outside the teasers."""
    lines = (block.span.of(text) for block in blocks if block.kind is BlockKind.FURNITURE)
    found = [address for line in lines if (address := address_of(line)) is not None]
    return found[0] if len(found) == 1 and found[0].lower().startswith("http") else None
