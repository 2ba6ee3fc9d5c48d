// SPDX-License-Identifier: Apache-2.0
// SPARQL: the editor, saved queries as forms of their parameters, and the rows of an answer.
import { h, get, post, url, plural, problem, scroll } from '/page/dom.js';
import { entity } from '/page/facts.js';
import { nameField } from '/page/edit.js';
import { Editor, coloured } from '/page/editor.js';

const FIRST = `# Who met whom, and the sentence that says so
SELECT ?who ?whom ?sentence WHERE {
  ?fact rdf:reifies <<( ?who ?relation ?whom )>> ;
        k:evidence/k:text ?sentence .
  FILTER(CONTAINS(STR(?relation), "meet"))
} LIMIT 50`;

const short = (iri) => iri.replace('urn:dossier:vocabulary:', 'k:').replace('urn:dossier:relation:', 'r:')
  .replace('urn:dossier:document:', 'doc:').replace('urn:dossier:entity:', 'e:').replace('https://schema.org/', 'schema:')
  .replace('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:').replace('http://www.w3.org/2000/01/rdf-schema#', 'rdfs:');

const isThing = (value) => /^urn:dossier:(entity|document):/.test(value.value);
const isPart = (value) => value.value.includes('#');

function cell(value) {
  if (!value) return '';
  if (value.type === 'triple') {
    const { subject, predicate, object } = value.value;
    return ['«', cell(subject), ' ', cell(predicate), ' ', cell(object), '»'];
  }
  if (value.type !== 'uri') return value.value;
  const sentence = /^(urn:dossier:document:.*)#s(\d+)$/.exec(value.value);
  if (sentence) return h('a', { href: url('/document', { id: sentence[1], at: sentence[2] }) }, short(value.value));
  if (isThing(value) && (value.kind || !isPart(value))) return entity({ iri: value.value, label: value.label, kind: value.kind });
  return h('span', { class: 'iri', title: value.value }, value.kind === 'relation' ? value.label : short(value.value));
}

const cellClass = (value) => {
  if (value && /integer|decimal|double/.test(value.datatype || '')) return 'figure';
  return value && /^\d{4}-\d{2}-\d{2}/.test(value.value) && value.value.length < 26 ? 'date' : '';
};

function rows(data) {
  if (data.boolean !== undefined) return h('p', { class: 'answer' }, data.boolean ? 'Yes' : 'No');
  return [
    h('p', { class: 'quiet', role: 'status' }, data.more ? `the first ${plural(data.rows.length, 'row')}` : plural(data.rows.length, 'row'),
      ` in ${Math.max(1, Math.round(data.milliseconds))} ms`),
    data.rows.length > 0 && scroll('Rows of the answer', h('table', { class: data.columns.length > 2 ? 'stacked' : '' },
      h('thead', {}, h('tr', {}, data.columns.map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, data.rows.map((row) => h('tr', {}, row.map((value, i) =>
        h('td', { class: cellClass(value), 'data-name': data.columns[i] }, cell(value)))))))),
  ];
}

function failed(data, text) {
  const line = data.line ? text.split('\n')[data.line - 1] : null;
  return h('div', { class: 'problem', role: 'alert' }, h('p', {}, data.line ? `Line ${data.line}: ${data.error}` : data.error),
    line && h('pre', {}, `${line}\n${' '.repeat(Math.max(0, data.column - 1))}^`));
}

const exports = (text) => h('p', {}, ['csv', 'tsv', 'json', 'xml'].map((format) =>
  [h('a', { class: 'export', href: url('/sparql', { query: text, format }) }, format.toUpperCase()), ' ']));

async function ask(place, fields, text, exportable) {
  place.replaceChildren(h('p', { class: 'quiet' }, 'Running …'));
  try {
    const data = await post('/query.json', fields);
    place.replaceChildren(...[data.error ? failed(data, text) : [
      (data.warnings || []).map((warning) => h('p', { class: 'note' }, warning)), rows(data), exportable && exports(text)]]
      .flat(Infinity).filter((part) => part));
  } catch (error) {
    place.replaceChildren(problem(error));
  }
}

function parameterField(one) {
  const name = `p.${one.name}`;
  const usual = one.default ? one.default.join(', ').replace(/^"|"$/g, '') : '';
  const label = one.description || one.name;
  const required = !one.default;
  const optional = one.default && !one.default.length;
  if (one.choices.length) {
    return h('label', {}, `${label} `, h('select', { name }, !required && h('option', { value: '' }, optional ? 'any' : `default (${usual})`),
      one.choices.map((choice) => h('option', { value: choice }, choice.replace(/^"|"$/g, '')))));
  }
  const hint = usual ? `default: ${usual}` : `${one.type}${optional ? ', or nothing' : ''}`;
  if (/date$/i.test(one.type)) return h('label', {}, `${label} `, h('input', { name, type: 'date', required }), !required && h('span', { class: 'quiet' }, ` ${hint}`));
  if (/integer|decimal|double/.test(one.type)) return h('label', {}, `${label} `, h('input', { name, inputmode: 'decimal', placeholder: hint, required }));
  if (/string/.test(one.type)) return h('label', {}, `${label} `, h('input', { name, placeholder: hint, required }));
  const field = nameField(name, label, '');
  const input = field.querySelector('input');
  input.placeholder = hint;
  input.required = required;
  return field;
}

/** A saved query as a form. */
function savedForm(query, place) {
  const form = h('form', { class: 'filters', onsubmit: (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(event.target));
    history.replaceState(null, '', `/query?${new URLSearchParams({ name: query.name })}&${fields}`);
    fields.append('name', query.name);
    ask(place, fields, query.text, false);
  } }, query.parameters.map(parameterField), h('button', {}, 'Run'));
  return [h('h1', {}, query.name), query.description && h('p', {}, query.description), form,
    h('details', {}, h('summary', {}, 'The query'), h('pre', { class: 'code' }, coloured(query.text)),
      h('p', {}, h('a', { href: url('/query', { query: query.text }) }, 'Open in the editor'))), place];
}

