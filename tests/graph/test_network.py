"""The public graph has typed nodes and edges and can be written as GraphML."""

from __future__ import annotations

import io

import networkx as nx
from drawing_board import DAY, LADDER, organisation, product, seat

from orgmodel.graph.network import as_networkx


def edges(graph, kind):
    return [(source, target) for source, target, data in graph.edges(data=True) if data["kind"] == kind]


def small(**sections):
    return organisation(
        name="Northwind",
        roles=LADDER | {"pm": {"reports_to": "director", "promotes_to": ["director"], "works_with": ["cpo"]}},
        units={
            "product": {"head": "cpo", "kind": "department", "interactions": [{"with": "search", "mode": "help"}]},
            "search": {"parent": "product"},
        },
        positions={
            "cpo": seat("cpo", "product", holder="Ada", deputy="pm"),
            "dir": seat("director", "search", also_in=["product"]),
            "pm": seat("pm", "search", reports_to="dir", dotted_to=["cpo"], holder="Li"),
        },
        people={"Ada": {"name": "Ada Park"}},
        activities={
            "vision": {"assign": {"A": "cpo", "R": ["pm", "unit:search"]}, "depends_on": ["research"]},
            "research": {"part_of": "vision", "escalates_to": "cpo", "per": "team"},
        },
        **sections,
    )


def test_nodes_are_typed_and_named_like_entities():
    graph = as_networkx(small(), DAY)
    kinds = {data["kind"] for _node, data in graph.nodes(data=True)}
    assert kinds == {"role", "unit", "position", "person", "activity"}
    assert graph.nodes["person:Ada"]["title"] == "Ada Park"
    assert graph.nodes["unit:product"]["unit_kind"] == "department"
    assert graph.nodes["position:dir"]["status"] == "vacant"
    assert graph.graph == {"name": "Northwind", "day": "2026-11-01"}


def test_lines_say_whether_they_are_derived():
    graph = as_networkx(small(), DAY)
    assert graph.edges["position:dir", "position:cpo", "reports_to"]["derived"]
    assert not graph.edges["position:pm", "position:dir", "reports_to"]["derived"]
    assert edges(graph, "dotted_to") == [("position:pm", "position:cpo")]


def test_every_kind_of_edge_is_there():
    graph = as_networkx(small(), DAY)
    assert {data["kind"] for *_ends, data in graph.edges(data=True)} == {
        "reports_to",
        "dotted_to",
        "promotes_to",
        "works_with",
        "part_of",
        "heads",
        "interacts_with",
        "has_role",
        "in_unit",
        "also_in",
        "holds",
        "deputy_of",
        "assigned",
        "depends_on",
        "escalates_to",
    }
    assert edges(graph, "deputy_of") == [("position:pm", "position:cpo")]
    assert edges(graph, "heads") == [("position:cpo", "unit:product")]
    assert edges(graph, "part_of") == [("unit:search", "unit:product"), ("activity:research", "activity:vision")]
    assert edges(graph, "escalates_to") == [("activity:research", "role:cpo")]
    assert edges(graph, "holds") == [("person:Ada", "position:cpo"), ("person:Li", "position:pm")]


def test_assigned_edges_carry_the_letter_and_the_claim():
    graph = as_networkx(
        small(assignments=[{"activity": "vision", "role": "pm", "letter": "A", "source": "article"}]), DAY
    )
    found = [
        (source, data["letter"], data["claim"], data["sources"])
        for source, _target, data in graph.edges(data=True)
        if data["kind"] == "assigned"
    ]
    assert found == [
        ("role:cpo", "A", False, ""),
        ("role:pm", "R", False, ""),
        ("role:pm", "A", True, "article"),
        ("unit:search", "R", False, ""),
    ]


def test_a_name_that_is_nowhere_defined_is_a_node_that_does_not_exist():
    graph = as_networkx(organisation(positions={"pm": {"reports_to": "gone"}}), DAY)
    assert graph.nodes["position:gone"] == {"kind": "position", "name": "gone", "title": "gone", "exists": False}


def test_a_second_manager_is_a_further_line():
    graph = as_networkx(organisation(positions={"a": {}, "b": {}, "pm": {"reports_to": ["a", "b"]}}), DAY)
    first = {target: data["first"] for _source, target, data in graph.edges(data=True)}
    assert first == {"position:a": True, "position:b": False}


