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