function savedList(queries, open) {
  if (!queries.length) return null;
  return h('section', {}, h('h2', {}, 'Saved queries'), h('ul', { class: 'items' }, queries.map((query) => h('li', { class: 'item' },
    h('a', { href: url('/query', { name: query.name }), 'aria-current': query.name === open ? 'page' : null }, query.name),
    h('p', { class: 'quiet' }, query.description)))));
}

function saveForm(editor) {
  const said = h('span', { role: 'status' });
  return h('form', { class: 'filters', onsubmit: async (event) => {
    event.preventDefault();
    const fields = { ...Object.fromEntries(new FormData(event.target)), text: editor.text };
    try {
      await post('/edit/save', fields);
      said.textContent = `saved as ${fields.name}`;
    } catch (error) {
      said.textContent = error.message;
    }
  } }, h('label', {}, 'Save as ', h('input', { name: 'name', required: true, pattern: '[A-Za-z0-9_][A-Za-z0-9_.\\-]*' })),
  h('button', {}, 'Save'), said);
}

function editorParts(parameters, place, editable) {
  const run = () => {
    history.replaceState(null, '', url('/query', { query: editor.text }));
    ask(place, { query: editor.text }, editor.text, true);
  };
  const editor = new Editor(parameters.get('query') || FIRST, run);
  if (parameters.get('query')) run();
  return [h('h1', {}, 'SPARQL'), editor.element,
    h('p', { class: 'filters' }, h('button', { class: 'main', onclick: run }, 'Run'),
      h('span', { class: 'quiet', id: 'editor-help' }, 'Ctrl+Enter runs, Ctrl+Space completes. Programs ask at /sparql.')),
    editable && saveForm(editor), place].filter((part) => part);
}

/** A form whose values stand in the address is run at once. */
function runIfComplete(form, query, parameters) {
  for (const [name, value] of parameters) if (form.elements[name]) form.elements[name].value = value;
  const isMissing = query.parameters.some((one) => !one.default && !parameters.get(`p.${one.name}`));
  if (!isMissing && form.checkValidity()) form.requestSubmit();
}

export async function queryPage(parameters) {
  const [saved, about] = await Promise.all([get('saved'), get('start')]);
  const place = h('div', { class: 'answer-place' });
  const open = saved.queries.find((query) => query.name === parameters.get('name'));
  const left = open ? savedForm(open, place) : editorParts(parameters, place, about.editable);
  const form = open && left.find((part) => part.tagName === 'FORM');
  const page = h('div', { class: saved.queries.length ? 'two' : 'one' }, h('div', { class: 'text' }, left),
    saved.queries.length > 0 && h('aside', { class: 'panel' }, savedList(saved.queries, open && open.name)));
  page.shown = () => form && runIfComplete(form, open, parameters);
  return page;
}
