import { compareTraits, type TraitsIns, type TraitsLocaux } from '@socle-sante/core/traits';
import type { DiffRow, InsiSnapshot, InsView, PatientView, TraitField, Traits } from '@socle-sante/gateway/contract';

const names: Readonly<Record<TraitField, keyof TraitsLocaux & keyof TraitsIns>> = {
  birthName: 'nomNaissance',
  firstNames: 'listePrenoms',
  firstName: 'premierPrenom',
  sex: 'sexe',
  birthDate: 'dateNaissance',
  birthPlace: 'lieuNaissance',
};

/** A test matricule as a page sees it. */
export const testIns: InsView = { masked: '2 75 12 ••• ••• ••• ••', nature: 'NIR', oidKind: 'test' };

/** A record as the server gives it, with every right unless told otherwise. */
export function patientOf(traits: Traits, extra: Partial<PatientView> = {}): PatientView {
  return {
    ref: 'p-0000',
    version: 1,
    traits,
    status: 'PROV',
    axes: { insi: false, document: false },
    attributes: [],
    locks: {},
    isMinor: false,
    transitions: [],
    actions: ['identity.edit', 'ins.search', 'ins.searchVitale', 'ins.accept'],
    ...extra,
  };
}

/** An answer of INSi as the server gives it. */
export function snapshotOf(traits: Traits, extra: Partial<InsiSnapshot> = {}): InsiSnapshot {
  return {
    snapshotRef: 'snapshot-of-a-story',
    expiresAt: '2026-11-21T09:14:00Z',
    traits,
    firstNameAmbiguous: false,
    ins: testIns,
    history: [],
    blockers: [],
    at: '2026-11-21T08:59:00Z',
    ...extra,
  };
}

/** The rows that the server would make: same function of the core package. */
export function rowsOf(local: PatientView, insi: InsiSnapshot): DiffRow[] {
  const core = (traits: Traits): TraitsLocaux => ({
    nomNaissance: traits.birthName,
    listePrenoms: traits.firstNames ?? '',
    premierPrenom: traits.firstName,
    sexe: traits.sex,
    dateNaissance: traits.birthDate,
    ...(traits.birthPlace === undefined ? {} : { lieuNaissance: traits.birthPlace }),
  });
  const fields = Object.keys(names) as TraitField[];
  const rows = compareTraits(core(local.traits), core(insi.traits) as TraitsIns).flatMap((diff): DiffRow[] => {
    const field = fields.find((one) => names[one] === diff.field);
    return field === undefined ? [] : [{ ...diff, field, parts: [...diff.parts], localParts: [...diff.localParts] }];
  });
  const masked = local.ins?.masked;
  return [
    ...rows,
    {
      field: 'ins',
      ...(masked === undefined ? {} : { local: masked }),
      insi: insi.ins.masked,
      verdict: masked === undefined ? 'missing' : masked === insi.ins.masked ? 'same' : 'different',
      parts: [{ text: insi.ins.masked, changed: false }],
      localParts: masked === undefined ? [] : [{ text: masked, changed: false }],
    },
  ];
}
