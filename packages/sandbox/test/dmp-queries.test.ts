import { beforeAll, describe, expect, it } from 'vitest';
import {
  createDmpCore,
  type DmpCaller,
  type DmpCore,
  type DmpQuery,
  type DmpQueryName,
  type DmpSubmission,
  documentContent,
} from '../src/dmp.ts';

// Every stored query and every parameter, on five documents of one patient.
const NOW = new Date('2026-09-01T08:00:00.000Z');
const PATIENT = { extension: '274075176079430', oid: '1.2.250.1.213.1.4.10' };
const CX = `${PATIENT.extension}^^^&${PATIENT.oid}&ISO^NH`;
const STATUS = 'urn:oasis:names:tc:ebxml-regrep:StatusType:';
const doctor: DmpCaller = {
  mode: 'DIRECTE',
  userId: '899900000003',
  roles: [
    { code: '10', codeSystem: '1.2.250.1.71.1.2.7', displayName: 'Médecin' },
    { code: 'SM26', codeSystem: '1.2.250.1.71.4.2.5', displayName: 'Qualifié en médecine générale (SM)' },
  ],
  structure: '10B0999999',
  patient: PATIENT,
};
const coded = (code: string, codeSystem: string) => ({ code, codeSystem, displayName: code });
const authorOf = (id: string, name: string) => ({
  person: `${id}^${name}^ALIX^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS`,
  institutions: ['CENTRE^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^10B0999999'],
  roles: [],
  specialties: ['G15_10/SM26^Médecin^1.2.250.1.213.1.1.4.5'],
});

interface Facts {
  readonly type: readonly [code: string, classCode: string];
  readonly at: string;
  readonly stop?: string;
  readonly author?: readonly [string, string];
  readonly events?: readonly string[];
  readonly reference?: string;
  readonly facility?: string;
}
const DOCUMENTS: readonly Facts[] = [
  { type: ['11488-4', '10'], at: '20250310090000', events: ['A', 'B'], reference: 'R1' },
  { type: ['11490-0', '10'], at: '20251231235959', stop: '20260105120000', events: ['A'] },
  { type: ['60591-5', '11'], at: '20260101000000', author: ['899900000029', 'MODELE'], facility: 'SA07' },
  { type: ['57833-6', '42'], at: '20260615120000', events: ['B'] },
];

function submission(
  n: number,
  { type, at, stop, author, events = [], reference, facility = 'SA05' }: Facts,
): DmpSubmission {
  const content = documentContent(new TextEncoder().encode(`document ${n}`));
  const submitter = authorOf('899900000003', 'EXEMPLE');
  return {
    set: {
      id: 'SS',
      uniqueId: `1.2.3.${n}.1`,
      sourceId: `1.2.3.${n % 2}`,
      patientId: PATIENT,
      submissionTime: at,
      contentType: coded(n % 2 === 0 ? '07' : '03', '1.2.250.1.213.2.2'),
      authors: [submitter],
    },
    entries: [
      {
        id: 'D',
        uniqueId: `1.2.3.${n}.2`,
        patientId: PATIENT,
        sourcePatientId: CX,
        sourcePatientInfo: ['PID-5|PAT-HUIT^FRANCOISE^^^^^L', 'PID-7|19740702', 'PID-8|F'],
        mimeType: 'text/xml',
        hash: content.sha1,
        size: content.size,
        creationTime: at,
        serviceStartTime: at,
        ...(stop === undefined ? {} : { serviceStopTime: stop }),
        languageCode: 'fr-FR',
        title: 'Document',
        authors: [author ? authorOf(...author) : submitter],
        legalAuthenticator: submitter.person,
        classCode: coded(type[1], '1.2.250.1.213.1.1.4.1'),
        typeCode: coded(type[0], '2.16.840.1.113883.6.1'),
        formatCode: coded('urn:ihe:iti:xds-sd:text:2008', '1.3.6.1.4.1.19376.1.2.3'),
        confidentiality: [
          coded('N', '2.16.840.1.113883.5.25'),
          ...(n === 3 ? [coded('INVISIBLE_PATIENT', '1.2.250.1.213.1.1.4.13')] : []),
        ],
        healthcareFacilityType: coded(facility, '1.2.250.1.71.4.2.4'),
        practiceSetting: coded('AMBULATOIRE', '1.2.250.1.213.1.1.4.9'),
        events: events.map((code) => coded(code, '1.2.250.1.1')),
        referenceIds: reference === undefined ? [] : [`${reference}^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order`],
      },
    ],
    associations: [
      {
        id: 'a',
        type: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
        source: 'SS',
        target: 'D',
        submissionSetStatus: 'Original',
      },
    ],
    documents: [{ entryId: 'D', content }],
  };
}

