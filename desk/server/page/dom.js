// SPDX-License-Identifier: Apache-2.0
// Elements and data. Everything from documents becomes text nodes here, never markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

export const h = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** "/facts?status=denied": parameters without value are left out. */
export function url(path, parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters || {})) {
    if (value !== null && value !== undefined && value !== '') search.append(name, value);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function answer(response) {
  let data = null;
  try {
    data = await response.json();
  } catch (error) {
    throw new Error(`the server answered with status ${response.status}`);
  }
  if (!response.ok) throw new Error(data.error || `status ${response.status}`);
  return data;
}

/** The JSON of a view. */
export const get = async (view, parameters) => answer(await fetch(url(`/${view}.json`, parameters)));

/** A form sent by POST, for what is long or changes something. */
export const post = async (path, fields) =>
  answer(await fetch(path, { method: 'POST', body: new URLSearchParams(fields) }));

/** Parts of a text by code points, as documents count. */
export class Points {
  constructor(text) {
    this.points = Array.from(text);
  }
  slice(begin, end) {
    return this.points.slice(begin, end).join('');
  }
  get length() {
    return this.points.length;
  }
}

export const plural = (count, word, words) =>
  `${count.toLocaleString('en')} ${count === 1 ? word : words || word + 's'}`;

/** What may be wider than the window: it scrolls, by keys as well. */
export const scroll = (label, ...children) =>
  h('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': label }, children);

/** An element that is filled when a promise is kept, and says why when it is not. */
export function later(promise, make) {
  const place = h('div', { 'aria-busy': 'true' }, h('p', { class: 'quiet' }, 'Loading …'));
  promise
    .then((data) => place.replaceChildren(...[make(data)].flat()))
    .catch((error) => place.replaceChildren(problem(error)))
    .finally(() => place.removeAttribute('aria-busy'));
  return place;
}

export const problem = (error) => h('p', { class: 'problem', role: 'alert' }, error.message);
