import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { VITAL_SIGNS } from '../../src/models/vital-signs.ts';

describeWithConformance('the vital signs', () => {
  it('are those of the official list, with its labels', () => {
    const list = readFileSync(conformanceFile('cda/jeuxDeValeurs/JDV_SignesVitaux_CISIS.xml'), 'utf8');
    const attribute = (concept: string, name: string): string =>
      (new RegExp(`${name}="([^"]*)"`).exec(concept)?.[1] ?? '').replace('&apos;', "'");
    const official = [...list.matchAll(/<Concept\s[^>]*>/g)].map(([concept]) => [
      attribute(concept, 'code'),
      attribute(concept, 'displayName'),
    ]);
    const ours = Object.entries(VITAL_SIGNS).map(([code, { label }]) => [code, label]);
    expect(ours.sort()).toEqual(official.sort());
  });
});
