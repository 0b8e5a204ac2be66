"""A long address or name of a file breaks at its signs."""

from __future__ import annotations

from ramberattelser.rendering.paths import with_breaks

PATH = "narratives/ett_langt_forbund/forbund.yml"
ADDRESS = "https://exempel.se/om-oss/forbundsordning/"


def test_a_long_path_breaks_after_its_slashes():
    assert with_breaks(f"Filen <code>{PATH}</code>.") == (
        "Filen <code>narratives/<wbr>ett_langt_forbund/<wbr>forbund.yml</code>."
    )


def test_an_address_that_is_shown_breaks_at_other_signs_too_and_leads_to_where_it_led():
    assert with_breaks(f'<a class="adress" href="{ADDRESS}">{ADDRESS}</a>') == (
        f'<a class="adress" href="{ADDRESS}">https://exempel<wbr>.se/<wbr>om-oss/<wbr>forbundsordning/</a>'
    )


def test_short_paths_other_links_and_whole_files_are_left_as_they_are():
    html = (
        f'<code>a/b.yml</code> <a href="/a/">{ADDRESS}</a> <pre tabindex="0"><code>a: {PATH}\n</code></pre>'
    )
    assert with_breaks(html) == html
