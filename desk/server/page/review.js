// SPDX-License-Identifier: Apache-2.0
// The review queue: what is doubtful, with yes and no where the server allows changes.
import { h, get, post, url, plural } from '/page/dom.js';
import { day, marked, source } from '/page/facts.js';
import { described } from '/page/edit.js';

const kinds = { duplicate: 'Possible duplicates', label: 'Changed names', conflict: 'Contradictions', fact: 'Doubtful facts' };

function side(one, kind) {
  const isFact = kind === 'fact' || kind === 'conflict';
  const name = isFact ? h('span', {}, one.name) : h('a', { href: url('/entity', { id: one.iri }) }, one.name);
  const status = one.status && one.status !== 'asserted' ? h('span', { class: 'tag denied' }, one.status) : null;
  return h('div', { class: 'card' },
    h('p', { class: 'statement' }, name, ' ', status),
    one.text ? h('p', { class: 'evidence' }, marked(one.text, one.marks), ' ', source(one))
      : h('p', { class: 'quiet' }, 'No sentence mentions it.'),
    one.sentences > 1 && h('p', { class: 'quiet' }, plural(one.sentences, 'sentence')));
}

/** A button that changes something, then says what was done in place of the buttons. */
function choice(place, text, path, fields, label, after) {
  return h('button', {
    type: 'button', 'aria-label': label,
    onclick: async () => {
      place.replaceChildren(h('span', { class: 'quiet' }, 'Working …'));
      try {
        const made = await post(path, fields);
        place.replaceChildren(h('span', {}, after, ' '), undo(made.number));
      } catch (error) {
        place.replaceChildren(h('span', { class: 'problem', role: 'alert' }, error.message));
      }
    },
  }, text);
}

function undo(number) {
  const place = h('span', { role: 'status' });
  place.append(h('button', {
    type: 'button', 'aria-label': `Undo decision ${number}`,
    onclick: async () => {
      try {
        await post('/edit/undo', { number });
        location.reload();
      } catch (error) {
        place.replaceChildren(h('span', { class: 'problem', role: 'alert' }, error.message));
      }
    },
  }, 'Undo'));
  return place;
}

function choices(one) {
  const place = h('p', { class: 'choices', role: 'status' });
  const add = (...rest) => place.append(choice(place, ...rest), ' ');
  add('Yes', '/edit/accept', { id: one.id }, `Yes, ${one.proposed}`, 'Done.');
  if (one.kind === 'conflict') {
    add('The other one', '/edit/accept', { id: one.id, side: 1 }, `The other one: reject ${one.sides[1].name}`, 'Done.');
  }
  add('No', '/edit/decline', { id: one.id }, `No, do not ${one.proposed}`, 'Declined.');
  return place;
}

const item = (one, editable) => h('li', {},
  h('h3', {}, `${one.proposed[0].toUpperCase()}${one.proposed.slice(1)}?`),
  h('p', { class: 'quiet' }, one.because),
  h('div', { class: 'pair' }, one.sides.map((each) => side(each, one.kind))),
  editable ? choices(one) : null);

const part = (kind, all, editable) => {
  const rows = all.filter((one) => one.kind === kind);
  return rows.length > 0 && h('section', {},
    h('h2', {}, kinds[kind]),
    h('ul', { class: 'pairs' }, rows.map((one) => item(one, editable))));
};

const decided = (rows, editable) => rows.length > 0 && h('section', {},
  h('h2', { id: 'decided' }, 'Decided'),
  h('ol', { class: 'items' }, [...rows].reverse().map((one) => h('li', { class: 'item' },
    h('p', {}, described(one), ` on ${day(one.date)} `, editable ? undo(one.number) : null)))));

export async function reviewPage(parameters) {
  const kind = parameters.get('kind') || '';
  const data = await get('review', { kind });
  const chips = [['', 'All'], ...Object.entries(kinds)].map(([word, title]) =>
    h('a', { class: 'chip', href: url('/review', { kind: word }), 'aria-current': word === kind ? 'true' : null }, title));
  return [
    h('h1', {}, 'Review'),
    h('nav', { class: 'chips', 'aria-label': 'Kinds' }, chips),
    h('p', { class: 'quiet' }, plural(data.proposals.length, 'proposal'), ' · ',
      h('a', { href: url('/review.csv', { kind }) }, 'CSV'), ' ', h('a', { href: url('/review.json', { kind }) }, 'JSON'),
      data.editable ? null : ' · to decide, start the server with --edit'),
    data.proposals.length === 0 && h('p', {}, 'Nothing is doubtful.'),
    ...Object.keys(kinds).map((one) => part(one, data.proposals, data.editable)),
    decided(data.decisions, data.editable),
  ].filter((one) => one);
}
