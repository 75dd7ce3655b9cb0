import { writeFileSync } from 'node:fs';
import { createElement, version } from 'react';
import { renderToString } from 'react-dom/server';
import { App, makeClient, names } from './app.mjs';

const html = renderToString(createElement(App, { client: makeClient() }));
// In a file: what React says on a server goes to the output.
writeFileSync(new URL('server.json', import.meta.url), JSON.stringify({ version, names, html }));
