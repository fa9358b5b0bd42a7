"""Stories: articles are placed one by one, in the order in which they arrive, and a few are moved on a second look."""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from synoptic.records.article import Article
from synoptic.records.judgements import Judgement
from synoptic.stages.cluster.judging import Judged
from synoptic.stages.cluster.nearest import Meanings, TermIndex
from synoptic.stages.cluster.placed import Fit, Placed
from synoptic.stages.cluster.profiles import NO_ROW, Profile, profile
from synoptic.stages.cluster.scale import Scale, logistic
from synoptic.stages.cluster.signals import Comparison, Signal
from synoptic.stages.cluster.vocabulary import Vocabulary
from synoptic.stages.cluster.window import Window

# Articles that can still be joined; older ones leave memory. Chosen for memory (some 100 MB), not measured.
WINDOW = 20_000
# Members of a group that a newcomer is compared with: the latest ones.
ASKED = 12
# Groups whose members a newcomer is compared with: those of the articles that are likest to it.
GROUPS = 5
# Members looked at again after one arrival.
SECOND_LOOKS = 3
# Arrivals after which terms that nobody uses any more are freed.
SWEEP = 5_000


@dataclass(frozen=True, slots=True)
class _Compared:
    """An article against the latest members of some groups.

    The members' numbers, signals (9, members) and log odds, and where each group's members start.
    """

    groups: tuple[int, ...]
    starts: tuple[int, ...]
    members: tuple[int, ...]
    signals: NDArray[np.float64]
    odds: NDArray[np.float64]


_NOBODY = _Compared((), (), (), np.zeros((len(Signal), 0)), np.zeros(0))


