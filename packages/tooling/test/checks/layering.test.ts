import { describe, expect, it } from 'vitest';
import { findCycle } from '../../src/checks/cycle.ts';
import { checkLayering } from '../../src/checks/layering.ts';
import { manifest, temporaryTree } from '../temporary-tree.ts';

const core = {
  'packages/core/package.json': manifest('core', ['.', './matricule']),
  'packages/core/src/index.ts': 'export { check } from "./matricule.js";',
  'packages/core/src/matricule.ts': 'export const check = 1;',
};

function messages(files: Readonly<Record<string, unknown>>): string[] {
  return checkLayering(temporaryTree({ ...core, ...files })).map((problem) => problem.message);
}

describe('checkLayering', () => {
  it('lets imports go down, by entries and by declared names', () => {
    expect(
      messages({
        'packages/wire/package.json': manifest('wire', ['.'], ['core', 'ky']),
        'packages/wire/src/index.ts':
          'import ky from "ky"; import { readFile } from "node:fs"; import { check } from "@socle-sante/core/matricule";',
        'packages/gateway/package.json': manifest('gateway', ['.'], ['sandbox', 'core']),
        'packages/gateway/src/index.ts': 'import { lookup } from "@socle-sante/sandbox"; import "@socle-sante/core";',
        'packages/sandbox/package.json': manifest('sandbox', ['.'], ['core']),
        'packages/sandbox/src/index.ts': 'export { check as lookup } from "@socle-sante/core";',
      }),
    ).toEqual([]);
  });

  it('refuses an import that goes up, even of a type', () => {
    expect(
      messages({
        'packages/wire/package.json': manifest('wire', ['.'], ['core']),
        'packages/wire/src/index.ts': 'export const x = 1;',
        'packages/core/package.json': manifest('core', ['.', './matricule']),
        'packages/core/src/index.ts': 'import type { x } from "@socle-sante/wire";',
      }),
    ).toContain('core may not import wire: imports only go down');
  });

  it('refuses a dependency that goes up, though nothing imports it yet', () => {
    expect(messages({ 'packages/core/package.json': manifest('core', ['.', './matricule'], ['wire']) })).toContain(
      'core may not import wire: imports only go down',
    );
  });

  it('refuses a service that imports a service', () => {
    expect(
      messages({
        'packages/ins/package.json': manifest('ins', ['.']),
        'packages/ins/src/index.ts': 'export const x = 1;',
        'packages/dmp/package.json': manifest('dmp', ['.'], ['ins']),
        'packages/dmp/src/client.ts': 'const lazy = () => import("@socle-sante/ins");',
      }),
    ).toContain('dmp is a service and may not import another service, ins');
  });

  it('refuses a simulator that imports a client', () => {
    expect(
      messages({
        'packages/ins/package.json': manifest('ins', ['.']),
        'packages/sandbox/package.json': manifest('sandbox', ['.'], ['ins']),
        'packages/sandbox/src/index.ts': 'export { x } from "@socle-sante/ins";',
      }),
    ).toContain('sandbox may import only core, nomenclatures, wire, schematron, not ins');
  });

  it('refuses what is not an entry, what leaves the package, what is not declared, and a detour by its own name', () => {
    const found = messages({
      'packages/wire/package.json': manifest('wire', ['.'], ['core']),
      'packages/wire/src/index.ts': [
        'import "@socle-sante/core/src/matricule.js";',
        'import "../../core/src/matricule.js";',
        'import "undici";',
        'import "@socle-sante/wire/xml";',
        'import "@socle-sante/unknown";',
      ].join('\n'),
    });
    expect(found).toEqual([
      'core has no entry ./src/matricule.js: import one that its package.json exports',
      '../../core/src/matricule.js leaves the package: import by the name of the other package',
      'undici is imported and is not in the dependencies of @socle-sante/wire',
      'wire has no entry ./xml: import one that its package.json exports',
      '@socle-sante/unknown is not a package of this repository',
    ]);
  });

  it('refuses a package without a floor', () => {
    expect(messages({ 'packages/newcomer/package.json': manifest('newcomer') })).toEqual([
      'newcomer has no floor: give it one in packages/tooling/src/floors.ts',
    ]);
  });

  it('says where', () => {
    const tree = temporaryTree({
      ...core,
      'packages/wire/package.json': manifest('wire', ['.'], ['core']),
      'packages/wire/src/index.ts': '// first line\nimport "undici";',
    });
    expect(checkLayering(tree)).toMatchObject([{ file: 'packages/wire/src/index.ts', line: 2 }]);
  });
});

describe('findCycle', () => {
  const graph = (edges: Record<string, string[]>) =>
    new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

  it('names the packages of a cycle in order', () => {
    expect(findCycle(graph({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
  });

  it('does not take two ways to the same package for a cycle', () => {
    expect(findCycle(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toBeUndefined();
  });
});
