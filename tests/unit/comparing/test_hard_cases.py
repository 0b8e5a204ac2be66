"""The hard cases of comparing Swedish clauses, one test each; the numbers are those of the project's list."""

from __future__ import annotations

import unicodedata

import pytest

from ramberattelser.comparing import Comparison, compare, sentences
from ramberattelser.comparing.linking import credible_runs


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (
            change.kind,
            "|".join(comparison.old[low:high].strip() for low, high in change.old),
            "|".join(comparison.new[low:high].strip() for low, high in change.new),
        )
        for change in comparison.changes
    ]


def inserted(comparison: Comparison) -> list[str]:
    """Every word that is marked as inserted."""
    spans = [s.new for s in comparison.segments if s.op == "insert" and s.new]
    return " ".join(comparison.new[low:high] for low, high in spans).split()


def rules(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {
        (comparison.old[slice(*link.old)], comparison.new[slice(*link.new)], link.rule)
        for link in comparison.links
    }


def test_01_modernised_forms_are_counted_apart_and_linked():
    comparison = compare("Förbundet skall verka för hälsa.", "Förbundet ska verka för hälsa.")
    assert told(comparison) == [("spelling", "skall", "ska")]
    assert ("skall", "ska", "spelling") in rules(comparison)


def test_02_a_capital_after_a_split_keeps_the_word_linked():
    comparison = compare(
        "Förbundet ska stödja arbete och praktik i hela länet, och studier för unga vuxna.",
        "Förbundet ska stödja arbete och praktik i hela länet. Studier för unga vuxna.",
    )
    assert told(comparison) == [("split", ", och studier", ". Studier")]
    assert ("studier", "Studier", "word") in rules(comparison)
    assert comparison.pairs[0].new == (0, 1)


def test_02_a_changed_capital_alone_is_a_change_of_case():
    comparison = compare("Insatser i region Halland stöds.", "Insatser i Region Halland stöds.")
    assert told(comparison) == [("case", "region", "Region")]


def test_03_decomposed_letters_are_the_same_letters():
    text = "Förbundets ändamål är att stödja människor så att de når målen."
    comparison = compare(unicodedata.normalize("NFD", text), text)
    assert comparison.changes == ()
    assert comparison.likeness == 1
    assert {segment.op for segment in comparison.segments} == {"equal"}


def test_04_a_soft_hyphen_inside_a_compound_is_no_change():
    comparison = compare(
        "Stöd till rehabiliterings\u00adinsatser ges.", "Stöd till rehabiliteringsinsatser ges."
    )
    assert comparison.changes == ()
    assert comparison.likeness == 1


def test_05_a_no_break_space_before_the_section_sign_is_no_change():
    assert compare("Enligt 7 § lagen gäller detta.", "Enligt 7\u00a0§ lagen gäller detta.").changes == ()


def test_06_a_range_is_the_same_with_another_dash():
    assert compare("Personer som är 16 - 64 år.", "Personer som är 16–64 år.").changes == ()


def test_07_an_opened_compound_is_linked_to_both_its_words():
    comparison = compare(
        "Förbundet finansierar rehabiliteringsinsatser i länet.",
        "Förbundet finansierar insatser för rehabilitering i länet.",
    )
    assert told(comparison) == [("replaced", "rehabiliteringsinsatser", "insatser för rehabilitering")]
    assert {
        ("rehabiliteringsinsatser", word, "compound") for word in ("insatser", "rehabilitering")
    } <= rules(comparison)


def test_08_a_shared_head_is_linked():
    comparison = compare(
        "Insatser ur ett barnperspektiv och ungdomsperspektiv ges.",
        "Insatser ur ett barn- och ungdomsperspektiv ges.",
    )
    assert told(comparison) == [("replaced", "barnperspektiv", "barn-")]
    assert ("barnperspektiv", "barn-", "compound") in rules(comparison)


def test_09_the_number_of_a_statute_is_one_token():
    comparison = compare("Enligt lagen (2003:1210) om samordning.", "Enligt lagen (2003:1219) om samordning.")
    assert told(comparison) == [("replaced", "2003:1210", "2003:1219")]


@pytest.mark.parametrize(
    "text",
    [
        "Insatser ges t.ex. Arbetsförmedlingens stöd.",
        "Insatser, bl.a. Försäkringskassans, ges.",
        "Rådgivning, stöd m.m. och hjälp ges.",
        "Detta gäller fr.o.m. 1 januari 2015 enligt 3 kap. 7 § lagen.",
        "Den s.k. Finsamlagen, dvs. lagen, gäller.",
        "Den 1. januari gäller detta.",
    ],
)
def test_10_abbreviations_and_ordinals_end_no_sentence(text):
    assert len(sentences(text)) == 1


def test_10_an_abbreviation_may_be_the_last_word_of_a_sentence():
    assert len(sentences("Stöd ges till unga m.m. Förbundet beslutar om detta.")) == 2


def test_11_a_number_in_words_and_figures_is_one_change():
    comparison = compare("Styrelsen har trettio (30) ledamöter.", "Styrelsen har sextio (60) ledamöter.")
    assert told(comparison) == [("replaced", "trettio (30)", "sextio (60)")]


def test_12_a_reordered_list_with_an_edited_item():
    comparison = compare(
        "Förbundet ska\n– stödja unga vuxna i arbete\n– sprida kunskap om hälsa\n– följa upp alla insatser",
        "Förbundet ska\n– följa upp alla insatser\n– stödja unga vuxna i arbete\n– sprida god "
        "kunskap om hälsa",
    )
    assert comparison.counts["moved"] == 1
    assert ("inserted", "", "god") in told(comparison)
    assert ("moved", "– följa upp alla insatser", "– följa upp alla insatser") in told(comparison)


SENTENCE = "Förbundet ska arbeta för att stödja unga vuxna, samordna rehabilitering och sprida kunskap."
LIST = "Förbundet ska arbeta för att\n– stödja unga vuxna,\n– samordna rehabilitering,\n– sprida kunskap."


def test_13_a_sentence_made_into_a_list_is_a_split_and_back_a_merge():
    there, back = compare(SENTENCE, LIST), compare(LIST, SENTENCE)
    assert [(pair.old, pair.new) for pair in there.pairs] == [((0,), (0, 1, 2, 3))]
    assert (there.counts["split"], back.counts["merged"]) == (1, 1)
    assert there.shared_words == back.shared_words == 12


def test_14_a_new_item_renumbers_the_rest_and_the_reference_follows():
    comparison = compare(
        "1. Förbundet ska stödja unga vuxna.\n2. Förbundet ska samordna vården i länet.\n"
        "3. Parterna ska följa upp insatser enligt punkt 2.",
        "1. Förbundet ska ha ett kansli.\n2. Förbundet ska stödja unga vuxna.\n"
        "3. Förbundet ska samordna vården i länet.\n4. Parterna ska följa upp insatser enligt punkt 3.",
    )
    assert told(comparison) == [
        ("inserted", "", "1. Förbundet ska ha ett kansli."),
        ("renumbered", "1.", "2."),
        ("renumbered", "2.", "3."),
        ("renumbered", "3.", "4."),
        ("renumbered", "2", "3"),
    ]


def test_15_the_middle_of_three_near_identical_lines_is_the_one_removed():
    comparison = compare(
        "Förbundet ska verka för hälsa. Förbundet ska verka för arbete. Förbundet ska verka för utbildning.",
        "Förbundet ska verka för hälsa. Förbundet ska verka för utbildning.",
    )
    assert told(comparison) == [("deleted", "Förbundet ska verka för arbete.", "")]


def test_16_commas_do_not_out_pull_words():
    comparison = compare(
        "Medel används till rådgivning, utbildning, praktik.", "Medel används till kost, motion, rådgivning."
    )
    assert ("rådgivning", "rådgivning", "word") in rules(comparison)


def test_17_an_edit_right_beside_a_move_is_not_swallowed():
    comparison = compare(
        "Styrelsen beslutar om budgeten varje år. Medlemmarna utser revisorer i förbundet. "
        "Kansliet bereder ärenden.",
        "Medlemmarna utser två revisorer i förbundet. Kansliet bereder alla ärenden. "
        "Styrelsen beslutar om budgeten varje halvår.",
    )
    changes = told(comparison)
    assert comparison.counts["moved"] == 1
    assert {("inserted", "", "två"), ("inserted", "", "alla"), ("replaced", "år", "halvår")} <= set(changes)


def test_18_two_swapped_sentences_are_one_move():
    comparison = compare(
        "Styrelsen beslutar om budgeten. Medlemmarna utser revisorer i förbundet.",
        "Medlemmarna utser revisorer i förbundet. Styrelsen beslutar om budgeten.",
    )
    assert told(comparison) == [
        ("moved", "Styrelsen beslutar om budgeten.", "Styrelsen beslutar om budgeten.")
    ]
    assert comparison.likeness == 1


def test_19_the_same_phrase_twice_and_one_removed_is_one_deletion():
    comparison = compare(
        "Förbundet ska stödja unga vuxna och stödja unga vuxna i arbete.",
        "Förbundet ska stödja unga vuxna i arbete.",
    )
    assert [kind for kind, _, _ in told(comparison)] == ["deleted"]
    assert comparison.shared_words == 7


def test_20_a_wholly_rewritten_sentence_is_shown_before_and_after_and_keeps_its_links():
    comparison = compare(
        "Förbundet ska genom rådgivning och möten stärka hälsan hos invånarna i länet.",
        "I länet har var och en möjlighet att söka bidrag, som styrelsen varje år beviljar till rådgivning.",
    )
    assert len([c for c in comparison.changes if c.kind in ("replaced", "deleted", "inserted")]) <= 2
    equal = [comparison.old[slice(*s.old)] for s in comparison.segments if s.op == "equal" and s.old]
    assert not "".join(equal).strip(" .")


def test_21_new_paragraphs_alone_are_no_change():
    comparison = compare(
        "En mening om hälsa. En annan om arbete.", "En mening om hälsa.\n\nEn annan om arbete."
    )
    assert comparison.changes == ()


@pytest.mark.parametrize("text", ["", "hej", " ", "<p>a &amp; b</p>", "ÅÄÖ"])
def test_22_identical_texts_have_no_changes(text):
    comparison = compare(text, text)
    assert (comparison.changes, comparison.likeness) == ((), 1.0)


def test_22_something_for_nothing():
    assert told(compare("", "Ett ord.")) == [("inserted", "", "Ett ord.")]
    assert told(compare("Ett ord.", "")) == [("deleted", "Ett ord.", "")]
    assert compare("", "").segments == ()


def test_22_markup_is_only_text():
    comparison = compare("<b>hej</b> & då", "<i>hej</i> & då")
    assert (
        "".join(comparison.new[slice(*s.new)] for s in comparison.new_segments() if s.new) == comparison.new
    )


@pytest.mark.parametrize("word", ["inte", "ej", "icke", "aldrig"])
def test_23_a_negation_is_one_word_and_is_flagged(word):
    comparison = compare(
        "Förbundet ska besluta om insatser.", f"Förbundet ska {word} besluta om nya insatser."
    )
    assert told(comparison) == [("inserted", "", word), ("inserted", "", "nya")]
    assert [change.negation for change in comparison.changes] == [True, False]


def test_23_a_negation_is_not_tidied_into_its_neighbours():
    comparison = compare(
        "Styrelsen kan då besluta om medel.", "Styrelsen ska inte då bevilja några medel alls."
    )
    assert "inte" in inserted(comparison)
    assert any(change.negation for change in comparison.changes)


def test_23_a_negation_stands_apart_from_an_edit_beside_it():
    comparison = compare(
        "Styrelsen får då besluta om medel till unga.", "Styrelsen får inte då bevilja medel till unga."
    )
    assert told(comparison)[0] == ("inserted", "", "inte")
    assert [change.negation for change in comparison.changes] == [True, False]


def test_23_a_negation_is_not_linked_across_rewritten_text():
    old = ("förbundet", "får", "inte", "bevilja", "bidrag", "till", "stöd")
    new = ("förbundet", "ger", "när", "behovet", "är", "stort", "inte", "heller", "stöd")
    assert credible_runs(old, new) == ((0, 0, 1), (6, 8, 1))


def test_23_a_negation_that_stays_is_never_marked():
    comparison = compare(
        "Detta får helt inte ske i någon del av länet.", "Detta kan alls inte hända i någon del av länet."
    )
    assert "inte" not in inserted(comparison)


def test_24_unrelated_texts_with_the_same_frames_share_nothing():
    comparison = compare(
        "Förbundet ska verka för tidiga bedömningar i vården. Förbundet ska bidra till nya "
        "arbetssätt för unga vuxna. "
        "Förbundets ändamål är att stödja långtidssjukskrivna så att de återfår sin hälsa.",
        "Förbundet ska verka för skuldrådgivning på flera språk. Förbundets ändamål är att "
        "stödja sociala företag. "
        "Förbundet ska bidra till att kollektivtrafiken når alla orter i regionen.",
    )
    assert comparison.pairs == ()
    assert comparison.shared_words == 0


def test_a_duplicated_sentence_is_an_insertion_and_no_move():
    first, second = "Förbundet ska stödja unga vuxna i arbete.", "Styrelsen beslutar om medel varje år."
    comparison = compare(f"{first} {second}", f"{first} {second} {first}")
    assert told(comparison) == [("inserted", "", first)]


def test_a_merge_of_two_sentences_is_named():
    comparison = compare(
        "Förbundet ska stödja unga vuxna i hela länet. Förbundet ska sprida kunskap om god hälsa.",
        "Förbundet ska stödja unga vuxna i hela länet och sprida kunskap om god hälsa.",
    )
    assert comparison.counts["merged"] == 1
    assert comparison.pairs[0].old == (0, 1)


def test_punctuation_alone_is_named():
    assert told(compare("Stöd ges, vid behov till unga.", "Stöd ges vid behov till unga.")) == [
        ("punctuation", ",", "")
    ]


LONE = "Förbundet ska stödja unga."


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        (LONE, "Förbundet ska stödja äldre.", [("replaced", "unga", "äldre")]),
        (LONE, "Förbundet ska inte stödja äldre.", [("inserted", "", "inte"), ("replaced", "unga", "äldre")]),
        ("stödja arbete", "stödja arbete och hälsa", [("inserted", "", "och hälsa")]),
        (
            "Förbundet ska stödja systemutveckling.",
            "Förbundet ska stödja system utveckling.",
            [("replaced", "systemutveckling", "system utveckling")],
        ),
        (
            "Förbundet främjar arbetsmarknadsinsatser.",
            "Förbundet främjar insatser på arbetsmarknaden.",
            [("replaced", "arbetsmarknadsinsatser", "insatser på arbetsmarknaden")],
        ),
    ],
)
def test_a_sentence_that_is_the_whole_text_is_compared_word_for_word(old, new, marked):
    assert told(compare(old, new)) == marked


