"""Design 3.6, sentence by sentence: which line a seat has on a day, and why it has none."""

from __future__ import annotations

from drawing_board import DAY, LADDER, TEAMS, organisation, product, seat

from orgmodel.graph.hierarchy import AMBIGUOUS, MISSING, NOT_YET, SELF, TOP, UNRESOLVED
from orgmodel.graph.lines import DERIVED, NONE, WRITTEN, read_lines


def lines_of(*, planned: bool = False, **sections):
    return read_lines(organisation(**sections), DAY, planned=planned)


def managers(lines):
    return {name: lines.manager(name) for name in lines.ids}


def candidates(lines, name):
    return [lines.ids[i] for i in lines.candidates[lines.index[name]]]


# -- a written line


def test_a_written_line_is_taken_as_it_stands():
    lines = lines_of(positions={"cpo": {}, "pm": {"reports_to": "cpo"}})
    assert lines.manager("pm") == "cpo"
    assert lines.how[lines.index["pm"]] == WRITTEN
    assert not lines.is_derived("pm")
    assert lines.cause("pm") is None


def test_a_written_line_goes_before_what_the_role_says():
    lines = lines_of(
        roles=LADDER,
        positions={"cpo": seat("cpo"), "dir": seat("director"), "pm": seat("pm", reports_to="cpo")},
    )
    assert lines.manager("pm") == "cpo"


def test_a_manager_who_does_not_exist_is_unresolved_and_keeps_the_written_name():
    lines = lines_of(positions={"pm": {"reports_to": "nobody"}})
    assert lines.cause("pm") == UNRESOLVED
    assert lines.unresolved == {0: "nobody"}


def test_a_seat_that_reports_to_itself_has_no_line():
    assert lines_of(positions={"pm": {"reports_to": "pm"}}).cause("pm") == SELF


# -- a seat without `reports_to` gets its line from its role's `reports_to`


def test_a_seat_without_a_line_gets_it_from_its_role():
    lines = lines_of(roles=LADDER, positions={"cpo": seat("cpo"), "dir": seat("director")})
    assert lines.manager("dir") == "cpo"
    assert lines.how[lines.index["dir"]] == DERIVED
    assert lines.is_derived("dir")


def test_the_seat_of_that_role_in_its_own_unit_comes_first():
    lines = lines_of(
        roles=LADDER,
        units=TEAMS,
        positions={
            "dir-up": seat("director", "product"),
            "dir": seat("director", "search"),
            "pm": seat("pm", "search"),
        },
    )
    assert lines.manager("pm") == "dir"


def test_else_the_nearest_parent_unit_that_has_one():
    lines = lines_of(
        roles=LADDER,
        units=TEAMS,
        positions={
            "dir-up": seat("director", "product"),
            "dir": seat("director", "search"),
            "pm": seat("pm", "ranking"),
        },
    )
    assert lines.manager("pm") == "dir"


def test_nested_teams_derive_the_whole_hierarchy():
    lines = read_lines(product(), DAY)
    assert managers(lines) == {
        "cpo": None,
        "dir-payments": "cpo",
        "dir-search": "cpo",
        "dir-growth": "cpo",
        "pm-payments": "dir-payments",
        "pm-checkout-1": "dir-payments",
        "pm-checkout-2": "dir-payments",
        "pm-search-1": "dir-search",
        "pm-search-2": "dir-search",
        "pm-ranking": "dir-search",
        "pm-growth": "dir-growth",
        "pm-onboarding": "dir-growth",
    }
    assert [lines.ids[top] for top in lines.hierarchy.tops] == ["cpo"]
    assert lines.hierarchy.longest_chain == 3


def test_a_seat_of_that_role_in_a_sister_unit_is_no_candidate():
    lines = lines_of(
        roles=LADDER,
        units=TEAMS,
        positions={"dir": seat("director", "search"), "pm": seat("pm", "growth")},
    )
    assert lines.cause("pm") == MISSING


def test_seats_without_a_unit_look_among_all_seats_of_that_role():
    lines = lines_of(roles=LADDER, units=TEAMS, positions={"dir": seat("director", "search"), "pm": seat("pm")})
    assert lines.manager("pm") == "dir"


def test_seats_outside_all_units_stand_above_the_outermost_unit():
    lines = lines_of(roles=LADDER, units=TEAMS, positions={"cpo": seat("cpo"), "dir": seat("director", "search")})
    assert lines.manager("dir") == "cpo"


