import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateCog } from '../src/cog.js';
import { describeFinding, type Finding } from '../src/finding.js';
import {
  validateAdeli,
  validateFiness,
  validateIdNatPs,
  validateIdNatStruct,
  validateRpps,
  validateSiren,
  validateSiret,
} from '../src/identifiers.js';
import {
  fromFhirIdentifier,
  fromHl7v2Cx,
  fromXdsCx,
  INS_OIDS,
  toFhirIdentifier,
  toHl7v2Cx,
  validateInsOid,
} from '../src/ins-identifier.js';
import { parseDateLunaire } from '../src/lunar-date.js';
import { computeMatriculeKey, type MatriculeIns, validateMatricule } from '../src/matricule.js';
import { coreFindings } from '../src/messages.js';
import { validateName } from '../src/name.js';
import { validateOid } from '../src/oid.js';
import {
  canQueryInsi,
  canTransmitIns,
  type IdentityEvent,
  type IdentityState,
  RNIV_TRANSITIONS,
  transition,
} from '../src/rniv.js';
import { parseHl7Timestamp, parseIsoInstant } from '../src/time.js';
import { compareMatriculeWithTraits, validateTraits } from '../src/traits.js';
import { at, zoe, zoeLocal, zoeTraits } from './fixtures.js';

const withKey = (base: string): string => base + computeMatriculeKey(base);
const state: IdentityState = { traits: zoeLocal, insi: false, attributes: [], history: [] };
const qualified: IdentityState = { ...state, ins: zoe, insi: true, document: { type: 'CN', date: at, trust: 'high' } };
const apcv: IdentityState = { ...qualified, document: { type: 'AV', date: at, trust: 'high' } };
const wrong = { matricule: '181036322045660' as MatriculeIns, oid: INS_OIDS.nir };

const refusals = (start: IdentityState | undefined, event: IdentityEvent): readonly Finding[] => {
  const next = transition(start, event);
  return next.ok ? [] : next.findings;
};
const found: IdentityEvent = { type: 'insiFound', at, ins: zoe, traits: zoeTraits, accepted: true };
const checkedDocument: IdentityEvent = { type: 'documentChecked', at, document: { type: 'CN' }, coherent: true };
const decision = (d: { ok: boolean; finding?: Finding }): Finding[] => (d.finding ? [d.finding] : []);

/** One real call behind each rule of the catalogue. */
const produced: readonly Finding[] = [
  ...[
    'x',
    '2751263220749',
    '181036322045660',
    ...['0751263220749', '2750063220749', '2751200220749', '2751263000749', '2751263220000'].map(withKey),
  ].flatMap((m) => validateMatricule(m)),
  ...compareMatriculeWithTraits('275126322074974', { sexe: 'M', dateNaissance: '1980-01-01' }),
  ...['x', '1.2.250.1.213.1.4.2', '1.2.250.1.213.1.4.13'].flatMap((oid) => validateInsOid(oid)),
  ...validateInsOid(INS_OIDS.nirTest, { production: true }),
  ...fromHl7v2Cx('x').findings,
  ...fromHl7v2Cx(toHl7v2Cx(zoe).replace('ASIP', 'X').replace('^INS', '^NH')).findings,
  ...fromXdsCx('x').findings,
  ...fromXdsCx(toHl7v2Cx(zoe)).findings,
  ...fromFhirIdentifier({ type: { coding: [{ code: 'NH' }] } }).findings,
  ...fromFhirIdentifier({ ...toFhirIdentifier(zoe, { frCore: '2.1' }), use: 'old', type: {} }).findings,
  ...['', 'A'.repeat(101), 'a', '-A', 'A-', 'A  A', 'A---A', "A-'A"].flatMap((name) => validateName(name, 'nom')),
  ...validateTraits({ ...zoeLocal, sexe: 'I', premierPrenom: 'ANNE' }),
  ...validateTraits({ ...zoeLocal, sexe: 'X' as 'F' }),
  ...['x', '1975-00-00'].flatMap((d) => parseDateLunaire(d).findings),
  ...['x', '99999'].flatMap((c) => validateCog(c)),
  ...refusals(undefined, found),
  ...refusals({ ...state, attributes: ['douteuse'] }, found),
  ...refusals({ ...state, attributes: ['fictive'] }, found),
  ...refusals(apcv, found),
  ...refusals(
    { ...state, traits: { ...zoeLocal, sexe: 'I' } },
    { ...found, accepted: false, ins: wrong, traits: { ...zoeTraits, nomNaissance: '' } },
  ),
  ...refusals(state, { ...found, type: 'apcvRead', genuine: false }),
  ...refusals(state, { ...checkedDocument, document: { type: 'PC' }, coherent: false }),
  ...refusals(qualified, { type: 'editTrait', at, changes: { sexe: 'M' }, confirmed: false }),
  ...refusals({ ...state, attributes: ['homonyme'] }, { type: 'setHomonyme', at }),
  ...refusals(state, { type: 'clearHomonyme', at }),
  ...[state, { ...qualified, ins: wrong }, { ...qualified, traits: { ...zoeLocal, nomNaissance: '' } }].flatMap((s) =>
    decision(canTransmitIns(s)),
  ),
  ...(['douteuse', 'fictive'] as const).flatMap((a) => [
    ...decision(canTransmitIns({ ...state, attributes: [a] })),
    ...decision(canQueryInsi({ ...state, attributes: [a] })),
  ]),
  ...decision(canQueryInsi({ ...state, traits: { ...zoeLocal, sexe: 'I' } })),
  ...decision(canQueryInsi(apcv)),
  ...[
    validateRpps,
    validateAdeli,
    validateFiness,
    validateSiren,
    validateSiret,
    validateIdNatPs,
    validateIdNatStruct,
  ].flatMap((validate) => validate('')),
  ...validateRpps('10102727017'),
  ...validateFiness('754567860'),
  ...validateFiness('0B0172805'),
  ...validateIdNatStruct('10B0172805'),
  ...validateSiren('732829321'),
  ...validateSiret('73282932000070'),
  ...['810102727017', 'X'].flatMap((id) => validateIdNatPs(id)),
  ...validateIdNatStruct('X'),
  ...validateOid(''),
  ...['x', '20261301'].flatMap((t) => parseHl7Timestamp(t).findings),
  ...['x', '2026-13-01T00:00:00Z'].flatMap((t) => parseIsoInstant(t).findings),
];

