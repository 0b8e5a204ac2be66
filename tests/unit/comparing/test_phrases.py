"""What the pairs of sentences leave over: phrases that moved, stayed or are there by chance."""

from __future__ import annotations

import pytest

from ramberattelser.comparing import Comparison, analyse, compare
from ramberattelser.comparing.chance import beside, far_bits, near_bits, room, together
from ramberattelser.comparing.evidence import MOST, from_place, phrased
from ramberattelser.comparing.groups import Group
from ramberattelser.comparing.leftovers import Left
from ramberattelser.comparing.matching import Stretch
from ramberattelser.comparing.staying import that_stayed
from ramberattelser.comparing.sureness import evidence


def linked(comparison: Comparison) -> set[tuple[str, int, int]]:
    """Every linked word with the place of its first letter in the old and the new text."""
    return {(comparison.old[slice(*link.old)], link.old[0], link.new[0]) for link in comparison.links}


def moved(comparison: Comparison) -> list[str]:
    """The words of each moved segment."""
    return [
        comparison.new[slice(*s.new)].strip() for s in comparison.link_segments if s.op == "moved" and s.new
    ]


def kept(comparison: Comparison) -> list[str]:
    return [
        comparison.new[slice(*s.new)].strip(" .\n")
        for s in comparison.link_segments
        if s.op == "equal" and s.new and comparison.new[slice(*s.new)].strip(" .\n")
    ]


FIRST = "Styrelsen beslutar varje år om mål och riktlinjer för hela verksamheten."
SECOND = "Kansliet bereder ärenden som någon av parterna har väckt."
THIRD = "Revisorerna granskar räkenskaperna och lämnar sin berättelse till medlemmarna."


def test_a_few_words_that_went_to_another_sentence_have_moved():
    new = FIRST.replace(" för hela", "") + " " + SECOND.replace("som", "för hela som")
    assert moved(compare(f"{FIRST} {SECOND}", new)) == ["för hela"]


def test_a_moved_phrase_keeps_its_words_when_it_is_edited():
    old = f"{FIRST} {SECOND} {THIRD}"
    new = (
        f"Styrelsen beslutar varje år. {SECOND} Revisorerna granskar räkenskaperna om mål och tydliga "
        "riktlinjer för verksamheten och lämnar sin berättelse till medlemmarna."
    )
    assert " ".join(moved(compare(old, new))) == "om mål och riktlinjer för verksamheten"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Alfaby, Betaby och Gammaby", "Gammaby, Betaby och Alfaby"),
        ("Alfaby, Betaby och Gammaby", "Betaby, Gammaby och Alfaby"),
        ("Alfaby, Betaby, Gammaby, Deltaby och Epsilonby", "Epsilonby, Gammaby, Alfaby, Betaby och Deltaby"),
    ],
)
def test_all_words_of_a_list_are_found_in_another_order(old, new):
    frame = "Medlemmar är {}, som tillskjuter medel enligt lag."
    comparison = compare(frame.format(old), frame.format(new))
    assert comparison.likeness == 1


def test_pieces_of_a_rewritten_text_are_kept_as_equal():
    old = f"{FIRST} {SECOND} {THIRD}"
    new = (
        "Utan dröjsmål söker ombuden mål och riktlinjer för hela landets teatrar. Skogen växer fritt om inte "
        "någon av parterna har stängt grinden. Hunden springer hem, räkenskaperna och lämnar sin koppelrem "
        "på golvet."
    )
    comparison = compare(old, new)
    assert "mål och riktlinjer för hela" in kept(comparison)
    assert "någon av parterna har" in kept(comparison)
    assert "räkenskaperna och lämnar sin" in kept(comparison)
    assert moved(comparison) == []
    olds = [s.old for s in comparison.segments if s.old]
    assert olds == sorted(olds), "what was struck stands where it stood, between what stayed"


def texts_of_strangers(phrase: str) -> tuple[str, str]:
    """Two texts with nothing in common but a turn of phrase."""
    return (
        f"{FIRST} {SECOND} Kurser, praktik och samtal i grupp ges till {phrase}.",
        f"Ett särskilt råd finns för {phrase} i någon av byarna. {THIRD}",
    )