def test_two_texts_of_one_sentence_each_that_have_nothing_to_do_with_each_other_stay_apart():
    assert compare("Förbundet ska stödja unga vuxna.", "Kommunen betalar sin andel.").links == ()


def test_a_stretch_that_stayed_in_a_rewritten_sentence_is_shown_as_equal():
    old = (
        "Finansiell samordning enligt denna lag får inom ett samordningsområde bedrivas mellan Alfakassan, "
        "Betaverket, kommun och landsting för att uppnå en effektiv resursanvändning."
    )
    new = (
        "Förbundets ändamål är att inom det geografiska område som omfattas av Deltas, Epsilons, Zetas "
        "och Etas kommuner svara för samordning inom rehabiliteringsområdet mellan Alfakassan, Betaverket, "
        "Region Theta och medlemskommunerna i syfte att underlätta och uppnå en effektiv resursanvändning."
    )
    compared = compare(old, new)
    kept = [compared.new[slice(*s.new)].strip() for s in compared.segments if s.op == "equal" and s.new]
    assert "uppnå en effektiv resursanvändning." in kept
    assert any(words.startswith("mellan Alfakassan, Betaverket") for words in kept)


def test_another_word_for_no_is_no_change_of_meaning_but_no_and_one_are():
    assert [
        c.negation for c in compare("Förbundet ska ej betala.", "Förbundet ska inte betala.").changes
    ] == [False]
    assert [c.negation for c in compare("Ingen medlem får utträda.", "En medlem får utträda.").changes] == [
        True
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Förbundet ska främja god Samverkan", "Förbundet ska främja god samverkan.", "case"),
        ("Förbundet ska främja Samverkan och hälsa.", "Förbundet ska främja samverkan, och hälsa.", "case"),
        ("Förbundet skall, främja hälsa.", "Förbundet ska främja hälsa.", "spelling"),
        ("Förbundet ska främja Samverkan.", "Förbundet ska främja samordning", "replaced"),
    ],
)
def test_a_sign_that_changes_with_a_word_in_another_form_replaces_nothing(old, new, kind):
    assert [change.kind for change in compare(old, new).changes] == [kind]
