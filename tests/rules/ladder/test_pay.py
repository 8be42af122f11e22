"""Pay along the ladder and of seats."""

from __future__ import annotations

from typing import Any

import pytest


def steps(lower: str, upper: str, policy: str = "{}") -> str:
    return (
        f"orgmodel: 1\nroles:\n  a: {{title: One, promotes_to: b, pay: {{{lower}}}}}\n  b: {{pay: {{{upper}}}}}\n"
        f"policy: {policy}\n"
    )


def test_a_reversed_band_is_an_error_at_its_upper_end(findings: Any) -> None:
    text = "orgmodel: 1\npositions:\n  a: {title: Lead, pay: [{min: 5, max: 9}, {stat: start, min: 9.5, max: 3}]}\n"
    (found,) = findings(text, "pay-band-reversed")
    assert found.message == 'pay of position "a" (Lead) begins at 9.50 and ends at 3'
    assert (found.place.mark.line, found.place.mark.column) == (3, 73)
    assert found.severity == "error"


@pytest.mark.parametrize(("section", "kind"), [("roles", "role"), ("positions", "position")])
def test_a_reversed_band_is_found_in_every_entry_of_an_id(findings: Any, section: str, kind: str) -> None:
    files = {
        "org.yaml": f"orgmodel: 1\ninclude: more.yaml\n{section}:\n  b: {{pay: {{min: 9, max: 4}}}}\n"
        "  a: {title: One, pay: {min: 4, max: 4}}\n",
        "more.yaml": f"orgmodel: 1\n{section}:\n  a: {{title: One, pay: [{{min: 7}}, {{min: 8, max: 2}}]}}\n",
    }
    found = findings(files, "pay-band-reversed")
    assert [(item.message, str(item.place)) for item in found] == [
        (f'pay of {kind} "a" (One) begins at 8 and ends at 2', "more.yaml:3:49"),
        (f'pay of {kind} "b" begins at 9 and ends at 4', "org.yaml:4:26"),
    ]


def test_a_band_that_falls_as_a_whole_is_a_warning(findings: Any) -> None:
    (found,) = findings(steps("min: 100, max: 200, currency: EUR", "min: 90, max: 150, currency: eur"), "pay-inverted")
    assert found.message == (
        '"b" pays less than "a" (One), from which it is reached: 90 to 150 after 100 to 200 EUR a year (range), '
        "starts and ends lower"
    )
    assert found.severity == "warning"
    assert found.entities == ("role:b", "role:a")
    assert (found.place.mark.line, found.place.mark.column) == (4, 12)


def test_a_band_that_only_starts_lower_is_info(findings: Any) -> None:
    (found,) = findings(steps("amount: 82000", "min: 62000, max: 146000"), "pay-inverted")
    assert found.message.endswith("62,000 to 146,000 after 82,000 a year (range), starts lower")
    assert found.severity == "info"


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("stat: mean, amount: 9", "stat: median, amount: 5"),
        ("amount: 9, currency: EUR", "amount: 5, currency: USD"),
        ("amount: 9, period: year", "amount: 5, period: month"),
        ("amount: 9, year: 2025", "amount: 5, year: 2026"),
        ("amount: 9, source: one", "amount: 5, source: two"),
    ],
)
def test_pay_compares_only_like_with_like(findings: Any, lower: str, upper: str) -> None:
    assert findings(steps(lower, upper), "pay-inverted") == []
    assert len(findings(steps(lower, upper), "pay-not-comparable")) == 1


def test_two_lines_of_one_article_are_one_source(findings: Any) -> None:
    text = steps('amount: 9, source: "guide.txt:59"', 'amount: 5, source: "guide.txt:74"')
    (found,) = findings(text, "pay-inverted")
    assert "(range, guide.txt)" in found.message
    assert findings(text, "pay-not-comparable") == []


def test_overlap_names_its_share_and_what_it_is_of(findings: Any) -> None:
    (found,) = findings(steps("min: 62000, max: 146000", "min: 90000, max: 150000"), "pay-bands-overlap")
    assert found.message == (
        'pay of "a" (One) and of the next rung "b" overlaps: 62,000 to 146,000 and 90,000 to 150,000 a year (range), '
        "93% of the upper band, 50% at most"
    )


def test_the_worked_example_of_overlap(findings: Any) -> None:
    """(max_lo - min_hi) / (max_hi - min_hi) gives 25.4 % where the other formula gives 45.8 %."""
    text = steps("min: 41000, max: 65000", "min: 54000, max: 97300", "{pay: {overlap: 0.25}}")
    (found,) = findings(text, "pay-bands-overlap")
    assert "25% of the upper band, 25% at most" in found.message
    assert findings(text.replace("0.25", "0.26"), "pay-bands-overlap") == []


