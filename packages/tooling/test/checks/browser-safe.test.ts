import { describe, expect, it } from 'vitest';
import { checkBrowserEntries } from '../../src/checks/browser-safe.ts';
import { BROWSER_ENTRIES } from '../../src/floors.ts';
import { manifest, temporaryTree } from '../temporary-tree.ts';

const WIRE = BROWSER_ENTRIES['wire'];
/** Those of `wire`, whatever they are today. */
const wireEntries = typeof WIRE === 'string' || WIRE === undefined ? [] : WIRE;

function messages(sources: Readonly<Record<string, string>>): string[] {
  const tree = temporaryTree({
    'packages/core/package.json': manifest('core', ['.']),
    'packages/core/src/index.ts': 'export const x = 1;',
    'packages/wire/package.json': manifest('wire', ['.', ...wireEntries], ['core']),
    'packages/wire/src/index.ts': 'import "node:tls";',
    ...Object.fromEntries(
      wireEntries.map((entry) => [`packages/wire/src/${entry.slice(2)}.ts`, 'export const x = 1;']),
    ),
    ...sources,
  });
  return checkBrowserEntries(tree).map((problem) => problem.message);
}

describe('checkBrowserEntries', () => {
  it('looks only at the entries that a browser loads', () => {
    expect(messages({})).toEqual([]);
  });

  it('finds a Node built-in behind several files, and tells the way', () => {
    expect(
      messages({
        'packages/core/src/index.ts': 'export { a } from "./a.js";',
        'packages/core/src/a.ts': 'export const a = () => import("./b/index.js");',
        'packages/core/src/b/index.ts': 'import { createHash } from "crypto";',
      }),
    ).toEqual([
      'crypto is a Node built-in, reached from a browser entry ' +
        '(packages/core/src/index.ts → packages/core/src/a.ts → packages/core/src/b/index.ts)',
    ]);
  });

  it('lets a type of a built-in pass: nothing is left of it', () => {
    expect(
      messages({
        'packages/core/src/index.ts':
          'import type { Server } from "node:http"; import { type Agent } from "node:https";',
      }),
    ).toEqual([]);
  });

  it('finds an entry of our own that promises nothing, a library that is not known, and a Node global', () => {
    expect(
      messages({
        'packages/wire/src/xml.ts':
          'import "@socle-sante/wire";\nimport "undici";\nimport "saxes";\nconst b = Buffer.from("");',
      }),
    ).toEqual([
      '@socle-sante/wire is not a browser entry, and is reached from one (packages/wire/src/xml.ts)',
      'undici is not a library known to run in a browser (packages/wire/src/xml.ts)',
      'the Node global Buffer is reached from a browser entry (packages/wire/src/xml.ts)',
    ]);
  });

  it('does not take a property or a local name for a Node global', () => {
    expect(
      messages({
        'packages/core/src/index.ts':
          'interface P { process: string }\nexport const f = (process: P) => process.process;\nexport const g = { global: 1 }.global;',
      }),
    ).toEqual([]);
  });
});
