import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canTransmitIns } from '@socle-sante/core/rniv';
import { entryUuid, logicalId, STATUSES, uniqueId } from '@socle-sante/documents/xds';
import type { WireRequest } from '@socle-sante/wire/http';
import { collectStream, decodeMultipart, partOfCid } from '@socle-sante/wire/multipart';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.ts';
import { itWithTool } from '../../tooling/src/with-tool.ts';
import { queryText } from '../src/operations/queries.js';
import {
  administrativeData,
  archiveDocument,
  closeRecord,
  existence,
  findPatients,
  listAuthorizationByPatient,
  patientList,
  provideDocuments,
  provideDocumentsByStaff,
  referenceQuery,
  removeDocument,
  retrieveDocuments,
  setAuthorization,
  storedQuery,
  updateAdministrativeData,
  updateMask,
  updateVisibility,
} from '../src/operations.js';
import { AUTHOR, bytes, CONTENT_TYPE, context, entryOf, INS, PATIENT, submissionOf, VENDOR } from './support/sample.js';
import { schemaErrors } from './support/schema.js';

const decision = canTransmitIns(PATIENT);
if (!decision.ok) throw new Error('test identity');
const { traits } = decision;
const author = {
  idNat: '899900063480',
  family: 'LIBRE',
  given: 'MAX 0001/2',
  structure: { idNat: '499900063480001', name: 'CABINET EXEMPLE' },
};
const set = submissionOf().submissionSet;
const target = entryUuid('urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1');
const known = {
  ...entryOf(target, bytes('<a/>'), `${VENDOR}.1.5`),
  logicalId: logicalId('urn:uuid:11111111-2222-4333-8444-555555555555'),
  version: '1',
  status: STATUSES.approved,
  repositoryUniqueId: '1.2.250.1.213.4.1.1.1.2',
};
const status = { submissionSet: set, target, from: STATUSES.approved, to: STATUSES.archived };

const plain: [string, () => WireRequest, string][] = [
  ['TD0.2', () => existence.encode({ patient: INS }, context()), 'patients'],
  [
    'TD0.3',
    () => setAuthorization.encode({ action: 'SUPPRESSION', role: 'MEDECIN_TRAITANT' }, context()),
    'habilitations',
  ],
  [
    'TD0.4',
    () => patientList.encode({ since: new Date('2026-08-01T00:00:00Z'), dateType: 'LASTDOC' }, context()),
    'patientsSpecific',
  ],
  [
    'TD0.5',
    () =>
      findPatients.encode(
        {
          family: 'PAT-TROIS',
          given: 'DOMINIQUE',
          birthDate: '1979-03-28',
          sex: 'F',
          city: 'REIMS',
          postalCode: '51100',
        },
        context(),
      ),
    'patientsPDQ',
  ],
  ['TD1.3a', () => administrativeData.encode({ patient: INS }, context()), 'patients'],
  [
    'TD1.3b',
    () =>
      updateAdministrativeData.encode(
        { patient: INS, traits, author, telecoms: ['tel:0600000000'], address: { lines: ['1 rue X'], city: 'REIMS' } },
        context(),
      ),
    'patients',
  ],
  ['TD1.4', () => closeRecord.encode({ patient: INS, traits, author, comment: 'demande' }, context()), 'patients'],
  ['TD1.6', () => listAuthorizationByPatient.encode({ mode: 'TOUTE' }, context()), 'habilitations'],
  [
    'TD3.1a',
    () =>
      storedQuery.encode(
        {
          query: 'FindDocuments',
          returnType: 'LeafClass',
          parameters: {
            XDSDocumentEntryPatientId: 'x',
            XDSDocumentEntryStatus: [STATUSES.approved, STATUSES.archived],
          },
        },
        context(),
      ),
    'registry',
  ],
  [
    'TD3.1b',
    () =>
      referenceQuery.encode(
        { query: 'GetDocuments', returnType: 'ObjectRef', parameters: { XDSDocumentEntryUniqueId: [`${VENDOR}.1`] } },
        context(),
      ),
    'registry',
  ],
  [
    'TD3.2',
    () =>
      retrieveDocuments.encode(
        { documents: [{ uniqueId: uniqueId(`${VENDOR}.1`), repositoryUniqueId: '1.2.250.1.213.4.1.1.1.2' }] },
        context(),
      ),
    'repository',
  ],
  [
    'TD3.3a',
    () => updateMask.encode({ submissionSet: set, entry: known, previousVersion: '1' }, context()),
    'registry',
  ],
  [
    'TD3.3b',
    () => updateVisibility.encode({ submissionSet: set, entry: known, previousVersion: '1' }, context()),
    'registry',
  ],
  ['TD3.3c', () => removeDocument.encode(status, context()), 'registry'],
  ['TD3.3d', () => archiveDocument.encode(status, context()), 'registry'],
];

