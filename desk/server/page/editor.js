// SPDX-License-Identifier: Apache-2.0
// A text field for SPARQL: colours below the text, and completion. It stays an ordinary text field
// for keyboards, screen readers and phones.
import { h, get, post } from '/page/dom.js';

const WORDS = ['SELECT', 'ASK', 'CONSTRUCT', 'DESCRIBE', 'WHERE', 'FROM', 'NAMED', 'GRAPH', 'OPTIONAL', 'UNION', 'MINUS',
  'FILTER', 'BIND', 'VALUES', 'SERVICE', 'EXISTS', 'NOT', 'AS', 'DISTINCT', 'REDUCED', 'GROUP', 'BY', 'HAVING', 'ORDER',
  'ASC', 'DESC', 'LIMIT', 'OFFSET', 'PREFIX', 'BASE', 'IN', 'UNDEF', 'INSERT', 'DELETE', 'DATA', 'WITH', 'USING'];
const CALLS = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX', 'SAMPLE', 'GROUP_CONCAT', 'STR', 'LANG', 'DATATYPE', 'BOUND', 'IRI',
  'REGEX', 'SUBSTR', 'STRLEN', 'CONCAT', 'CONTAINS', 'STRSTARTS', 'STRENDS', 'LCASE', 'UCASE', 'REPLACE', 'YEAR', 'MONTH',
  'DAY', 'NOW', 'IF', 'COALESCE', 'SUBJECT', 'PREDICATE', 'OBJECT', 'TRIPLE', 'isIRI', 'isLITERAL', 'sameTerm'];
const TERMS = ['k:Document', 'k:Sentence', 'k:Fact', 'k:Mention', 'k:evidence', 'k:text', 'k:partOf', 'k:index',
  'k:speaker', 'k:mentions', 'k:time', 'k:from', 'k:to', 'k:place', 'k:polarity', 'k:modality', 'k:confidence',
  'k:attributedTo', 'k:matches', 'k:score', 'schema:Person', 'schema:Organization', 'schema:Place', 'schema:Country',
  'schema:City', 'schema:Event', 'schema:headline', 'schema:datePublished', 'schema:jobTitle', 'schema:affiliation',
  'rdf:reifies', 'rdf:type', 'rdfs:label', 'skos:altLabel', 'xsd:date'];

