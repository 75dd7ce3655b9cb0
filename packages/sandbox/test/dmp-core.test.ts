import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { like } from '../src/dmp/core/query.ts';
import { isRole, isSector } from '../src/dmp/core/value-sets.ts';
import { createDmpCore, type DmpCaller, type DmpCore, type DmpSubmission, documentContent } from '../src/dmp.ts';

const NOW = new Date('2026-09-01T08:00:00.000Z');
const PATIENT = { extension: '279035121518989', oid: '1.2.250.1.213.1.4.10' };
const STATUS = 'urn:oasis:names:tc:ebxml-regrep:StatusType:';
const doctor: DmpCaller = {
  mode: 'DIRECTE',
  userId: '899900000003',
  userName: 'EXEMPLE ALIX',
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
  structure: '10B0999999',
  patient: PATIENT,
};
const other: DmpCaller = { ...doctor, userId: '899900000029', structure: '10B0888888' };
const indirect: DmpCaller = { ...doctor, mode: 'INDIRECTE' };

const core = (over: Partial<Parameters<typeof createDmpCore>[0]> = {}) => createDmpCore({ clock: () => NOW, ...over });

const coded = (code: string, codeSystem: string) => ({ code, codeSystem, displayName: code });
const XCN = '899900000003^EXEMPLE^ALIX^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS';
const author = {
  person: XCN,
  institutions: ['CENTRE^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0999999'],
  roles: [],
  specialties: ['G15_10/SM26^Médecin^1.2.250.1.213.1.1.4.5'],
};

function submission(n: number, replaces?: string): DmpSubmission {
  const content = documentContent(new TextEncoder().encode(`document ${n}`));
  const signature = documentContent(new TextEncoder().encode(`signature ${n}`));
  const base = {
    patientId: PATIENT,
    sourcePatientId: `${PATIENT.extension}^^^&${PATIENT.oid}&ISO^NH`,
    mimeType: 'text/xml',
    authors: [author],
    legalAuthenticator: XCN,
    healthcareFacilityType: coded('SA05', '1.2.250.1.71.4.2.4'),
    practiceSetting: coded('AMBULATOIRE', '1.2.250.1.213.1.1.4.9'),
    referenceIds: [],
  };
  const normal = coded('N', '2.16.840.1.113883.5.25');
  return {
    set: {
      id: 'SS',
      uniqueId: `1.2.3.${n}.1`,
      sourceId: '1.2.3',
      patientId: PATIENT,
      submissionTime: '20260901080000',
      contentType: coded('07', '1.2.250.1.213.2.2'),
      authors: [author],
    },
    entries: [
      {
        ...base,
        id: 'D1',
        uniqueId: `1.2.3.${n}.2`,
        sourcePatientInfo: ['PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-7|19790328', 'PID-8|F'],
        hash: content.sha1,
        size: content.size,
        creationTime: '20260901080000',
        serviceStartTime: '20260901080000',
        languageCode: 'fr-FR',
        title: 'Compte rendu',
        classCode: coded('10', '1.2.250.1.213.1.1.4.1'),
        typeCode: coded('11488-4', '2.16.840.1.113883.6.1'),
        formatCode: coded('urn:ihe:iti:xds-sd:text:2008', '1.3.6.1.4.1.19376.1.2.3'),
        confidentiality: [normal],
        events: [],
      },
      {
        ...base,
        id: 'S1',
        uniqueId: `1.2.3.${n}.3`,
        creationTime: '20260901080000',
        serviceStartTime: '20260901080000',
        serviceStopTime: '20260901080000',
        languageCode: 'art',
        title: 'Source',
        classCode: coded('urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', 'URN'),
        typeCode: coded('E1762', 'ASTM'),
        formatCode: coded('http://www.w3.org/2000/09/xmldsig#', 'URN'),
        confidentiality: [
          normal,
          coded('MASQUE_PS', '1.2.250.1.213.1.1.4.13'),
          coded('INVISIBLE_PATIENT', '1.2.250.1.213.1.1.4.13'),
        ],
        events: [coded('1.2.840.10065.1.12.1.14', '1.2.840.10065.1.12')],
      },
    ],
    associations: [
      ...['D1', 'S1'].map((target, i) => ({
        id: `a${i}`,
        type: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
        source: 'SS',
        target,
        submissionSetStatus: 'Original',
      })),
      { id: 'a3', type: 'urn:ihe:iti:2007:AssociationType:signs', source: 'S1', target: 'SS' },
      ...(replaces
        ? [{ id: 'a4', type: 'urn:ihe:iti:2007:AssociationType:RPLC', source: 'D1', target: replaces }]
        : []),
    ],
    documents: [
      { entryId: 'D1', content },
      { entryId: 'S1', content: signature },
    ],
  };
}