@pytest.mark.parametrize(
    "phrase", ["unga som varken arbetar eller studerar", "målgrupper som annars faller mellan stolarna"]
)
def test_a_turn_of_phrase_of_six_telling_words_is_the_same_words_in_texts_of_strangers(phrase):
    comparison = compare(*texts_of_strangers(phrase))
    assert [comparison.old[slice(*link.old)] for link in comparison.links] == phrase.split()


@pytest.mark.parametrize(
    "phrase",
    ["samverkan med kommunen", "personer i behov av stöd", "dem som ska ha det", "parterna i en samverkan"],
)
def test_a_few_frequent_words_in_texts_of_strangers_are_no_link(phrase):
    assert compare(*texts_of_strangers(phrase)).links == ()


SPARE = "Handläggare från samtliga huvudmän möts varannan vecka i ett gemensamt team."
WORN = "Hundar från samtliga byar springer ibland i ett gult team."


def test_a_worn_sentence_is_found_elsewhere_when_the_rest_is_known():
    comparison = compare(f"{SPARE} {FIRST} {SECOND} {THIRD}", f"{FIRST} {SECOND} {THIRD} {WORN}")
    assert (comparison.pairs[0].old, comparison.pairs[0].new) == ((0,), (3,))
    assert moved(comparison) == ["från samtliga", "i ett", "team."]


def test_a_worn_sentence_is_nothing_known_when_the_rest_is_strange():
    one = "Ombuden väljer ordförande. Skogen växer fritt på höjden. Hunden springer hem om natten."
    assert compare(f"{SPARE} {one}", f"{FIRST} {SECOND} {THIRD} {WORN}").links == ()


def test_words_that_return_in_other_sentences_are_no_sign_of_a_worn_one():
    frame = "Kansliet redovisar årligen kostnader för {} till styrelsen."
    rest = " ".join([FIRST, SECOND, THIRD, *(frame.format(x) for x in ("lokaler", "resor", "möten"))])
    comparison = compare(f"{frame.format('nya kurser')} {rest}", f"{rest} {frame.format('annan personal')}")
    assert moved(comparison) == []


TURN = "innan lokalen hyrs ut"


def test_a_turn_of_phrase_proves_less_from_a_sentence_struck_to_one_added_elsewhere():
    def proof(*new: str) -> float:
        one, other = analyse(f"{FIRST} Kansliet köper tjänster {TURN}. {SECOND}"), analyse(" ".join(new))
        pairs = [
            Group((u,), (other.unit_keys.index(one.unit_keys[u]),), 1.0, "exact") for u in range(3) if u != 1
        ]
        links = [
            Stretch(one.bodies[u][0], other.bodies[v][0], len(one.unit_keys[u]), "word", k, False)
            for k, ((u,), (v,)) in enumerate((pair.olds, pair.news) for pair in pairs)
        ]
        left = Left(one, other, pairs, links)
        run = next(run for run in left.far_runs() if one.keys[run[0]] == "innan")
        return evidence(left, run, 0.9)

    added = f"Medlemmarna provar skollunch {TURN}."
    assert proof(added, FIRST, SECOND) < proof(FIRST, added, SECOND) - 5


def test_a_phrase_has_not_stayed_that_stands_in_another_sentence():
    old = f"Mopeder kör fort. Glass säljs {TURN} varje dag. Båtar seglar till hamn. Kaniner gräver gångar."
    new = "Tåg går. Lampor lyser. {} Hus målas röda i maj.", f"Broar byggs {TURN} under nästa sommar."
    assert kept(compare(old, new[0].format(new[1]))) == []
    assert kept(compare(old, f"Tåg går långsamt. {new[1]} Lampor lyser. Hus målas röda i maj.")) == [TURN]


def test_a_phrase_that_is_linked_vouches_for_one_that_stayed():
    old = analyse(f"{FIRST} {SECOND} {THIRD}")
    new = analyse(
        "Ombuden söker ofta mål och riktlinjer för hela landet. Skogen växer fritt på höjden utan ro. "
        "Hunden springer räkenskaperna och gnager på golvet."
    )
    left = Left(old, new, [], [])
    sure, weak = left.far_runs()
    phrase = [(sure[0] + k, sure[1] + k, "phrase") for k in range(sure[2])]
    for i, j, _ in phrase:
        left.take(i, j)
    assert that_stayed(left, [weak]) == []
    assert that_stayed(left, [weak], phrase) == [weak]


