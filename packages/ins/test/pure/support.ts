import { readFileSync } from 'node:fs';
import type { IdentityEvent, IdentityState, InsOid, MatriculeIns, TraitsIns, TraitsLocaux } from '@socle-sante/core';
import { computeMatriculeKey, INS_OIDS, parseInsIdentifier, transition } from '@socle-sante/core';
import fc from 'fast-check';
import { conformanceFile } from '../../../tooling/src/conformance.ts';

export const AT = '2026-03-02T09:15:00Z';

/** Applies events one after the other; a refused one fails the test. */
export function replay(events: readonly IdentityEvent[]): IdentityState {
  let state: IdentityState | undefined;
  for (const event of events) {
    const next = transition(state, event);
    if (!next.ok) throw new Error(`${event.type}: ${next.findings.map((f) => f.rule).join(', ')}`);
    state = next.state;
  }
  if (!state) throw new Error('no event');
  return state;
}

export function ins(matricule: string, oid: InsOid = INS_OIDS.nir) {
  const read = parseInsIdentifier({ matricule, oid });
  if (!read.ok) throw new Error('not an INS');
  return read.value;
}

/** A qualified identity, by the only way there is: INSi, then a document. */
export function qualified(traits: TraitsLocaux, matricule: string, oid: InsOid = INS_OIDS.nir): IdentityState {
  const { nomUtilise: _n, prenomUtilise: _p, ...strict } = traits;
  return replay([
    { type: 'create', at: AT, traits },
    { type: 'insiFound', at: AT, ins: ins(matricule, oid), traits: strict as TraitsIns, accepted: true },
    { type: 'documentChecked', at: AT, document: { type: 'CN' }, coherent: true },
  ]);
}

export function recovered(traits: TraitsIns, matricule: string, oid: InsOid = INS_OIDS.nir): IdentityState {
  return replay([
    { type: 'create', at: AT, traits },
    { type: 'insiFound', at: AT, ins: ins(matricule, oid), traits, accepted: true },
  ]);
}

export function provisional(traits: TraitsLocaux): IdentityState {
  return replay([{ type: 'create', at: AT, traits }]);
}

export function validated(traits: TraitsLocaux): IdentityState {
  return replay([
    { type: 'create', at: AT, traits },
    { type: 'documentChecked', at: AT, document: { type: 'CN' }, coherent: true },
  ]);
}

/** ADRUN ZOE, official test identity. */
export const ZOE: TraitsIns = {
  nomNaissance: 'ADRUN',
  listePrenoms: 'ZOE',
  premierPrenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
  lieuNaissance: '63220',
};
export const ZOE_MATRICULE = '275126322074974';

/** The local patient number used in the tests; the OID is an example arc. */
export const IPP = { value: 'P000042', authority: { id: '1.2.250.1.999.1.1.8121.8' } } as const;

export interface Person {
  readonly id: string;
  readonly traits: TraitsIns;
  /** 15 characters, key as the service delivers it; absent when never published. */
  readonly matricule?: string;
  readonly keyIsRight: boolean;
  readonly oid: InsOid;
}

interface PersonaFile {
  readonly insi: readonly {
    readonly id: string;
    readonly nomNaissance: string;
    readonly listePrenom: string | null;
    readonly sexe: 'F' | 'M';
    readonly dateNaissance: string;
    readonly lieuNaissance: string | null;
    readonly matricule: string | null;
    readonly cle: string | null;
    readonly cleValide: boolean | null;
    readonly oid: InsOid | null;
    readonly appels: readonly { readonly prenom: string }[];
  }[];
  readonly dmp: readonly {
    readonly nomNaissance: string;
    readonly listePrenom: string;
    readonly sexe: 'F' | 'M';
    readonly dateNaissance: string;
    readonly matricule: string;
    readonly cle: string;
  }[];
}

/**
 * The 17 identities of INSi and the 95 of the DMP. For the latter the place is characters 6 to 10 of the matricule:
 * none is published.
 */