const find = (dmp: DmpCore, caller: DmpCaller, status: string[] = ['Approved']) =>
  dmp.query(caller, {
    query: 'FindDocuments',
    parameters: {
      $XDSDocumentEntryPatientId: [[`${PATIENT.extension}^^^&${PATIENT.oid}&ISO^NH`]],
      $XDSDocumentEntryStatus: [
        status.map((s) => (s === 'Archived' || s === 'Deleted' ? `urn:asip:ci-sis:2010:StatusType:${s}` : STATUS + s)),
      ],
    },
  });
const value = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const reasons = (outcome: { ok: true } | { ok: false; refusals: readonly { reason: string }[] }) =>
  outcome.ok ? [] : outcome.refusals.map(({ reason }) => reason);

describe('document life cycle', () => {
  it('deposits, finds, retrieves, and remembers a submission', () => {
    const dmp = core();
    const registered = value(dmp.submit(doctor, submission(1)));
    expect(registered.entries[0]?.entryUuid).toMatch(/^urn:uuid:/);
    const found = value(find(dmp, doctor)).entries.find(({ uniqueId }) => uniqueId === '1.2.3.1.2');
    expect(found?.logicalId).toBe(registered.entries[0]?.logicalId);
    const got = value(dmp.retrieve(doctor, [{ documentUniqueId: '1.2.3.1.2' }]));
    expect(new TextDecoder().decode(got.documents[0]?.content.bytes)).toBe('document 1');
    expect(reasons(dmp.submit(doctor, submission(1)))).toContain('set.duplicate');
  });

  it('replaces the current version only', () => {
    const dmp = core();
    const first = value(dmp.submit(doctor, submission(1))).entries[0];
    const second = value(dmp.submit(doctor, submission(2, first?.entryUuid))).entries[0];
    expect(second?.logicalId).not.toBe(first?.logicalId);
    expect(value(find(dmp, doctor, ['Deprecated'])).entries.map(({ uniqueId }) => uniqueId)).toContain('1.2.3.1.2');
    expect(reasons(dmp.submit(doctor, submission(3, first?.entryUuid)))).toEqual(['replace.status']);
  });

  it('masks: new entryUUID, same logicalId, version + 1; the other physician no longer sees it', () => {
    const dmp = core();
    const entry = value(dmp.submit(doctor, submission(1))).entries[0];
    const target = entry?.entryUuid ?? '';
    const masked = value(dmp.update(doctor, { target, changes: ['mask'], previousVersion: '1' }));
    expect(masked).toMatchObject({ logicalId: entry?.logicalId, version: '2', status: 'Approved' });
    expect(masked.entryUuid).not.toBe(target);
    const seen = (caller: DmpCaller) => value(find(dmp, caller)).entries.some(({ id }) => id === masked.entryUuid);
    expect([seen(doctor), seen(other)]).toEqual([true, false]);
    expect(reasons(dmp.retrieve(other, [{ documentUniqueId: '1.2.3.1.2' }]))).toEqual(['retrieve.masked']);
    expect(
      value(dmp.retrieve({ ...other, accessMode: 'bris_de_glace' }, [{ documentUniqueId: '1.2.3.1.2' }])).documents,
    ).toHaveLength(1);
    expect(reasons(dmp.update(doctor, { target, changes: ['unmask'] }))).toEqual(['update.unresolved']);
    expect(
      reasons(dmp.update(doctor, { target: masked.entryUuid, changes: ['unmask'], previousVersion: '1' })),
    ).toEqual(['update.previousVersion']);
    expect(reasons(dmp.update(other, { target: masked.entryUuid, changes: ['unmask'] }))).toEqual(['rights.ownership']);
  });

  it.each([
    [['archive', 'unarchive', 'archive', 'delete'], undefined],
    [['delete', 'unarchive'], 'update.transition'],
    [['delete', 'delete'], 'update.transition'],
    [['unarchive'], 'update.transition'],
  ] as const)('%s → %s', (changes, refusal) => {
    const dmp = core();
    const target = value(dmp.submit(doctor, submission(1))).entries[0]?.entryUuid ?? '';
    const outcomes = changes.map((change) => reasons(dmp.update(doctor, { target, changes: [change] })));
    expect(outcomes.at(-1)).toEqual(refusal ? [refusal] : []);
  });

  it('leaves the documents of the patient to him and to the médecin traitant', () => {
    const dmp = core();
    const own = dmp.admin.entries(PATIENT.extension).find(({ depositor }) => depositor.byPatient);
    expect(reasons(dmp.update(doctor, { target: own?.id ?? '', changes: ['archive'] }))).toEqual(['rights.ownership']);
    dmp.admin.setRecord(PATIENT.extension, { treatingDoctors: [doctor.userId] });
    expect(reasons(dmp.update(doctor, { target: own?.id ?? '', changes: ['archive'] }))).toEqual([]);
  });
});

