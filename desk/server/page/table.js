// SPDX-License-Identifier: Apache-2.0
// The table of facts with its facets: each choice is a part of the address.
import { h, get, url, plural, scroll } from '/page/dom.js';
import { argumentsOf, entity, relation, tags, sentence, source, when } from '/page/facts.js';

const fields = ['about', 'subject', 'relation', 'object', 'family', 'status', 'kind', 'claimant', 'document',
  'since', 'until', 'least', 'dated', 'names'];
const kinds = ['person', 'organization', 'country', 'city', 'place', 'event', 'concept'];

function chosen(parameters) {
  const now = {};
  for (const field of fields) if (parameters.get(field)) now[field] = parameters.get(field);
  return now;
}

const chip = (now, change, text, isOn) =>
  h('a', { class: `chip ${isOn ? 'on' : ''}`, href: url('/facts', { ...now, ...change }), 'aria-current': isOn ? 'true' : null }, text);

function statusChips(now, facets) {
  const all = facets.status.reduce((sum, row) => sum + row.count, 0);
  return h('p', { class: 'chips', role: 'group', 'aria-label': 'Status' },
    chip(now, { status: '' }, now.status ? 'any status' : `all ${all}`, !now.status),
    facets.status.map((row) => chip(now, { status: row.value }, `${row.value} ${row.count}`, now.status === row.value)));
}

function kindChips(now) {
  return h('p', { class: 'chips', role: 'group', 'aria-label': 'Subject and more' },
    chip(now, { kind: '' }, 'any subject', !now.kind),
    kinds.map((kind) => chip(now, { kind }, kind, now.kind === kind)),
    chip(now, { names: now.names ? '' : '1' }, 'names only', now.names === '1'),
    chip(now, { dated: now.dated ? '' : '1' }, 'with a date', now.dated === '1'),
    chip(now, { least: now.least ? '' : '50' }, 'confidence ≥ 50 %', Boolean(now.least)));
}

const select = (name, label, rows, value) => h('label', {}, `${label} `,
  h('select', { name, onchange: (event) => event.target.form.requestSubmit() },
    h('option', { value: '' }, 'any'),
    value && !rows.some((row) => row.value === value) && h('option', { value, selected: true }, value),
    rows.map((row) => h('option', { value: row.value, selected: row.value === value },
      row.count === undefined ? row.label : `${row.label || row.value} (${row.count})`))));

function form(now, facets) {
  const families = facets.families.map((name) => ({ value: name, label: name }));
  const hidden = ['about', 'subject', 'object', 'status', 'kind', 'least', 'dated', 'names'].filter((name) => now[name]);
  return h('form', { class: 'filters', action: '/facts' },
    hidden.map((name) => h('input', { type: 'hidden', name, value: now[name] })),
    select('family', 'Family', families, now.family),
    select('relation', 'Relation', facets.relation, now.relation),
    select('claimant', 'Claimed by', facets.claimant, now.claimant),
    select('document', 'Document', facets.document, now.document),
    h('label', {}, 'From ', h('input', { type: 'date', name: 'since', value: now.since || '' })),
    h('label', {}, 'To ', h('input', { type: 'date', name: 'until', value: now.until || '' })),
    h('button', {}, 'Show'),
    h('a', { class: 'export', href: url('/facts.csv', { ...now, facets: 0, most: 10000 }) }, 'CSV'),
    h('a', { class: 'export', href: url('/facts.json', { ...now, facets: 0, most: 10000 }) }, 'JSON'),
    Object.keys(now).length > 0 && h('a', { class: 'export', href: '/facts' }, 'clear'));
}

const row = (fact) => h('tr', { class: fact.status === 'asserted' ? '' : 'unsure' },
  h('td', { 'data-name': 'subject' }, entity(fact.subject)),
  h('td', { 'data-name': 'relation' }, relation(fact)),
  h('td', { 'data-name': 'object' }, entity(fact.object), argumentsOf(fact).map((one) => [' ', one])),
  h('td', { 'data-name': 'when' }, when(fact)),
  h('td', { 'data-name': 'says' }, entity(fact.claimant)),
  h('td', { 'data-name': 'evidence', class: 'evidence' }, sentence(fact), ' ',
    fact.status === 'asserted' ? null : tags({ ...fact, time: null, from: null, to: null, timeText: null, confidence: null }), ' ', source({ ...fact, speaker: null })));

export async function factsPage(parameters) {
  const now = chosen(parameters);
  const skip = Number(parameters.get('skip') || 0);
  const size = 50;
  const data = await get('facts', { ...now, skip, most: size, fold: parameters.get('fold') === '0' ? 0 : 1 });
  return [
    h('h1', {}, 'Facts'),
    now.about && h('p', { class: 'quiet' }, 'about ', h('a', { href: url('/entity', { id: now.about }) }, now.about)),
    statusChips(now, data.facets), kindChips(now),
    h('details', { class: 'more', open: !matchMedia('(max-width: 44rem)').matches }, h('summary', {}, 'More choices'), form(now, data.facets)),
    h('p', { class: 'quiet' }, data.all > size
      ? `${skip + 1}–${Math.min(skip + size, data.all)} of ${plural(data.all, 'fact')}` : plural(data.all, 'fact'),
    data.folded > 0 && [` · ${data.folded} that repeat another one of their sentence are left out · `,
      h('a', { href: url('/facts', { ...now, skip, fold: 0 }) }, 'show them')]),
    data.all === 0 && h('p', {}, 'No fact fits. Take a choice back, or ', h('a', { href: '/facts' }, 'clear all'), '.'),
    data.all > 0 && scroll('Table of facts', h('table', { class: 'facts-table' },
      h('thead', {}, h('tr', {}, ['Subject', 'Relation', 'Object', 'When', 'Says', 'Evidence'].map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, data.facts.map(row)))),
    h('p', { class: 'pager' },
      skip > 0 && h('a', { href: url('/facts', { ...now, skip: Math.max(0, skip - size) }) }, '← earlier'),
      skip + size < data.all && h('a', { href: url('/facts', { ...now, skip: skip + size }) }, 'more →')),
  ].filter((part) => part);
}

