// SPDX-License-Identifier: Apache-2.0
// A graph as a picture: forces lay it out, the same data always in the same way.
import { h, svg, url } from '/page/dom.js';

/** Units of the drawing: fewer where there is little room, so that its words stay readable. */
let WIDTH = 900;

/** Nodes and links of edges; several relations between two names are one link. */
function structure(edges) {
  const nodes = new Map();
  const links = new Map();
  const id = (named) => named.iri || named.value;
  const node = (named) => {
    if (!nodes.has(id(named))) nodes.set(id(named), { named, x: 0, y: 0, links: 0 });
    return nodes.get(id(named));
  };
  for (const edge of edges) {
    const a = node(edge.source), b = node(edge.target);
    const key = [id(edge.source), id(edge.target)].sort().join('\n');
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

/** A ring: every link touches the center. */
function ring(nodes, height, center) {
  const others = nodes.filter((node) => node.named.iri !== center);
  const rings = others.length > 16 ? 2 : 1;
  others.forEach((node, i) => {
    const angle = (i / others.length) * 2 * Math.PI - Math.PI / 2 + Math.PI / (2 * others.length);
    const far = rings === 2 && i % 2 ? 0.62 : 1;
    node.x = WIDTH / 2 + Math.cos(angle) * (WIDTH / 2 - WIDTH / 8) * far;
    node.y = height / 2 + 6 + Math.sin(angle) * (height / 2 - 38) * far;
  });
  for (const node of nodes) if (node.named.iri === center) [node.x, node.y] = [WIDTH / 2, height / 2 + 6];
}

/** A way from one name to another: in a row, or below each other where there is little room. */
function row(nodes, height, chain) {
  chain.forEach((iri, i) => {
    const node = nodes.find((one) => one.named.iri === iri);
    const part = chain.length > 1 ? i / (chain.length - 1) : 0.5;
    [node.x, node.y] = WIDTH < 500 ? [WIDTH / 2, 40 + part * (height - 70)]
      : [WIDTH * (0.1 + 0.8 * part), height / 2 + 8];
  });
}

/** Forces: all push each other away, links pull together. */
function settle(nodes, links, height, center) {
  ring(nodes, height, center);
  const size = Math.sqrt((WIDTH * height) / (nodes.length + 1)) * 0.62;
  for (let round = 0; round < 260; ++round) {
    const heat = 26 * (1 - round / 260) + 0.4;
    for (const node of nodes) node.dx = node.dy = 0;
    for (let i = 0; i < nodes.length; ++i) {
      for (let j = i + 1; j < nodes.length; ++j) {
        const dx = (nodes[i].x - nodes[j].x) * 0.7 || 0.1, dy = (nodes[i].y - nodes[j].y) * 1.5 || 0.1;
        push(nodes[i], nodes[j], (size * size) / (dx * dx + dy * dy), dx, dy);
      }
    }
    for (const link of links) {
      const dx = link.b.x - link.a.x, dy = link.b.y - link.a.y;
      push(link.a, link.b, Math.hypot(dx, dy) / size, dx, dy);
    }
    for (const node of nodes) {
      node.dx += (WIDTH / 2 - node.x) * 0.01;
      node.dy += (height / 2 - node.y) * 0.02;
      const length = Math.hypot(node.dx, node.dy) || 1;
      const step = Math.min(length, heat) / length;
      node.x = Math.min(WIDTH * 0.88, Math.max(WIDTH * 0.12, node.x + node.dx * step));
      node.y = Math.min(height - 24, Math.max(34, node.y + node.dy * step));
    }
  }
}

const describe = (link) => link.edges.map((edge) =>
  `${edge.source.label} ${edge.relation} ${edge.target.label} (${edge.documents} ${edge.documents === 1 ? 'document' : 'documents'}${edge.asserted ? '' : ', not asserted'})`).join('\n');

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function linkElement(link, labelled) {
  const line = svg('line', { x1: link.a.x, y1: link.a.y, x2: link.b.x, y2: link.b.y,
    class: link.asserted ? 'edge' : 'edge unsure', 'stroke-width': Math.min(1.2 + link.documents * 0.9, 7) },
  svg('title', {}, describe(link)));
  if (!labelled) return [line];
  const names = [...new Set(link.edges.flatMap((edge) => edge.relation.split(', ')))];
  const text = svg('text', { class: 'edge-label', x: (link.a.x + link.b.x) / 2, y: (link.a.y + link.b.y) / 2 - 3 },
    short(names[0], 22) + (names.length > 1 ? ` +${names.length - 1}` : ''), svg('title', {}, describe(link)));
  return [line, text];
}

/** The middle of a label that stays inside the drawing. */
function inside(x, label) {
  const half = label.length * 3.9 + 4;
  return Math.min(WIDTH - half, Math.max(half, x));
}

function nodeElement(node, center, choose) {
  const { named } = node;
  const isCenter = named.iri === center;
  const label = short(named.label, WIDTH < 500 && !isCenter ? 19 : 28);
  const all = named.members ? `${named.label}: ${named.members.join(', ')}` : `${named.label} (${named.kind})`;
  const target = svg(named.iri ? 'a' : 'g', { href: named.iri && url('/entity', { id: named.iri }), role: named.iri ? null : 'img',
    class: `node ${named.kind || 'concept'} ${isCenter ? 'center' : ''}`, 'aria-label': named.iri ? null : all },
  svg('title', {}, all),
  svg('circle', { cx: node.x, cy: node.y, r: isCenter ? 9 : 6.5 }),
  svg('text', { x: inside(node.x, label), y: node.y - 12 }, label));
  if (choose && named.iri) {
    target.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(named);
    });
  }
  return target;
}

/** options: height, center (an IRI), chain (the IRIs of a way in order), still (names lead to their cards), choose (called with a name). */
export function picture(graph, options) {
  const { nodes, links } = structure(graph.edges);
  WIDTH = options.still || matchMedia('(max-width: 44rem)').matches ? 430 : 900;
  const height = options.height || 430;
  const center = options.center || (graph.entity && graph.entity.iri);
  const isStar = links.every((link) => [link.a, link.b].some((node) => node.named.iri === center));
  if (options.chain) row(nodes, height, options.chain);
  else if (isStar) ring(nodes, height, center);
  else settle(nodes, links, height, center);
  return h('div', { class: 'picture' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': `Graph of ${nodes.length} names` },
      links.map((link) => linkElement(link, links.length <= (WIDTH < 500 ? 6 : 14))), nodes.map((node) => nodeElement(node, center, options.choose))));
}
