"""BLAS reckons in the thread that asks, while we reckon, and no longer."""

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from synoptic import compose
from synoptic.adapters.engines.threads import one_blas_thread


def _threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.mark.skipif(not _threads(), reason="numpy was built without a BLAS that can be asked")
def test_one_thread_within_and_as_before_behind() -> None:
    """Within the context there is one thread; behind it, also behind an error, there are as many as before."""
    with threadpool_limits(limits=2, user_api="blas"):
        before = _threads()
        with one_blas_thread():
            assert _threads() == {1}
        with pytest.raises(ZeroDivisionError):
            one_blas_thread()(lambda: 1 // 0)()
        assert _threads() == before


@pytest.mark.skipif(not _threads(), reason="numpy was built without a BLAS that can be asked")
def test_a_comparison_reckons_in_one_thread() -> None:
    """Every stage of `compare` runs so, and the caller's own setting is his again afterwards."""
    seen: dict[str, set[int]] = {}

    def note(step: str, done: int, total: int) -> None:
        seen[step] = _threads()

    with threadpool_limits(limits=2, user_api="blas"):
        before = _threads()
        compose.compare([], note)
        assert _threads() == before
    assert {"link", "weigh"} <= seen.keys()
    assert all(threads == {1} for threads in seen.values())
