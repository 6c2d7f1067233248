"""The tree of origins for graph programs, as GraphML and as GEXF: hops are nodes, reports make edges thick."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from firsthand.export.texts import for_xml
from firsthand.records import Answer
from firsthand.stages.origins import Tree, tree

_KEYS = (
    ("name", "node", "string"), ("kind", "node", "string"),
    ("how", "edge", "string"), ("weight", "edge", "int"), ("reports", "edge", "string"),
)  # fmt: skip


def write_graph(answer: Answer) -> dict[str, bytes]:
    """The same tree in two notations."""
    found = tree(answer.analyses, answer.reuse, answer.datings)
    return {"origins.graphml": _bytes(graphml(found)), "origins.gexf": _bytes(gexf(found))}


def _bytes(root: Element) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(tostring(root, encoding="unicode"), "utf-8") + b"\n"


def graphml(found: Tree) -> Element:
    """http://graphml.graphdrawing.org/"""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, on, type_ in _KEYS:
        SubElement(root, "key", {"id": name, "for": on, "attr.name": name, "attr.type": type_})
    graph = SubElement(root, "graph", id="origins", edgedefault="directed")
    for node in found.nodes:
        element = SubElement(graph, "node", id=for_xml(node.id))
        _data(element, (("name", node.name), ("kind", node.kind)))
    for number, edge in enumerate(found.edges):
        element = SubElement(graph, "edge", id=f"e{number}", source=for_xml(edge.source), target=for_xml(edge.target))
        _data(element, (("how", edge.how), ("weight", str(len(edge.reports))), ("reports", " ".join(edge.reports))))
    return root


def _data(element: Element, pairs: Iterable[tuple[str, str]]) -> None:
    for key, value in pairs:
        SubElement(element, "data", key=key).text = for_xml(value)


def gexf(found: Tree) -> Element:
    """https://gexf.net/ (1.3)"""
    root = Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = SubElement(root, "graph", mode="static", defaultedgetype="directed")
    for on in ("node", "edge"):
        attributes = SubElement(graph, "attributes", {"class": on})
        SubElement(attributes, "attribute", id="kind" if on == "node" else "how", title="kind", type="string")
    nodes = SubElement(graph, "nodes")
    for node in found.nodes:
        element = SubElement(nodes, "node", id=for_xml(node.id), label=for_xml(node.name))
        _value(element, "kind", node.kind)
    edges = SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        element = SubElement(
            edges, "edge", id=str(number), source=for_xml(edge.source), target=for_xml(edge.target),
            weight=str(float(len(edge.reports))),
        )  # fmt: skip
        _value(element, "how", edge.how)
    return root


def _value(element: Element, key: str, value: str) -> None:
    SubElement(SubElement(element, "attvalues"), "attvalue", {"for": key, "value": for_xml(value)})
