import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { conformanceFile } from '../conformance.ts';
import { GENERIC_PACKS } from '../judge.ts';

/** The five kinds of packs of the official folder. */
export const KINDS = ['header', 'IHE', 'ModelesDeContenus', 'ANS', 'model'] as const;
export type Kind = (typeof KINDS)[number];

/** A schematron of the folder. */
export interface Subject {
  /** Its file name. */
  readonly id: string;
  readonly kind: Kind;
  /** Its path under the folder. */
  readonly path: string;
}

/** A document of the folder, and the packs that it gets. */
export interface Sample {
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  readonly packs: readonly string[];
}

interface Recorded {
  readonly file: string;
  readonly findings: Readonly<Record<string, unknown>>;
}

export const officialRoot = (): string => conformanceFile('cda');

/** Every example with the packs that its recorded verdict names, from the smallest to the largest. */
export function samples(): Sample[] {
  const recorded: Recorded[] = JSON.parse(readFileSync(conformanceFile('cda/expected/examples.json'), 'utf8'));
  const known = new Map(recorded.map(({ file, findings }) => [file.normalize('NFC'), Object.keys(findings)]));
  const generic = GENERIC_PACKS.map((pack) => basename(pack));
  return readdirSync(conformanceFile('cda/ExemplesCDA'))
    .map((id) => {
      const path = conformanceFile(`cda/ExemplesCDA/${id}`);
      const own = (known.get(id.normalize('NFC')) ?? []).filter(
        (name) => !generic.includes(name) && existsSync(conformanceFile(`cda/schematrons/${name}`)),
      );
      return { id, path, bytes: statSync(path).size, packs: [...generic, ...own] };
    })
    .sort((a, b) => a.bytes - b.bytes);
}

/** The generic packs, and those of the models that the documents follow. */
export function subjects(documents: readonly Sample[]): Subject[] {
  const generic = GENERIC_PACKS.map((path, index) => ({
    id: basename(path),
    kind: KINDS[index] ?? 'model',
    path: join(officialRoot(), path),
  }));
  const own = new Set(documents.flatMap(({ packs }) => packs).filter((id) => !generic.some((each) => each.id === id)));
  return [
    ...generic,
    ...[...own].map((id) => ({ id, kind: 'model' as const, path: join(officialRoot(), 'schematrons', id) })),
  ];
}

/** An example cut so that its sections can be repeated: what is before, the components of its body, what is after. */
export interface Parts {
  readonly head: string;
  readonly unit: string;
  readonly tail: string;
}

/** The example with the largest structured body under 100 kB. */
export function growingParts(documents: readonly Sample[]): Parts & { readonly id: string } {
  for (const { id, path } of documents.filter(({ bytes }) => bytes < 100_000).reverse()) {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    const open = /<structuredBody\b[^>]*>/.exec(text);
    const end = text.lastIndexOf('</structuredBody>');
    if (open === null || end < 0) continue;
    const from = open.index + open[0].length;
    return { id, head: text.slice(0, from), unit: text.slice(from, end), tail: text.slice(end) };
  }
  throw new Error('no official example has a structured body');
}