let dmp: DmpCore;
const ids: { set: string; entry: string }[] = [];
beforeAll(() => {
  // Without signature documents: the level of a simulator that only notes.
  dmp = createDmpCore({ clock: () => NOW, level: 'lenient' });
  dmp.admin.setAuthorization(PATIENT.extension, { holder: doctor.userId, state: 'ACTIVE', since: '', lastAction: '' });
  for (const [n, facts] of DOCUMENTS.entries()) {
    const done = dmp.submit(doctor, submission(n, facts));
    if (!done.ok) throw new Error(JSON.stringify(done.refusals));
    ids.push({ set: done.value.setId, entry: done.value.entries[0]?.entryUuid ?? '' });
  }
  const replacement = submission(9, { type: ['11488-4', '10'], at: '20260701120000' });
  const replaced = dmp.submit(doctor, {
    ...replacement,
    associations: [
      ...replacement.associations,
      { id: 'r', type: 'urn:ihe:iti:2007:AssociationType:RPLC', source: 'D', target: ids[3]?.entry ?? '' },
    ],
  });
  if (!replaced.ok) throw new Error(JSON.stringify(replaced.refusals));
  ids.push({ set: replaced.value.setId, entry: replaced.value.entries[0]?.entryUuid ?? '' });
  dmp.setLevel('strict');
});

type Parameters = Record<string, readonly (readonly string[])[]>;
const run = (query: DmpQueryName, parameters: Parameters, returnType: DmpQuery['returnType'] = 'LeafClass') =>
  dmp.query(doctor, { query, parameters, returnType });
const value = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
};
const reasons = (outcome: { ok: true } | { ok: false; refusals: readonly { reason: string }[] }) =>
  outcome.ok ? [] : outcome.refusals.map(({ reason }) => reason);
const indexes = (entries: readonly { id: string }[]) =>
  entries.map(({ id }) => ids.findIndex(({ entry }) => entry === id));
const base: Parameters = { $XDSDocumentEntryPatientId: [[CX]], $XDSDocumentEntryStatus: [[`${STATUS}Approved`]] };
const P = '$XDSDocumentEntry';
const event = (code: string) => `${code}^^1.2.250.1.1`;

describe('FindDocuments', () => {
  it.each<[string, Parameters, readonly number[]]>([
    ['nothing more', {}, [0, 1, 2, 4]],
    ['another status', { [`${P}Status`]: [[`${STATUS}Deprecated`]] }, [3]],
    ['two statuses', { [`${P}Status`]: [[`${STATUS}Deprecated`, `${STATUS}Approved`]] }, [0, 1, 2, 3, 4]],
    ['type', { [`${P}TypeCode`]: [['11490-0^^2.16.840.1.113883.6.1']] }, [1]],
    [
      'two types: one or the other',
      { [`${P}TypeCode`]: [['11490-0^^2.16.840.1.113883.6.1', '60591-5^^2.16.840.1.113883.6.1']] },
      [1, 2],
    ],
    ['type under another scheme', { [`${P}TypeCode`]: [['11490-0^^1.2.3']] }, []],
    ['class', { [`${P}ClassCode`]: [['11^^1.2.250.1.213.1.1.4.1']] }, [2]],
    ['format', { [`${P}FormatCode`]: [['urn:ihe:iti:xds-sd:pdf:2008^^1.3.6.1.4.1.19376.1.2.3']] }, []],
    ['practice setting', { [`${P}PracticeSettingCode`]: [['AMBULATOIRE^^1.2.250.1.213.1.1.4.9']] }, [0, 1, 2, 4]],
    ['facility', { [`${P}HealthcareFacilityTypeCode`]: [['SA07^^1.2.250.1.71.4.2.4']] }, [2]],
    ['an event or the other', { [`${P}EventCodeList`]: [[event('A'), event('B')]] }, [0, 1]],
    ['an event and the other', { [`${P}EventCodeList`]: [[event('A')], [event('B')]] }, [0]],
    ['confidentiality', { [`${P}ConfidentialityCode`]: [['N^^2.16.840.1.113883.5.25']] }, [0, 1, 2, 4]],
    [
      'two confidentialities at once',
      { [`${P}ConfidentialityCode`]: [['N^^2.16.840.1.113883.5.25'], ['MASQUE_PS^^1.2.250.1.213.1.1.4.13']] },
      [],
    ],
    ['author', { [`${P}AuthorPerson`]: [['899900000029^MODELE%']] }, [2]],
    ['author by one letter', { [`${P}AuthorPerson`]: [['%MOD_LE%']] }, [2]],
    ['one author or the other', { [`${P}AuthorPerson`]: [['%MODELE%', '%EXEMPLE%']] }, [0, 1, 2, 4]],
    ['from a year', { [`${P}CreationTimeFrom`]: [['2026']] }, [2, 4]],
    ['to a year, which is not in it', { [`${P}CreationTimeTo`]: [['2026']] }, [0, 1]],
    ['a month', { [`${P}ServiceStartTimeFrom`]: [['202512']], [`${P}ServiceStartTimeTo`]: [['202601']] }, [1]],
    [
      'to the second',
      { [`${P}ServiceStartTimeFrom`]: [['20260101000000']], [`${P}ServiceStartTimeTo`]: [['20260101000001']] },
      [2],
    ],
    [
      'end of the service',
      { [`${P}ServiceStopTimeFrom`]: [['20260105']], [`${P}ServiceStopTimeTo`]: [['20260106']] },
      [1],
    ],
    ['stable documents', { [`${P}Type`]: [['urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1']] }, [0, 1, 2, 4]],
    ['documents made on demand', { [`${P}Type`]: [['urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248']] }, []],
    ['a parameter of nobody, which is left out', { $Autre: [['x']] }, [0, 1, 2, 4]],
  ])('%s', (_, more, expected) => {
    expect(indexes(value(run('FindDocuments', { ...base, ...more })).entries)).toEqual(expected);
  });

  it('notes a parameter that it leaves out', () => {
    expect(run('FindDocuments', { ...base, $Autre: [['x']] }).warnings.map(({ reason }) => reason)).toEqual([
      'query.unknownParameter',
    ]);
  });

  it('refuses more than it may answer, but not their references', () => {
    const small = createDmpCore({ clock: () => NOW, maxResults: 3 });
    const patient = { extension: '279035121518989', oid: PATIENT.oid };
    const search = (returnType: DmpQuery['returnType']) =>
      small.query(
        { ...doctor, patient },
        {
          query: 'FindDocuments',
          parameters: { ...base, $XDSDocumentEntryPatientId: [[CX.replace(PATIENT.extension, patient.extension)]] },
          returnType,
        },
      );
    const refused = search('LeafClass');
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['XDSTooManyResults']);
    expect(value(search('ObjectRef')).objectRefs.length).toBeGreaterThan(3);
  });
});

