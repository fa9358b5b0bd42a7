"""The analysis as one document."""

from synoptic.records.stages import Synopsis


def story_page(synopsis: Synopsis) -> str:
    """The whole analysis."""
    return "\n".join(story.title for story in synopsis.stories)