def test_planned_seats_are_in_the_graph_with_their_status():
    graph = as_networkx(organisation(positions={"soon": {"from": "2027-01-01"}}), DAY)
    assert graph.nodes["position:soon"]["status"] == "planned"


def test_a_person_of_a_table_row_is_named_with_the_row():
    org = organisation(positions={"7": {"holder": "J Smith"}}, row_people=frozenset({"7"}))
    assert edges(as_networkx(org, DAY), "holds") == [("person:J Smith@7", "position:7")]


def test_the_graph_can_be_written_as_graphml():
    out = io.BytesIO()
    nx.write_graphml(as_networkx(small(), DAY), out)
    assert b"position:dir" in out.getvalue()


def test_the_whole_product_organisation_is_one_component():
    graph = as_networkx(product(), DAY)
    assert nx.number_weakly_connected_components(graph) == 1


def everything():
    """Each kind of node and edge with all it can carry."""
    return organisation(
        roles={
            "cpo": {"level": 9, "reports_to": [{"to": "ceo", "from": "2027-01-01"}]},
            "pm": {"reports_to": "cpo", "dotted_to": ["cpo"], "promotes_to": ["cpo"], "works_with": ["cpo"]},
        },
        units={
            "all": {"kind": "department"},
            "team": {
                "parent": "all",
                "head": "pm",
                "interactions": [
                    {"with": "all", "mode": "help"},
                    {"with": "all"},
                    {"with": "all", "mode": "share"},
                    {"with": "all", "until": "2026-10-31"},
                ],
            },
        },
        positions={
            "chief": {"role": "cpo", "unit": "all", "fte": 0.5, "holders": [{"person": "ada", "kind": "interim"}]},
            "open": {"deputy": "person:ada", "reports_to": ["gone:1", "chief"]},
            "pm": {
                "reports_to": ["chief", "open"],
                "also_in": ["team"],
                "dotted_to": [{"to": "open"}, {"to": "chief", "until": "2026-10-31"}],
                "holders": ["Li"],
                "deputy": "ada",
            },
            "secret": {"status": "filled", "reports_to": "chief", "deputy": "role:pm"},
        },
        people={"ada": {"name": "Ada Park", "employment": "contractor"}},
        activities={
            "vision": {
                "kind": "decision",
                "assign": {"A": ["cpo", {"who": "pm", "until": "2026-10-31"}], "R": "person:ada"},
                "depends_on": ["plan"],
            },
            "plan": {"part_of": "vision", "escalates_to": "position:chief", "group": "Start", "per": "team"},
        },
        assignments=[
            {"activity": "plan", "role": "pm", "letter": "A", "source": "one"},
            {"activity": "plan", "role": "pm", "letter": "A", "source": "two"},
        ],
    )


def test_nodes_carry_all_that_is_known_of_them():
    graph = as_networkx(everything(), DAY)
    assert graph.graph == {"name": "", "day": "2026-11-01"}
    assert list(graph.nodes(data=True)) == [
        ("role:cpo", {"kind": "role", "name": "cpo", "title": "cpo", "exists": True, "level": 9, "external": False}),
        ("role:pm", {"kind": "role", "name": "pm", "title": "pm", "exists": True, "external": False}),
        ("unit:all", {"kind": "unit", "name": "all", "title": "all", "exists": True, "unit_kind": "department"}),
        ("unit:team", {"kind": "unit", "name": "team", "title": "team", "exists": True}),
        (
            "position:chief",
            {
                "kind": "position",
                "name": "chief",
                "title": "cpo",
                "exists": True,
                "role": "cpo",
                "unit": "all",
                "fte": 0.5,
                "seats": 1,
                "assistant": False,
                "status": "filled",
                "undisclosed": 0,
            },
        ),
        (
            "position:open",
            {
                "kind": "position",
                "name": "open",
                "title": "open",
                "exists": True,
                "seats": 1,
                "assistant": False,
                "status": "vacant",
                "undisclosed": 0,
            },
        ),
        (
            "position:pm",
            {
                "kind": "position",
                "name": "pm",
                "title": "pm",
                "exists": True,
                "seats": 1,
                "assistant": False,
                "status": "filled",
                "undisclosed": 0,
            },
        ),
        (
            "position:secret",
            {
                "kind": "position",
                "name": "secret",
                "title": "secret",
                "exists": True,
                "seats": 1,
                "assistant": False,
                "status": "filled",
                "undisclosed": 1,
            },
        ),
        (
            "person:ada",
            {"kind": "person", "name": "ada", "title": "Ada Park", "exists": True, "employment": "contractor"},
        ),
        (
            "activity:vision",
            {"kind": "activity", "name": "vision", "title": "vision", "exists": True, "activity_kind": "decision"},
        ),
        (
            "activity:plan",
            {
                "kind": "activity",
                "name": "plan",
                "title": "plan",
                "exists": True,
                "group": "Start",
                "per": "team",
                "activity_kind": "activity",
            },
        ),
        ("person:Li", {"kind": "person", "name": "Li", "title": "Li", "exists": True}),
        ("position:gone:1", {"kind": "position", "name": "gone:1", "title": "gone:1", "exists": False}),
    ]


