"""Grouping at length: cost per article and memory over a made stream, beside what a user would pick instead.

    python -m evals.benchmarks.grouping [--articles 100000] [--window 20000] [--vectors] [--beside 1000]

Times are of the process itself (CPU), without the making of the stream. The first tenth counts from the moment at which
the window is full. Beside it, on as many articles as they can hold: TF-IDF with agglomerative clustering
(scikit-learn) and MinHash LSH (datasketch, where it is installed).
"""

import argparse
import itertools
import time
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.benchmarks.made_stream import Made, made_stream
from synoptic.adapters.models.use_encoder import UseEncoder
from synoptic.stages.cluster.profiles import lead_of
from synoptic.stages.cluster.scale import WITHOUT_ENCODER, shipped_scale
from synoptic.stages.cluster.stories import Stream

# Articles that agglomerative clustering can hold in sane time: it compares every two.
_MOST = 1_000


def resident() -> int:
    """The resident set of this process now, in MiB."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * 4096 // 2**20


def b_cubed(pairs: Iterable[tuple[object, object]]) -> float:
    """B³ F1 of (true story, found story) of every article."""
    both: dict[tuple[object, object], int] = defaultdict(int)
    true: dict[object, int] = defaultdict(int)
    found: dict[object, int] = defaultdict(int)
    for one, other in pairs:
        both[one, other] += 1
        true[one] += 1
        found[other] += 1
    number = sum(true.values())
    precision = sum(count * count / found[key[1]] for key, count in both.items()) / number
    recall = sum(count * count / true[key[0]] for key, count in both.items()) / number
    return 2 * precision * recall / (precision + recall)


def stream(articles: int, window: int, vectors: bool) -> None:
    """Prints cost, memory and B³ of every tenth that begins with a full window."""
    encoder = UseEncoder() if vectors else None
    running = Stream(shipped_scale(encoder.model if encoder else WITHOUT_ENCODER), window)
    print("articles  microseconds an article  articles/s  MiB")
    spent, done, reported = 0.0, 0, 0
    marks: list[float] = []
    tenth = max(1, (articles - window) // 10)
    # Flat arrays: a million tuples would be most of what grows, and work for the garbage collector.
    true, found = array("q"), array("q")
    gold: dict[str, int] = {}
    for batch in itertools.batched(made_stream(articles), 32):
        gold |= {made.article.id: made.story for made in batch}
        started = time.process_time()
        settled = _fed(running, batch, encoder)
        spent += time.process_time() - started
        true.extend(gold.pop(id) for id, _ in settled)
        found.extend(group for _, group in settled)
        done += len(batch)
        if done // tenth != (done - len(batch)) // tenth:
            cost = spent / (done - reported) * 1e6
            spent, reported = 0.0, done
            if done > window:
                marks.append(cost)
            print(f"{done:>8}  {cost:>10.0f}  {1e6 / cost:>8.0f}  {resident():>6}", flush=True)
    if marks:
        print(f"last tenth / first tenth behind the full window: {marks[-1] / marks[0]:.2f}")
    else:
        print("the window was never full: give more --articles or a smaller --window")
    score = b_cubed(zip(true, found, strict=True))
    print(f"B³ F1 against the stories as made, articles that were settled: {score:.3f}")


def _fed(running: Stream, batch: Sequence[Made], encoder: UseEncoder | None) -> list[tuple[str, int]]:
    """Let a batch arrive; gives the articles that left the window, with their stories."""
    articles = [made.article for made in batch]
    running.add(articles, encoder.encode([lead_of(article) for article in articles]) if encoder else None)
    settled = [(placed.id, running.story_of(placed.group)) for placed in running.settled]
    running.settled.clear()
    return settled


def beside(number: int) -> None:
    """Prints cost and B³ of the alternatives on the first articles of the same stream, and ours on as many."""
    made = list(made_stream(number))
    texts = [f"{one.article.title} {one.article.text}" for one in made]
    truth = [one.story for one in made]
    print(f"beside, {number} articles: microseconds an article, B³ F1")
    for name, run in (("ours", _ours), ("TF-IDF + agglomerative", _agglomerative), ("MinHash LSH", _minhash)):
        started = time.process_time()
        try:
            found = run(made, texts)
        except ImportError:
            print(f"{name}: not installed")
            continue
        cost = (time.process_time() - started) / number * 1e6
        print(f"{name}: {cost:.0f}, {b_cubed(zip(truth, found, strict=True)):.3f}", flush=True)


def _ours(made: Sequence[Made], _: Sequence[str]) -> list[object]:
    running = Stream(shipped_scale())
    running.add([one.article for one in made])
    return [running.story_of(running.placed[at].group) for at in range(len(made))]


def _agglomerative(_: Sequence[Made], texts: Sequence[str]) -> list[object]:
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    distances = 1.0 - (vectors @ vectors.T).toarray()
    # The cut is the best of a few for this stream, read off the truth: in their favour.
    model = AgglomerativeClustering(n_clusters=None, metric="precomputed", linkage="average", distance_threshold=0.75)
    return list(model.fit_predict(distances))


def _minhash(_: Sequence[Made], texts: Sequence[str]) -> list[object]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.2, num_perm=64)
    found: list[object] = []
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=64)
        for word in set(text.split()):
            sketch.update(word.encode())
        near = index.query(sketch)
        found.append(found[min(near)] if near else number)
        index.insert(number, sketch)
    return found


def main() -> None:
    """Runs the stream, then the alternatives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--window", type=int, default=20_000)
    parser.add_argument("--vectors", action="store_true", help="encode, and compare meanings too")
    parser.add_argument("--beside", type=int, default=1_000, help=f"articles for the alternatives, {_MOST} at most")
    given = parser.parse_args()
    if given.beside:
        beside(min(given.beside, _MOST))
    stream(given.articles, given.window, given.vectors)


if __name__ == "__main__":
    main()
