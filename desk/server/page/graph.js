// SPDX-License-Identifier: Apache-2.0
// Around a name, and the way from one name to another.
import { h, get, url, plural, scroll } from '/page/dom.js';
import { entity, cards } from '/page/facts.js';
import { picture } from '/page/picture.js';
import { nameField } from '/page/edit.js';

const edgeRow = (edge) => h('tr', { class: edge.asserted ? '' : 'unsure' },
  h('td', {}, entity(edge.source)),
  h('td', {}, edge.source.iri && edge.target.iri
    ? h('a', { href: url('/facts', { subject: edge.source.iri, object: edge.target.iri }) }, edge.relation) : edge.relation,
  edge.asserted ? '' : ' (not asserted)'),
  h('td', {}, entity(edge.target)), h('td', { class: 'figure' }, edge.documents));

const edgeTable = (edges) => scroll('Edges of the picture', h('table', {},
  h('caption', { class: 'hidden' }, 'The edges of the picture'),
  h('thead', {}, h('tr', {}, ['From', 'Relation', 'To', 'Documents'].map((name, i) => h('th', { scope: 'col', class: i > 2 ? 'figure' : null }, name)))),
  h('tbody', {}, edges.map(edgeRow))));

function download(name, type, content) {
  const link = h('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The picture with the colours it has here, for other programs. */
function standalone(element) {
  const copy = element.cloneNode(true);
  const from = element.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((node, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-size', 'font-family', 'text-anchor']) {
      node.setAttribute(name, style.getPropertyValue(name));
    }
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

function savePng(element) {
  const image = new Image();
  const box = element.viewBox.baseVal;
  image.onload = () => {
    const canvas = h('canvas', { width: box.width * 2, height: box.height * 2 });
    const context = canvas.getContext('2d');
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => download('graph.png', 'image/png', blob));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(element))}`;
}

class Explorer {
  constructor(parameters) {
    this.dates = { since: parameters.get('since') || '', until: parameters.get('until') || '' };
    this.edges = new Map();
    this.place = h('div', {});
    this.status = h('p', { class: 'quiet', role: 'status' });
  }

  add(edges) {
    for (const edge of edges) {
      this.edges.set([edge.source.iri || edge.source.value, edge.target.iri || edge.target.value].join('\n'), edge);
    }
  }

  async expand(named) {
    const graph = await get('graph', { id: named.iri, most: 20, ...this.dates });
    const before = this.edges.size;
    this.add(graph.edges);
    this.center = named;
    this.chain = null;
    this.draw();
    this.status.textContent = `${named.label}: ${plural(this.edges.size - before, 'new edge')}. `;
    this.status.append(entity(named, 'Open its card'));
  }

  height(edges) {
    if (this.chain) return matchMedia('(max-width: 44rem)').matches ? 110 * this.chain.length : 150;
    return edges.length > 40 ? 720 : 430;
  }

  draw() {
    const edges = [...this.edges.values()];
    this.place.replaceChildren(
      picture({ edges }, { center: this.center && this.center.iri, chain: this.chain, height: this.height(edges), choose: (named) => this.expand(named) }),
      h('p', { class: 'legend' }, 'A name: expand it. Width: number of documents. Dashed: denied, planned or the like. ',
        h('button', { onclick: () => download('graph.svg', 'image/svg+xml', standalone(this.place.querySelector('svg'))) }, 'SVG'), ' ',
        h('button', { onclick: () => savePng(this.place.querySelector('svg')) }, 'PNG')),
      edgeTable(edges));
  }
}

const forms = (parameters) => h('div', { class: 'forms' },
  h('form', { class: 'filters', action: '/graph' }, nameField('id', 'Around', parameters.get('id')),
    h('label', {}, 'From ', h('input', { type: 'date', name: 'since', value: parameters.get('since') || '' })),
    h('label', {}, 'To ', h('input', { type: 'date', name: 'until', value: parameters.get('until') || '' })),
    h('button', {}, 'Draw')),
  h('form', { class: 'filters', action: '/path' }, nameField('from', 'How is', parameters.get('from')),
    nameField('to', 'connected with', parameters.get('to')), h('button', {}, 'Find the way')));

/** The names of a way in order; an edge may point either way. */
const chainOf = (data) => data.edges.reduce((chain, edge) => {
  const last = chain[chain.length - 1];
  return [...chain, edge.source.iri === last ? edge.target.iri : edge.source.iri];
}, [data.from.iri]);

async function path(parameters, explorer) {
  const data = await get('path', { from: parameters.get('from'), to: parameters.get('to') });
  const title = h('h1', {}, `${data.from.label} → ${data.to.label}`);
  if (!data.edges.length) return [title, forms(parameters), h('p', {}, 'No way of six facts or fewer joins them.')];
  explorer.add(data.edges);
  explorer.chain = chainOf(data);
  explorer.draw();
  return [title, forms(parameters), h('p', { class: 'quiet' }, `${plural(data.edges.length, 'step')}, the shortest way`),
    explorer.status, explorer.place, h('h2', {}, 'The sentences'), cards(data.edges.flatMap((edge) => edge.facts))];
}

async function suggestions(parameters) {
  const data = await get('start');
  return [h('h1', {}, 'Graph'), forms(parameters), h('p', {}, 'Whose? Mentioned most:'),
    h('ul', { class: 'names' }, data.mentioned.map((one) =>
      h('li', {}, h('a', { class: `e ${one.kind}`, href: url('/graph', { id: one.iri }) }, one.label))))];
}

export async function graphPage(parameters) {
  const explorer = new Explorer(parameters);
  if (parameters.get('from') && parameters.get('to')) return path(parameters, explorer);
  if (!parameters.get('id')) return suggestions(parameters);
  const data = await get('graph', { id: parameters.get('id'), most: 30, ...explorer.dates });
  explorer.center = data.entity;
  explorer.add(data.edges);
  if (data.edges.length) explorer.draw();
  else explorer.place.append(h('p', {}, 'No fact joins it with another name.'));
  return [h('h1', {}, `Around ${data.entity.label}`), forms(parameters), explorer.status, explorer.place,
    h('p', {}, h('a', { class: 'export', href: url('/graph.csv', { id: data.entity.iri, most: 500 }) }, 'CSV'), ' ',
      h('a', { class: 'export', href: url('/graph.json', { id: data.entity.iri, most: 500 }) }, 'JSON'))];
}