def test_a_seat_outside_all_units_is_a_candidate_though_it_heads_none():
    seats = {"boss": seat("cpo"), "other": seat("cpo", "growth"), "dir": seat("director", "search")}
    lines = lines_of(roles=LADDER, units={"search": {}, "growth": {}}, positions=seats)
    assert lines.manager("dir") == "boss"


def test_of_several_candidates_the_head_of_the_unit_wins():
    lines = lines_of(
        roles=LADDER,
        units={"search": {"head": "second"}},
        positions={
            "first": seat("director", "search"),
            "second": seat("director", "search"),
            "pm": seat("pm", "search"),
        },
    )
    assert lines.manager("pm") == "second"


def test_a_head_who_sits_elsewhere_is_a_candidate_in_the_unit_it_heads():
    lines = lines_of(
        roles=LADDER,
        units={"product": {}, "search": {"parent": "product", "head": "one"}},
        positions={
            "one": seat("director", "product"),
            "two": seat("director", "product"),
            "pm": seat("pm", "search"),
        },
    )
    assert lines.manager("pm") == "one"


def test_a_seat_that_is_also_in_the_unit_is_a_candidate_when_none_sits_there():
    lines = lines_of(
        roles=LADDER,
        units={"search": {}, "growth": {}},
        positions={"dir": seat("director", "growth", also_in=["search"]), "pm": seat("pm", "search")},
    )
    assert lines.manager("pm") == "dir"


def test_if_the_role_above_has_no_seat_anywhere_its_own_line_is_followed():
    lines = lines_of(roles=LADDER, positions={"cpo": seat("cpo"), "pm": seat("pm")})
    assert lines.manager("pm") == "cpo"
    assert lines.is_derived("pm")


def test_lines_of_roles_that_are_followed_count_on_their_days():
    further = [{"to": "coo", "until": "2026-10-31"}, {"to": "cpo", "from": "2026-11-01"}]
    roles = {"cpo": {}, "coo": {}, "director": {"reports_to": further}, "pm": {"reports_to": "director"}}
    assert lines_of(roles=roles, positions={"a": seat("coo"), "b": seat("cpo"), "pm": seat("pm")}).manager("pm") == "b"


def test_a_line_of_other_days_and_a_role_that_does_not_exist_leave_it_missing():
    line = {"to": "a", "from": "2027-01-01"}
    assert lines_of(positions={"a": {}, "pm": {"role": "nobody", "reports_to": line}}).cause("pm") == MISSING


def test_role_lines_that_go_in_a_circle_end_as_missing():
    roles = {"a": {"reports_to": "b"}, "b": {"reports_to": "c"}, "c": {"reports_to": "b"}}
    assert lines_of(roles=roles, positions={"seat": seat("a")}).cause("seat") == MISSING


def test_a_role_that_reports_to_itself_gives_no_candidate():
    lines = lines_of(roles={"pm": {"reports_to": "pm"}}, positions={"one": seat("pm"), "two": seat("pm")})
    assert [lines.cause("one"), lines.cause("two")] == [MISSING, MISSING]


def test_exactly_one_candidate_makes_the_line():
    lines = lines_of(roles=LADDER, positions={"dir": seat("director", reports_to=None), "pm": seat("pm")})
    assert lines.manager("pm") == "dir"
    assert lines.candidates == {}


def test_no_candidate_is_a_missing_line_and_not_a_top():
    lines = lines_of(roles=LADDER, positions={"dir": seat("director")})
    assert lines.cause("dir") == MISSING
    assert lines.hierarchy.tops == []


def test_several_candidates_are_ambiguous_and_named():
    lines = lines_of(
        roles=LADDER, positions={"one": seat("director"), "two": seat("director"), "pm": seat("pm", holder="Li")}
    )
    assert lines.cause("pm") == AMBIGUOUS
    assert candidates(lines, "pm") == ["one", "two"]


def test_several_candidates_in_one_unit_are_only_those_of_that_unit():
    lines = lines_of(
        roles=LADDER,
        units=TEAMS,
        positions={
            "one": seat("director", "search"),
            "two": seat("director", "search"),
            "far": seat("director", "product"),
            "pm": seat("pm", "search"),
        },
    )
    assert candidates(lines, "pm") == ["one", "two"]


def test_an_empty_line_says_top_on_purpose():
    lines = lines_of(roles=LADDER, positions={"cpo": seat("cpo"), "dir": seat("director", reports_to=[])})
    assert lines.cause("dir") == TOP
    assert lines.how[lines.index["dir"]] == NONE


def test_a_seat_whose_role_asks_for_no_line_is_a_top():
    assert lines_of(roles=LADDER, positions={"cpo": seat("cpo")}).cause("cpo") == TOP


