"""Versions: what one article prints of an utterance."""

from dataclasses import dataclass

from synoptic.language.tables import primary_language
from synoptic.records.annotation import Quote, QuoteForm
from synoptic.records.article import Article
from synoptic.records.span import Span


@dataclass(frozen=True, slots=True)
class Version:
    """A quote of an article; `place` is its rank there, `speaker` the story's id of who speaks.

    `named` tells whether the article names the speaker there. `later` are the next quotes of the article, where another
    article prints all of it as one.
    """

    article: Article
    place: int
    quote: Quote
    speaker: str | None
    named: bool = False
    later: tuple[Quote, ...] = ()

    @property
    def content(self) -> tuple[Span, ...]:
        """The parts of the content, in the order of the text."""
        return tuple(sorted(part for quote in (self.quote, *self.later) for part in quote.content))

    @property
    def form(self) -> QuoteForm:
        """Direct or indirect where all its parts are."""
        forms = {quote.form for quote in (self.quote, *self.later)}
        return forms.pop() if len(forms) == 1 else QuoteForm.MIXED

    @property
    def language(self) -> str:
        """The article's language without its region."""
        return primary_language(self.article.language or "en")

    @property
    def text(self) -> str:
        """The words of the content."""
        return " ".join(part.of(self.article.text) for part in self.content)
