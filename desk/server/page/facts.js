// SPDX-License-Identifier: Apache-2.0
// Entities and facts as every view shows them.
import { h, Points, url } from '/page/dom.js';

/** The colour of a kind is also a word for those who do not see colours: in the title. */
export function entity(named, label) {
  if (!named || named.kind === 'none') return null;
  const text = label || named.label;
  if (!named.iri) return h('span', { class: 'value' }, text);
  const kind = named.kind || 'concept';
  const target = kind === 'document' ? '/document' : '/entity';
  return h('a', { class: `e ${kind}`, href: url(target, { id: named.iri }), title: `${text} (${kind})` }, text);
}

export const day = (text) => {
  if (!text) return '';
  const parts = text.slice(0, 10).split('-');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const month = months[Number(parts[1]) - 1];
  if (parts.length === 1 || !month) return text;
  return parts.length === 2 ? `${month} ${parts[0]}` : `${Number(parts[2])} ${month} ${parts[0]}`;
};

/** "since 2018", "11 Nov 2020 – 18 Nov 2020": an interval is never shown as its first day. */
export function when(fact) {
  const { time, from, to, timeText } = fact;
  if (from && to && from !== to) {
    if (time && time.length < 10 && from.startsWith(time)) return day(time);
    return `${day(from)} – ${day(to)}`;
  }
  // "since 2018" is written with the year that the text has.
  const written = (edge) => day(time && edge.startsWith(time) ? time : edge);
  if (from && !to) return `since ${written(from)}`;
  if (to && !from) return `until ${written(to)}`;
  if (time || from) return day(time || from);
  return timeText ? `“${timeText}”` : '';
}

const tag = (kind, text) => h('span', { class: `tag ${kind}` }, text);

export function tags(fact) {
  const time = when(fact);
  return [
    fact.status !== 'asserted' && tag(fact.status === 'denied' ? 'denied' : 'mode', fact.status),
    fact.negative && fact.status !== 'denied' && tag('denied', 'negative'),
    time && tag('time', time),
    fact.confidence !== null && tag('sure', `${Math.round(fact.confidence * 100)} %`),
  ];
}

/** As it reads after "not", "planned" and the like: in its base form. What happened has the past. */
export function relation(fact) {
  const { iri, label } = fact.predicate;
  const isOpen = iri && iri.startsWith('urn:dossier:relation:');
  const text = isOpen && fact.status !== 'asserted' ? decodeURIComponent(iri.slice(21)).replaceAll('_', ' ') : label;
  return `${fact.negative ? 'not ' : ''}${text}`;
}

/** What else the clause says: "to Kisumu"; the object of the verb has no preposition. */
export const argumentsOf = (fact) => (fact.arguments || []).map((one) => h('span', { class: 'argument' },
  one.name === 'object' ? ['(', entity(one.value), ')'] : [h('span', { class: 'relation' }, one.name.replaceAll('_', ' ')), ' ', entity(one.value)]));

const apart = (parts) => parts.filter((part) => part).flatMap((part, i) => (i ? [' ', part] : [part]));

/** Subject, relation, object and the further arguments. */
export function statement(fact, here) {
  const isHere = (named) => here && named && named.iri === here;
  return apart([
    isHere(fact.subject) ? null : entity(fact.subject),
    h('span', { class: 'relation' }, relation(fact)),
    isHere(fact.object) ? h('span', { class: 'here' }, fact.object.label) : entity(fact.object),
    ...argumentsOf(fact),
  ]);
}

const sentenceOf = (iri) => (iri && iri.includes('#s') ? iri.slice(iri.lastIndexOf('#s') + 2) : '');

/** Where a sentence stands, as a link to it in its document. */
export function source(fact) {
  const headline = fact.headline && fact.headline.length > 70 ? `${fact.headline.slice(0, 67)}…` : fact.headline;
  const number = sentenceOf(fact.sentence);
  const who = fact.speaker ? fact.speaker.label : '';
  const place = [day(fact.date), fact.page ? `page ${fact.page}` : '', number && `sentence ${number}`]
    .filter((part) => part).join(', ');
  return h('span', { class: 'source' }, who && `${who}, `,
    h('a', { href: url('/document', { id: fact.document, at: number }), title: fact.headline },
      [headline, place].filter((part) => part).join(' · ') || fact.document));
}

/** A sentence with ranges of code points marked: [[begin, end, class], ...]. */
export function marked(text, marks) {
  const points = new Points(text);
  const out = [];
  let at = 0;
  for (const [first, end, kind] of marks.filter((mark) => mark).sort((a, b) => a[0] - b[0])) {
    if (first < at || end > points.length) continue;
    // The comma of "Berg, the chairman" tells the relation, but looks like a slip.
    const begin = first + points.slice(first, end).match(/^[, ]*/)[0].length;
    out.push(points.slice(at, begin), h('mark', { class: kind }, points.slice(begin, end)));
    at = end;
  }
  out.push(points.slice(at));
  return out;
}

export function sentence(fact) {
  const marks = fact.marks
    ? ['subject', 'predicate', 'object'].map((part) => fact.marks[part] && [...fact.marks[part], part])
    : (fact.spans || []).map((span) => [...span, 'object']);
  // Speech that is quoted already needs no second pair.
  return h(/^["“«]/.test(fact.text) ? 'span' : 'q', { class: 'said' }, marked(fact.text, marks));
}

const evidenceOf = (fact) => h('p', { class: 'evidence' }, sentence(fact), ' ', source(fact));

/** A fact with the sentences that state it; those after the first can be opened. `note` makes what stands behind its tags. */
function card(facts, here, { more, note }) {
  const [first, ...others] = facts;
  return h('li', { class: `card ${first.status === 'asserted' ? '' : 'unsure'}` },
    h('p', { class: 'statement' }, statement(first, here), ' ', apart([...tags(first), note && note(first)])),
    evidenceOf(first),
    more && more(first),
    others.length > 0 && h('details', {}, h('summary', {}, `and ${others.length} more ${others.length === 1 ? 'sentence' : 'sentences'}`),
      others.map((one) => [evidenceOf(one), more && more(one)])));
}

/** What several sentences state in the same way is one card; `more` makes what stands below each sentence. */
export function cards(facts, here, parts = {}) {
  const groups = new Map();
  for (const fact of facts) {
    const key = [fact.subject.iri, fact.predicate.iri, fact.object.iri || fact.object.value, fact.status, fact.negative, when(fact)].join('\n');
    groups.set(key, [...(groups.get(key) || []), fact]);
  }
  return h('ul', { class: 'cards' }, [...groups.values()].map((group) => card(group, here, parts)));
}