describe('rights and records', () => {
  it.each([
    ['search in indirect mode', () => reasons(find(core(), indirect)), ['rights.search']],
    [
      'deposit under AIR',
      () => reasons(core().submit({ ...doctor, mode: 'INDIRECTE_RENFORCEE' }, submission(1))),
      ['rights.deposit'],
    ],
    [
      'authorisation in indirect mode',
      () => reasons(core().setAuthorization(indirect, { action: 'AJOUT' })),
      ['rights.authoriseSelf'],
    ],
    [
      'patients found by name outside centre 15',
      () => reasons(core().findPatients(doctor, { familyName: 'PAT' })),
      ['rights.findPatients'],
    ],
  ])('%s', (_, run, expected) => expect(run()).toEqual(expected));

  it.each([
    ['240000000000000', 'patient.unknown'],
    ['260093022011258', 'patient.closed'],
    ['265025544371476', 'authorization.blocked'],
    ['241030750595179', 'authorization.expired'],
    ['277093867564852', 'patient.unknown'],
    ['132041234567890', 'patient.unknown'],
    ['162018885045327', undefined],
  ])('opens the record %s: %s', (extension, expected) => {
    const patient = { ...PATIENT, extension };
    const outcome = core().query(
      { ...doctor, patient },
      {
        query: 'FindDocuments',
        parameters: {
          $XDSDocumentEntryPatientId: [[`${extension}^^^&${PATIENT.oid}&ISO^NH`]],
          $XDSDocumentEntryStatus: [[`${STATUS}Approved`]],
        },
      },
    );
    expect(reasons(outcome)[0]).toBe(expected);
  });

  it('gives, withdraws and lists authorisations', () => {
    const dmp = core();
    const patient = { ...PATIENT, extension: '133061764035249' };
    const caller = { ...doctor, patient };
    expect(value(dmp.existence(caller, patient)).authorization).toBe('NON_EXISTE');
    expect(value(dmp.setAuthorization(caller, { action: 'AJOUT' }))).toEqual({ already: false });
    expect(value(dmp.setAuthorization(caller, { action: 'AJOUT' }))).toEqual({ already: true });
    expect(value(dmp.listAuthorizations(caller))).toMatchObject([{ holder: doctor.userId, state: 'ACTIVE' }]);
    expect(value(dmp.listPatients(caller)).map(({ patientId }) => patientId.extension)).toContain(patient.extension);
    value(dmp.setAuthorization(caller, { action: 'SUPPRESSION' }));
    expect(value(dmp.existence(caller, patient)).authorization).toBe('NON_EXISTE');
  });

  it('lets administration change only what is not attached to Mon espace santé', () => {
    const dmp = core();
    expect(reasons(dmp.close(doctor, PATIENT, 'FERMETURE_DEMANDE_PATIENT'))).toEqual(['patient.attachedToMes']);
    const patient = { ...PATIENT, extension: '162018885045327' };
    value(dmp.close({ ...doctor, patient }, patient, 'FERMETURE_DEMANDE_PATIENT'));
    expect(value(dmp.existence({ ...doctor, patient }, patient)).state).toBe('terminated');
  });

  it('traces each access', () => {
    const dmp = core();
    value(find(dmp, doctor));
    find(dmp, indirect);
    expect(dmp.admin.traces(PATIENT.extension)).toMatchObject([
      { transaction: 'TD3.1a', outcome: 'done', userId: doctor.userId },
      { transaction: 'TD3.1a', outcome: 'refused', mode: 'INDIRECTE' },
    ]);
  });
});