def test_an_upper_band_without_end_is_measured_on_the_lower_one(findings: Any) -> None:
    (found,) = findings(steps("min: 174000, max: 231800", "stat: min, amount: 200000"), "pay-bands-overlap")
    assert found.message.endswith("55% of the lower band, as the upper one has no end, 50% at most")


def test_bands_that_end_at_one_figure_overlap(findings: Any) -> None:
    (found,) = findings(steps("min: 62000, max: 146000", "stat: max, amount: 146000"), "pay-bands-overlap")
    assert found.message.endswith("62,000 to 146,000 and at most 146,000 a year (range), both end at one figure")


def test_bands_that_fall_are_left_to_pay_inverted(findings: Any) -> None:
    assert findings(steps("min: 100, max: 200", "min: 110, max: 150"), "pay-bands-overlap") == []


def test_a_gap_between_bands_is_measured(findings: Any) -> None:
    (found,) = findings(steps("stat: max, amount: 146000", "min: 174000, max: 192000"), "pay-gap")
    assert found.message == (
        'pay of "a" (One) ends at 146,000 a year, the next rung "b" begins at 174,000 (range): a gap of 28,000 (19%)'
    )


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("min: 5, max: 79999", "min: 80000, max: 90000"),
        ("amount: 70000", "amount: 90000"),
        ("stat: start, min: 5, max: 6", "stat: start, min: 8, max: 9"),
    ],
)
def test_rounding_and_single_amounts_leave_no_gap(findings: Any, lower: str, upper: str) -> None:
    assert findings(steps(lower, upper), "pay-gap") == []