def test_edges_carry_all_that_is_known_of_them():
    graph = as_networkx(everything(), DAY)
    assert list(graph.edges(keys=True, data=True)) == [
        ("role:cpo", "activity:vision", "assigned", {"kind": "assigned", "letter": "A", "claim": False, "sources": ""}),
        ("role:pm", "role:cpo", "reports_to", {"kind": "reports_to"}),
        ("role:pm", "role:cpo", "dotted_to", {"kind": "dotted_to"}),
        ("role:pm", "role:cpo", "promotes_to", {"kind": "promotes_to"}),
        ("role:pm", "role:cpo", "works_with", {"kind": "works_with"}),
        ("role:pm", "position:secret", "deputy_of", {"kind": "deputy_of"}),
        (
            "role:pm",
            "activity:plan",
            "assigned",
            {"kind": "assigned", "letter": "A", "claim": True, "sources": "one, two"},
        ),
        ("unit:team", "unit:all", "part_of", {"kind": "part_of"}),
        ("unit:team", "unit:all", "interacts_with", {"kind": "interacts_with", "mode": "help"}),
        ("unit:team", "unit:all", "interacts_with-2", {"kind": "interacts_with"}),
        ("unit:team", "unit:all", "interacts_with-3", {"kind": "interacts_with", "mode": "share"}),
        ("position:chief", "role:cpo", "has_role", {"kind": "has_role"}),
        ("position:chief", "unit:all", "in_unit", {"kind": "in_unit"}),
        ("position:open", "position:gone:1", "reports_to", {"kind": "reports_to", "derived": False, "first": True}),
        ("position:open", "position:chief", "reports_to", {"kind": "reports_to", "derived": False, "first": False}),
        ("position:pm", "unit:team", "heads", {"kind": "heads"}),
        ("position:pm", "unit:team", "also_in", {"kind": "also_in"}),
        ("position:pm", "position:chief", "reports_to", {"kind": "reports_to", "derived": False, "first": True}),
        ("position:pm", "position:open", "reports_to", {"kind": "reports_to", "derived": False, "first": False}),
        ("position:pm", "position:open", "dotted_to", {"kind": "dotted_to"}),
        ("position:secret", "position:chief", "reports_to", {"kind": "reports_to", "derived": False, "first": True}),
        ("person:ada", "position:chief", "holds", {"kind": "holds", "interim": True, "fte": 0.5}),
        ("person:ada", "position:open", "deputy_of", {"kind": "deputy_of"}),
        ("person:ada", "position:pm", "deputy_of", {"kind": "deputy_of"}),
        (
            "person:ada",
            "activity:vision",
            "assigned",
            {"kind": "assigned", "letter": "R", "claim": False, "sources": ""},
        ),
        ("activity:vision", "activity:plan", "depends_on", {"kind": "depends_on"}),
        ("activity:plan", "activity:vision", "part_of", {"kind": "part_of"}),
        ("activity:plan", "position:chief", "escalates_to", {"kind": "escalates_to"}),
        ("person:Li", "position:pm", "holds", {"kind": "holds", "interim": False}),
    ]
