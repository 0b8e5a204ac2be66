"""Where everything lies: addresses are plain, permanent and never the same for two things."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import BARE, EMPTY, NAMES, corpus, site
from ramberattelser import addresses
from ramberattelser.corpus import LAW, Story, Wording
from ramberattelser.model import SLUG, slugify

PLAIN = re.compile(r"/(?:[a-z0-9-]{1,200}/)*(?:#[a-z0-9-]+)?")
slugs = st.from_regex(SLUG, fullmatch=True).filter(lambda text: len(text) <= 80)


def wording(owner: str, version: str) -> Wording:
    made = corpus("exempel").wordings["provkoping/2012"]
    return Wording(owner, made.version.model_copy(update={"id": version}), "x", "XX", "lag", "x")


def story(owner: str, id: str) -> Story:
    return Story(owner, id, next(iter(corpus("exempel").stories.values())).narrative, "x")


@given(slugs, slugs)
def test_every_address_is_plain_and_stays_inside_the_site(one, other):
    made = [
        addresses.association(one), addresses.clause(one), addresses.element(one), addresses.question(one),
        addresses.term(one), addresses.source(one), addresses.wording(wording(one, other)),
        addresses.story(story(one, other)), addresses.owner_page(one),
        addresses.comparison(wording(one, other), wording(other, one)),
    ]  # fmt: skip
    assert all(PLAIN.fullmatch(address) for address in made)


@given(st.lists(st.tuples(slugs, slugs), unique=True, min_size=2, max_size=4))
def test_different_things_have_different_addresses(pairs):
    wordings = [wording(*pair) for pair in pairs]
    for made in (list(map(addresses.wording, wordings)), [addresses.story(story(*pair)) for pair in pairs]):
        assert len(set(made)) == len(pairs)


def test_comparisons_of_wordings_whose_names_can_be_cut_in_two_ways_would_share_an_address():
    """Addresses that read well can be cut in two ways; such names are a finding (``shared_address``)."""
    old = wording("lagen", "2010")
    assert addresses.comparison(old, wording("ostra", "lan-2017")) == addresses.comparison(
        old, wording("ostra-lan", "2017")
    )


@given(st.text(max_size=120))
def test_a_name_becomes_an_address_of_plain_letters_or_nothing(text):
    made = slugify(text)
    assert made == "" or (SLUG.fullmatch(made) and len(made) <= 80)
    assert slugify(made) == made


def test_swedish_letters_keep_their_place_in_an_address():
    assert slugify("Östra Östergötland") == "ostra-ostergotland"
    assert slugify("A\u030asa & E\u0301va") == "asa-eva"


def test_the_laws_page_gathers_what_is_the_laws():
    assert addresses.owner_page(LAW) == addresses.clause(LAW)
    assert addresses.owner_page("provkoping") == addresses.association("provkoping")


@pytest.mark.parametrize("name", [*NAMES, BARE, EMPTY])
def test_every_reference_to_what_exists_leads_to_a_page(name):
    made, known = corpus(name), {page.path for page in site(name).pages.values()}
    targets = [
        *made.associations, *made.wordings, *(f"begrepp:{term}" for term in made.terms),
        *(f"berattelse:{key}" for key in made.stories),
    ]  # fmt: skip
    for target in targets:
        found = addresses.resolve(made, target)
        assert found is not None, target
        assert found[0].partition("#")[0] in known
        assert found[1]


@pytest.mark.parametrize(
    "target",
    ["", "finns-inte", "begrepp:", "begrepp:finns-inte", "berattelse:provkoping", "lagen", "lagen/", "/",
     "provkoping/", "kalla:exempelrapport", ":", "begrepp:prov:", "provkoping/2012/x", "../x", "<b>"],
)  # fmt: skip
def test_a_reference_to_what_does_not_exist_leads_nowhere(target):
    assert addresses.resolve(corpus("exempel"), target) is None
