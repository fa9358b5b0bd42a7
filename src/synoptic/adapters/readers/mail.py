"""Mails that were saved to a file: press releases and newsletters arrive so."""

import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from synoptic.adapters.readers.markup_text import text_of_markup
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle, Rejected


class MailReader:
    """Reads .eml files: the plain text of a mail, else its HTML; attachments are left aside."""

    suffixes: tuple[str, ...] = (".eml",)

    def read(self, name: str, content: bytes) -> Iterator[RawArticle | Rejected]:
        """The one article of the mail; who sends it is its outlet. Raises MalformedSource where it holds no text."""
        try:
            message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(content)
            text = _text(message)
        except RecursionError:
            raise MalformedSource("parts nested too deeply", source=name, remedy="give its text as .txt") from None
        if not text.strip():
            raise MalformedSource("the mail holds no text", source=name, remedy="give its text as a .txt file")
        sender, address = parseaddr(_header(message, "From"))
        yield RawArticle(
            name,
            text=text,
            title=_header(message, "Subject").strip() or None,
            outlet=sender or address or None,
            published=_published(message),
        )


def _header(message: EmailMessage, name: str) -> str:
    """A header, decoded; empty where it is absent or damaged."""
    try:
        return str(message.get(name, ""))
    except (LookupError, ValueError, TypeError, AttributeError):  # "From: <" is an IndexError in Python 3.12
        return ""


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        words = body.get_content()
    except (LookupError, ValueError):  # an unknown or a wrong charset
        payload = body.get_payload(decode=True)
        words = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return text_of_markup(words) if body.get_content_type() == "text/html" else str(words)


def _published(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except ValueError:
        return None