class Stream:
    """Groups that grow article by article. Articles and groups are numbered from 0 in order of arrival.

    A group is what the model keeps together; a story is a group, or several that judgements made one. An article whose
    id is in the window already changes nothing. `settled` holds what left the window since it was last taken.
    """

    def __init__(self, scale: Scale, window: int = WINDOW) -> None:
        self.scale = scale
        self.window = Window(window)
        self.vocabulary = Vocabulary()
        self.placed: dict[int, Placed] = {}
        self.numbers: dict[str, int] = {}
        self.members: dict[int, list[int]] = {}
        self.groups = 0
        self.judged = Judged(())
        self.joined: dict[int, int] = {}
        self.chained = False  # whether being like one member is nearly enough: only in a small collection
        self.guests: set[int] = set()  # put into a group by a judgement: the group is not measured by them
        self.settled: list[Placed] = []
        self.terms = TermIndex()
        self._meanings = Meanings(self.window)
        self._comparison = Comparison(self.window)

    def add(self, articles: Sequence[Article], rows: NDArray[np.float32] | None = None) -> None:
        """Place articles, in order; `rows` are the encoder's (articles, dimensions), None where there is no encoder."""
        if rows is not None:
            self._meanings.foresee(rows)
        for at, article in enumerate(articles):
            if article.id in self.numbers:
                if rows is not None:
                    self._meanings.skip()
                continue
            if self.window.full:
                self._forget()
            self._place(article, NO_ROW if rows is None else rows[at])
            if self.window.end % SWEEP == 0:
                self.vocabulary.sweep()

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Obey judgements, on the articles that are there and on those that come."""
        self.judged = Judged((*self.judged.judgements, *judgements))
        for number in sorted(self.numbers[id] for id in self.judged.named if id in self.numbers):
            self._obey(number)

    def story_of(self, group: int) -> int:
        """The story that a group belongs to, named by its first group."""
        while group in self.joined:
            group = self.joined[group]
        return group

    def _place(self, article: Article, row: NDArray[np.float32]) -> None:
        """Place the next article, then look again at those whose place it may have changed."""
        number = self.window.end
        newcomer = profile(article, row, self.vocabulary)
        near = self.terms.nearest(newcomer.telling, newcomer.weights, self.window)
        if len(row):
            near += [other for other in self._meanings.nearest(row) if other not in near]
        compared = self._against(newcomer, self.groups_of(newcomer, near))
        fits = self._fits(compared, self._banned(article.id))
        self.window.add(newcomer)
        self.terms.add(number, newcomer.telling, newcomer.weights)
        self.numbers[article.id] = number
        joins = bool(fits) and fits[0].score >= self.scale.join
        group = fits[0].group if joins else self.open_group()
        self.members[group].append(number)
        self.placed[number] = self._told(Placed(article.id, article.name, group), fits)
        if article.id in self.judged.named:
            self._obey(number)
        if compared.members:
            self._look_again(self.placed[number].group, compared)

    def groups_of(self, newcomer: Profile, near: Sequence[int]) -> list[int]:
        """The groups of the articles near the newcomer, the likest few."""
        groups = list(dict.fromkeys([self.placed[other].group for other in near]))
        if len(groups) <= GROUPS:
            return groups
        others = np.array(near)
        signals = self._comparison.signals(newcomer, others, self.vocabulary.capacity)
        odds = self._odds(newcomer, signals, others)
        best: dict[int, float] = {}
        for other, value in zip(near, odds.tolist(), strict=True):
            group = self.placed[other].group
            best[group] = max(value, best.get(group, value))
        return sorted(best, key=lambda group: (-best[group], group))[:GROUPS]

    def _against(self, one: Profile, groups: Iterable[int], number: int = -1) -> _Compared:
        """An article against the latest members of groups, without itself."""
        kept: list[int] = []
        starts: list[int] = []
        members: list[int] = []
        for group in groups:
            asked = self.members[group][-ASKED - 1 :]
            if self.guests:
                asked = [other for other in self.members[group] if other not in self.guests] or asked
            asked = [other for other in asked if other != number][-ASKED:]
            if asked:
                kept.append(group)
                starts.append(len(members))
                members += asked
        if not members:
            return _NOBODY
        asked_for = np.array(members)
        signals = self._comparison.signals(one, asked_for, self.vocabulary.capacity)
        return _Compared(tuple(kept), tuple(starts), tuple(members), signals, self._odds(one, signals, asked_for))

    def odds(self, number: int, others: Sequence[int]) -> NDArray[np.float64]:
        """The log odds that an article of the window tells one event with each of some others."""
        one, asked = self.window.profile(number), np.array(others)
        return self._odds(one, self._comparison.signals(one, asked, self.vocabulary.capacity), asked)

    def _odds(self, one: Profile, signals: NDArray[np.float64], others: NDArray[np.int64]) -> NDArray[np.float64]:
        foreign = self._comparison.foreign(one, others) if self.vocabulary.languages > 1 else None
        return self.scale.odds(signals, foreign)

    def prior(self) -> float:
        """What is added to the log odds of pairs, by the number of articles in the window."""
        return self.scale.prior(self.window.end - self.window.first)

    def _fits(self, compared: _Compared, banned: frozenset[int] = frozenset()) -> list[Fit]:
        """How well an article fits each of the groups, the best first."""
        if not compared.members:
            return []
        prior, share = self.prior(), self.scale.chain if self.chained else 0.0
        ends = (*compared.starts[1:], len(compared.members))
        sums, values = np.add.reduceat(compared.odds, compared.starts).tolist(), compared.odds.tolist()
        fits = []
        for group, start, end, total in zip(compared.groups, compared.starts, ends, sums, strict=True):
            if not banned or self.story_of(group) not in banned:
                at = max(range(start, end), key=values.__getitem__)
                likeness = tuple(compared.signals[:, at].tolist())
                odds = (1.0 - share) * total / (end - start) + share * values[at]
                fits.append(Fit(group, logistic(prior + odds), compared.members[at], likeness))
        return sorted(fits, key=lambda fit: (-fit.score, fit.group))

    def _told(self, placed: Placed, fits: Sequence[Fit]) -> Placed:
        """`placed` with its fit, the name of its nearest article and the runner-up."""
        if not fits:
            return placed
        rival = next((fit for fit in fits[1:] if self.story_of(fit.group) != self.story_of(fits[0].group)), None)
        nearest = self.placed[fits[0].nearest].name
        return Placed(placed.id, placed.name, placed.group, fits[0], nearest, rival, placed.moved_from, placed.judged)

    def _look_again(self, group: int, compared: _Compared) -> None:
        """Score again the members whose place the newcomer may have changed.

        Those are members of other groups that it is like, and of its own that it is unlike.
        """
        bar = self.scale.threshold - self.prior()
        beyond = (compared.odds - bar).tolist()
        members = [self.placed[member].group == group for member in compared.members]
        changed = [at for at, (own, value) in enumerate(zip(members, beyond, strict=True)) if (value < 0.0) == own]
        changed.sort(key=lambda at: -abs(beyond[at]))
        for at in sorted(changed[:SECOND_LOOKS]):
            number = compared.members[at]
            if not self.judged.pins(self.placed[number].id):
                self.look(number, (group, *compared.groups))

    def look(self, number: int, groups: Sequence[int]) -> None:
        """Score an article again: it moves to a clearly better group, or leaves one that it does not fit."""
        placed = self.placed[number]
        own = placed.group
        asked = dict.fromkeys((own, *(group for group in groups if self.members.get(group))))
        fits = self._fits(self._against(self.window.profile(number), asked, number), self._banned(placed.id))
        mine = next((fit for fit in fits if fit.group == own), None)
        score = mine.score if mine else 0.0
        rivals = [fit for fit in fits if fit.group != own]
        if rivals and rivals[0].score >= max(self.scale.join, score + self.scale.move):
            self.move(number, rivals[0].group, fits)
        elif mine and score < self.scale.join - self.scale.move:
            self.move(number, self.open_group(), fits)
        if placed.id in self.judged.named:
            self._obey(number)

    def open_group(self) -> int:
        """A new group, still without members."""
        self.groups += 1
        self.members[self.groups - 1] = []
        return self.groups - 1

    def move(self, number: int, group: int, fits: Sequence[Fit], judged: str = "") -> None:
        """Move an article to another group; `fits` are those that speak for it, the best first."""
        placed = self.placed[number]
        self.members[placed.group].remove(number)
        insort(self.members[group], number)
        moved = replace(placed, group=group, moved_from=placed.group, judged=judged)
        self.placed[number] = self._told(moved, fits)
        self._close(placed.group)

    def _close(self, group: int) -> None:
        """Let a group without members go."""
        if not self.members[group]:
            del self.members[group]

    def _forget(self) -> None:
        """Let the oldest article leave the window; its placement is settled."""
        number = self.window.first
        language, used, telling = self.window.drop()
        self.vocabulary.forget(language, used)
        self.terms.remove(telling)
        gone = self.placed.pop(number)
        del self.numbers[gone.id]
        self.guests.discard(number)
        self.members[gone.group].remove(number)
        self._close(gone.group)
        story = self.story_of(gone.group)
        self.settled.append(gone if story == gone.group else replace(gone, group=story))

    def _banned(self, id: str) -> frozenset[int]:
        """The stories that hold an article which judgements keep apart from this one."""
        if id not in self.judged.named:
            return frozenset()
        apart = self.judged.apart_from(id)
        return frozenset(self.story_of(self.placed[self.numbers[o]].group) for o in apart if o in self.numbers)

    def _obey(self, number: int) -> None:
        """Put an article, and those that follow it, where judgements want them; join and part stories as they say."""
        id = self.placed[number].id
        target = self.judged.target(id)
        if target in self.numbers:
            self._follow(number, self.numbers[target])
        for follower in self.judged.followers(id):
            if follower in self.numbers:
                self._follow(self.numbers[follower], number)
        for other in self.judged.together_with(id):
            if other in self.numbers:
                self._join(number, self.numbers[other])
        for other in self.judged.apart_from(id):
            if other in self.numbers:
                self._part(number, self.numbers[other])

    def _follow(self, number: int, target: int) -> None:
        """Put an article into the group of another."""
        words = f"a judgement puts it where {self.placed[target].name} stands"
        self.guests.add(number)
        if self.placed[number].group == self.placed[target].group:
            self.placed[number] = replace(self.placed[number], judged=words)
        else:
            self.move(number, self.placed[target].group, (), words)

    def _join(self, one: int, other: int) -> None:
        """Make the stories of two articles one."""
        first, second = sorted(self.story_of(self.placed[number].group) for number in (one, other))
        if first != second:
            self.joined[second] = first
        later, earlier = max(one, other), min(one, other)
        words = f"a judgement makes its story one with that of {self.placed[earlier].name}"
        self.placed[later] = replace(self.placed[later], judged=words)

    def _part(self, one: int, other: int) -> None:
        """Where two articles that judgements keep apart are in one story, the later leaves, save where it is pinned."""
        if self.story_of(self.placed[one].group) != self.story_of(self.placed[other].group):
            return
        earlier, later = sorted((one, other))
        pinned = self.judged.pins(self.placed[later].id) and not self.judged.pins(self.placed[earlier].id)
        leaver, stays = (earlier, later) if pinned else (later, earlier)
        words = f"a judgement keeps it apart from {self.placed[stays].name}"
        profile_ = self.window.profile(leaver)
        near = [n for n in self.terms.nearest(profile_.telling, profile_.weights, self.window) if n != leaver]
        compared = self._against(profile_, self.groups_of(profile_, near), leaver)
        fits = self._fits(compared, self._banned(self.placed[leaver].id))
        joins = bool(fits) and fits[0].score >= self.scale.join
        self.move(leaver, fits[0].group if joins else self.open_group(), fits, words)
