import { join } from 'node:path';
import {
  type Pack,
  type RuleFault,
  type SchemaLoader,
  validate,
  type XDocument,
} from '../../../schematron/src/index.js';
import { folderLoader } from '../../../schematron/src/node/folder-loader.js';
import { openPack } from '../../../schematron/src/node.js';
import { conformanceFile } from '../../../tooling/src/conformance.js';
import type { JudgeFinding } from '../../../tooling/src/judge.js';
import { GENERIC_RULES, KIT_DEVIATIONS, kitLoader, OFFICIAL_MODELS } from '../../src/official.js';

/** A finding of an official rule, as both engines tell it. */
export type Told = Omit<JudgeFinding, 'id'>;

/** What our engine says of one document and one pack. */
export interface OurVerdict {
  readonly findings: readonly Told[];
  /** Where a rule stopped: the reference engine says nothing more of the document then. */
  readonly faults: readonly RuleFault[];
}

/** Every pack of the kit, as paths under `schematrons/`. */
export const ALL_PACKS: readonly string[] = [
  ...GENERIC_RULES.map(({ file }) => file),
  ...OFFICIAL_MODELS.flatMap(({ versions }) => versions.map(({ file }) => file)),
];

/** The packs of the kit, compiled here at the first use. */
export class Packs {
  readonly #open = new Map<string, Promise<{ readonly pack: Pack; readonly loader: SchemaLoader }>>();

  constructor(private readonly cache: string) {}

  /** @param whole with the context of each rule: recorded verdicts do not have it */
  async verdict(file: string, document: XDocument, whole = true): Promise<OurVerdict> {
    const opening = this.#open.get(file) ?? this.#make(file);
    this.#open.set(file, opening);
    const { pack, loader } = await opening;
    const { findings, faults, firings, fired } = validate(document, pack, { loader, keepFirings: whole });
    const ran = [...fired.keys()];
    const rules = new Map(
      firings.flatMap((firing) =>
        firing.findings.map(
          (each) => [each, pack.pattern(firing.pattern).rules()[firing.rule]?.context ?? ''] as const,
        ),
      ),
    );
    return {
      faults: faults.filter(({ recovered }) => recovered !== true),
      findings: findings.map((each) => ({
        kind: each.kind,
        role: each.role ?? '',
        location: each.location,
        text: each.text,
        pattern: ran.indexOf(each.pattern),
        context: (rules.get(each) ?? '').replace(/\s+/g, ' ').trim(),
        test: each.test,
      })),
    };
  }

  async #make(file: string): Promise<{ readonly pack: Pack; readonly loader: SchemaLoader }> {
    const root = conformanceFile('cda');
    const path = join(root, 'schematrons', file);
    const { pack } = await openPack(path, { root, cache: this.cache, deviations: KIT_DEVIATIONS });
    return { pack, loader: kitLoader(folderLoader(root)) };
  }
}

/** The order of attributes in this message depends on the engine (README of the official files). */
export function settled(text: string): string {
  return text.includes('Found:') ? text.replace(/Found:.*$/s, 'Found:') : text;
}

/** The reference writes tests as attribute value templates: `{4,14}` of a regular expression is then the sequence `4 14`. */
export function asTemplate(test: string): string {
  return test.replace(/\{(\d+(?:,\d+)?)\}/g, (_whole, numbers: string) => numbers.replace(',', ' '));
}

/** What one side says and the other does not: `+` ours alone, `-` theirs alone. */
export function difference(ours: readonly string[], theirs: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of theirs) left.set(each, (left.get(each) ?? 0) + 1);
  const out: string[] = [];
  for (const each of ours) {
    const count = left.get(each) ?? 0;
    if (count === 0) out.push(`+ ${each}`);
    else left.set(each, count - 1);
  }
  for (const [each, count] of left) for (let index = 0; index < count; index += 1) out.push(`- ${each}`);
  return out;
}
