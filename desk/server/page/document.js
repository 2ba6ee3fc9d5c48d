// SPDX-License-Identifier: Apache-2.0
// A document: its text with names underlined, and beside it what was read in the chosen sentence.
import { h, get, url, plural, Points } from '/page/dom.js';
import { entity, day, cards } from '/page/facts.js';
import { rejectButton } from '/page/edit.js';

const kindOf = (mention) => mention.entity.kind || 'concept';
const isNamed = (mention) => !['concept', 'individual', 'quantity', ''].includes(mention.entity.kind);

/** The text with its outermost mentions as links. */
function textOf(sentence) {
  const points = new Points(sentence.text);
  const out = [];
  let at = 0;
  for (const mention of sentence.mentions) {
    const [begin, end] = mention.at;
    if (begin < at || end > points.length) continue;
    const words = points.slice(begin, end);
    out.push(points.slice(at, begin));
    out.push(isNamed(mention) ? entity(mention.entity, words)
      : h('span', { class: `quietly ${kindOf(mention)}`, title: mention.entity.label }, words));
    at = end;
  }
  out.push(points.slice(at));
  return out;
}

function entitiesOf(sentence) {
  const seen = new Map();
  for (const mention of sentence.mentions) seen.set(mention.entity.iri, mention.entity);
  return [...seen.values()];
}

class Reader {
  constructor(data) {
    this.data = data;
    this.rows = new Map();
    this.panel = h('aside', { class: 'panel', 'aria-live': 'polite', 'aria-label': 'What was read' });
    this.chosen = null;
  }

  sentence(sentence) {
    const facts = sentence.facts.length;
    const button = h('button', {
      class: 'number', 'aria-label': `Sentence ${sentence.index}: show ${plural(facts, 'fact')}`,
      onclick: () => this.choose(sentence.index, false),
    }, sentence.index);
    const row = h('p', { class: `sentence ${facts ? '' : 'empty'}`, id: `s${sentence.index}`,
      onclick: (event) => { if (!event.target.closest('a, button')) this.choose(sentence.index, false); } },
    button, ' ', textOf(sentence), facts ? h('span', { class: 'facts' }, ` ${plural(facts, 'fact')}`) : null);
    this.rows.set(sentence.index, { row, sentence });
    return row;
  }

  choose(index, scrolls) {
    const next = this.rows.get(index);
    if (!next) return;
    if (this.chosen) this.chosen.row.classList.remove('chosen');
    this.chosen = next;
    next.row.classList.add('chosen');
    if (scrolls) next.row.scrollIntoView({ block: 'center' });
    this.fillPanel(next.sentence);
    // Where there is no room beside the text, the facts stand below their sentence.
    if (matchMedia('(max-width: 60rem)').matches) next.row.after(this.panel);
    history.replaceState(null, '', url('/document', { id: this.data.iri, at: index }));
  }

  fillPanel(sentence) {
    const entities = entitiesOf(sentence);
    this.panel.replaceChildren(...[
      h('h2', {}, `Read in sentence ${sentence.index}`),
      sentence.facts.length ? cards(sentence.facts.map((fact) => ({ ...fact, headline: null })), null,
        this.data.editable ? { more: rejectButton } : {})
        : h('p', { class: 'quiet' }, 'No fact was read in this sentence.'),
      entities.length > 0 && h('h2', {}, 'Named here'),
      entities.length > 0 && h('ul', { class: 'names' }, entities.map((one) => h('li', {}, entity(one)))),
    ].filter((part) => part));
  }

  step(by) {
    const indexes = [...this.rows.keys()];
    const at = this.chosen ? indexes.indexOf(this.chosen.sentence.index) + by : 0;
    if (at >= 0 && at < indexes.length) this.choose(indexes[at], true);
  }

  /** The speaker is said when another one begins. */
  text() {
    const out = [];
    let before = null;
    for (const sentence of this.data.sentences) {
      const speaker = sentence.speaker ? sentence.speaker.label : sentence.turn || '';
      if (speaker !== before && speaker) {
        out.push(h('p', { class: 'speaker' }, sentence.speaker ? entity(sentence.speaker) : speaker));
      }
      before = speaker;
      out.push(this.sentence(sentence));
    }
    return out;
  }
}

function head(data) {
  const about = [day(data.date), data.file, data.language && data.language !== 'en' && `language: ${data.language}`,
    plural(data.all || data.sentences.length, 'sentence')].filter((part) => part);
  return [
    h('h1', {}, data.headline || data.file || data.iri),
    h('p', { class: 'quiet' }, about.join(' · '), data.author ? [' · ', entity(data.author)] : null,
      data.place ? [' · ', entity(data.place)] : null, ' · ',
      h('a', { href: url('/facts', { document: data.iri }) }, 'all its facts'), ' · ',
      h('a', { href: url('/document.csv', { id: data.iri }) }, 'CSV'), ' ',
      h('a', { href: url('/document.json', { id: data.iri }) }, 'JSON')),
    h('p', { class: 'legend' }, ['person', 'organization', 'place', 'event'].map((kind) =>
      h('span', { class: `e ${kind}` }, kind)), h('span', { class: 'quiet' }, ' keys j and k: next and previous sentence')),
  ];
}

function parts(data) {
  const size = 400;
  const total = data.all || 0;
  if (data.first === 0 && total <= data.sentences.length) return null;
  return h('p', { class: 'pager' },
    data.first > 0 && h('a', { href: url('/document', { id: data.iri, at: Math.max(0, data.first - size) }) }, '← earlier'),
    data.first + size < total && h('a', { href: url('/document', { id: data.iri, at: data.first + size }) }, 'more →'));
}

export async function documentPage(parameters) {
  const at = Number(parameters.get('at') || -1);
  const first = at > 0 ? Math.floor(at / 400) * 400 : 0;
  const data = await get('document', { id: parameters.get('id'), first: first || null });
  const reader = new Reader(data);
  const text = h('div', { class: 'text' }, head(data), reader.text(), parts(data));
  document.addEventListener('keydown', (event) => {
    if (event.target.closest('input, textarea, select') || event.ctrlKey || event.metaKey) return;
    if (event.key === 'j') reader.step(1);
    if (event.key === 'k') reader.step(-1);
  });
  const withFacts = data.sentences.find((sentence) => sentence.facts.length);
  const page = h('div', { class: 'two' }, text, reader.panel);
  page.shown = () => reader.choose(at >= 0 ? at : withFacts ? withFacts.index : 0, at >= 0);
  return page;
}
