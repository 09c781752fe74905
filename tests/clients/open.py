"""Opens exports with Python programs and prints as JSON what each program sees, one line for each.

usage: open.py CLIENT PATH [CLIENT PATH ...]
"""

import csv
import json
import sys


def dump(directed, multigraph, graph, nodes, edges):
    json.dump({"directed": directed, "multigraph": multigraph, "graph": graph, "nodes": nodes, "edges": edges}, sys.stdout)
    sys.stdout.write("\n")


def from_networkx(graph, key_is_id=True):
    import networkx

    edges = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        name = key if key_is_id else data["edge_id"]
        assert name not in edges, f"the id {name} comes twice"
        edges[name] = {"source": source, "target": target, "attributes": data}
    assert isinstance(graph, networkx.MultiDiGraph)
    dump(graph.is_directed(), graph.is_multigraph(), graph.graph, dict(graph.nodes(data=True)), edges)


def networkx_graphml(path):
    import networkx

    # Without arguments the class depends on whether parallel edges happen to be there.
    assert networkx.read_graphml(path).is_directed()
    from_networkx(networkx.read_graphml(path, force_multigraph=True))


def networkx_gexf(path):
    import networkx

    from_networkx(networkx.MultiDiGraph(networkx.read_gexf(path)), key_is_id=False)


def networkx_json(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    if "links" in data:
        # The name of the array need not be told to any version.
        networkx.node_link_graph(json.loads(json.dumps(data)))
    from_networkx(networkx.node_link_graph(data, edges="edges"))


def igraph_graphml(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    nodes = {node["node_id"]: node.attributes() for node in graph.vs}
    assert [node["id"] for node in graph.vs] == list(nodes)
    edges = {
        edge["edge_id"]: {
            "source": graph.vs[edge.source]["node_id"],
            "target": graph.vs[edge.target]["node_id"],
            "attributes": edge.attributes(),
        }
        for edge in graph.es
    }
    assert len(edges) == graph.ecount()
    dump(graph.is_directed(), graph.has_multiple(), {name: graph[name] for name in graph.attributes()}, nodes, edges)


def pandas_csv(path):
    import networkx
    import pandas

    def read(name):
        return pandas.read_csv(f"{path}/{name}.csv", keep_default_na=False)

    nodes, edges = read("nodes"), read("edges")
    gephi = "Source" in edges.columns
    source, target, name = ("Source", "Target", "Id") if gephi else ("source", "target", "edge_id")
    graph = networkx.from_pandas_edgelist(
        edges, source, target, edge_attr=True, create_using=networkx.MultiDiGraph, edge_key=name
    )
    known = set(nodes["Id" if gephi else "node_id"])
    assert set(graph) <= known, "an end is in no row of the nodes"
    tables = {table: read(table).to_dict("records") for table in ("evidence", "statements", "documents")}
    tables["header"] = {"nodes": list(nodes.columns), "edges": list(edges.columns)}
    # The parser of pandas may mend what others refuse: the strict one must find rows of one length.
    for table in ("nodes", "edges", "evidence", "statements", "documents"):
        with open(f"{path}/{table}.csv", encoding="utf-8", newline="") as file:
            assert len({len(row) for row in csv.reader(file, strict=True)}) == 1, table
    dump(
        True,
        True,
        tables,
        {row["node_id"]: row for row in nodes.to_dict("records")},
        {
            key: {"source": start, "target": end, "attributes": json.loads(json.dumps(data, default=lambda x: x.item()))}
            for start, end, key, data in graph.edges(keys=True, data=True)
        },
    )


def lxml_xml(path):
    from lxml import etree

    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    tags = [etree.QName(element).localname for element in root.iter(etree.Element)]
    nodes, edges = [at for at, tag in enumerate(tags) if tag == "node"], [at for at, tag in enumerate(tags) if tag == "edge"]
    assert max(nodes) < min(edges), "nodes come before edges"
    keys = [at for at, tag in enumerate(tags) if tag in ("key", "attribute")]
    assert max(keys) < min(nodes), "columns are declared before all elements"
    every = lambda tag: [element for element in root.iter("{*}" + tag)]
    columns = lambda element: sorted(data.get("key") or data.get("for") for data in element.iter("{*}data", "{*}attvalue"))
    for tag in ("node", "edge"):
        assert len({tuple(columns(element)) for element in every(tag)}) == 1, f"every {tag} has every column"
    ids = [element.get("id") for element in every("node") + every("edge")]
    assert len(set(ids)) == len(ids), "ids are unique over nodes and edges"
    xml_attributes = {tag: sorted({name for element in every(tag) for name in element.keys()}) for tag in ("node", "edge", "key")}
    assert not list(root.iter("{*}default")), "no defaults"
    assert all(element.get("directed") is None for element in every("edge"))
    types = sorted({element.get("attr.type") or element.get("type") for element in every("key") + every("attribute")})
    fors = sorted({element.get("for") or "" for element in every("key")})
    dump(True, True, {"xml": xml_attributes, "types": types, "for": fors}, {}, {})


CLIENTS = {
    "networkx-graphml": networkx_graphml,
    "networkx-gexf": networkx_gexf,
    "networkx-json": networkx_json,
    "igraph-graphml": igraph_graphml,
    "pandas-csv": pandas_csv,
    "lxml": lxml_xml,
}

for client, path in zip(sys.argv[1::2], sys.argv[2::2]):
    CLIENTS[client](path)
