import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.js';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import { folderLoader } from '../../src/node/folder-loader.js';
import { messageText } from '../../src/schema/flat-checks.js';
import type { RuleItem } from '../../src/schema/model.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { fragment, schemaText } from './schema.js';

/** What the ISO pipeline (iso_dsdl_include, then iso_abstract_expand) makes of schemas. */
function pipeline(files: readonly string[]): readonly unknown[] {
  const run = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'support/iso_expand.py')], {
    encoding: 'utf8',
    input: JSON.stringify(files),
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly unknown[];
}

/** The same of ours. */
function ours(root: string, name: string): unknown {
  return readSchema(name, folderLoader(root)).patterns.map(({ id, rules, lets }) => [
    id ?? null,
    rules.map((rule) => [plain(rule.context.text), rule.id ?? null, rule.role ?? null, items(rule.items)]),
    lets.map((each) => [each.name, plain(each.value?.text)]),
  ]);
}

function items(list: readonly RuleItem[]): readonly unknown[] {
  return list.flatMap((item) => {
    if (item.kind === 'extends') return items(item.body);
    if (item.kind === 'let') return [['let', item.name, plain(item.value?.text)]];
    const { kind, test, message, role, see, id, diagnostics, flag } = item;
    const others = [role, see, id, diagnostics.length === 0 ? undefined : diagnostics.join(' '), flag];
    return [[kind, plain(test.text), messageText(message), ...others.map((each) => each ?? null)]];
  });
}

function plain(text: string | undefined): string | null {
  return text === undefined ? null : text.replace(/[ \t\r\n]+/g, ' ').trim();
}

describeWithTool('isoSchematron', 'the ISO pipeline', () => {
  describeWithConformance('on the official schematrons', () => {
    it('expands all 63 as we do', () => {
      const root = conformanceFile('cda');
      const names = ['schematrons', 'schematrons/profils', 'schematrons/profils/structurationMinimale'].flatMap(
        (folder) =>
          readdirSync(join(root, folder))
            .filter((each) => each.endsWith('.sch'))
            .map((each) => `${folder}/${each}`),
      );
      expect(names).toHaveLength(63);
      const theirs = pipeline(names.map((each) => join(root, each)));
      for (const [at, name] of names.entries()) expect(ours(root, name), name).toEqual(theirs[at]);
    }, 180_000);
  });

  it('expands small schemas as we do: includes, parameters, abstract rules', () => {
    const text = fc
      .array(fc.constantFrom('$one', '$two', '$three', ' and ', 'x', '.', '$other', '$'), { maxLength: 5 })
      .map((each) => each.join(''));
    const check = fc
      .record({
        kind: fc.constantFrom('assert', 'report'),
        test: text,
        before: text,
        select: text,
        after: text,
        id: fc.boolean(),
      })
      .map(
        ({ kind, test, before, select, after, id }) =>
          `<${kind} test="t${test}"${id ? ` id="i${test.length}"` : ''}>${before} <value-of select="s${select}"/><emph>${after}</emph><name path="p${select}"/></${kind}>`,
      );
    const rule = fc
      .record({
        context: text,
        checks: fc.array(check, { maxLength: 3 }),
        uses: fc.subarray(['r1', 'r2']),
        let: fc.boolean(),
      })
      .map(
        ({ context, checks, uses, let: has }) =>
          `<rule context="c${context}">${has ? '<let name=" v" value="@x"/>' : ''}${uses.map((each) => `<extends rule="${each}"/>`).join('')}${checks.join('\n')}</rule>`,
      );
    const inside = fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules) => rules.join('\n'));
    const value = text.map((each) => each.replace(/\$/g, '').trim());
    const one = fc.record({
      abstract: inside,
      plain: inside,
      included: fc.record({ inside, folder: fc.constantFrom('', 'sub/') }),
      instances: fc.array(fc.record({ one: value, two: value, three: text }), { maxLength: 3 }),
      checks: fc.tuple(check, check),
    });
    const folder = mkdtempSync(join(tmpdir(), 'socle-iso-'));
    try {
      const cases = fc.sample(one, { numRuns: 150, seed: 4 });
      const files = cases.map(({ abstract, plain: own, included, instances, checks }, at) => {
        const path = `${at}/main.sch`;
        const make = (name: string, content: string) => {
          mkdirSync(dirname(join(folder, `${at}`, name)), { recursive: true });
          writeFileSync(join(folder, `${at}`, name), content);
        };
        make(
          `${included.folder}part.sch`,
          fragment(`<pattern id="part"><include href="rule.sch"/>${included.inside}</pattern>`),
        );
        const lib = included.folder === '' ? 'lib.sch' : '../lib.sch';
        make(`${included.folder}rule.sch`, fragment(`<rule context="inner"><include href="${lib}#k"/></rule>`));
        make(
          'lib.sch',
          fragment('<pattern><rule context="no"><assert id="k" test="lib">Lib</assert></rule></pattern>'),
        );
        const uses = instances.map(
          (each, rank) =>
            `<pattern id="use${rank}" is-a="abs">${Object.entries(each)
              .map(([name, put]) => `<param name="${name}" value="${put}"/>`)
              .join('')}</pattern>`,
        );
        const abstracts = checks.map(
          (each, rank) =>
            `<rule abstract="true" id="r${rank + 1}">${each}${rank === 0 ? '<extends rule="r2"/>' : ''}</rule>`,
        );
        make(
          'main.sch',
          schemaText(
            `<pattern id="abs" abstract="true">${abstract}</pattern>${uses.join('\n')}<include href="${included.folder}PART.sch"/>
             <pattern id="own">${own}</pattern><pattern id="lib">${abstracts.join('')}</pattern>`,
          ),
        );
        return path;
      });
      const theirs = pipeline(files.map((each) => join(folder, each)));
      for (const [at, name] of files.entries()) {
        expect(ours(join(folder, dirname(name)), basename(name)), name).toEqual(theirs[at]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