const TOKENS = new RegExp([
  /(?<comment>#[^\n]*)/, /(?<string>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)/,
  /(?<iri><[^<>"{}|^`\\\s]*>)/, /(?<variable>[?$][\p{L}\p{N}_]+)/u, /(?<name>[\p{L}][\p{L}\p{N}_.-]*)?:(?<local>(?:[\p{L}\p{N}_.:%-]|\\.)*)/u,
  /(?<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)/, /(?<word>[A-Za-z_][A-Za-z_0-9]*)/,
].map((one) => one.source).join('|'), 'gu');

const known = new Set([...WORDS, ...CALLS].map((word) => word.toUpperCase()));

function kindOf(groups) {
  if (groups.comment !== undefined) return 'comment';
  if (groups.string !== undefined) return 'string';
  if (groups.iri !== undefined) return 'iri';
  if (groups.variable !== undefined) return 'variable';
  if (groups.local !== undefined) return 'iri';
  if (groups.number !== undefined) return 'figure';
  return known.has(groups.word.toUpperCase()) || groups.word === 'a' ? 'keyword' : '';
}

/** Text in spans by what it is. */
export function coloured(text) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(TOKENS)) {
    out.push(text.slice(at, match.index), h('span', { class: kindOf(match.groups) }, match[0]));
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}

let relations = null;
/** The store's own relations, asked for once. */
async function relationNames() {
  if (!relations) {
    relations = post('/query.json', { query: 'SELECT DISTINCT ?p { ?f rdf:reifies ?t . BIND(PREDICATE(?t) AS ?p) } ORDER BY ?p', most: 5000 })
      .then((data) => (data.rows || []).map(([term]) => term.value.replace('urn:dossier:relation:', 'r:').replace('https://schema.org/', 'schema:')))
      .catch(() => []);
  }
  return relations;
}

const escaped = (iri) => iri.replace('urn:dossier:entity:', 'e:').replace(/[~!$&'()*+,;=/?#@]/g, '\\$&');

async function proposals(word, text) {
  const low = word.toLowerCase();
  if (word.startsWith('e:')) {
    if (word.length < 4) return [];
    const data = await get('entities', { q: word.slice(2).replaceAll('_', ' '), most: 10, concepts: 1 }).catch(() => ({ entities: [] }));
    return data.entities.filter((one) => one.iri.startsWith('urn:dossier:entity:')).map((one) => escaped(one.iri));
  }
  if (word.startsWith('?')) {
    const all = new Set(text.match(/\?[\p{L}\p{N}_]+/gu) || []);
    return [...all].filter((one) => one !== word && one.toLowerCase().startsWith(low)).slice(0, 10);
  }
  const pool = [...new Set([...TERMS, ...await relationNames(), ...WORDS, ...CALLS])];
  return pool.filter((one) => one.toLowerCase().startsWith(low) && one !== word).slice(0, 10);
}

export class Editor {
  constructor(text, run) {
    this.colours = h('pre', { 'aria-hidden': 'true' });
    this.area = h('textarea', { id: 'sparql', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', rows: 9,
      'aria-label': 'SPARQL query', 'aria-describedby': 'editor-help', value: text });
    this.list = h('ul', { class: 'proposals', role: 'listbox', 'aria-label': 'Completions', hidden: true });
    this.element = h('div', { class: 'editor' }, this.colours, this.area, this.list);
    this.run = run;
    this.chosen = 0;
    this.area.addEventListener('input', () => { this.paint(); this.propose(false); });
    this.area.addEventListener('scroll', () => { this.colours.scrollTop = this.area.scrollTop; this.colours.scrollLeft = this.area.scrollLeft; });
    this.area.addEventListener('keydown', (event) => this.key(event));
    this.area.addEventListener('blur', () => setTimeout(() => this.hide(), 150));
    this.paint();
  }

  get text() {
    return this.area.value;
  }

  set text(value) {
    this.area.value = value;
    this.paint();
  }

  paint() {
    this.colours.replaceChildren(...coloured(this.text), '\n');
    this.area.rows = Math.min(24, Math.max(7, this.text.split('\n').length + 1));
  }

  word() {
    const before = this.text.slice(0, this.area.selectionStart);
    const found = /[?$]?[\p{L}][\p{L}\p{N}_.:\\,-]*$/u.exec(before);
    return found ? found[0] : '';
  }

  async propose(asked) {
    const word = this.word();
    if (!asked && word.length < 2) return this.hide();
    const list = await proposals(word, this.text);
    if (word !== this.word() || !list.length) return this.hide();
    this.chosen = 0;
    this.list.replaceChildren(...list.map((one, i) => h('li', { role: 'option', 'aria-selected': String(i === 0),
      onmousedown: (event) => { event.preventDefault(); this.take(one); } }, one)));
    this.list.hidden = false;
    return undefined;
  }

  hide() {
    this.list.hidden = true;
  }

  take(word) {
    const end = this.area.selectionStart, start = end - this.word().length;
    this.area.setRangeText(word, start, end, 'end');
    this.hide();
    this.paint();
    this.area.focus();
  }

  move(by) {
    const items = [...this.list.children];
    items[this.chosen].setAttribute('aria-selected', 'false');
    this.chosen = (this.chosen + by + items.length) % items.length;
    items[this.chosen].setAttribute('aria-selected', 'true');
  }

  key(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.hide();
      this.run();
    } else if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      this.propose(true);
    } else if (!this.list.hidden) {
      this.keyInList(event);
    }
  }

  keyInList(event) {
    if (event.key === 'Escape') this.hide();
    else if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Tab' || event.key === 'Enter') this.take(this.list.children[this.chosen].textContent);
    else return;
    event.preventDefault();
  }
}
