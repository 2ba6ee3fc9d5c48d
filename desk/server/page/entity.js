// SPDX-License-Identifier: Apache-2.0
// The list of entities, and the card of one.
import { h, get, later, url, plural, scroll } from '/page/dom.js';
import { entity, day, cards } from '/page/facts.js';
import { picture } from '/page/picture.js';
import { mentionChart } from '/page/times.js';
import { corrections } from '/page/edit.js';

const kinds = ['person', 'organization', 'country', 'city', 'place', 'event', 'work', 'product', 'nationality', 'concept'];

export async function entitiesPage(parameters) {
  const kind = parameters.get('kind') || '';
  const words = parameters.get('q') || '';
  const skip = Number(parameters.get('skip') || 0);
  const now = { kind, q: words, skip };
  const data = await get('entities', now);
  return [
    h('h1', {}, 'Entities'),
    h('form', { class: 'filters', action: '/entities' },
      h('label', {}, 'Name has ', h('input', { name: 'q', type: 'search', value: words })),
      h('label', {}, 'Kind ', h('select', { name: 'kind' },
        h('option', { value: '' }, 'any name'),
        kinds.map((one) => h('option', { value: one, selected: one === kind }, one)))),
      h('button', {}, 'Show'),
      h('a', { class: 'export', href: url('/entities.csv', now) }, 'CSV'),
      h('a', { class: 'export', href: url('/entities.json', now) }, 'JSON')),
    scroll('Table of entities', h('table', { class: 'tight' },
      h('thead', {}, h('tr', {}, ['Name', 'Kind', 'Sentences', 'Documents'].map((name, i) => h('th', { scope: 'col', class: i > 1 ? 'figure' : null }, name)))),
      h('tbody', {}, data.entities.map((one) => h('tr', {}, h('td', {}, entity(one)), h('td', {}, one.kind),
        h('td', { class: 'figure' }, one.sentences), h('td', { class: 'figure' }, one.documents)))))),
    h('p', { class: 'pager' },
      skip > 0 && h('a', { href: url('/entities', { ...now, skip: Math.max(0, skip - 100) }) }, '← earlier'),
      data.more && h('a', { href: url('/entities', { ...now, skip: skip + 100 }) }, 'more →')),
  ];
}

const apart = (title, facts, here, note) =>
  facts.length > 0 && h('section', {}, h('h2', {}, `${title} (${facts.length})`), cards(facts, here, { note }));

/** The mark of a statement that another document contradicts. */
const contradictionMark = (data) => (fact) => fact.status === 'asserted' && fact.subject.iri === data.entity.iri &&
  data.contradicted.includes(fact.predicate.iri) &&
  h('a', { class: 'tag denied', href: '/conflicts', title: 'Documents say different things: see the contradictions' }, 'contradicted');

const isOffice = (fact) => /jobTitle|affiliation|worksFor|memberOf|_of$/.test(fact.predicate.iri || '') &&
  fact.subject.kind === 'person';

/** Offices, facts, then apart what is not asserted, then what it says. */
function facts(data) {
  const here = data.entity.iri;
  const asserted = data.facts.filter((fact) => fact.status === 'asserted');
  const mark = contradictionMark(data);
  // A doubtful post is not what a reader should see first.
  const offices = asserted.filter(isOffice).sort((a, b) => (b.confidence || 0) - (a.confidence || 0));
  const others = [...new Set(data.facts.map((fact) => fact.status))].filter((one) => one !== 'asserted').sort();
  return [
    apart('Offices', offices, here, mark),
    apart('Facts', asserted.filter((fact) => !isOffice(fact)), here, mark),
    others.map((status) => apart(status[0].toUpperCase() + status.slice(1),
      data.facts.filter((fact) => fact.status === status), here)),
    apart(`What ${data.entity.label} says`, data.claims, here),
    data.facts.length === 0 && h('p', { class: 'quiet' }, 'No facts were read about it.'),
  ];
}

function side(data) {
  const id = data.entity.iri;
  return h('aside', { class: 'panel' },
    h('h2', {}, 'Around it'), later(get('graph', { id, most: 12 }), (graph) => [
      graph.edges.length ? picture(graph, { height: 320, still: true }) : h('p', { class: 'quiet' }, 'No fact joins it with another name.'),
      h('p', {}, h('a', { href: url('/graph', { id }) }, 'Open the graph'))]),
    h('h2', {}, 'When'), later(get('timeline', { id }), (timeline) => [
      mentionChart(timeline), h('p', {}, h('a', { href: url('/timeline', { id }) }, 'Open the timeline'))]),
    data.together.length > 0 && h('h2', {}, 'Mentioned together with'),
    h('ul', { class: 'names' }, data.together.map((one) =>
      h('li', {}, entity(one), ' ', h('span', { class: 'number' }, one.sentences)))),
    h('h2', {}, 'Documents'),
    h('ul', { class: 'items' }, data.documents.map((one) => h('li', {},
      h('a', { href: url('/document', { id: one.iri }) }, [day(one.date), one.headline || one.iri].filter((x) => x).join(' ')),
      ' ', h('span', { class: 'number' }, one.sentences)))));
}

export async function entityPage(parameters) {
  const data = await get('entity', { id: parameters.get('id') });
  const id = data.entity.iri;
  const others = data.names.filter((name) => name !== data.entity.label);
  return h('div', { class: 'two' },
    h('div', { class: 'text' },
      h('h1', { class: `e ${data.entity.kind || 'concept'} plain` }, data.entity.label),
      h('p', { class: 'quiet' }, [data.entity.kind, others.length && `also known as ${others.join(', ')}`,
        `in ${plural(data.sentences, 'sentence')} of ${plural(data.documents.length, 'document')}`]
        .filter((part) => part).join(' · '), ' · ',
      h('a', { href: url('/facts', { about: id }) }, 'as a table'), ' · ',
      h('a', { href: url('/entity.csv', { id }) }, 'CSV'), ' ', h('a', { href: url('/entity.json', { id }) }, 'JSON')),
      data.editable && corrections(data),
      facts(data)),
    side(data));
}