const text = (request: WireRequest): string => new TextDecoder().decode(request.body);

describe('every request', () => {
  it.each(plain)('%s has the envelope of the DMP', (transaction, make, service) => {
    const request = make();
    const xml = text(request);
    const action = /action="([^"]+)"$/.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
    expect(request).toMatchObject({
      method: 'POST',
      url: `https://dmp.sim.invalid/si-dmp-server/v2/services/${service}`,
      operation: transaction,
      safeToRepeat: false,
    });
    expect(request.headers['content-type']).toBe(`application/soap+xml; charset=UTF-8; action="${action}"`);
    expect(xml).toContain(
      '<soap:Header><wsa:MessageID>urn:uuid:6d0f2f8e-0a53-4f0e-9a0a-0d2d2f3c1a11</wsa:MessageID>' +
        `<wsa:To>${request.url}</wsa:To>` +
        '<wsa:ReplyTo soap:mustUnderstand="true"><wsa:Address>http://www.w3.org/2005/08/addressing/anonymous</wsa:Address></wsa:ReplyTo>' +
        `<wsa:Action soap:mustUnderstand="true">${action}</wsa:Action>` +
        '<wsse:Security><saml2:Assertion',
    );
    expect(
      xml.startsWith(
        '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"',
      ),
    ).toBe(true);
    expect(xml.match(/mustUnderstand/g)).toHaveLength(2);
  });

  it('sends an empty To when it is asked', () => {
    const xml = text(existence.encode({ patient: INS }, context({ wire: { to: 'empty' } })));
    expect(xml).toContain('<wsa:To></wsa:To>');
  });

  it('writes the words that no schema checks (TD0.2, TD0.3, TD0.4, TD1.3a, TD1.4, TD1.6)', () => {
    const all = Object.fromEntries(plain.map(([name, make]) => [name, text(make())]));
    expect(all['TD0.2']).toContain('<reasonCode code="TEST_EXST" codeSystem="1.2.250.1.213.1.1.4.11"');
    expect(all['TD0.2']).toContain('<value root="1.2.250.1.213.1.4.10" extension="279035121518989"></value>');
    expect(all['TD0.2']).toContain('<attentionLine xsi:nil="true">');
    expect(all['TD1.3a']).toContain('code="CNSLT_DATA"');
    expect(all['TD1.3b']).toContain('code="MODIF_DATA"');
    expect(all['TD1.4']).toContain('code="FERM"');
    expect(all['TD1.4']).toContain('<statusCode code="terminated">');
    expect(all['TD1.4']).toContain('code="FERMETURE_DEMANDE_PATIENT" codeSystem="1.2.250.1.213.4.1.2.4"');
    expect(all['TD1.4']).toContain('<given>MAX ------</given>');
    expect(all['TD0.3']).toContain(
      '<setAuthorization xmlns="urn:si-dmp-habilitations"><action>SUPPRESSION</action><role>MEDECIN_TRAITANT</role></setAuthorization>',
    );
    expect(all['TD0.4']).toContain(
      '<patientList xmlns="urn:si-dmp-patients"><startDate>20260801000000</startDate><dateType>LASTDOC</dateType></patientList>',
    );
    expect(all['TD1.6']).toContain('<listAuthorizationByPatient xmlns="urn:si-dmp-habilitations"><mode>TOUTE</mode>');
  });

  it('quotes the values of a search, quotes doubled', () => {
    expect(queryText("l'été")).toBe("'l''été'");
    expect(queryText(['a', "b'c"])).toBe("('a','b''c')");
    fc.assert(
      fc.property(fc.string(), (value) => {
        const written = queryText(value);
        expect(written.slice(1, -1).replaceAll("''", "'")).toBe(value);
      }),
    );
  });

  it('writes the times of a search with quotes, or without', () => {
    const search = {
      query: 'FindDocuments',
      returnType: 'LeafClass',
      parameters: {
        XDSDocumentEntryPatientId: 'p',
        XDSDocumentEntryStatus: ['s'],
        XDSDocumentEntryServiceStartTimeFrom: '20240901000000',
      },
    } as const;
    expect(text(storedQuery.encode(search, context()))).toContain("<Value>'20240901000000'</Value>");
    const bare = text(storedQuery.encode(search, { ...context(), wire: { quotedTimes: false } }));
    expect(bare).toContain('<Value>20240901000000</Value>');
    expect(bare).toContain("<Value>'p'</Value>");
  });

  it('resends all the metadata for a mask, without status nor version, and says what it replaces', () => {
    const xml = text(updateMask.encode({ submissionSet: set, entry: known, previousVersion: '1' }, context()));
    expect(xml).toMatch(
      /<ExtrinsicObject id="D1" lid="urn:uuid:11111111-2222-4333-8444-555555555555" mimeType="text\/xml"/,
    );
    expect(xml).toContain('<Slot name="PreviousVersion"><ValueList><Value>1</Value></ValueList></Slot>');
    expect(xml).toContain('<Slot name="repositoryUniqueId">');
    expect(xml).not.toContain('VersionInfo');
    expect(xml).not.toContain('status=');
  });

  it('is refused before it leaves when it cannot be right', () => {
    const cases: [() => unknown, string][] = [
      [() => existence.encode({ patient: { ...INS, matricule: 'x' as never } }, context()), 'dmp.patient.ins'],
      [() => findPatients.encode({ family: ' ' }, context()), 'dmp.patients.family'],
      [
        () => storedQuery.encode({ query: 'FindDocuments', returnType: 'LeafClass', parameters: {} }, context()),
        'dmp.query.parameter',
      ],
      [
        () =>
          referenceQuery.encode(
            { query: 'GetDocuments', returnType: 'LeafClass', parameters: { XDSDocumentEntryUniqueId: ['1'] } },
            context(),
          ),
        'dmp.query.reference',
      ],
      [() => retrieveDocuments.encode({ documents: [] }, context()), 'dmp.retrieve.empty'],
      [
        () =>
          retrieveDocuments.encode(
            { documents: [{ uniqueId: target as never, repositoryUniqueId: '1.2' }] },
            context(),
          ),
        'dmp.retrieve.uniqueId',
      ],
      [() => removeDocument.encode({ ...status, to: STATUSES.approved }, context()), 'dmp.update.sameStatus'],
      [
        // What a reply lacked, or could not be read, is not written back as empty.
        () =>
          updateMask.encode(
            {
              submissionSet: set,
              entry: { ...known, classCode: { code: '', codeSystem: '', displayName: '' } },
              previousVersion: '1',
            },
            context(),
          ),
        'dmp.update.incomplete',
      ],
      [
        () =>
          updateMask.encode(
            { submissionSet: set, entry: entryOf('x', bytes(''), '1.2.3'), previousVersion: '' },
            context(),
          ),
        'dmp.update.version',
      ],
      [
        () => closeRecord.encode({ patient: INS, traits, author: { ...author, idNat: '' } }, context()),
        'dmp.record.author',
      ],
    ];
    for (const [run, rule] of cases) {
      expect(run).toThrowError(
        expect.objectContaining({
          origin: 'argument',
          findings: expect.arrayContaining([expect.objectContaining({ rule })]),
        }),
      );
    }
  });
});

