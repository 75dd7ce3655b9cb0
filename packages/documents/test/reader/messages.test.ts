import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readerFindings } from '../../src/messages/reader.js';
import { xdmFindings } from '../../src/messages/xdm.js';
import { documentsFindings } from '../../src/messages.js';

const source = join(import.meta.dirname, '../../src');

function written(folder: string): string {
  return readdirSync(join(source, folder))
    .map((name) => readFileSync(join(source, folder, name), 'utf8'))
    .join('\n');
}

test('every rule of the reader and of the narrative has its texts, and no text is left over', () => {
  const code = written('reader') + written('narrative');
  const rules = new Set(
    [...code.matchAll(/'(cda\.(?:reference|id|media|narrative)\.[a-zA-Z0-9]+)'/g)].map((match) => match[1]),
  );
  expect([...rules].sort()).toEqual(Object.keys(readerFindings).sort());
});

test('every rule of archives too', () => {
  const code = written('xdm');
  const literal = [...code.matchAll(/'(XDM-\d{3}\.[a-zA-Z]+)'/g)].map((match) => match[1] ?? '');
  const kinds = /export type ZipRefusal =([^;]*);/.exec(code)?.[1] ?? '';
  const refusals = [...kinds.matchAll(/'([a-z0-9]+)'/g)].map((match) => `XDM-010.${match[1]}`);
  const mandatory = ['missing', 'repeated', 'value'].map((kind) => `XDM-006.${kind}`);
  expect([...new Set([...literal, ...refusals, ...mandatory])].sort()).toEqual(Object.keys(xdmFindings).sort());
  for (const rule of Object.keys(xdmFindings)) expect(documentsFindings[rule]).toBeDefined();
});