export function people(): { insi: Person[]; dmp: Person[] } {
  const file = JSON.parse(readFileSync(conformanceFile('insi/personas.json'), 'utf8')) as PersonaFile;
  const insi = file.insi.map((p): Person => {
    const list = p.listePrenom ?? p.appels.at(-1)?.prenom ?? '';
    return {
      id: p.id,
      traits: {
        nomNaissance: p.nomNaissance,
        listePrenoms: list,
        premierPrenom: list.split(' ')[0] ?? '',
        sexe: p.sexe,
        dateNaissance: p.dateNaissance,
        ...(p.lieuNaissance ? { lieuNaissance: p.lieuNaissance } : {}),
      },
      ...(p.matricule && p.cle ? { matricule: p.matricule + p.cle } : {}),
      keyIsRight: p.cleValide === true,
      oid: p.oid ?? INS_OIDS.nir,
    };
  });
  const dmp = file.dmp.map(
    (p, index): Person => ({
      id: `dmp ${index + 1}`,
      traits: {
        nomNaissance: p.nomNaissance,
        listePrenoms: p.listePrenom,
        premierPrenom: p.listePrenom.split(' ')[0] ?? '',
        sexe: p.sexe,
        dateNaissance: p.dateNaissance,
        lieuNaissance: p.matricule.slice(5, 10),
      },
      matricule: p.matricule + p.cle,
      keyIsRight: true,
      oid: INS_OIDS.nirTest,
    }),
  );
  return { insi, dmp };
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }).map((chars) => chars.join(''));

/** A name of the profile, 1 to 100 characters. */
function name(separators: readonly string[]) {
  return fc
    .array(fc.tuple(word, fc.constantFrom(...separators)), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([text, separator], i) => text + (i < parts.length - 1 ? separator : '')).join(''));
}

export const arbMatricule: fc.Arbitrary<MatriculeIns> = fc
  .tuple(
    fc.constantFrom('1', '2'),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((n) => String(n).padStart(2, '0')),
      fc.constantFrom('2A', '2B'),
    ),
    fc.integer({ min: 1, max: 999 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([s, year, month, department, commune, order]) => {
    const two = (n: number) => String(n).padStart(2, '0');
    const three = (n: number) => String(n).padStart(3, '0');
    const nir = `${s}${two(year)}${two(month)}${department}${three(commune)}${three(order)}`;
    return `${nir}${computeMatriculeKey(nir)}` as MatriculeIns;
  });

export const arbOid: fc.Arbitrary<InsOid> = fc.constantFrom(...Object.values(INS_OIDS));

export const arbCalendarDate = fc
  .tuple(fc.integer({ min: 1850, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

/** Any date of the shape of INSi, which may be no calendar date. */
export const arbLunarDate = fc
  .tuple(fc.integer({ min: 1850, max: 2030 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

export const arbCog = fc.oneof(
  fc.integer({ min: 1001, max: 99999 }).map((n) => String(n).padStart(5, '0')),
  fc
    .tuple(fc.constantFrom('2A', '2B'), fc.integer({ min: 0, max: 999 }))
    .map(([d, n]) => d + String(n).padStart(3, '0')),
);

export const arbTraits: fc.Arbitrary<TraitsIns> = fc
  .tuple(
    name([' ', '-', "'", '--']),
    fc.array(name(['-', "'"]), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('F' as const, 'M' as const),
    arbCalendarDate,
    arbCog,
  )
  .map(([nomNaissance, prenoms, sexe, dateNaissance, lieuNaissance]) => ({
    nomNaissance: nomNaissance.slice(0, 100).replace(/[-' ]+$/, ''),
    listePrenoms: prenoms
      .join(' ')
      .slice(0, 100)
      .replace(/[-' ]+$/, ''),
    premierPrenom: prenoms[0]?.slice(0, 100).replace(/[-' ]+$/, '') ?? '',
    sexe,
    dateNaissance,
    lieuNaissance,
  }));

/** Used names are free text: anything that can be printed. */
export const arbUsed = fc.record(
  {
    nomUtilise: fc.constantFrom('D’Été', 'LE-GOFF|X^Y~Z&W\\', 'ÅSTRÖM <&">', 'N'),
    prenomUtilise: fc.constantFrom('Zoé', 'A\\F\\B', 'J'),
  },
  { requiredKeys: [] },
);
