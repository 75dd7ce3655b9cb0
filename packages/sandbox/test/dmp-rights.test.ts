import { describe, expect, it } from 'vitest';
import { createDmpCore, type DmpCaller, type DmpSubmission, documentContent } from '../src/dmp.ts';

// PDT-INF-526 v1.8 and PDT-INF-606 v1.3, said again by what each caller obtains in a record opened to him.
const PATIENT = { extension: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const role = (code: string, codeSystem: string) => ({ code, codeSystem, displayName: code });
const profession = (code: string) => role(code, '1.2.250.1.71.1.2.7');
const base = { mode: 'DIRECTE', userId: '899900000003', structure: '10B0999999', patient: PATIENT } as const;
const nurse: DmpCaller = { ...base, roles: [profession('60')] };
const doctor: DmpCaller = { ...base, roles: [profession('10'), role('SM26', '1.2.250.1.71.4.2.5')] };
const occupational: DmpCaller = { ...base, roles: [profession('10'), role('SM25', '1.2.250.1.71.4.2.5')] };
const staffRole = [role('SECRETARIAT_MEDICAL', '1.2.250.1.213.1.1.4.6')];
const CALLERS: Readonly<Record<string, DmpCaller>> = {
  nurse,
  doctor,
  occupational,
  treating: doctor,
  staff: { ...base, userId: '10B0999999/CPE00001', roles: staffRole },
  structure: { ...doctor, mode: 'INDIRECTE' },
  doctorAir: { ...doctor, mode: 'INDIRECTE_RENFORCEE' },
  staffAir: { ...base, mode: 'INDIRECTE_RENFORCEE', userId: 'agent1', roles: staffRole },
};

const OWN = '1.2.250.1.999.1.1.8121.1.1.1';
const OTHERS = '1.2.250.1.999.1.1.8121.1.1.2';
const MASKED = '1.2.250.1.999.1.1.8121.1.1.5';

function obtained(name: string, accessMode: NonNullable<DmpCaller['accessMode']>): string[] {
  const caller: DmpCaller = { ...(CALLERS[name] ?? doctor), accessMode };
  const fresh = () => {
    const dmp = createDmpCore({ clock: () => new Date('2026-09-01T08:00:00Z') });
    if (name === 'treating') dmp.admin.setRecord(PATIENT.extension, { treatingDoctors: [caller.userId] });
    const now = '2026-08-01T00:00:00.000Z';
    for (const holder of [caller.userId, caller.structure])
      dmp.admin.setAuthorization(PATIENT.extension, { holder, state: 'ACTIVE', since: now, lastAction: now });
    return dmp;
  };
  const uuid = (dmp: ReturnType<typeof fresh>, uniqueId: string) =>
    dmp.admin.entries().find((e) => e.uniqueId === uniqueId)?.id ?? '';
  const denied = (outcome: { ok: true } | { ok: false; refusals: readonly { code: string; reason: string }[] }) =>
    !outcome.ok &&
    outcome.refusals.some(
      ({ code, reason }) => code === 'DMPAccessDeniedByRightsService' || reason === 'retrieve.masked',
    );
  const empty: DmpSubmission = {
    set: { id: 'SS', uniqueId: '1.2.3', patientId: PATIENT, authors: [] },
    entries: [],
    associations: [],
    documents: [{ entryId: 'x', content: documentContent(new Uint8Array()) }],
  };
  const attempts: Readonly<Record<string, (dmp: ReturnType<typeof fresh>) => Parameters<typeof denied>[0]>> = {
    authorise: (dmp) => dmp.setAuthorization(caller, { action: 'AJOUT' }),
    withdraw: (dmp) => dmp.setAuthorization(caller, { action: 'SUPPRESSION' }),
    dropMt: (dmp) => dmp.setAuthorization(caller, { action: 'SUPPRESSION', role: 'MEDECIN_TRAITANT' }),
    mine: (dmp) => dmp.listPatients(caller),
    find: (dmp) => dmp.findPatients(caller, { familyName: 'PAT' }),
    authorised: (dmp) => dmp.listAuthorizations(caller),
    deposit: (dmp) => dmp.submit(caller, empty),
    search: (dmp) => dmp.query(caller, { query: 'GetAssociations', parameters: { $uuid: [['x']] } }),
    reference: (dmp) =>
      dmp.query(caller, {
        query: 'GetDocuments',
        parameters: { $XDSDocumentEntryUniqueId: [[OWN]] },
        returnType: 'ObjectRef',
      }),
    read: (dmp) => dmp.retrieve(caller, [{ documentUniqueId: OTHERS }]),
    readMasked: (dmp) => dmp.retrieve(caller, [{ documentUniqueId: MASKED }]),
    mask: (dmp) => dmp.update(caller, { target: uuid(dmp, OTHERS), changes: ['mask'] }),
    unmaskOthers: (dmp) => dmp.update(caller, { target: uuid(dmp, MASKED), changes: ['unmask'] }),
    archiveOwn: (dmp) => dmp.update(caller, { target: uuid(dmp, OWN), changes: ['archive'] }),
    archiveOthers: (dmp) => dmp.update(caller, { target: uuid(dmp, OTHERS), changes: ['archive'] }),
    deleteOwn: (dmp) => dmp.update(caller, { target: uuid(dmp, OWN), changes: ['delete'] }),
    deleteOthers: (dmp) => dmp.update(caller, { target: uuid(dmp, OTHERS), changes: ['delete'] }),
  };
  return Object.entries(attempts)
    .filter(([, attempt]) => !denied(attempt(fresh())))
    .map(([what]) => what);
}

describe.each([
  ['nurse', 'normal', 'authorise withdraw mine authorised deposit search reference read mask archiveOwn deleteOwn'],
  ['nurse', 'centre_15', 'mine find deposit search reference read readMasked deleteOwn'],
  ['nurse', 'bris_de_glace', 'mine deposit search reference read readMasked deleteOwn'],
  ['doctor', 'normal', 'authorise withdraw mine authorised deposit search reference read mask archiveOwn deleteOwn'],
  ['doctor', 'bris_de_glace', 'mine deposit search reference read readMasked archiveOwn archiveOthers deleteOwn'],
  ['occupational', 'normal', 'mine authorised deposit search reference mask archiveOwn deleteOwn'],
  [
    'treating',
    'normal',
    'authorise withdraw dropMt mine authorised deposit search reference read readMasked mask unmaskOthers archiveOwn archiveOthers deleteOwn',
  ],
  ['staff', 'normal', 'authorise mine deposit reference deleteOwn'],
  ['structure', 'normal', 'mine deposit reference deleteOwn'],
  ['structure', 'centre_15', 'find deposit reference deleteOwn'],
  ['doctorAir', 'normal', 'authorise withdraw mine authorised search reference read mask archiveOwn deleteOwn'],
  ['staffAir', 'normal', 'authorise mine reference deleteOwn'],
] as const)('%s in %s mode', (name, accessMode, expected) => {
  it('obtains what the matrix gives', () => {
    expect(obtained(name, accessMode).join(' ')).toBe(expected);
  });
});
