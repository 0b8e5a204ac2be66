"""Values kept from one build to the next, and when they are not."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from ramberattelser import caching, wishes
from ramberattelser.caching import Store, digest, open_store
from ramberattelser.memory import Memory


@pytest.fixture(autouse=True)
def _every_store_is_written(monkeypatch):
    monkeypatch.setattr(caching, "FEWEST", 1)


def never() -> None:
    raise AssertionError("made again")


def test_a_value_is_made_once_for_the_same_parts():
    store = Store()
    assert store.kept("prov", "a", "b", make=lambda: [1]) == [1]
    assert store.kept("prov", "a", "b", make=never) == [1]
    assert store.kept("prov", "ab", "", make=lambda: [2]) == [2]
    assert store.kept("annat", "a", "b", make=lambda: [3]) == [3]
    assert store.made == 3


def test_a_value_that_is_none_is_kept_too():
    store = Store()
    store.kept("prov", "a", make=lambda: None)
    assert store.kept("prov", "a", make=never) is None


def test_a_later_build_takes_what_an_earlier_saved(tmp_path):
    file = tmp_path / "ny" / "fil"
    one = Store(file, "kod")
    one.kept("prov", "a", make=lambda: {"å": (1, 0.1 + 0.2)})
    one.save()
    other = Store(file, "kod")
    assert other.kept("prov", "a", make=never) == {"å": [1, 0.1 + 0.2]}
    assert other.made == 0


def test_with_other_code_nothing_is_taken(tmp_path):
    one = Store(tmp_path / "fil", "kod")
    one.kept("prov", "a", make=lambda: 1)
    one.save()
    assert Store(tmp_path / "fil", "annan kod").kept("prov", "a", make=lambda: 2) == 2


def test_what_is_no_longer_asked_for_is_not_kept(tmp_path):
    one = Store(tmp_path / "fil")
    for part in "ab":
        one.kept("prov", part, make=lambda: 1)
    one.save()
    other = Store(tmp_path / "fil")
    other.kept("prov", "a", make=never)
    other.save()
    assert Store(tmp_path / "fil").kept("prov", "b", make=lambda: 2) == 2


def test_what_a_value_was_made_out_of_is_kept_with_it(tmp_path):
    def whole(store: Store, make) -> str:
        return store.kept(
            "helt", "x", make=lambda: "".join(store.kept("del", part, make=make) for part in "ab")
        )

    one = Store(tmp_path / "fil")
    assert whole(one, lambda: "1") == "11"
    one.kept("annat", "c", make=lambda: 1)
    one.save()
    for _ in range(2):
        later = Store(tmp_path / "fil")
        assert whole(later, never) == "11"
        later.save()
    last = Store(tmp_path / "fil")
    assert [last.kept("del", part, make=never) for part in "ab"] == ["1", "1"]
    assert last.kept("annat", "c", make=lambda: 2) == 2


@pytest.mark.parametrize(
    "data", [b"", b"skr\xc3\xa4p", zlib.compress(b"{"), zlib.compress(b"[1]"), zlib.compress(b"\xff")]
)
def test_a_broken_file_holds_nothing(tmp_path, data):
    (tmp_path / "fil").write_bytes(data)
    assert Store(tmp_path / "fil").kept("prov", "a", make=lambda: 2) == 2


def test_a_value_whose_bytes_were_changed_is_made_again(tmp_path):
    one = Store(tmp_path / "fil")
    for part in ("a", "b"):
        one.kept("prov", part, make=lambda: "rätt " * 100)
    one.save()
    data = (tmp_path / "fil").read_bytes()
    (tmp_path / "fil").write_bytes(data[:-6] + bytes([data[-6] ^ 8]) + data[-5:])
    other = Store(tmp_path / "fil")
    found = [other.kept("prov", part, make=lambda: "rätt " * 100) for part in ("a", "b")]
    assert found == ["rätt " * 100] * 2
    assert other.made == 1


def test_a_small_store_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr(caching, "FEWEST", 2)
    store = open_store(tmp_path)
    store.kept("prov", "a", make=lambda: 1)
    store.save()
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / ".cache").write_text("en fil, ingen mapp")
    store = open_store(tmp_path)
    store.kept("prov", "a", make=lambda: 1)
    store.save()


def test_nothing_is_read_or_written_where_that_is_wished(tmp_path, monkeypatch):
    monkeypatch.setenv(wishes.WITHOUT_CACHE, "1")
    store = open_store(tmp_path)
    store.kept("prov", "a", make=lambda: 1)
    store.save()
    assert list(tmp_path.iterdir()) == []


def test_writing_leaves_one_file_and_nothing_beside_it(tmp_path):
    store = open_store(tmp_path)
    store.kept("prov", "a", make=lambda: 1)
    store.save()
    assert [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()] == [
        Path(".cache/sidor")
    ]


def test_what_is_compiled_beside_the_code_says_nothing_and_may_come_and_go(tmp_path, monkeypatch):
    monkeypatch.setattr(caching, "__file__", str(tmp_path / "caching.py"))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "mall.html").write_text("a")
    before = caching._code()
    (tmp_path / "__pycache__" / "halvskriven.pyc.tmp").write_bytes(b"\xff")
    assert caching._code() == before
    (tmp_path / "mall.html").write_text("b")
    assert caching._code() != before


def test_a_digest_tells_where_a_part_ends():
    assert digest("a", "b") != digest("ab") != digest("ab", "")
    assert digest("å") == digest("å")


# --- at hand ------------------------------------------------------------------------------


def test_what_a_process_made_is_at_hand_in_its_next_build_and_can_still_be_saved(tmp_path):
    first = open_store(tmp_path)
    made = first.kept("prov", "a", make=lambda: ["x"])
    second = first.again()
    assert second.kept("prov", "a", make=lambda: 1 / 0) is made
    third = second.again()
    assert third.kept("prov", "a", make=lambda: 1 / 0) is made
    third.kept("prov", "b", make=lambda: 2)
    third.save()
    later = open_store(tmp_path)
    assert [later.kept("prov", name, make=lambda: 1 / 0) for name in "ab"] == [["x"], 2]


def test_a_last_build_that_made_nothing_writes_what_those_before_it_made(tmp_path):
    first = open_store(tmp_path)
    first.kept("prov", "a", make=lambda: 1)
    first.save()
    second = first.again()
    second.kept("prov", "b", make=lambda: 2)
    third = second.again()
    assert third.kept("prov", "b", make=lambda: 1 / 0) == 2
    third.save()
    assert open_store(tmp_path).kept("prov", "b", make=lambda: 1 / 0) == 2


def test_what_a_build_did_not_ask_for_is_gone_in_the_next_of_the_process(tmp_path):
    first = open_store(tmp_path)
    first.kept("prov", "a", make=lambda: 1)
    assert first.again().again().kept("prov", "a", make=lambda: 2) == 2


def test_a_value_at_hand_holds_on_to_what_it_was_made_of(tmp_path):
    first = open_store(tmp_path)
    first.kept("hel", "a", make=lambda: first.kept("del", "b", make=lambda: 1))
    second = first.again()
    second.kept("hel", "a", make=lambda: 1 / 0)
    assert second.again().kept("del", "b", make=lambda: 1 / 0) == 1


def test_a_memory_holds_what_the_last_build_asked_for_and_no_more():
    first = Memory()
    made = first.kept("a", lambda: ["x"])
    first.leave("läge", 3)
    second = first.again()
    assert second.before("läge") == 3
    assert second.kept("a", list) is made
    assert second.again().before("läge") is None
    assert second.again().kept("a", lambda: 1 / 0) is made
    assert first.again().again().kept("a", lambda: "ny") == "ny"
