import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import {
  fromCdaId,
  fromFhirIdentifier,
  fromHl7v2Cx,
  fromXdsCx,
  INS_OIDS,
  parseInsIdentifier,
  toCdaId,
  toFhirIdentifier,
  toHl7v2Cx,
  toXdsCx,
} from '../src/ins-identifier.js';
import { parseDateLunaire } from '../src/lunar-date.js';
import { computeMatriculeKey, validateMatricule } from '../src/matricule.js';
import { compareMatriculeWithTraits, type Sexe, validateTraits } from '../src/traits.js';

interface Person {
  readonly nomNaissance: string;
  readonly listePrenom: string | null;
  readonly sexe: Sexe;
  readonly dateNaissance: string;
  readonly lieuNaissance?: string | null;
  readonly matricule: string | null;
  readonly cle: string | null;
  readonly cleValide?: boolean | null;
  readonly cleCalculee?: string | null;
  readonly oid?: string | null;
  readonly chiffreSexeConcorde?: boolean;
  readonly historique?: readonly { readonly matricule: string; readonly cle: string; readonly cleCalculee: string }[];
}

describeWithConformance('official test identities', () => {
  const file = JSON.parse(readFileSync(conformanceFile('insi/personas.json'), 'utf8')) as {
    insi: Person[];
    dmp: Person[];
  };
  const everyone = [...file.insi, ...file.dmp];
  const numbered = everyone.filter((p) => p.matricule !== null);

  test('are 17 and 95', () => {
    expect([file.insi.length, file.dmp.length]).toEqual([17, 95]);
  });

  test('have a key that is the one computed, except where the conformity test sets a trap', () => {
    let traps = 0;
    for (const p of numbered) {
      const text = `${p.matricule}${p.cle}`;
      expect(computeMatriculeKey(p.matricule ?? '')).toBe(p.cleCalculee ?? p.cle);
      const wrong = p.cleValide === false;
      if (wrong) traps++;
      expect(validateMatricule(text).map((f) => f.rule)).toEqual(wrong ? ['ins.matricule.key'] : []);
      for (const old of p.historique ?? []) expect(computeMatriculeKey(old.matricule)).toBe(old.cleCalculee);
    }
    expect(traps).toBe(1);
  });

  test('have traits that follow the profiles', () => {
    for (const p of everyone) {
      const listePrenoms = p.listePrenom ?? 'PRENOM';
      const findings = validateTraits({
        nomNaissance: p.nomNaissance,
        listePrenoms,
        premierPrenom: listePrenoms.split(' ')[0] ?? '',
        sexe: p.sexe,
        dateNaissance: p.dateNaissance,
        ...(p.lieuNaissance ? { lieuNaissance: p.lieuNaissance } : {}),
      });
      expect(findings, p.nomNaissance).toEqual([]);
      const date = parseDateLunaire(p.dateNaissance);
      expect(date.ok && date.value.raw).toBe(p.dateNaissance);
    }
  });

  test('agree with their matricule on year and month; the sex digit of 20 does not', () => {
    const rules = file.dmp.map((p) => compareMatriculeWithTraits(`${p.matricule}${p.cle}`, p).map((f) => f.rule));
    expect(rules.filter((r) => r.length > 0)).toEqual(Array(20).fill(['ins.matricule.traits.sex']));
    expect(file.dmp.filter((p) => p.chiffreSexeConcorde === false)).toHaveLength(20);
  });

  test('come back from the four spellings, under each OID', () => {
    for (const p of numbered.filter((n) => n.cleValide !== false)) {
      for (const oid of Object.values(INS_OIDS)) {
        const read = parseInsIdentifier({ matricule: `${p.matricule}${p.cle}`, oid });
        if (!read.ok) throw new Error('refused');
        const expected = { ok: true, value: read.value, findings: [] };
        expect(fromHl7v2Cx(toHl7v2Cx(read.value))).toEqual(expected);
        expect(fromXdsCx(toXdsCx(read.value))).toEqual(expected);
        expect(fromCdaId(toCdaId(read.value))).toEqual(expected);
        for (const frCore of ['2.1', '2.2'] as const) {
          expect(fromFhirIdentifier(toFhirIdentifier(read.value, { frCore }))).toEqual(expected);
        }
      }
    }
  });
});
