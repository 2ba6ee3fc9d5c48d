// SPDX-License-Identifier: Apache-2.0
// A question in plain English: how it was understood, the answers with their sentences, what is denied
// or planned apart, and the query behind them.
import { h, get, url, plural } from '/page/dom.js';
import { entity, source } from '/page/facts.js';

/** A sentence that begins as questions do, or ends so; words to look for are neither. */
export const isQuestion = (text) => /\S\s+\S+.*\?\s*$/.test(text) ||
  /^\s*(who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have|had)\s+\S+\s+\S+/i.test(text);

const place = (one) => source({ ...one, sentence: one.source, speaker: null, headline: one.headline || one.document.replace('urn:dossier:document:', '') });

const answerCard = (one) => h('li', { class: 'card' },
  h('p', one.value === one.sentence ? {} : { class: 'statement' }, one.iri && one.value !== one.sentence ? entity({ iri: one.iri, label: one.value, kind: 'concept' }) : h(one.value === one.sentence ? 'span' : 'b', {}, one.value), ' ',
    one.said && h('span', { class: 'tag mode' }, one.said), ' ',
    one.confidence !== null && h('span', { class: 'tag' }, `${Math.round(one.confidence * 100)} %`)),
  h('p', { class: 'evidence' }, one.value !== one.sentence && [h('q', { class: 'said' }, one.sentence), ' '], place(one)));

const part = (title, answers) => answers.length > 0 &&
  h('section', {}, h('h2', {}, title), h('ul', { class: 'cards' }, answers.map(answerCard)));

/** Which of several things of one name is meant is chosen, never guessed. */
const choice = (parameters, one) => h('section', {}, h('h2', {}, `Which “${one.name}”?`),
  h('ul', { class: 'names' }, one.candidates.map((candidate) => h('li', {},
    h('a', { href: url('/ask', { ...Object.fromEntries(parameters), [`choice.${one.name}`]: candidate.iri }) }, candidate.label)))));

/** "When?", "And Oslo?": what is left out is taken from this question. */
const goOn = (context) => h('form', { class: 'filters', action: '/ask' },
  h('input', { type: 'hidden', name: 'before', value: JSON.stringify(context) }),
  h('label', {}, 'Ask on ', h('input', { name: 'q', required: true, placeholder: 'When? Who else? What about …?' })), ' ',
  h('button', {}, 'Ask'));

export async function askPage(parameters) {
  const question = parameters.get('q') || '';
  const data = await get('ask', Object.fromEntries(parameters));
  const none = data.answers.length === 0;
  return [
    h('h1', {}, question),
    data.in_full && h('p', { class: 'quiet' }, `In full: ${data.in_full}`),
    data.unclear && h('p', { class: 'note' }, `No question before tells what “${data.unclear}” means; write it in full.`),
    h('p', { class: 'quiet' }, data.understood ? `Understood as: ${data.understood}` : data.unclear ? 'Not looked for.' : 'The question was not understood.',
      data.step && ` · answered by ${data.step}`, ' · ',
      h('a', { href: url('/ask.json', Object.fromEntries(parameters)) }, 'JSON'), ' ',
      h('a', { href: url('/ask.csv', Object.fromEntries(parameters)) }, 'CSV')),
    data.unread.length > 0 && h('p', { class: 'note' }, `Words without a reading: ${data.unread.join(', ')}`),
    data.ambiguous.map((one) => choice(parameters, one)),
    part(plural(data.answers.length, 'answer'), data.answers),
    none && data.ambiguous.length === 0 && !data.unclear && h('p', {}, 'No fact answers this.'),
    part('Denied', data.denied), part('Planned', data.planned), part('Alleged', data.alleged),
    data.text.length > 0 && h('section', {}, h('h2', {}, 'Text, not facts'), h('ul', { class: 'cards' },
      data.text.map((one) => h('li', { class: 'card' }, h('p', {}, one.sentence), h('p', { class: 'evidence' }, place(one)))))),
    data.context.question && goOn(data.context),
    data.sparql && h('p', {}, h('a', { href: url('/query', { query: data.sparql }) }, 'Open the query in the editor')),
  ].flat().filter((one) => one);
}