def test_a_seat_without_a_role_and_a_line_is_a_top():
    assert lines_of(positions={"solo": {}}).cause("solo") == TOP


def test_a_role_that_reports_to_an_external_role_needs_no_line():
    roles = {"board": {"external": True}, "ceo": {"reports_to": "board"}}
    assert lines_of(roles=roles, positions={"ceo": seat("ceo")}).cause("ceo") == TOP


def test_an_external_role_with_a_seat_is_reported_to():
    roles = {"board": {"external": True}, "ceo": {"reports_to": "board"}}
    assert lines_of(roles=roles, positions={"chair": seat("board"), "ceo": seat("ceo")}).manager("ceo") == "chair"


def test_a_role_above_that_does_not_exist_leaves_the_line_missing():
    assert lines_of(roles={"pm": {"reports_to": "nobody"}}, positions={"pm": seat("pm")}).cause("pm") == MISSING


def test_a_vacant_seat_is_a_candidate():
    lines = lines_of(roles=LADDER, positions={"dir": seat("director"), "pm": seat("pm", holder="Li")})
    assert lines.manager("pm") == "dir"


# -- time


def test_planned_seats_are_left_out_and_are_no_candidates():
    lines = lines_of(
        roles=LADDER,
        positions={
            "now": seat("director"),
            "soon": seat("director", **{"from": "2027-01-01"}),
            "pm": seat("pm"),
        },
    )
    assert lines.ids == ["now", "pm"]
    assert lines.left_out == ("soon",)
    assert [lines.status(name) for name in lines.ids] == ["vacant", "vacant"]
    assert lines.manager("pm") == "now"


def test_planned_seats_are_left_out_unless_asked_for():
    org = organisation(positions={"soon": {"from": "2027-01-01"}, "held": {"holder": "Ada"}})
    assert (read_lines(org, DAY).ids, read_lines(org, DAY).status("held")) == (["held"], "filled")
    assert read_lines(organisation(positions={"held": {}}), DAY).left_out == ()


def test_planned_seats_are_part_of_the_hierarchy_when_asked_for():
    positions = {"dir": seat("director"), "soon": seat("pm", **{"from": "2027-01-01"})}
    lines = lines_of(planned=True, roles=LADDER, positions=positions)
    assert lines.status("soon") == "planned"
    assert lines.manager("soon") == "dir"


def test_a_planned_seat_shown_is_still_no_candidate():
    positions = {"soon": seat("director", **{"from": "2027-01-01"}), "pm": seat("pm")}
    assert lines_of(planned=True, roles=LADDER, positions=positions).cause("pm") == MISSING


def test_a_line_to_a_planned_seat_that_is_left_out_says_so():
    positions = {"soon": {"from": "2027-01-01"}, "pm": {"reports_to": "soon"}}
    lines = lines_of(positions=positions)
    assert lines.cause("pm") == NOT_YET
    assert lines.unresolved == {}
    assert lines_of(planned=True, positions=positions).manager("pm") == "soon"


def test_ended_seats_stay_but_are_never_candidates():
    lines = lines_of(
        roles=LADDER,
        positions={
            "gone": seat("director", until="2026-01-01"),
            "now": seat("director"),
            "pm": seat("pm"),
            "old": seat("pm", reports_to="gone"),
        },
    )
    assert lines.status("gone") == "ended"
    assert lines.manager("pm") == "now"
    assert lines.manager("old") == "gone"


def test_of_dated_lines_the_one_in_force_counts():
    lines = lines_of(
        positions={
            "a": {},
            "b": {},
            "pm": {"reports_to": [{"to": "a", "until": "2026-10-31"}, {"to": "b", "from": "2026-11-01"}]},
        }
    )
    assert lines.manager("pm") == "b"
    assert lines.extra == []


def test_the_last_day_of_a_line_is_in_force():
    lines = lines_of(positions={"a": {}, "pm": {"reports_to": {"to": "a", "until": "2026-11-01"}}})
    assert lines.manager("pm") == "a"


def test_a_seat_with_lines_only_on_other_days_has_a_missing_line():
    lines = lines_of(positions={"a": {}, "pm": {"reports_to": {"to": "a", "from": "2027-01-01"}}})
    assert lines.cause("pm") == MISSING


def test_a_seat_with_lines_only_on_other_days_has_that_of_its_role():
    line = {"to": "a", "from": "2027-01-01"}
    lines = lines_of(roles=LADDER, positions={"a": {}, "dir": seat("director"), "pm": seat("pm", reports_to=line)})
    assert lines.manager("pm") == "dir"


