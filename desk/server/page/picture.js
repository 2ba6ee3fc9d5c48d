// SPDX-License-Identifier: Apache-2.0
// A graph as a picture: forces lay it out, the same data always in the same way.
import { h, svg, url } from '/page/dom.js';

const WIDTH = 900;

/** Nodes and links of edges; several relations between two names are one link. */
function structure(edges) {
  const nodes = new Map();
  const links = new Map();
  const node = (named) => {
    if (!nodes.has(named.iri)) nodes.set(named.iri, { named, x: 0, y: 0, links: 0 });
    return nodes.get(named.iri);
  };
  for (const edge of edges) {
    const a = node(edge.source), b = node(edge.target);
    const key = [edge.source.iri, edge.target.iri].sort().join('\n');
    if (!links.has(key)) links.set(key, { a, b, edges: [], documents: 0, asserted: false });
    const link = links.get(key);
    link.edges.push(edge);
    link.documents = Math.max(link.documents, edge.documents);
    link.asserted = link.asserted || edge.asserted;
    a.links += 1;
    b.links += 1;
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

function push(a, b, amount, dx, dy) {
  a.dx += dx * amount;
  a.dy += dy * amount;
  b.dx -= dx * amount;
  b.dy -= dy * amount;
}

function settle(nodes, links, height, center) {
  nodes.forEach((node, i) => {
    const angle = (i / nodes.length) * 2 * Math.PI;
    node.x = WIDTH / 2 + Math.cos(angle) * WIDTH * 0.36;
    node.y = height / 2 + Math.sin(angle) * height * 0.38;
  });
  const size = Math.sqrt((WIDTH * height) / (nodes.length + 1)) * 0.72;
  for (let round = 0; round < 260; ++round) {
    const heat = 26 * (1 - round / 260) + 0.4;
    for (const node of nodes) node.dx = node.dy = 0;
    for (let i = 0; i < nodes.length; ++i) {
      for (let j = i + 1; j < nodes.length; ++j) {
        const dx = nodes[i].x - nodes[j].x || 0.1, dy = (nodes[i].y - nodes[j].y) * 1.6 || 0.1;
        push(nodes[i], nodes[j], (size * size) / (dx * dx + dy * dy), dx, dy);
      }
    }
    for (const link of links) {
      const dx = link.b.x - link.a.x, dy = link.b.y - link.a.y;
      push(link.a, link.b, Math.hypot(dx, dy) / size / 1.5, dx / size, dy / size);
    }
    for (const node of nodes) {
      const length = Math.hypot(node.dx, node.dy) || 1;
      const step = Math.min(length, heat) / length;
      node.x = Math.min(WIDTH - 90, Math.max(90, node.x + node.dx * step));
      node.y = Math.min(height - 26, Math.max(26, node.y + node.dy * step));
      if (center && node.named.iri === center) {
        node.x = WIDTH / 2;
        node.y = height / 2;
      }
    }
  }
}

const describe = (link) => link.edges.map((edge) =>
  `${edge.source.label} ${edge.relation.label} ${edge.target.label} (${edge.documents} ${edge.documents === 1 ? 'document' : 'documents'}${edge.asserted ? '' : ', not asserted'})`).join('\n');

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function linkElement(link, labelled) {
  const line = svg('line', { x1: link.a.x, y1: link.a.y, x2: link.b.x, y2: link.b.y,
    class: link.asserted ? 'edge' : 'edge unsure', 'stroke-width': Math.min(1.2 + link.documents * 0.9, 7) },
  svg('title', {}, describe(link)));
  if (!labelled) return [line];
  const names = [...new Set(link.edges.map((edge) => edge.relation.label))];
  const text = svg('text', { class: 'edge-label', x: (link.a.x + link.b.x) / 2, y: (link.a.y + link.b.y) / 2 - 3 },
    short(names[0], 22) + (names.length > 1 ? ` +${names.length - 1}` : ''), svg('title', {}, describe(link)));
  return [line, text];
}

function nodeElement(node, center, choose) {
  const { named } = node;
  const isCenter = named.iri === center;
  const target = svg('a', { href: url('/entity', { id: named.iri }), class: `node ${named.kind || 'concept'} ${isCenter ? 'center' : ''}`,
    'aria-label': `${named.label}, ${named.kind}` },
  svg('title', {}, `${named.label} (${named.kind})`),
  svg('circle', { cx: node.x, cy: node.y, r: isCenter ? 9 : 6.5 }),
  svg('text', { x: node.x, y: node.y - 12 }, short(named.label, 28)));
  if (choose) {
    target.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(named);
    });
  }
  return target;
}

/** options: height, center (an IRI), still (names lead to their cards), choose (called with a name). */
export function picture(graph, options) {
  const { nodes, links } = structure(graph.edges);
  const height = options.height || 560;
  const center = options.center || (graph.entity && graph.entity.iri);
  settle(nodes, links, height, center);
  return h('div', { class: 'picture' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': `Graph of ${nodes.length} names` },
      links.map((link) => linkElement(link, links.length <= 24)), nodes.map((node) => nodeElement(node, center, options.choose))));
}
