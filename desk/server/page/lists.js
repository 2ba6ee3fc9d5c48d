// SPDX-License-Identifier: Apache-2.0
// The first page, the list of documents, and what a search finds.
import { h, svg, get, url, plural, scroll } from '/page/dom.js';
import { entity, day, source } from '/page/facts.js';
import { askPage, isQuestion } from '/page/ask.js';

const count = (number, word, href) =>
  h('a', { class: 'count', href }, h('b', {}, number.toLocaleString('en')), ' ', word);

/** Documents by month: a bar each. */
function months(rows) {
  if (rows.length < 2) return null;
  const most = Math.max(...rows.map((row) => row.documents));
  const labelled = rows.length <= 10;
  const width = labelled ? 66 : Math.max(8, Math.floor(700 / rows.length));
  const bars = rows.map((row, i) => {
    const height = Math.max(3, Math.round((row.documents / most) * 60));
    return svg('g', {},
      svg('title', {}, `${day(row.month)}: ${plural(row.documents, 'document')}`),
      svg('rect', { class: 'bar', x: i * width, y: 64 - height, width: width - 3, height, rx: 2 }),
      labelled && svg('text', { class: 'month', x: i * width + width / 2, y: 80 }, day(row.month)));
  });
  return h('section', {}, h('h2', {}, 'When they were written'),
    scroll('Documents by month',
      svg('svg', { width: rows.length * width, height: labelled ? 86 : 66, role: 'img', 'aria-label': 'Documents by month' }, bars)),
    !labelled && h('p', { class: 'quiet' }, `${day(rows[0].month)} to ${day(rows[rows.length - 1].month)}`));
}

const documentItem = (row, long) =>
  h('li', { class: 'item' },
    h('a', { href: url('/document', { id: row.iri }) }, (long ? row.headline : row.shortHeadline || row.headline) || row.file || row.iri),
    h('p', { class: 'quiet' }, [day(row.date), row.author && row.author.label,
      row.sentences !== undefined && plural(row.sentences, 'sentence'),
      row.facts !== undefined && plural(row.facts, 'fact'), row.hits && plural(row.hits, 'hit'),
      row.file && row.file.split('/').pop()].filter((part) => part).join(' · ')));

export async function startPage() {
  const data = await get('start');
  return [
    h('h1', {}, data.name),
    h('p', { class: 'counts' },
      count(data.documentCount, data.documentCount === 1 ? 'document' : 'documents', '/documents'),
      count(data.sentenceCount, 'sentences', '/documents'),
      count(data.factCount, 'facts', '/facts'),
      count(data.quadCount, 'quads', '/query')),
    data.documentCount === 0 && h('p', {}, 'No documents yet. Read some with ',
      h('code', {}, 'dossier ingest DB FILES'), '.'),
    months(data.months),
    data.mentioned.length > 0 && h('section', {}, h('h2', {}, 'Mentioned most'),
      h('ul', { class: 'names' }, data.mentioned.map((one) =>
        h('li', {}, entity(one), ' ', h('span', { class: 'number' }, one.sentences))))),
    data.newest.length > 0 && h('section', {}, h('h2', {}, 'Newest documents'),
      h('ul', { class: 'items' }, data.newest.map((row) => documentItem(row, true)))),
  ].filter((part) => part);
}

export async function documentsPage(parameters) {
  const words = parameters.get('q') || '';
  const data = await get('documents', { q: words });
  return [
    h('h1', {}, 'Documents'),
    h('form', { class: 'filters', action: '/documents' },
      h('label', {}, 'With the words ', h('input', { name: 'q', type: 'search', value: words })),
      h('button', {}, 'Show'),
      h('a', { class: 'export', href: url('/documents.csv', { q: words }) }, 'CSV'),
      h('a', { class: 'export', href: url('/documents.json', { q: words }) }, 'JSON')),
    h('p', { class: 'quiet' }, plural(data.documents.length, 'document')),
    h('ul', { class: 'items' }, data.documents.map((row) => documentItem(row, false))),
  ];
}

/** Marks of a search count bytes of UTF-8. */
function markedBytes(text, marks) {
  const bytes = new TextEncoder().encode(text);
  const part = (begin, end) => new TextDecoder().decode(bytes.slice(begin, end));
  const out = [];
  let at = 0;
  for (const [begin, end] of marks) {
    out.push(part(at, begin), h('mark', {}, part(begin, end)));
    at = end;
  }
  out.push(part(at, bytes.length));
  return out;
}

const hit = (row) =>
  h('li', { class: 'card' }, h('p', {}, markedBytes(row.text, row.byteMarks)),
    h('p', { class: 'evidence' }, source({ ...row, sentence: row.iri, speaker: row.speaker && { label: row.speaker } })));

function pager(words, data, size) {
  const next = data.skip + size < data.allSentences;
  return h('p', { class: 'pager' },
    data.skip > 0 && h('a', { href: url('/search', { q: words, skip: Math.max(0, data.skip - size) }) }, '← earlier'),
    next && h('a', { href: url('/search', { q: words, skip: data.skip + size }) }, 'more →'));
}

const namesOf = (things) => h('ul', { class: 'names' }, things.map((one) =>
  h('li', {}, entity(one), ' ', h('span', { class: 'number' }, one.sentences))));

/** Names first: what is only described stands behind a click, unless there is nothing else. */
function foundThings(things) {
  const described = things.filter((one) => ['concept', 'individual', 'quantity'].includes(one.kind));
  const named = things.filter((one) => !described.includes(one));
  if (!things.length) return [];
  if (!named.length) return [h('section', {}, h('h2', {}, 'Things'), namesOf(described))];
  return [h('section', {}, h('h2', {}, 'Names'), namesOf(named),
    described.length > 0 && h('details', {}, h('summary', {}, plural(described.length, 'thing that is described so', 'things that are described so')),
      namesOf(described)))];
}

export async function searchPage(parameters) {
  const words = parameters.get('q') || '';
  if (!words) return [h('h1', {}, 'Search'), h('p', {}, 'Write words into the box at the top.')];
  if (/^\s*(select|ask|construct|describe|prefix)\b/i.test(words)) {
    location.replace(url('/query', { query: words }));
    return [];
  }
  if (isQuestion(words)) return askPage(parameters);
  const size = 20;
  const data = await get('search', { q: words, skip: parameters.get('skip') });
  return [
    h('h1', {}, `“${words}”`),
    data.searchedInstead && h('p', { class: 'note' }, `Nothing has these words; shown is what “${data.searchedInstead}” finds.`),
    ...foundThings(data.entities),
    data.documents.length > 0 && h('section', {}, h('h2', {}, 'Documents'),
      h('ul', { class: 'items' }, data.documents.map((row) => documentItem(row, true)))),
    h('section', {}, h('h2', {}, plural(data.allSentences, 'sentence')),
      h('ul', { class: 'cards' }, data.sentences.map(hit)), pager(words, data, size)),
    data.allSentences === 0 && data.entities.length === 0 &&
      h('p', {}, 'Try fewer words, the beginning of one (harb*), or one that is spelled nearly so (Lavrof~).'),
  ].filter((part) => part);
}