async function deposit(contents?: readonly Uint8Array[]) {
  const submission = submissionOf('deposit', contents);
  const request = provideDocuments.encode({ submission, wire: { maxDocumentsPerSet: 9 } }, context());
  if (request.stream === undefined) throw new Error('a stream was expected');
  return {
    submission,
    request,
    body: await collectStream(request.stream),
    type: request.headers['content-type'] ?? '',
  };
}

describe('TD2.1', () => {
  const contents = [
    bytes('<ClinicalDocument>é\r\n--socle</ClinicalDocument>'),
    new Uint8Array([0, 255, 13, 10, 45, 45]),
  ];

  it('carries each document to the byte, named by its cid', async () => {
    const { submission, body, type, request } = await deposit(contents);
    expect(request.stream?.length).toBe(body.byteLength);
    const message = decodeMultipart(body, type);
    const envelope = new TextDecoder().decode(message.root.body);
    for (const { entryId, bytes: own } of submission.documents) {
      const href = new RegExp(`<xds:Document id="${entryId}"><xop:Include xmlns:xop="[^"]+" href="([^"]+)">`).exec(
        envelope,
      )?.[1];
      expect(Buffer.from(partOfCid(message, href ?? '').body).equals(own)).toBe(true);
    }
    expect(type).toMatch(
      /^multipart\/related; boundary="[^"]+"; type="application\/xop\+xml"; start="<[^"]+>"; start-info="application\/soap\+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"$/,
    );
  });

  it('copies no document, however often it is sent', async () => {
    const content = new Uint8Array(2_000_000).fill(65);
    const { stream } = provideDocuments.encode({ submission: submissionOf('large', [content]) }, context());
    for (let attempt = 0; attempt < 2; attempt += 1) {
      let shared = 0;
      for await (const chunk of stream?.open() ?? []) if (chunk.buffer === content.buffer) shared += chunk.byteLength;
      expect(shared).toBe(content.byteLength);
    }
  });

  it('is the same message for staff (TD2.2)', async () => {
    const submission = submissionOf('staff');
    const staff = provideDocumentsByStaff.encode({ submission }, context());
    const ps = provideDocuments.encode({ submission }, context());
    expect(staff.operation).toBe('TD2.2');
    expect(staff.headers).toEqual(ps.headers);
    if (!staff.stream || !ps.stream) throw new Error('streams');
    expect(await collectStream(staff.stream)).toEqual(await collectStream(ps.stream));
  });

  itWithTool('lxml', 'is read back by another program: email and lxml of Python', async () => {
    const { submission, body, type } = await deposit(contents);
    const folder = mkdtempSync(join(tmpdir(), 'socle-dmp-'));
    try {
      writeFileSync(
        join(folder, 'message'),
        Buffer.concat([Buffer.from(`Content-Type: ${type}\r\nMIME-Version: 1.0\r\n\r\n`), body]),
      );
      const run = spawnSync(
        '/usr/bin/python3',
        [join(import.meta.dirname, 'support/read_message.py'), join(folder, 'message')],
        {
          encoding: 'utf8',
        },
      );
      expect(run.stderr).toBe('');
      const read = JSON.parse(run.stdout) as Record<string, unknown>;
      expect(read).toMatchObject({
        root: 'application/xop+xml',
        rootType: 'application/soap+xml',
        action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
        envelope: '{http://www.w3.org/2003/05/soap-envelope}Envelope',
        order: ['MessageID', 'To', 'ReplyTo', 'Action', 'Security'],
      });
      expect(read['documents']).toEqual(
        submission.entries.map(({ id, hash, size }) => ({
          id,
          sha1: hash,
          size,
          slotHash: hash,
          slotSize: String(size),
        })),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const bad: [string, (s: ReturnType<typeof submissionOf>) => ReturnType<typeof submissionOf>][] = [
    ['dmp.submission.empty', (s) => ({ ...s, entries: s.entries.slice(1), documents: s.documents.slice(1) })],
    ['dmp.submission.signature', (s) => ({ ...s, entries: s.entries.slice(0, 1), documents: s.documents.slice(0, 1) })],
    ['dmp.submission.noBytes', (s) => ({ ...s, documents: s.documents.slice(1) })],
    [
      'dmp.submission.noEntry',
      (s) => ({ ...s, documents: s.documents.map((d, i) => (i ? d : { ...d, entryId: 'x' })) }),
    ],
    ['dmp.submission.sameId', (s) => ({ ...s, entries: s.entries.map((e) => ({ ...e, id: 'D1' })) })],
    [
      'dmp.submission.sameUniqueId',
      (s) => ({ ...s, entries: s.entries.map((e) => ({ ...e, uniqueId: uniqueId('1.2.3') })) }),
    ],
    ['dmp.submission.mismatch', (s) => ({ ...s, documents: s.documents.map((d) => ({ ...d, mimeType: 'a/b' })) })],
    ['dmp.submission.size', (s) => ({ ...s, entries: s.entries.map((e) => ({ ...e, size: 3 })) })],
    [
      'dmp.submission.patient',
      (s) => ({ ...s, entries: s.entries.map((e) => ({ ...e, patientId: { extension: '1', oid: '1.2' } })) }),
    ],
    [
      'dmp.submission.association',
      (s) => ({
        ...s,
        associations: [
          ...s.associations,
          { id: 'z', type: 'urn:ihe:iti:2007:AssociationType:APND', source: 'D1', target, slots: {} },
        ],
      }),
    ],
  ];
  it.each(bad)('%s stops it', (rule, change) => {
    const findings = provideDocuments.validate({ submission: change(submissionOf()) });
    expect(findings.map((item) => item.rule)).toContain(rule);
  });

  it('counts documents and their size against the settings', () => {
    const two = submissionOf('two', [bytes('a'), bytes('bb')]);
    expect(provideDocuments.validate({ submission: two }).map(({ rule }) => rule)).toEqual(['dmp.submission.tooMany']);
    expect(provideDocuments.validate({ submission: two, wire: { maxDocumentsPerSet: 2 } })).toEqual([]);
    expect(
      provideDocuments
        .validate({ submission: two, wire: { maxDocumentsPerSet: 2, maxDocumentBytes: 1 } })
        .map(({ rule }) => rule),
    ).toContain('dmp.submission.tooLarge');
    expect(AUTHOR.institutions).toHaveLength(1);
    expect(CONTENT_TYPE.code).toBe('07');
  });
});

describeWithConformance('official schemas', () => {
  const withoutSchema = ['TD0.2', 'TD0.3', 'TD0.4', 'TD1.3a', 'TD1.3b', 'TD1.4', 'TD1.6'];
  it.each(plain.filter(([name]) => !withoutSchema.includes(name)))('%s is valid', (name, make) => {
    expect(schemaErrors(text(make()), name === 'TD0.5' ? 'dmp-soap-pdq.xsd' : 'dmp-soap.xsd')).toEqual([]);
  });

  it.each(plain.filter(([name]) => withoutSchema.includes(name)))(
    '%s: the envelope is valid, its body has no schema',
    (_, make) => {
      // What the schema does not know may only be the element in the Body.
      const errors = schemaErrors(text(make()).replace(/<soap:Body>.*<\/soap:Body>/s, '<soap:Body></soap:Body>'));
      expect(errors).toEqual([]);
    },
  );

  it('TD2.1 is valid once its attachments are put back', async () => {
    const { body, type } = await deposit();
    const message = decodeMultipart(body, type);
    const xml = new TextDecoder()
      .decode(message.root.body)
      .replace(/<xop:Include [^>]*href="([^"]+)"[^>]*><\/xop:Include>/g, (_, href: string) =>
        Buffer.from(partOfCid(message, href).body).toString('base64'),
      );
    expect(schemaErrors(xml)).toEqual([]);
  });
});
