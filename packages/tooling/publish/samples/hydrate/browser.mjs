import { createElement, version } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App, makeClient, patientRef } from './app.mjs';

const found = [];
const say = (text) => found.push(text);
const told = console.error;
console.error = (...parts) => {
  say(parts.map(String).join(' ').slice(0, 300));
  told(...parts);
};
window.addEventListener('unhandledrejection', (event) => say(`rejected: ${event.reason}`));

const client = makeClient();
const onError = (fault) => say(`${fault.component}: ${fault.code}`);
const app = (row) => createElement(App, { client, onError, row });
const root = hydrateRoot(document.getElementById('root'), app(), {
  onRecoverableError: (error) => say(`hydration: ${error.message}`),
});

/** Hydrated, then filled by the gateway, then with a structured document in the viewer. */
async function run() {
  await new Promise((done) => setTimeout(done, 400));
  const { rows } = await client.dmp.search({ patientRef, query: { period: 'all' } });
  let shown = rows[0];
  for (const row of rows) {
    const { body } = await client.dmp.document.get({ patientRef, handle: row.handle });
    if (body.kind === 'n3') shown = row;
  }
  root.render(app(shown));
  await new Promise((done) => setTimeout(done, 800));
  const drawn = [...document.querySelectorAll('[data-sample]')].map((node) => node.getAttribute('data-sample'));
  const narrative = document.querySelector('.sc-narrative') !== null;
  window.outcome = { version, found, drawn, narrative, broken: document.querySelectorAll('.sc-broken').length };
}
run().catch((error) => {
  window.outcome = { version, found: [...found, String(error)], drawn: [], narrative: false, broken: 0 };
});
