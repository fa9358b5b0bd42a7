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
        message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(content)
        text = _text(message)
        if not text.strip():
            raise MalformedSource("the mail holds no text", source=name, remedy="give its text as a .txt file")
        sender, address = parseaddr(str(message.get("From", "")))
        yield RawArticle(
            name,
            text=text,
            title=str(message.get("Subject", "")).strip() or None,
            outlet=sender or address or None,
            published=_published(message),
        )


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        words = body.get_content()
    except (LookupError, UnicodeError):  # an unknown or a wrong charset
        payload = body.get_payload(decode=True)
        words = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return text_of_markup(words) if body.get_content_type() == "text/html" else str(words)


def _published(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).isoformat()
    except ValueError:
        return None
