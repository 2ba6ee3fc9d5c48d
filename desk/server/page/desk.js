// SPDX-License-Identifier: Apache-2.0
// Every page: the head, and the view that the address names.
import { h, problem } from '/page/dom.js';
import { startPage, searchPage, documentsPage } from '/page/lists.js';
import { documentPage } from '/page/document.js';
import { entitiesPage, entityPage } from '/page/entity.js';
import { factsPage } from '/page/table.js';
import { graphPage } from '/page/graph.js';
import { timelinePage, conflictsPage, whyPage } from '/page/times.js';
import { queryPage } from '/page/query.js';
import { askPage } from '/page/ask.js';
import { reviewPage } from '/page/review.js';

const pages = {
  '/': startPage,
  '/start': startPage,
  '/search': searchPage,
  '/ask': askPage,
  '/documents': documentsPage,
  '/document': documentPage,
  '/entities': entitiesPage,
  '/entity': entityPage,
  '/facts': factsPage,
  '/why': whyPage,
  '/graph': graphPage,
  '/path': graphPage,
  '/timeline': timelinePage,
  '/conflicts': conflictsPage,
  '/review': reviewPage,
  '/query': queryPage,
  '/saved': queryPage,
};

function markCurrent() {
  for (const link of document.querySelectorAll('nav a')) {
    const here = new URL(link.href).pathname === location.pathname;
    if (here) link.setAttribute('aria-current', 'page');
  }
}

function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    const writes = event.target.closest('input, textarea, select');
    if (event.key === '/' && !writes && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.getElementById('q').focus();
    }
  });
  const menu = document.getElementById('menu');
  menu.addEventListener('click', () => {
    const open = menu.getAttribute('aria-expanded') !== 'true';
    menu.setAttribute('aria-expanded', String(open));
  });
}

async function show() {
  const main = document.getElementById('main');
  const parameters = new URLSearchParams(location.search);
  document.getElementById('q').value = ['/search', '/ask'].includes(location.pathname) ? parameters.get('q') || '' : '';
  const page = pages[location.pathname];
  try {
    const parts = [await page(parameters)].flat();
    main.replaceChildren(...parts);
    for (const part of parts) if (part.shown) part.shown();
    const heading = main.querySelector('h1');
    if (heading) document.title = `${heading.textContent} – Dossier`;
  } catch (error) {
    main.replaceChildren(h('h1', {}, 'This did not work'), problem(error));
  }
  main.dataset.ready = 'yes';
}

markCurrent();
listenToKeys();
show();