def test_an_empty_line_of_a_repeated_entry_is_no_missing_one():
    lines = lines_of(roles=LADDER, positions={"a": {}, "pm": {}}, repeats={"pm": [{"reports_to": []}]})
    assert lines.cause("pm") == TOP


def test_a_planned_seat_has_the_line_of_its_first_day():
    line = {"to": "a", "from": "2027-01-01"}
    lines = lines_of(planned=True, positions={"a": {}, "pm": {"from": "2027-01-01", "reports_to": line}})
    assert lines.manager("pm") == "a"


def test_an_ended_seat_has_the_line_of_its_last_day():
    line = {"to": "a", "until": "2026-01-01"}
    lines = lines_of(positions={"a": {}, "pm": {"until": "2026-01-01", "reports_to": line}})
    assert lines.manager("pm") == "a"


# -- more than one line


def test_of_several_lines_in_force_the_first_is_the_line():
    lines = lines_of(positions={"a": {}, "b": {}, "pm": {"reports_to": ["a", "b"]}})
    assert lines.manager("pm") == "a"
    assert lines.extra == [(2, 1)]
    assert lines.second == {2: (1,)}


def test_a_further_line_may_lead_to_the_first_seat_of_the_file():
    lines = lines_of(positions={"a": {}, "b": {}, "pm": {"reports_to": ["b", "a"]}})
    assert lines.manager("pm") == "b"
    assert lines.extra == [(2, 0)]
    assert lines.second == {2: (0,)}


def test_of_several_lines_the_first_may_lead_to_the_seat_itself():
    lines = lines_of(positions={"a": {}, "pm": {"reports_to": ["pm", "a"]}})
    assert lines.cause("pm") == SELF
    assert lines.extra == [(1, 0)]


def test_lines_of_repeated_entries_count_on_their_days():
    lines = lines_of(
        positions={"a": {}, "b": {}, "pm": {"reports_to": "a"}},
        repeats={"pm": [{"reports_to": {"to": "b", "until": "2026-10-31"}}]},
    )
    assert lines.extra == []


def test_lines_of_repeated_entries_are_further_lines():
    lines = lines_of(
        positions={"a": {}, "b": {}, "pm": {"reports_to": "a"}},
        repeats={"pm": [{"reports_to": "b"}, {"reports_to": "a"}]},
    )
    assert lines.manager("pm") == "a"
    assert lines.extra == [(2, 1)]
    assert lines.second == {}


def test_a_repeat_that_closes_a_ring_is_found():
    lines = lines_of(
        positions={"top": {"reports_to": []}, "a": {"reports_to": "top"}, "b": {"reports_to": "a"}},
        repeats={"a": [{"reports_to": "b"}]},
    )
    assert lines.hierarchy.loops == [(1, 2)]
    assert lines.hierarchy.tops == [0]


def test_an_id_is_a_top_only_if_none_of_its_entries_has_a_line():
    lines = lines_of(
        positions={"boss": {"reports_to": []}, "a": {"reports_to": []}}, repeats={"a": [{"reports_to": "boss"}]}
    )
    assert lines.manager("a") == "boss"


# -- what an entry stands for


def test_an_entry_for_six_seats_is_one_place_with_the_weight_six():
    lines = lines_of(positions={"pm": {"seats": 6}, "cpo": {}})
    assert [lines.weight(0), lines.weight(1)] == [6, 1]
    assert [lines.number([0, 1]), lines.number([1]), lines.number([])] == [7, 1, 0]


def test_statuses_are_derived_from_dates_and_holders():
    lines = lines_of(
        positions={
            "held": {"holder": "Ada"},
            "open": {},
            "undisclosed": {"status": "filled"},
            "gone": {"status": "ended"},
            "left": {"holders": [{"person": "Li", "until": "2026-10-31"}]},
        }
    )
    assert [lines.status(name) for name in lines.ids] == ["filled", "vacant", "filled", "ended", "vacant"]


def test_reports_and_chain_speak_in_ids():
    lines = read_lines(product(), DAY)
    assert lines.reports("dir-search") == ["pm-search-1", "pm-search-2", "pm-ranking"]
    assert lines.chain("pm-ranking") == ["dir-search", "cpo"]
    assert lines.manager("unknown") is None
    assert (lines.reports("unknown"), lines.chain("unknown")) == ([], [])


def test_a_written_chain_of_fifty_thousand_is_read():
    seats = {f"p{i}": {"reports_to": f"p{i - 1}"} if i else {} for i in range(50_000)}
    assert lines_of(positions=seats).hierarchy.deepest == 50_000