def test_unlike_figures_are_named_with_their_sources(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a: {title: One, promotes_to: b, pay: [{stat: start, amount: 3, source: x}, {stat: mean, amount: 3, source: x}]}
  b: {pay: {stat: p90, amount: 4, year: 2025, period: hour}}
"""
    (found,) = findings(text, "pay-not-comparable")
    assert found.message == (
        'pay of "a" (One) and of the next rung "b" cannot be compared: start and mean a year (x) '
        "against p90 an hour (2025)"
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 12)


def test_figures_of_one_role_that_cannot_all_be_true(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  a:
    title: One
    pay:
      - {stat: range, min: 60, max: 140}
      - {stat: start, amount: 110}
      - {stat: median, amount: 90, source: s}
      - {stat: p90, amount: 80, source: s}
      - {stat: mean, amount: 150}
      - {stat: mean, amount: 10, currency: EUR}
"""
    (found,) = findings(text, "pay-figures-disagree")
    assert found.message == (
        'pay figures of role "a" (One) disagree: 110 (start) lies in the upper half of the band, 60 to 140 (range), '
        "150 (mean) lies above the 140 at which the band ends (range), 110 (start) lies above 90 (median, s) and 2 more"
    )
    assert found.place.mark.line == 7


def test_a_manager_with_less_than_a_report(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  lead: {level: 5, pay: {min: 80, max: 100}}
  pm: {title: Product Manager, level: 3, pay: {amount: 95}}
positions:
  boss: {role: lead}
  low: {role: pm, reports_to: boss, pay: {amount: 85}}
  high: {role: pm, reports_to: boss, pay: {amount: 120}}
  usual: {role: pm, reports_to: boss}
  second: {role: pm, reports_to: boss}
"""
    (found,) = findings(text, "paid-less-than-report")
    assert found.message == (
        'role "lead" is paid 90 (midpoint) a year, less than what reports to it: '
        'position "high" (Product Manager) 120 and role "pm" (Product Manager) 95'
    )
    assert (found.place.mark.line, found.place.mark.column) == (3, 25)
    assert found.entities[:3] == ("role:lead", "position:high", "role:pm")
    assert "position:low" not in found.entities


def test_compression_asks_for_a_distance(findings: Any) -> None:
    text = """\
orgmodel: 1
positions:
  boss: {pay: {amount: 110}}
  one: {reports_to: boss, pay: {amount: 100}}
policy: {pay: {compression: 0.15}}
"""
    (found,) = findings(text, "paid-less-than-report")
    assert found.message == (
        'position "boss" is paid 110 a year, less than 15% above what reports to it: position "one" 100'
    )
    assert findings(text.replace("0.15", "0.1"), "paid-less-than-report") == []


def test_seats_of_equal_pay_lack_a_distance_and_seats_paid_by_one_role_do_not(findings: Any) -> None:
    text = """\
orgmodel: 1
roles: {pm: {pay: {amount: 100}}}
positions:
  boss: {pay: {amount: 100}}
  one: {reports_to: boss, pay: {amount: 100}}
  two: {reports_to: boss, role: pm}
  three: {reports_to: two, role: pm}
policy: {pay: {compression: 0.15}}
"""
    (found,) = findings(text, "paid-less-than-report")
    assert found.entities == ("position:boss", "position:one", "role:pm", "position:two")


def test_a_specialist_on_the_level_of_the_manager_may_earn_more(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  lead: {level: 5, track: management, pay: {amount: 90}}
  staff: {level: 5, track: IC, pay: {amount: 95}}
positions:
  boss: {role: lead}
  expert: {role: staff, reports_to: boss}
"""
    assert findings(text, "paid-less-than-report") == []
    assert len(findings(text.replace("staff: {level: 5", "staff: {level: 4"), "paid-less-than-report")) == 1


def test_pay_outside_the_band_of_the_role(findings: Any) -> None:
    text = """\
orgmodel: 1
roles: {pm: {title: Product Manager, pay: {min: 90000, max: 130000}}}
positions:
  low: {role: pm, pay: 82000}
  high: {role: pm, pay: {amount: 131000}}
  half: {role: pm, fte: 0.5, pay: {amount: 50000}}
  other: {role: pm, pay: {amount: 5, period: hour}}
  gone: {role: pm, status: ended, pay: 5}
"""
    low, high = findings(text, "pay-outside-band")
    assert low.message == (
        'position "low" (Product Manager) is paid 82,000 a year, 8,000 below the band of role "pm", 90,000 to 130,000'
    )
    assert (low.severity, low.place.mark.line, low.place.mark.column) == ("warning", 4, 24)
    assert high.message == (
        'position "high" (Product Manager) is paid 131,000 a year, 1,000 above the band of role "pm", 90,000 to 130,000'
    )
    assert (high.severity, high.place.mark.line, high.place.mark.column) == ("info", 5, 25)
    assert low.entities == ("position:low", "role:pm")


def test_hostile_amounts_and_sources_stay_short_and_on_one_line(findings: Any) -> None:
    pay = f'source: "x\\n{"y" * 500}", currency: "\\e[1m"'
    (found,) = findings(steps(f"amount: 9e14, {pay}", f"amount: 1e14, {pay}"), "pay-inverted")
    assert "1e+14 after 9e+14" in found.message
    assert found.message.isprintable()
    assert len(found.message) < 300


def test_a_band_that_is_reversed_is_not_compared_as_well(findings: Any) -> None:
    text = """\
orgmodel: 1
roles:
  pm: {promotes_to: senior, pay: {min: 60000, max: 80000, currency: EUR}}
  senior: {pay: {min: 100000, max: 50000, currency: EUR}}
"""
    assert [found.rule for found in findings(text, "ORG7")] == ["pay-band-reversed"]
    assert [found.rule for found in findings(text.replace("100000", "40000"), "ORG7")] == ["pay-inverted"]


def several(lower: str, upper: str) -> str:
    return f"orgmodel: 1\nroles:\n  a: {{promotes_to: b, pay: [{lower}]}}\n  b: {{pay: [{upper}]}}\n"


def test_starting_pay_begins_the_band_of_its_source(findings: Any) -> None:
    text = several("{stat: max, amount: 146, source: x}", "{stat: start, min: 174, max: 192, source: x}")
    (found,) = findings(text, "pay-gap")
    assert found.message == (
        'pay of "a" ends at 146 a year, the next rung "b" begins at 174 (range, x): a gap of 28 (19%)'
    )
    assert (found.place.mark.line, found.place.mark.column) == (4, 13)
    assert findings(text, "pay-not-comparable") == []


def test_starting_pay_gives_an_end_that_the_band_lacks(findings: Any) -> None:
    both = "{stat: max, amount: 231, source: x}, {stat: start, amount: 174, source: x}"
    (found,) = findings(several(both, "{stat: min, amount: 200, source: x}"), "pay-bands-overlap")
    assert "174 to 231 and at least 200 a year (range, x), 54% of the lower band" in found.message
    (found,) = findings(several("{stat: max, amount: 146, source: x}", both), "pay-gap")
    assert (found.place.mark.line, found.place.mark.column) == (4, 50)


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("{min: 100, max: 146}", "{stat: start, amount: 174, source: y}"),
        ("{min: 100, max: 146}", "{stat: start, amount: 174}, {min: 140, max: 190}"),
        ("{min: 100, max: 146}", "{stat: start, amount: 174}, {stat: max, amount: 170}"),
        ("{stat: start, amount: 100}", "{stat: start, amount: 174}"),
    ],
)
def test_starting_pay_changes_no_band_of_its_own_and_none_of_another_source(
    findings: Any, lower: str, upper: str
) -> None:
    assert findings(several(lower, upper), "pay-gap") == []