describe('the other queries', () => {
  const sets: Parameters = { $XDSSubmissionSetPatientId: [[CX]], $XDSSubmissionSetStatus: [[`${STATUS}Approved`]] };
  const found = (outcome: ReturnType<typeof run>) =>
    value(outcome).sets.map(({ id }) => ids.findIndex(({ set }) => set === id));
  const S = '$XDSSubmissionSet';

  it('FindDocumentsByReferenceId', () => {
    const search = (...slots: readonly (readonly string[])[]) =>
      indexes(value(run('FindDocumentsByReferenceId', { ...base, [`${P}ReferenceIdList`]: slots })).entries);
    expect(
      search(['R1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order', 'R2^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order']),
    ).toEqual([0]);
    expect(
      search(['R1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order'], ['R2^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:order']),
    ).toEqual([]);
  });

  it.each<[string, Parameters, readonly number[]]>([
    ['nothing more', {}, [0, 1, 2, 3, 4]],
    ['times', { [`${S}SubmissionTimeFrom`]: [['20251231']], [`${S}SubmissionTimeTo`]: [['202602']] }, [1, 2]],
    ['author', { [`${S}AuthorPerson`]: [['%EXEMPLE%']] }, [0, 1, 2, 3, 4]],
    ['content type', { [`${S}ContentType`]: [['07^^1.2.250.1.213.2.2']] }, [0, 2]],
    ['source', { [`${S}SourceId`]: [['1.2.3.1', '1.2.3.9']] }, [1, 3, 4]],
  ])('FindSubmissionSets: %s', (_, more, expected) => {
    expect(found(run('FindSubmissionSets', { ...sets, ...more }))).toEqual(expected);
  });

  it.each<[string, Parameters]>([
    ['entryUUID', { [`${P}EntryUUID`]: [['?entry']] }],
    ['uniqueId', { [`${P}UniqueId`]: [['1.2.3.1.2']] }],
    ['logicalId', { [`${P}LogicalID`]: [['?entry']] }],
  ])('GetDocuments by %s, and the reference alone', (_, parameters) => {
    const known = Object.fromEntries(
      Object.entries(parameters).map(([name, slots]) => [
        name,
        slots.map((slot) => slot.map((one) => (one === '?entry' ? (ids[1]?.entry ?? '') : one))),
      ]),
    );
    expect(indexes(value(run('GetDocuments', known)).entries)).toEqual([1]);
    expect(value(run('GetDocuments', known, 'ObjectRef')).objectRefs).toEqual([ids[1]?.entry]);
  });

  it('GetAssociations, GetDocumentsAndAssociations, GetRelatedDocuments', () => {
    const old = ids[3]?.entry ?? '';
    const types = (outcome: ReturnType<typeof run>) =>
      value(outcome).associations.map(({ type }) => type.split(':').at(-1));
    expect(types(run('GetAssociations', { $uuid: [[ids[4]?.set ?? '']] }))).toEqual(['HasMember']);
    expect(types(run('GetDocumentsAndAssociations', { [`${P}EntryUUID`]: [[old]] }))).toEqual(['HasMember', 'RPLC']);
    const related = run('GetRelatedDocuments', {
      [`${P}EntryUUID`]: [[old]],
      $AssociationTypes: [['urn:ihe:iti:2007:AssociationType:RPLC']],
    });
    expect(indexes(value(related).entries)).toEqual([3, 4]);
    expect(types(related)).toEqual(['RPLC']);
    const none = run('GetRelatedDocuments', {
      [`${P}EntryUUID`]: [[old]],
      $AssociationTypes: [['urn:ihe:iti:2007:AssociationType:APND']],
    });
    expect(value(none).entries).toEqual([]);
  });

  it('GetSubmissionSets, GetSubmissionSetAndContents, GetAll', () => {
    expect(found(run('GetSubmissionSets', { $uuid: [[ids[1]?.entry ?? '', ids[2]?.entry ?? '']] }))).toEqual([1, 2]);
    const contents = run('GetSubmissionSetAndContents', { [`${S}UniqueId`]: [['1.2.3.2.1']] });
    expect([found(contents), indexes(value(contents).entries), value(contents).associations.length]).toEqual([
      [2],
      [2],
      1,
    ]);
    const none = run('GetSubmissionSetAndContents', {
      [`${S}EntryUUID`]: [[ids[2]?.set ?? '']],
      [`${P}FormatCode`]: [['x^^1.2']],
    });
    expect([found(none), value(none).entries]).toEqual([[2], []]);
    const all = run('GetAll', {
      $patientId: [[CX]],
      [`${P}Status`]: [[`${STATUS}Approved`]],
      [`${S}Status`]: [[`${STATUS}Approved`]],
      $XDSFolderStatus: [[`${STATUS}Approved`]],
    });
    expect([indexes(value(all).entries), found(all)]).toEqual([
      [0, 1, 2, 4],
      [0, 1, 2, 3, 4],
    ]);
  });

  it.each<[DmpQueryName, Parameters]>([
    ['FindFolders', { $XDSFolderPatientId: [[CX]], $XDSFolderStatus: [[`${STATUS}Approved`]] }],
    ['GetFolders', { $XDSFolderEntryUUID: [['urn:uuid:1', 'urn:uuid:2']] }],
    ['GetFolderAndContents', { $XDSFolderUniqueId: [['1.2.3']] }],
    ['GetFoldersForDocument', { [`${P}UniqueId`]: [['1.2.3.1.2']] }],
  ])('%s finds no folder', (query, parameters) => {
    expect(value(run(query, parameters)).objectRefs).toEqual([]);
  });

  it.each<DmpQueryName>([
    'FindDocuments',
    'FindDocumentsByReferenceId',
    'FindSubmissionSets',
    'FindFolders',
    'GetAll',
    'GetDocuments',
    'GetFolders',
    'GetAssociations',
    'GetDocumentsAndAssociations',
    'GetSubmissionSets',
    'GetSubmissionSetAndContents',
    'GetFolderAndContents',
    'GetFoldersForDocument',
    'GetRelatedDocuments',
  ])('%s needs its parameters', (query) => {
    expect(reasons(run(query, {}))).toContain('query.missing');
  });

  it.each<[DmpQueryName, Parameters, string]>([
    ['GetDocuments', { [`${P}UniqueId`]: [['1']], [`${P}EntryUUID`]: [['1']] }, 'query.tooMany'],
    ['FindDocuments', { ...base, [`${P}PatientId`]: [[CX, CX]] }, 'query.single'],
    ['FindDocuments', { ...base, [`${P}Status`]: [['urn:autre']] }, 'query.status'],
    ['FindDocuments', { ...base, [`${P}CreationTimeFrom`]: [['20261']] }, 'query.time'],
    ['FindDocuments', { ...base, [`${P}EventCodeList`]: [['A']] }, 'query.code'],
  ])('%s refuses %o', (query, parameters, reason) => {
    expect(reasons(run(query, parameters))).toEqual([reason]);
  });

  it('leaves out, below strict, a status that it does not know', () => {
    dmp.setLevel('dmp');
    expect(
      indexes(value(run('FindDocuments', { ...base, [`${P}Status`]: [[`${STATUS}Approved`, 'urn:autre']] })).entries),
    ).toEqual([0, 1, 2, 4]);
    dmp.setLevel('strict');
  });
});
