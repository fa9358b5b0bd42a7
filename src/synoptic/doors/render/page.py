"""The page: one self-contained HTML document that opens from disk, asks nothing of the network and trusts no text.

Everything that comes from an article is escaped by the template engine; a Content-Security-Policy with the digests of
the page's own style and script lets nothing else run.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from synoptic.doors.render.view.story import build_story
from synoptic.records.stages import Synopsis
from synoptic.version import __version__


def story_page(synopsis: Synopsis) -> str:
    """The whole analysis as one HTML page: an index where there are several stories, and a section for each."""
    stories = [build_story(story, number) for number, story in enumerate(synopsis.stories, 1)]
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            stories=stories,
            articles=len(synopsis.articles),
            rejected=synopsis.rejected,
            version=__version__,
            style=Markup(style),  # our own files, not article text
            script=Markup(script),
            policy=content_security_policy(style, script),
        )
    )


def content_security_policy(style: str, script: str) -> str:
    """A policy under which only this style and this script run and nothing is loaded."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("synoptic.doors.render").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("synoptic.doors.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
