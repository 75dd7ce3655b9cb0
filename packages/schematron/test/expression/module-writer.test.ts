import { describe, expect, it } from 'vitest';
import { ModuleWriter } from '../../src/compile/module-writer.js';
import { runtime } from '../../src/runtime/index.js';
import { loadModule } from '../support/evaluate.js';

const PLACE = { file: 0, line: 3, column: 5 };

describe('ModuleWriter', () => {
  it('gives one name to what is defined twice', () => {
    const writer = new ModuleWriter();
    const first = writer.define({ hint: 'test', params: ['n', 'c'], body: 'return n === c;' });
    expect(writer.define({ hint: 'other', params: ['n', 'c'], body: 'return n === c;' })).toBe(first);
    expect(writer.define({ hint: 'test', params: ['n', 'c'], body: 'return n !== c;' })).not.toBe(first);
    expect(writer.constant('[1]')).toBe(writer.constant('[1]'));
    expect(writer.name('urn:a', 'b')).toBe(writer.name('urn:a', 'b'));
    expect(writer.name('urn:a', 'b')).not.toBe(writer.name('', 'b'));
  });

  it('never gives a name that JavaScript or generated code uses', () => {
    const writer = new ModuleWriter();
    const ids = ['x1', 'n', 'class', 'été', '9a', 'a-b', ''].map((hint, rank) =>
      writer.define({ hint, params: ['c'], body: `return ${rank};` }),
    );
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_$][\w$]+$/);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).not.toMatch(/^(?:[a-z]\d*|class)$/);
  });

  it('finds what a definition uses in its code, not in its strings', () => {
    const writer = new ModuleWriter();
    const name = writer.name('', 'id');
    const inner = writer.define({ hint: 'inner', params: ['n', 'c'], body: 'return n;' });
    const outer = writer.define({
      hint: 'outer',
      params: ['n', 'c'],
      body: `return c.${inner} === "${name}" || ${inner}(n, c);`,
    });
    expect([...(writer.definition(outer)?.uses ?? [])]).toEqual([inner]);
  });

  it('renders what is asked for and what that needs, and nothing else', () => {
    const writer = new ModuleWriter();
    const used = writer.define({ hint: 'used', params: ['c'], body: 'return 1;' });
    const unused = writer.define({ hint: 'unused', params: ['c'], body: 'return 2;' });
    const root = writer.define({ hint: 'root', params: ['c'], body: `return ${used}(c);` });
    const { text, definitions } = writer.render({ exports: [root] });
    expect([...definitions].sort()).toEqual([root, used].sort());
    expect(text).not.toContain(unused);
  });

  it('reads what a common module holds', async () => {
    const writer = new ModuleWriter();
    const shared = writer.define({ hint: 'shared', params: ['c'], body: 'return [c];', memo: 'run' });
    const root = writer.define({ hint: 'root', params: ['c'], body: `return ${shared}(c);` });
    const common = writer.render({ exports: [shared] });
    const chunk = writer.render({ exports: [root], common: common.definitions });
    expect([...chunk.imports]).toEqual([shared]);
    const base = (await loadModule(common.text)).create(runtime, {});
    const own = (await loadModule(chunk.text)).create(runtime, base);
    const call = own[root] as (c: object) => unknown;
    const run = {};
    expect(call(run)).toBe(call(run));
    (base['reset'] as () => void)();
    expect(call(run)).toEqual([run]);
  });

  it('remembers the last answer only, and forgets it when it is reset', async () => {
    const writer = new ModuleWriter();
    const id = writer.define({ hint: 'seen', params: ['n', 'c'], body: 'c.count += 1;\nreturn n;', memo: 'item' });
    const module = (await loadModule(writer.render({ exports: [id] }).text)).create(runtime, {});
    const seen = module[id] as (n: object, c: { count: number }) => unknown;
    const [a, b, c] = [{}, {}, { count: 0 }];
    for (const node of [a, a, b, b, a]) expect(seen(node, c)).toBe(node);
    expect(c.count).toBe(3);
    (module['reset'] as () => void)();
    seen(a, c);
    expect(c.count).toBe(4);
  });

  it('keeps no answer of a function that threw', async () => {
    const writer = new ModuleWriter();
    const body = 'c.count += 1;\nif (c.count === 1) throw new Error("once");\nreturn c.count;';
    const id = writer.define({ hint: 'fails', params: ['n', 'c'], body, memo: 'item' });
    const module = (await loadModule(writer.render({ exports: [id] }).text)).create(runtime, {});
    const fails = module[id] as (n: object, c: { count: number }) => number;
    const [node, run] = [{}, { count: 0 }];
    expect(() => fails(node, run)).toThrow('once');
    expect(fails(node, run)).toBe(2);
    expect(fails(node, run)).toBe(2);
  });

  it('says where lines come from', () => {
    const writer = new ModuleWriter();
    const body = ['first();', { text: 'second();', place: { ...PLACE, line: 9 } }];
    const id = writer.define({ hint: 'rule', params: ['n', 'c'], body, place: PLACE, comment: 'a */ b' });
    const { text, mappings } = writer.render({ exports: [id] });
    const lines = text.split('\n');
    const at = (line: number) => mappings.filter((each) => each.line <= line).at(-1)?.place?.line;
    expect(at(lines.findIndex((line) => line.includes('first()')) + 1)).toBe(3);
    expect(at(lines.findIndex((line) => line.includes('second()')) + 1)).toBe(9);
    expect(at(lines.length)).toBeUndefined();
    expect(text).toContain('/* a * / b */');
  });

  it('defines functions that call themselves', async () => {
    const writer = new ModuleWriter();
    const id = writer.reserve('down');
    writer.define({ id, hint: id, params: ['n', 'c'], body: `return n === 0 ? "end" : ${id}(n - 1, c);` });
    const module = (await loadModule(writer.render({ exports: [id] }).text)).create(runtime, {});
    expect((module[id] as (n: number, c: object) => string)(3, {})).toBe('end');
  });
});
