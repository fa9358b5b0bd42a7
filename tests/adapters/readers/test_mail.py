"""Mails in a file: a press release as it arrives."""

from email.message import EmailMessage

import pytest

from synoptic.adapters.readers.mail import MailReader
from synoptic.errors import MalformedSource
from synoptic.records.article import RawArticle


def mail(*, text: str | None = None, html: str | None = None) -> bytes:
    """A mail with these bodies and a picture."""
    message = EmailMessage()
    message["Subject"] = "Brücke bleibt zu"
    message["From"] = "Port of Tarn <press@example.com>"
    message["Date"] = "Wed, 02 Apr 2031 08:30:00 +0200"
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="bridge.png")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (mail(text="The bridge stays shut.\n"), "The bridge stays shut.\n"),
        (mail(text="The bridge stays shut.\n", html="<p>Look at our page.</p>"), "The bridge stays shut.\n"),
        (mail(html="<h1>Shut</h1><p>The bridge stays shut.</p>"), "Shut\n\nThe bridge stays shut."),
    ],
)
def test_a_mail_is_an_article(content: bytes, words: str) -> None:
    """Its plain text goes before its HTML; subject, sender and date are what it states."""
    (raw,) = MailReader().read("a.eml", content)
    assert isinstance(raw, RawArticle)
    assert raw.text == words
    assert (raw.title, raw.outlet, raw.published) == ("Brücke bleibt zu", "Port of Tarn", "2031-04-02T08:30:00+02:00")


def test_an_unknown_charset_and_a_broken_date_do_no_harm() -> None:
    """What can be read is read."""
    content = b"From: press@example.com\nDate: soon\nContent-Type: text/plain; charset=klingon\n\nThe bridge is shut.\n"
    (raw,) = MailReader().read("a.eml", content)
    assert isinstance(raw, RawArticle)
    assert (raw.text, raw.outlet, raw.published) == ("The bridge is shut.\n", "press@example.com", None)


@pytest.mark.parametrize(
    "head",
    [b"From: <\n", b"Content-Type: text/plain; charset=a\x00b\n", b"Subject: =?utf-8?b?\nDate: <(\n", b"To: [\n\xff\n"],
)
def test_a_damaged_header_costs_what_it_states_and_no_more(head: bytes) -> None:
    """Python's parser of headers fails in many ways; the text of the mail is read all the same."""
    (raw,) = MailReader().read("a.eml", head + b"\nThe bridge is shut.\n")
    assert isinstance(raw, RawArticle)
    assert "The bridge is shut." in (raw.text or "")


def test_a_mail_of_mails_of_mails_is_refused() -> None:
    """Parts nested deeper than Python can go are no text of an article."""
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3000))
    with pytest.raises(MalformedSource, match="nested too deeply"):
        list(MailReader().read("a.eml", deep + b"Content-Type: text/plain\n\nThe bridge is shut."))


def test_a_mail_without_text_is_refused() -> None:
    """A picture alone is no article."""
    with pytest.raises(MalformedSource, match="no text"):
        list(MailReader().read("a.eml", mail()))
