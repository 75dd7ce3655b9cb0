import { parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { createIdentity, type IdentityEvent, type IdentityState, statusOf, transition } from '@socle-sante/core/rniv';
import type { TraitsLocaux } from '@socle-sante/core/traits';
import type { HistoryEntry } from '../contract.js';
import type { IdentityRecord, ImportedIdentity, InsiIdentity } from '../handlers/ports.js';
import { identityOf, personOf } from './people.js';

/** Opaque keys of the records of the demonstration. */
export const demoPatients = {
  tchitchi: 'p-0001',
  leonardo: 'p-0002',
  hermann: 'p-0003',
  provisoire: 'p-0004',
  ecetinsi: 'p-0005',
  houilles: 'p-0006',
  corse: 'p-0007',
  ruth: 'p-0008',
  ruthAgain: 'p-0009',
  dominique: 'p-0010',
  florence: 'p-0011',
  helene: 'p-0012',
  ali: 'p-0013',
  dartagnan: 'p-0014',
  aurelie: 'p-0015',
  nadine: 'p-0016',
  undetermined: 'p-0017',
} as const;

export type DemoPatient = keyof typeof demoPatients;

const AUTHOR = 'Secrétariat TEST';
const CREATED = '2026-09-01T08:00:00.000Z';
const ASKED = '2026-09-01T08:05:00.000Z';
const CHECKED = '2026-09-01T08:10:00.000Z';
const TEST_OID = '1.2.250.1.213.1.4.10';

/** How far a record went before the demonstration starts. */
type Journey = 'created' | 'retrieved' | 'validated' | 'qualified' | 'douteuse' | 'fictive';

interface Seed {
  readonly person: string;
  readonly journey: Journey;
  /** What the secretary typed, where it is not what INSi knows. */
  readonly typed?: Partial<TraitsLocaux>;
  /** Patients of the DMP test platform carry the test OID. */
  readonly testOid?: boolean;
}

const seeds: Readonly<Record<Exclude<DemoPatient, 'houilles' | 'undetermined' | 'ruthAgain'>, Seed>> = {
  // CNDA 2.07: the first prénom typed is not one that INSi knows.
  tchitchi: {
    person: 'tchitchi-catarina',
    journey: 'created',
    typed: { listePrenoms: 'OLA CATARINA BELLA', premierPrenom: 'OLA' },
  },
  // CNDA 2.06: without the place, two persons answer.
  leonardo: { person: 'devinci-leonardo', journey: 'created', typed: { lieuNaissance: undefined } },
  hermann: { person: 'hermann-gatien', journey: 'created' },
  provisoire: { person: 'provisoire-matricule', journey: 'created' },
  ecetinsi: { person: 'ecetinsi-pierre-alain', journey: 'created' },
  corse: { person: 'corse-anthony', journey: 'created', typed: { lieuNaissance: '20020' } },
  ruth: { person: 'nessi-ruth', journey: 'qualified', typed: { nomUtilise: 'DE VINCI' } },
  dominique: { person: 'dmp-pat-trois-dominique', journey: 'qualified', testOid: true },
  florence: { person: 'dmp-fermeture-florence', journey: 'validated' },
  helene: { person: 'dmp-autorisepas-helene', journey: 'retrieved', testOid: true },
  ali: { person: 'dmp-meuhes-ali', journey: 'qualified', testOid: true },
  dartagnan: { person: 'dartagnan-pierre-alain', journey: 'validated' },
  aurelie: { person: 'dmp-melange-aurelie', journey: 'douteuse' },
  nadine: { person: 'dmp-maximop-nadine', journey: 'fictive' },
};

/** The records of the cabinet. ADRUN ZOE is not there: she is the new patient. */
export function demoRecords(): IdentityRecord[] {
  const known = (Object.keys(seeds) as (keyof typeof seeds)[]).map((name) => recordOf(demoPatients[name], seeds[name]));
  const typedOnly = (patientRef: string, traits: TraitsLocaux) => play(patientRef, traits, [], undefined);
  return [
    ...known,
    typedOnly(demoPatients.houilles, {
      nomNaissance: 'HOUILLES',
      listePrenoms: 'PIERRE PAUL JACQUES',
      premierPrenom: 'PIERRE',
      sexe: 'M',
      dateNaissance: '1993-01-27',
    }),
    // Invented: the same person typed twice, for the list of duplicates.
    typedOnly(demoPatients.ruthAgain, {
      nomNaissance: 'NESSY',
      listePrenoms: 'RUTH',
      premierPrenom: 'RUTH',
      sexe: 'F',
      dateNaissance: '1977-07-14',
    }),
    // Invented: a sex that cannot be sent to INSi.
    typedOnly(demoPatients.undetermined, {
      nomNaissance: 'EXEMPLE',
      listePrenoms: 'CAMILLE',
      premierPrenom: 'CAMILLE',
      sexe: 'I',
      dateNaissance: '2026-10-30',
    }),
  ].sort((a, b) => a.patientRef.localeCompare(b.patientRef));
}

function recordOf(patientRef: string, seed: Seed): IdentityRecord {
  const identity = identityOf(personOf(seed.person));
  const ins = seed.testOid ? { ...identity.ins, oid: TEST_OID } : identity.ins;
  const traits: TraitsLocaux = { ...strictTraits(identity), ...seed.typed };
  return play(patientRef, traits, eventsOf(seed.journey, { ...identity, ins }), { ...identity, ins });
}

function strictTraits(identity: InsiIdentity) {
  const first = identity.premierPrenom ?? '';
  return {
    nomNaissance: identity.nomNaissance,
    listePrenoms: identity.listePrenoms ?? first,
    premierPrenom: first,
    sexe: identity.sexe === 'F' ? ('F' as const) : ('M' as const),
    dateNaissance: identity.dateNaissance,
    ...(identity.lieuNaissance === undefined ? {} : { lieuNaissance: identity.lieuNaissance }),
  };
}

function eventsOf(journey: Journey, identity: InsiIdentity): IdentityEvent[] {
  const ins = parseInsIdentifier(identity.ins);
  const document: IdentityEvent = {
    type: 'documentChecked',
    at: CHECKED,
    document: { type: 'CN', expiry: '2031-05-31' },
    coherent: true,
  };
  if (journey === 'douteuse') return [{ type: 'setDouteuse', at: CHECKED }];
  if (journey === 'fictive') return [{ type: 'setFictive', at: CHECKED }];
  if (journey === 'validated') return [document];
  if (journey === 'created' || !ins.ok) return [];
  const found: IdentityEvent = {
    type: 'insiFound',
    at: ASKED,
    ins: ins.value,
    traits: strictTraits(identity),
    accepted: true,
  };
  return journey === 'retrieved' ? [found] : [found, document];
}

/** A record as if its events had happened: the real state machine makes its state and its history. */
function play(
  patientRef: string,
  traits: TraitsLocaux,
  events: readonly IdentityEvent[],
  identity: InsiIdentity | undefined,
): IdentityRecord {
  let state: IdentityState = createIdentity(traits);
  const changes: HistoryEntry[] = [{ at: CREATED, by: AUTHOR, event: 'create', to: 'PROV', attributes: [] }];
  for (const event of events) {
    const done = transition(state, event);
    if (!done.ok) throw new RangeError(`A seed of the demonstration is refused: ${event.type}`);
    changes.push({
      at: event.at,
      by: AUTHOR,
      event: event.type,
      from: statusOf(state),
      to: statusOf(done.state),
      attributes: [...done.state.attributes],
    });
    state = done.state;
  }
  return {
    patientRef,
    version: events.length + 1,
    state,
    collectedBy: 'SM',
    changes,
    ...(state.ins === undefined || identity === undefined ? {} : { insi: { at: ASKED, received: identity } }),
    ...(state.document === undefined
      ? {}
      : {
          document: { type: state.document.type, checkedOn: CHECKED.slice(0, 10), expiresOn: '2031-05-31', by: AUTHOR },
        }),
  };
}

/** Identities that came from elsewhere: one right and unknown, one wrong and known, one wrong and unknown. */
export function demoImported(): ImportedIdentity[] {
  const row = (index: number, person: string, typed: Partial<TraitsLocaux>, patientRef?: string): ImportedIdentity => {
    const identity = identityOf(personOf(person));
    return {
      row: `v-${String(index).padStart(5, '0')}`,
      ins: identity.ins,
      traits: { ...strictTraits(identity), ...typed },
      origin: 'Laboratoire TEST',
      receivedAt: '2026-11-02T07:30:00.000Z',
      state: 'todo',
      ...(patientRef === undefined ? {} : { patientRef }),
    };
  };
  return [
    row(1, 'dmp-pat-sept-pierre', {}),
    row(2, 'dmp-pat-trois-dominique', { dateNaissance: '1979-03-27' }, demoPatients.dominique),
    row(3, 'dmp-pat-huit-francoise', { premierPrenom: 'FRANCE', listePrenoms: 'FRANCE' }),
  ];
}
