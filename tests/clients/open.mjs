// Opens exports with JavaScript libraries and prints as JSON what each library sees, one line for each.
//
// usage: node open.mjs FOLDER CLIENT PATH [CLIENT PATH ...]     (FOLDER/node holds node_modules)

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, ...pairs] = process.argv.slice(2);
const require = createRequire(`${folder}/node/package.json`);

function fromGraphology(graph) {
  const nodes = graph.reduceNodes((all, id, attributes) => ({ ...all, [id]: attributes }), {});
  const edges = graph.reduceEdges(
    (all, id, attributes, source, target) => ({ ...all, [id]: { source, target, attributes } }),
    {},
  );
  return {
    directed: graph.type === 'directed',
    multigraph: graph.multi,
    graph: graph.getAttributes(),
    nodes,
    edges,
  };
}

const clients = {
  // The calls of Gephi Lite.
  'graphology-gexf': text => {
    const options = { allowUndeclaredAttributes: true, addMissingNodes: true };
    return fromGraphology(require('graphology-gexf').parse(require('graphology'), text, options));
  },
  'graphology-graphml': text => {
    const options = { addMissingNodes: true };
    return fromGraphology(require('graphology-graphml').parse(require('graphology'), text, options));
  },
  'graphology-json': text => fromGraphology(require('graphology').from(JSON.parse(text))),
  cytoscape: text => {
    const data = JSON.parse(text);
    const graph = require('cytoscape')({ headless: true, elements: data.elements });
    const all = elements => Object.fromEntries(elements.map(element => [element.id(), element.data()]));
    const edges = Object.entries(all(graph.edges())).map(([id, data]) => [
      id,
      { source: data.source, target: data.target, attributes: data },
    ]);
    return {
      directed: true,
      multigraph: true,
      graph: data.data,
      nodes: all(graph.nodes()),
      edges: Object.fromEntries(edges),
    };
  },
};

const seen = [];
for (let at = 0; at < pairs.length; at += 2) {
  seen.push(JSON.stringify(clients[pairs[at]](readFileSync(pairs[at + 1], 'utf-8'))));
}
process.stdout.write(`${seen.join('\n')}\n`);