describe('state', () => {
  it('comes back from a snapshot as JSON, and from the journal', () => {
    const journal: string[] = [];
    const dmp = core({ onCommit: (commit) => journal.push(JSON.stringify(commit)) });
    const { entryUuid = '' } = value(dmp.submit(doctor, submission(1))).entries[0] ?? {};
    value(dmp.update(doctor, { target: entryUuid, changes: ['archive'] }));
    const copies = [core({ patients: [] }), core({ patients: [] })];
    copies[0]?.restore(JSON.parse(JSON.stringify(dmp.snapshot())));
    for (const line of journal) copies[1]?.replay(JSON.parse(line));
    for (const copy of copies) {
      expect(copy.snapshot()).toEqual(dmp.snapshot());
      const got = value(copy.retrieve(doctor, [{ documentUniqueId: '1.2.3.1.2' }]));
      expect(got.documents[0]?.content.bytes).toEqual(new TextEncoder().encode('document 1'));
    }
  });

  it('changes nothing when the journal refuses', () => {
    let refuse = false;
    const dmp = core({
      onCommit: () => {
        if (refuse) throw new Error('disk full');
      },
    });
    refuse = true;
    expect(() => dmp.submit(doctor, submission(1))).toThrow('disk full');
    refuse = false;
    expect(reasons(dmp.submit(doctor, submission(1)))).toEqual([]);
  });
});

describe('small parts', () => {
  it('computes SHA-1 as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(documentContent(bytes).sha1).toBe(createHash('sha1').update(bytes).digest('hex'));
      }),
    );
  });

  it('matches LIKE patterns as a regular expression does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '^') }),
        fc.string({ unit: fc.constantFrom('a', 'b', '%', '_') }),
        (text, pattern) => {
          const regexp = new RegExp(`^${pattern.replace(/%/g, '.*').replace(/_/g, '.')}$`);
          expect(like(text, pattern)).toBe(regexp.test(text));
        },
      ),
    );
  });

  it('knows the roles and sectors of the VIHF', () => {
    expect(isRole({ code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5' })).toBe(true);
    expect(isRole({ code: 'SM73', codeSystem: '1.2.250.1.71.4.2.5' })).toBe(false);
    expect(isSector({ code: 'SA66', codeSystem: '1.2.250.1.71.4.2.4' })).toBe(false);
  });
});