def test_a_name_struck_and_another_that_came_elsewhere_are_no_move():
    lines = [f"Förbundet ska bidra till att {who} får insatser i rätt tid." for who in ("A", "B", "C", "D")]
    lines = [line.replace(" A ", " alfafolk ").replace(" B ", " betafolk ") for line in lines]
    lines = [line.replace(" C ", " gammafolk ").replace(" D ", " deltafolk ") for line in lines]
    come = lines[0].replace("alfafolk", "epsilonfolk")
    comparison = compare(" ".join(lines), " ".join([lines[0], come, lines[1], lines[3]]))
    assert moved(comparison) == []
    assert comparison.counts["deleted"] == comparison.counts["inserted"] == 1


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_sentence_that_is_repeated_beside_itself_is_the_first_of_the_two(at):
    sentences = [FIRST, SECOND, THIRD]
    new = [*sentences[: at + 1], *sentences[at:]]
    comparison = compare(" ".join(sentences), " ".join(new))
    inserted = [s.new for s in comparison.link_segments if s.op == "insert" and s.new]
    assert [comparison.new[slice(*span)].strip() for span in inserted] == [sentences[at]]
    assert comparison.pairs[at].new == (at,)


def test_a_text_that_is_written_twice_is_the_first_of_the_two():
    text = f"{FIRST} {SECOND} {THIRD}"
    assert [pair.new for pair in compare(text, f"{text} {text}").pairs] == [(0,), (1,), (2,)]


def test_a_copy_is_told_from_its_original_by_the_order_of_the_rest():
    comparison = compare(f"{FIRST} {SECOND} {THIRD}", f"{THIRD} {FIRST} {THIRD} {SECOND}")
    assert [pair.new for pair in comparison.pairs] == [(1,), (3,), (2,)]


def test_what_left_a_known_sentence_has_moved_though_nothing_stands_between():
    head = "dröjsmål och i samråd med alla berörda"
    rest = "bereder kansliet varje ärende som någon av de sju parterna väcker"
    comparison = compare(
        f"Utan {head} {rest}. {THIRD}",
        f"Handläggare ordnar träffar för grannar, barn och äldre i byarna utan {head}. Sedan {rest}. {THIRD}",
    )
    assert head in moved(comparison)


def test_places_beside_a_linked_word_are_few():
    assert beside(0, 0) == 1
    assert beside(1, 1) == 2
    assert beside(0, 3) == beside(3, 0) == 28


def test_a_rare_word_tells_more_than_a_common_one_and_a_sign_next_to_nothing():
    for bits in (far_bits, near_bits):
        assert bits("arbetsmarknadsenheten") > bits("förbundet") > bits("och") > bits(",")


def test_what_is_no_evidence_alone_is_evidence_together():
    alone = 2 * room(100)
    assert together([alone], 100, 100, 5.0) == []
    assert together([alone] * 6, 100, 100, 5.0) == [0, 1, 2, 3, 4, 5]
    assert together([3.0] * 6, 100, 100, 5.0) == []
    assert together([10.0], 100, 100, 0.0) == []
    assert together([10.0], 100, 100, 0.0, places=8) == [0], "few places near its own are no great choice"


def test_one_phrase_proves_less_than_two_and_an_opening_nothing():
    def told(old: str, new: str) -> float:
        return phrased(analyse(old).unit_keys[0], analyse(new).unit_keys[0])

    assert told("Tågtrafiken till skärgården byggs ut", "Tågtrafiken till skärgården läggs ned") == MOST
    assert told("Tågtrafiken till skärgården når bryggan", "Tågtrafiken till skärgården ger bryggan") > MOST
    assert told("Förbundets ändamål är att stödja simhallar", "Förbundets ändamål är att stödja tåg") == 0


def test_a_unit_is_looked_for_in_its_place_from_the_beginning_or_the_end():
    short, long = analyse(f"{FIRST} {SECOND}"), analyse(f"{SECOND} {THIRD} {FIRST} {SECOND} {THIRD}")
    assert from_place(short, long, 0, 0) == from_place(short, long, 1, 4) == 0
    assert from_place(short, long, 0, 1) > 0
