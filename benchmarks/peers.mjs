// node peers.mjs ENGINE PARENTS.json RESULT.json: the size of the drawing that an engine makes.
import { readFileSync, writeFileSync } from "node:fs";

const WIDTH = 176, HEIGHT = 66, GAP = 20, LAYER_GAP = 48;
const [engine, source, result] = process.argv.slice(2);
const parents = JSON.parse(readFileSync(source, "utf8"));

function tree() {
  const nodes = parents.map((_, id) => ({ id, children: [] }));
  const tops = nodes.filter(({ id }) => parents[id] < 0);
  parents.forEach((up, id) => { if (up >= 0) nodes[up].children.push(nodes[id]); });
  return tops.length === 1 ? tops[0] : { id: -1, children: tops };
}

function extent(places) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x - WIDTH / 2); right = Math.max(right, x + WIDTH / 2);
    top = Math.min(top, y); bottom = Math.max(bottom, y + HEIGHT);
  }
  return [right - left, bottom - top];
}

const ENGINES = {
  async "d3.tree"() {
    const { hierarchy, tree: layout } = await import("d3-hierarchy");
    return extent(layout().nodeSize([WIDTH + GAP, HEIGHT + LAYER_GAP]).separation(() => 1)(hierarchy(tree())).descendants());
  },
  async "d3-flextree"() {
    const { flextree } = await import("d3-flextree");
    const layout = flextree({ nodeSize: () => [WIDTH + GAP, HEIGHT + LAYER_GAP], spacing: 0 });
    return extent(layout(layout.hierarchy(tree())).descendants());
  },
  async dagre() {
    const { default: dagre } = await import("dagre");
    const graph = new dagre.graphlib.Graph().setGraph({ nodesep: GAP, ranksep: LAYER_GAP }).setDefaultEdgeLabel(() => ({}));
    parents.forEach((_, id) => graph.setNode(`${id}`, { width: WIDTH, height: HEIGHT }));
    parents.forEach((up, id) => { if (up >= 0) graph.setEdge(`${up}`, `${id}`); });
    dagre.layout(graph);
    return [graph.graph().width, graph.graph().height];
  },
  async "elk mrtree"() {
    const { default: ELK } = await import("elkjs/lib/elk.bundled.js");
    const placed = await new ELK().layout({
      id: "all",
      layoutOptions: { "elk.algorithm": "mrtree", "elk.spacing.nodeNode": `${GAP}`, "elk.padding": "[top=0,left=0,bottom=0,right=0]" },
      children: parents.map((_, id) => ({ id: `${id}`, width: WIDTH, height: HEIGHT })),
      edges: parents.flatMap((up, id) => (up < 0 ? [] : [{ id: `e${id}`, sources: [`${up}`], targets: [`${id}`] }])),
    });
    return [placed.width, placed.height];
  },
};

writeFileSync(result, JSON.stringify(await ENGINES[engine]()));
