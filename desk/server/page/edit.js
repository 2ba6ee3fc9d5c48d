// SPDX-License-Identifier: Apache-2.0
// Names as they are typed, and corrections of entities where the server allows them.
import { h, get, post, url } from '/page/dom.js';
import { entity } from '/page/facts.js';

let fields = 0;

/** A field for a name, which proposes names while one types. What is sent is the IRI or the name. */
export function nameField(name, label, value) {
  const list = `names-${++fields}`;
  const options = h('datalist', { id: list });
  const input = h('input', { name, value: value || '', list, autocomplete: 'off', required: true });
  let asked = '';
  input.addEventListener('input', async () => {
    asked = input.value;
    if (asked.length < 2) return;
    const data = await get('entities', { q: asked, most: 12, concepts: 1 }).catch(() => null);
    if (!data || asked !== input.value) return;
    options.replaceChildren(...data.entities.map((one) => h('option', { value: one.label }, one.kind)));
  });
  return h('label', {}, `${label} `, input, options);
}

const status = () => h('p', { class: 'quiet', role: 'status' });

function action(title, path, fixed, fields, button) {
  const said = status();
  return h('form', {
    class: 'filters',
    onsubmit: async (event) => {
      event.preventDefault();
      const values = { ...fixed, ...Object.fromEntries(new FormData(event.target)) };
      said.textContent = 'Working …';
      try {
        const made = await post(path, values);
        location.assign(url('/entity', { id: made.entity || fixed.kept || fixed.entity || fixed.back }));
      } catch (error) {
        said.textContent = error.message;
        said.className = 'problem';
      }
    },
  }, h('strong', {}, title), fields, h('button', {}, button), said);
}

const words = {
  merge: (one) => ['merged ', entity(one.other), ' into ', entity(one.entity)],
  split: (one) => ['split ', one.name ? `“${one.name}” ` : '', 'from ', entity(one.entity), ' as ', entity(one.other)],
  rename: (one) => ['called ', entity(one.entity), ` “${one.name}”`],
  reject: (one) => ['rejected a fact of “', one.text, '”'],
  decline: (one) => ['declined a proposal about ', entity(one.entity), one.other ? ' and ' : '', entity(one.other)],
};

/** What somebody decided, in words. */
export const described = (decision) => words[decision.what](decision);

/** A button that takes a fact out. What was read remains in the decision, which can be undone. */
export function rejectButton(fact) {
  const said = h('span', { role: 'status' });
  const button = h('button', {
    type: 'button', class: 'small', 'aria-label': `Reject: ${fact.subject.label} ${fact.predicate.label} ${fact.object.label}`,
    onclick: async () => {
      try {
        await post('/edit/reject', { fact: fact.fact });
        button.remove();
        said.replaceChildren('Rejected. ', h('a', { href: '/review#decided' }, 'Take it back'));
      } catch (error) {
        said.textContent = error.message;
        said.className = 'problem';
      }
    },
  }, 'Reject');
  return h('p', {}, button, said);
}

/** Everything here can be undone. */
export function corrections(data) {
  const id = data.entity.iri;
  const names = [...new Set([data.entity.label, ...data.names])];
  return h('details', { class: 'corrections' }, h('summary', {}, 'Correct'),
    action('Merge', '/edit/merge', { kept: id }, nameField('gone', 'with', ''), 'Make them one'),
    names.length > 1 && action('Split', '/edit/split', { entity: id },
      h('label', {}, 'the name ', h('select', { name: 'name' }, names.map((one) => h('option', {}, one)))), 'Make it another'),
    action('Rename', '/edit/rename', { entity: id },
      h('label', {}, 'it is called ', h('input', { name: 'name', required: true, value: data.entity.label })), 'Call it so'),
    data.documents.length > 1 && action('Split', '/edit/split', { entity: id },
      h('label', {}, 'what it is in ', h('select', { name: 'document' }, data.documents.map((one) =>
        h('option', { value: one.iri }, one.headline || one.iri)))), 'Make it another'),
    data.decisions.map((decision) => h('div', {}, h('p', {}, described(decision), ` on ${decision.date.slice(0, 10)}`),
      action('', '/edit/undo', { number: decision.number, back: id }, [], 'Undo'))));
}