/** Every rule that the sources can write, templates included. */
function rulesOfSources(): Set<string> {
  const families: Readonly<Record<string, readonly string[]>> = {
    'ins.matricule.${name}': ['sex', 'month', 'department', 'commune', 'order'].map((n) => `ins.matricule.${n}`),
    'ins.matricule.traits.${part}': ['sex', 'year', 'month'].map((n) => `ins.matricule.traits.${n}`),
    "ins.oid.${known ?? 'unknown'}": ['insC', 'nss', 'unknown'].map((n) => `ins.oid.${n}`),
    'rniv.transmit.${reason}': ['douteuse', 'fictive', 'status', 'identifier', 'traits'].map(
      (n) => `rniv.transmit.${n}`,
    ),
    'rniv.query.${reason}': ['douteuse', 'fictive', 'sexe', 'apcv'].map((n) => `rniv.query.${n}`),
    'rniv.${r}': [
      'notApplicable',
      ...Object.values(RNIV_TRANSITIONS).flatMap((e) => [
        ...e.requires,
        ...e.rows.flatMap((row) => row.requires ?? []),
      ]),
    ].map((n) => `rniv.${n}`),
    'identifier.${name}.format': ['rpps', 'adeli', 'finess', 'siren', 'siret'].map((n) => `identifier.${n}.format`),
    'identifier.${name}.key': ['rpps', 'finess', 'siren', 'siret'].map((n) => `identifier.${n}.key`),
  };
  const src = join(import.meta.dirname, '../src');
  const rules = new Set<string>();
  for (const file of readdirSync(src).filter((f) => f.endsWith('.ts'))) {
    const text = readFileSync(join(src, file), 'utf8');
    for (const [, quoted, template] of text.matchAll(/(?:finding|failure)\(\s*(?:'([^']+)'|`([^`]+)`)/g)) {
      const rule = quoted ?? template ?? '';
      for (const r of rule.includes('${') ? (families[rule] ?? [`unknown family ${rule}`]) : [rule]) rules.add(r);
    }
  }
  return rules;
}

describe('the catalogue', () => {
  test('has exactly the rules that the sources write', () => {
    expect([...rulesOfSources()].sort()).toEqual(Object.keys(coreFindings).sort());
  });

  test('has exactly the rules that real calls produce', () => {
    expect([...new Set(produced.map((f) => f.rule))].sort()).toEqual(Object.keys(coreFindings).sort());
  });

  test.each(['fr', 'en'] as const)('fills every placeholder, in %s', (locale) => {
    for (const f of produced) {
      const text = describeFinding(f, locale, coreFindings);
      for (const part of [text.title, text.why, text.action]) {
        expect(part, f.rule).not.toMatch(/[{}]|undefined|NaN/);
        expect(part.length, f.rule).toBeGreaterThan(9);
      }
    }
  });

  test('uses the same placeholders in both languages', () => {
    for (const [rule, { fr, en }] of Object.entries(coreFindings)) {
      const names = (t: typeof fr): string[] =>
        [...`${t.title}${t.why}${t.action}`.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();
      expect(names(en), rule).toEqual(names(fr));
      expect(en.title, rule).not.toBe(fr.title);
    }
  });

  test('never shows a trait or a matricule', () => {
    for (const f of produced) {
      const shown = JSON.stringify(f) + JSON.stringify(describeFinding(f, 'fr', coreFindings));
      expect(shown).not.toMatch(/ADRUN|ZOE|1975|27512632|18103632/);
    }
  });
});
