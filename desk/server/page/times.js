// SPDX-License-Identifier: Apache-2.0
// What has a time, what contradicts what, and the sentences behind one fact.
import { h, svg, get, url, plural } from '/page/dom.js';
import { entity, day, when, statement, tags, sentence, source, cards } from '/page/facts.js';
import { nameField } from '/page/edit.js';

/** Sentences that mention it, by the date of their documents. */
export function mentionChart(timeline) {
  const rows = timeline.mentions;
  if (!rows.length) return h('p', { class: 'quiet' }, 'No document with a date mentions it.');
  const first = Date.parse(rows[0].date), last = Date.parse(rows[rows.length - 1].date);
  const span = Math.max(last - first, 1);
  const most = Math.max(...rows.map((row) => row.sentences));
  const place = (date) => 30 + ((Date.parse(date) - first) / span) * 340;
  const dots = rows.map((row) => svg('g', {},
    svg('title', {}, `${day(row.date)}: ${plural(row.sentences, 'sentence')} in ${plural(row.documents, 'document')}`),
    svg('circle', { class: 'dot', cx: rows.length === 1 ? 200 : place(row.date), cy: 34, r: 4 + Math.sqrt(row.sentences / most) * 11 })));
  return h('div', { class: 'picture chart' }, svg('svg', { viewBox: '0 0 400 72', role: 'img',
    'aria-label': `Mentions from ${day(rows[0].date)} to ${day(rows[rows.length - 1].date)}` },
  svg('line', { class: 'axis', x1: 10, y1: 34, x2: 390, y2: 34 }), dots,
  svg('text', { class: 'tick', x: 10, y: 68 }, day(rows[0].date)),
  rows.length > 1 && svg('text', { class: 'tick end', x: 390, y: 68 }, day(rows[rows.length - 1].date))));
}

const start = (text) => Date.parse(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text.slice(0, 10));
function end(text) {
  if (text.length === 4) return Date.parse(`${text}-12-31`);
  if (text.length === 7) return start(text) + 30 * 86400000;
  return start(text);
}

/** From and to in milliseconds; an open end is null. */
function interval(fact) {
  const from = fact.from || (fact.to ? null : fact.time);
  const to = fact.to || (fact.from ? null : fact.time);
  return [from ? start(from) : null, to ? end(to) : null];
}

function bars(facts) {
  const times = facts.flatMap(interval).filter((time) => time !== null && !Number.isNaN(time));
  const first = Math.min(...times), last = Math.max(...times, first + 86400000);
  const place = (time) => 2 + ((time - first) / (last - first)) * 196;
  return (fact) => {
    const [from, to] = interval(fact);
    const x = from === null || Number.isNaN(from) ? 0 : place(from);
    const x2 = to === null || Number.isNaN(to) ? 200 : place(to);
    const open = from === null || to === null ? ' open' : '';
    return svg('svg', { class: 'interval', viewBox: '0 0 200 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('line', { class: 'axis', x1: 0, y1: 6, x2: 200, y2: 6 }),
      svg('rect', { class: `bar${open}${fact.status === 'asserted' ? '' : ' unsure'}`, x: Math.min(x, 196), y: 2, width: Math.max(4, x2 - x), height: 8, rx: 2 }));
  };
}

export async function timelinePage(parameters) {
  const form = h('form', { class: 'filters', action: '/timeline' }, nameField('id', 'Of', parameters.get('id')), h('button', {}, 'Show'));
  if (!parameters.get('id')) {
    const data = await get('start');
    return [h('h1', {}, 'Timeline'), form, h('ul', { class: 'names' }, data.mentioned.map((one) =>
      h('li', {}, h('a', { class: `e ${one.kind}`, href: url('/timeline', { id: one.iri }) }, one.label))))];
  }
  const data = await get('timeline', { id: parameters.get('id') });
  const bar = bars(data.facts);
  return [
    h('h1', {}, `Timeline of ${data.entity.label}`), form,
    h('p', { class: 'quiet' }, entity(data.entity, 'its card'), ' · ', h('a', { href: url('/timeline.csv', { id: data.entity.iri }) }, 'CSV'), ' ',
      h('a', { href: url('/timeline.json', { id: data.entity.iri }) }, 'JSON')),
    h('h2', {}, 'Facts with a time'),
    data.facts.length === 0 && h('p', { class: 'quiet' }, 'No fact about it has a time.'),
    h('ol', { class: 'times' }, data.facts.map((fact) => h('li', {},
      h('span', { class: 'date' }, when(fact)), bar(fact),
      h('div', {}, h('p', { class: 'statement' }, statement(fact), ' ', tags({ ...fact, time: null, from: null, to: null, timeText: null })),
        h('p', { class: 'evidence' }, sentence(fact), ' ', source(fact)))))),
    h('h2', {}, 'Mentions by the date of the document'), mentionChart(data),
    data.undatedSentences > 0 && h('p', { class: 'quiet' }, `and ${plural(data.undatedSentences, 'sentence')} in documents without a date`),
  ].filter((part) => part !== false);
}

const titles = { values: 'Two values where one is possible', subjects: 'Two holders where one is possible',
  times: 'Two times of one event', denied: 'Said and denied' };

const sideOf = (fact, sentences) => h('div', { class: 'card' },
  h('p', { class: 'statement' }, statement(fact), ' ', tags({ ...fact, from: null, to: null })),
  h('p', { class: 'evidence' }, sentence(fact), ' ', source(fact)),
  h('p', { class: 'quiet' }, `${plural(sentences, 'sentence says', 'sentences say')} so · `,
    h('a', { href: url('/why', { subject: fact.subject.iri, predicate: fact.predicate.iri, object: fact.object.iri }) }, 'all of them')));

export async function conflictsPage() {
  const data = await get('conflicts');
  return [
    h('h1', {}, 'Contradictions'),
    h('p', { class: 'quiet' }, plural(data.conflicts.length, 'pair'), ' of sentences that cannot both be so · ',
      h('a', { href: '/conflicts.csv' }, 'CSV'), ' ', h('a', { href: '/conflicts.json' }, 'JSON')),
    data.conflicts.length === 0 && h('p', {}, 'The documents do not contradict each other in what was read.'),
    h('ul', { class: 'pairs' }, data.conflicts.map((one) => h('li', {},
      h('h2', {}, titles[one.kind]),
      h('div', { class: 'pair' }, sideOf(one.one, one.oneSentences), sideOf(one.other, one.otherSentences))))),
  ].filter((part) => part);
}

/** The fact that was asked for; of several the part they have in common. */
function whatIsSaid(facts, asked) {
  const parts = ['subject', 'predicate', 'object'];
  const given = parts.filter((part) => asked[part]);
  if (given.length === 3 || facts.length === 1) return parts.map((part) => facts[0][part].label).join(' ');
  if (given.length === 1) return `What is said of ${facts[0][given[0]].label}`;
  return parts.map((part) => (asked[part] ? facts[0][part].label : '…')).join(' ');
}

export async function whyPage(parameters) {
  const asked = { subject: parameters.get('subject'), predicate: parameters.get('predicate'), object: parameters.get('object') };
  const data = await get('why', asked);
  const title = data.facts.length ? whatIsSaid(data.facts, asked) : 'Nothing says so';
  return [h('h1', {}, title),
    h('p', { class: 'quiet' }, plural(data.facts.length, 'sentence'), ' · ', h('a', { href: url('/why.json', asked) }, 'JSON'), ' ',
      h('a', { href: url('/why.csv', asked) }, 'CSV')),
    cards(data.facts.map((fact) => ({ ...fact, from: null, to: null, timeText: null })))];
}

