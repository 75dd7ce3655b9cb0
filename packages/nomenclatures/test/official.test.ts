import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import { everyList } from './lists.js';

const FOLDER = 'cda/jeuxDeValeurs';
const SOURCE = 'ansforge/TestContenuCDA-3-0';

/** A list of the official folder: IHE SVS, one Concept element a row. */
interface Official {
  readonly oid: string;
  readonly version: string;
  readonly rows: readonly string[];
}

function officialList(id: string): Official | undefined {
  const file = readdirSync(conformanceFile(FOLDER)).find((name) => name.startsWith(`${id}_`));
  if (file === undefined) return undefined;
  const xml = readFileSync(conformanceFile(`${FOLDER}/${file}`), 'utf8');
  const [valueSet = ''] = /<ValueSet [^>]*>/.exec(xml) ?? [];
  return {
    oid: attribute(valueSet, 'id'),
    version: attribute(valueSet, 'dateMaj').slice(0, 8),
    rows: [...xml.matchAll(/<Concept\s[^>]*>/g)].map(([concept]) =>
      ['code', 'codeSystem', 'displayName'].map((name) => attribute(concept, name)).join('|'),
    ),
  };
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

describeWithConformance('lists against the official files', () => {
  it('has every code, system and label of the lists that it says to have read there, and no other', async () => {
    const sets = [...(await everyList()).values()].filter((set) => set.source.includes(SOURCE));
    expect(sets.length).toBeGreaterThanOrEqual(15);
    for (const set of sets) {
      const official = officialList(set.id);
      expect(official, set.id).toMatchObject({ oid: set.oid, version: set.version });
      expect(
        set.concepts.map((concept) => `${concept.code}|${concept.system}|${concept.label}`),
        set.id,
      ).toEqual(official?.rows);
    }
  });

  it('counts what the sheets count', async () => {
    const lists = await everyList();
    const counts = Object.fromEntries([...lists].map(([id, set]) => [id, set.concepts.length]));
    expect(counts).toMatchObject({
      JDV_J01: 396,
      JDV_J02: 69,
      JDV_J04: 12,
      JDV_J07: 114,
      JDV_J08: 6,
      JDV_J11: 37,
      JDV_J47: 10,
      JDV_J65: 399,
    });
  });

  it('gives the types of the DMP the labels that the CI-SIS gives them', async () => {
    const lists = await everyList();
    const cisis = new Map(lists.get('JDV_J07')?.concepts.map((concept) => [concept.code, concept]));
    for (const concept of lists.get('JDV_J66')?.concepts ?? []) expect(concept).toEqual(cisis.get(concept.code));
  });
});
