import { readFileSync } from 'node:fs';
import { uniqueId } from '@socle-sante/documents/xds';
import type { StreamedResponse } from '@socle-sante/wire/http';
import { collectStream, encodeMultipart } from '@socle-sante/wire/multipart';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import { DMP_CODES, DMP_SENTENCES, findDmpCode } from '../src/codes.js';
import { DmpConfigError, DmpProtocolError, DmpRefusedError, DmpUnavailableError } from '../src/errors.js';
import {
  administrativeData,
  closeRecord,
  existence,
  findPatients,
  listAuthorizationByPatient,
  patientList,
  provideDocuments,
  referenceQuery,
  retrieveDocuments,
  setAuthorization,
  storedQuery,
  updateMask,
} from '../src/operations.js';
import { fault, http, objectRefs, RELATES, registry, soap } from './support/answers.js';
import { ANSWER, bytes } from './support/sample.js';

const V3 = 'xmlns:n="urn:hl7-org:v3"';

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('an error was expected');
}

async function rejected(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('an error was expected');
    },
    (error: unknown) => error,
  );
}

function record(
  more: { found?: string; status?: string; lines?: string; observations?: string; person?: string } = {},
): string {
  const { found = 'OK', status = 'active', lines = '', observations = '', person = '' } = more;
  const patient =
    found === 'NF'
      ? ''
      : `<n:subject><n:registrationEvent><n:subject1><n:patient><n:id root="1.2.250.1.213.1.4.2" extension="0123456789012345678901"/><n:id root="1.2.250.1.213.1.4.10" extension="279035121518989"/><n:statusCode code="${status}"/><n:patientPerson><n:name><n:family>PAT-TROIS</n:family></n:name>${person}</n:patientPerson>${observations}</n:patient></n:subject1></n:registrationEvent></n:subject>`;
  return `<n:PRPA_IN201308UV02 ${V3}><n:acknowledgement typeCode="AA"/>${lines}<n:controlActProcess>${patient}<n:queryAck><n:queryResponseCode code="${found}"/></n:queryAck></n:controlActProcess></n:PRPA_IN201308UV02>`;
}

const line = (keyword: string, value: string) =>
  `<n:attentionLine><n:keyWordText code="${keyword}"/><n:value ${value}/></n:attentionLine>`;
const bl = (keyword: string, value: string) =>
  `<n:subjectOf><n:administrativeObservation><n:code code="${keyword}"/><n:value value="${value}"/></n:administrativeObservation></n:subjectOf>`;

describe('TD0.2', () => {
  it('says record, authorisation, médecin traitant and nothing of the identity', () => {
    const answer = existence.decode(
      http(
        soap(
          record({
            lines: line('AUTORISATION', 'code="VALIDE"') + line('STATUT_MT', 'value="true"'),
            observations: bl('RATTACHEMENT_ENS', 'true') + bl('COMPTE_INTERNET_OUVERT', 'false'),
          }),
        ),
      ),
      ANSWER,
    );
    expect(answer).toEqual({
      status: 'active',
      rawStatus: 'active',
      authorisation: { state: 'valid', raw: 'VALIDE' },
      treatingDoctor: true,
      internetAccountOpen: false,
      attachedToMonEspaceSante: true,
      messageId: RELATES,
    });
    expect(JSON.stringify(answer)).not.toMatch(/PAT-TROIS|279035121518989|0123456789/);
  });

  it.each([
    ['VALIDE', 'valid'],
    ['Valide', 'valid'],
    ['EXPIREE', 'expired'],
    ['INTERDIT', 'denied'],
    ['NON_EXISTE', 'none'],
    ['AUTRE', 'unknown'],
  ])('keeps %s and reads it as %s', (raw, state) => {
    const answer = existence.decode(http(soap(record({ lines: line('AUTORISATION', `code="${raw}"`) }))), ANSWER);
    expect(answer.authorisation).toEqual({ state, raw });
  });

  it('reads the beginnings that it is told', () => {
    const wire = { authorisationPrefixes: { autre: 'denied' } as const };
    const answer = existence.decode(http(soap(record({ lines: line('AUTORISATION', 'code="AUTRE"') }))), {
      ...ANSWER,
      wire,
    });
    expect(answer.authorisation.state).toBe('denied');
  });

  it('knows no record, and a closed one', () => {
    expect(existence.decode(http(soap(record({ found: 'NF' }))), ANSWER)).toMatchObject({ status: 'none' });
    const closed = record({
      status: 'terminated',
      observations:
        '<n:x><n:detectedIssueEvent><n:code code="FERMETURE_DEMANDE_PATIENT"/><n:effectiveTime value="20250101"/></n:detectedIssueEvent></n:x>',
    });
    expect(existence.decode(http(soap(closed)), ANSWER)).toMatchObject({
      status: 'terminated',
      closure: { date: '20250101', reason: 'FERMETURE_DEMANDE_PATIENT' },
    });
    expect(existence.decode(http(soap(record({ status: 'nullified' }))), ANSWER)).toMatchObject({
      status: 'unknown',
      rawStatus: 'nullified',
    });
  });

  it('refuses what is not accepted, and what is another message', () => {
    const refused = record().replace(
      'typeCode="AA"/>',
      'typeCode="AE"><n:acknowledgementDetail><n:code code="X1"/><n:text>non</n:text></n:acknowledgementDetail></n:acknowledgement>',
    );
    expect(caught(() => existence.decode(http(soap(refused)), ANSWER))).toMatchObject({
      code: 'dmp.refused.other',
      officialCode: 'X1',
      fault: { reason: 'non' },
    });
    expect(caught(() => existence.decode(http(soap('<x/>')), ANSWER))).toMatchObject({ code: 'dmp.protocol.answer' });
  });
});

describe('TD1.3a', () => {
  it('reads oppositions, contact and legal representatives', () => {
    const body = record({
      person:
        '<n:telecom value="tel:0600000000"/><n:addr><n:streetAddressLine>1 rue X</n:streetAddressLine><n:postalCode>51100</n:postalCode><n:city>REIMS</n:city></n:addr><n:personalRelationship><n:code code="FTH"/><n:relationshipHolder1><n:name><n:family>PERE</n:family><n:given>PAUL</n:given></n:name></n:relationshipHolder1></n:personalRelationship>',
      observations: bl('OPPOSITION_BRIS_DE_GLACE', 'true') + bl('OPPOSITION_ACCES_URGENCE', 'false'),
    });
    expect(administrativeData.decode(http(soap(body)), ANSWER)).toMatchObject({
      opposedToBrisDeGlace: true,
      opposedToEmergencyAccess: false,
      telecoms: ['tel:0600000000'],
      addresses: [{ lines: ['1 rue X'], postalCode: '51100', city: 'REIMS' }],
      legalRepresentatives: [{ relation: 'FTH', family: 'PERE', given: 'PAUL' }],
    });
  });
});

describe('specific services', () => {
  it('TD0.3 answers DMPOk, also when nothing changed, and refuses by its status', () => {
    const body = (status: string) =>
      `<ns1:setAuthorizationResponse xmlns:ns1="urn:si-dmp-habilitations"><ns1:output><status>${status}</status><context>déjà autorisé</context></ns1:output></ns1:setAuthorizationResponse>`;
    expect(setAuthorization.decode(http(soap(body('DMPOk'))), ANSWER)).toEqual({
      status: 'DMPOk',
      context: 'déjà autorisé',
      messageId: RELATES,
    });
    expect(caught(() => setAuthorization.decode(http(soap(body('DMPNo'))), ANSWER))).toMatchObject({
      code: 'dmp.refused.other',
      officialCode: 'DMPNo',
    });
  });

  it('a refusal in an answer is read as in a fault', () => {
    const status = (code: string, context: string) =>
      caught(() =>
        setAuthorization.decode(
          http(
            soap(
              `<s:setAuthorizationResponse xmlns:s="urn:si-dmp-habilitations"><s:output><status>${code}</status><context>${context}</context></s:output></s:setAuthorizationResponse>`,
            ),
          ),
          ANSWER,
        ),
      );
    expect(status('DMPAccessDeniedByRightsService', 'non')).toMatchObject({ code: 'dmp.refused.rights' });
    expect(status('DMPKo', 'PS et Structure non liés')).toMatchObject({
      code: 'dmp.config.refused',
      officialCode: 'DMPKo',
      userMessage: { fr: { title: 'Vous n’avez pas d’activité connue dans cette structure' } },
    });
    const answered = record().replace(
      'typeCode="AA"/>',
      'typeCode="AE"><n:acknowledgementDetail><n:code code="DMPAccessDeniedByRightsService"/><n:text>non</n:text></n:acknowledgementDetail></n:acknowledgement>',
    );
    expect(caught(() => existence.decode(http(soap(answered)), ANSWER))).toMatchObject({
      code: 'dmp.refused.rights',
      officialCode: 'DMPAccessDeniedByRightsService',
    });
  });

  it('TD0.3 without a status is no success', () => {
    const empty =
      '<setAuthorizationResponse xmlns="urn:si-dmp-habilitations"><output><context>rien</context></output></setAuthorizationResponse>';
    expect(caught(() => setAuthorization.decode(http(soap(empty)), ANSWER))).toMatchObject({
      code: 'dmp.protocol.answer',
      messageId: RELATES,
    });
  });

  it('TD0.4 gives the INS, not the INS-C nor the names', () => {
    const body = `<ns1:patientListResponse xmlns:ns1="urn:si-dmp-patients"><output><patientlistData><patientIdentifier><nationalId>0123456789012345678901</nationalId><nationalIdType>1.2.250.1.213.1.4.2</nationalIdType></patientIdentifier><patientIdentifier><nationalId>279035121518989</nationalId><nationalIdType>1.2.250.1.213.1.4.10</nationalIdType></patientIdentifier><lastName>PAT-TROIS</lastName><MT>true</MT><lastAddDate>20260801000000</lastAddDate></patientlistData><status>DMPOk</status></output></ns1:patientListResponse>`;
    const answer = patientList.decode(http(soap(body)), ANSWER);
    expect(answer.records).toEqual([
      {
        ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
        treatingDoctor: true,
        lastAddition: '20260801000000',
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain('PAT-TROIS');
  });

  it('TD1.6 lists professionals', () => {
    const body = `<listAuthorizationByPatientResponse xmlns="urn:si-dmp-habilitations"><output><listOfAuthorizationByPatient><nationalId>899900063480</nationalId><firstName>MAX</firstName><lastName>LIBRE</lastName><codeSpeciality>G15_10/SM26</codeSpeciality><mode>ACTIVE</mode></listOfAuthorizationByPatient><status>DMPOk</status></output></listAuthorizationByPatientResponse>`;
    expect(listAuthorizationByPatient.decode(http(soap(body)), ANSWER).professionals).toEqual([
      { nationalId: '899900063480', given: 'MAX', family: 'LIBRE', specialtyCode: 'G15_10/SM26', mode: 'ACTIVE' },
    ]);
  });

  it('TD0.5 hides what recognises a candidate from logs', () => {
    const body = `<n:PRPA_IN201306UV02 ${V3}><n:acknowledgement><n:typeCode code="AA"/></n:acknowledgement><n:controlActProcess><n:subject><n:patient><n:id root="1.2.250.1.213.1.4.10" extension="279035121518989"/><n:patientPerson><n:name><n:family qualifier="BR">PAT-TROIS</n:family><n:given>DOMINIQUE</n:given></n:name><n:birthTime value="19790328"/><n:addr><n:city>REIMS</n:city></n:addr></n:patientPerson><n:subjectOf1><n:queryMatchObservation><n:code code="POURCENTAGE"/><n:value value="97"/></n:queryMatchObservation></n:subjectOf1><n:subjectOf1><n:queryMatchObservation><n:code code="OPPOSITION_ACCES_URGENCE"/><n:value value="false"/></n:queryMatchObservation></n:subjectOf1></n:patient></n:subject></n:controlActProcess></n:PRPA_IN201306UV02>`;
    const [candidate] = findPatients.decode(http(soap(body)), ANSWER).candidates;
    expect(candidate?.recognise).toEqual({ names: ['PAT-TROIS DOMINIQUE'], birthDate: '19790328', city: 'REIMS' });
    expect(candidate).toMatchObject({ score: 97, opposedToEmergencyAccess: false });
    expect(JSON.stringify(candidate)).not.toContain('PAT-TROIS');
  });

  it('TD1.4 is accepted or not', () => {
    const body = (code: string) =>
      `<n:PRPA_IN201314ResponseUV02 ${V3}><n:acknowledgement typeCode="${code}"/></n:PRPA_IN201314ResponseUV02>`;
    expect(closeRecord.decode(http(soap(body('AA'))), ANSWER)).toEqual({ messageId: RELATES });
    expect(caught(() => closeRecord.decode(http(soap(body('AR'))), ANSWER))).toBeInstanceOf(DmpRefusedError);
  });

  it('TD1.4 without an acknowledgement is no success', () => {
    const empty = `<n:PRPA_IN201314ResponseUV02 ${V3}/>`;
    expect(caught(() => closeRecord.decode(http(soap(empty)), ANSWER))).toMatchObject({ code: 'dmp.protocol.answer' });
  });
});

describe('faults', () => {
  const cases: [string, string | undefined, string, string, string][] = [
    ['the table', 'DMPInvalidCertificate', 'x', 'dmp.config.refused', 'Sender'],
    ['another case', 'dmpaccessdeniedbyrightsservice', 'x', 'dmp.refused.rights', 'Sender'],
    ['the sentence', undefined, 'Structure introuvable ou Inactive', 'dmp.config.refused', 'Sender'],
    [
      'the sentence with accents',
      undefined,
      'Aucune spécialité dans le vihf pour ce PS',
      'dmp.config.refused',
      'Sender',
    ],
    ['a code in the sentence', undefined, 'Erreur: XDSUnknownPatientId (patient)', 'dmp.refused.patient', 'Sender'],
    ['an unknown code', 'DMPSomethingNew', 'non', 'dmp.refused.other', 'Sender'],
    ['their side', undefined, 'panne', 'dmp.unavailable', 'Receiver'],
    [
      'addressing',
      undefined,
      'A required header representing a Message Addressing Property is not present',
      'dmp.config.refused',
      'Sender',
    ],
  ];
  it.each(cases)('%s decides', (_, subcode, reason, code, role) => {
    const error = caught(() => existence.decode(http(soap(fault(subcode, reason, role)), { status: 500 }), ANSWER));
    expect(error).toMatchObject({ code, messageId: RELATES });
    expect(JSON.stringify(error)).not.toContain('279035121518989');
  });

  it('come as multipart too', async () => {
    const stream = encodeMultipart('b', [
      {
        contentType: 'application/xop+xml',
        contentId: 'r',
        transferEncoding: '8bit',
        body: bytes(soap(fault('DMPInvalidCertificate', 'x'))),
      },
    ]);
    const body = await collectStream(stream);
    const headers = { 'content-type': 'multipart/related; boundary=b' };
    expect(caught(() => provideDocuments.decode({ status: 500, headers, body, elapsedMs: 1 }, ANSWER))).toBeInstanceOf(
      DmpConfigError,
    );
    expect(await rejected(retrieveDocuments.decode(streamed(body, headers), ANSWER))).toBeInstanceOf(DmpConfigError);
    expect(
      await rejected(
        retrieveDocuments.decode(
          streamed(bytes(soap(fault('DMPInvalidCertificate', 'x'))), { 'content-type': 'application/soap+xml' }),
          ANSWER,
        ),
      ),
    ).toBeInstanceOf(DmpConfigError);
  });

  it('give way to the HTTP status when there is no SOAP', () => {
    const page = (status: number, more = {}) =>
      caught(() =>
        existence.decode(http('<html></html>', { status, headers: { 'content-type': 'text/html', ...more } }), ANSWER),
      );
    expect(page(503, { 'retry-after': '7' })).toMatchObject({
      code: 'dmp.busy',
      retryable: true,
      retryAfterMs: 7_000,
      httpStatus: 503,
    });
    expect(page(500)).toMatchObject({ code: 'dmp.unavailable' });
    expect(page(403)).toBeInstanceOf(DmpConfigError);
    expect(page(200)).toBeInstanceOf(DmpProtocolError);
  });

  it('an answer that relates to another message is not used', () => {
    expect(caught(() => existence.decode(http(soap(record(), 'urn:uuid:other')), ANSWER))).toMatchObject({
      code: 'dmp.protocol.relatesTo',
    });
    const unrelated = soap(record()).replace(/<a:RelatesTo>[^<]*<\/a:RelatesTo>/, '');
    expect(existence.decode(http(unrelated), ANSWER).status).toBe('active');
  });
});

describe('registry errors', () => {
  it.each(DMP_CODES.filter(({ family }) => family === 'registry'))('$code is typed', ({ code, kind }) => {
    const body = soap(registry('Failure', [{ code, context: 'dit pourquoi' }]));
    const error = caught(() => provideDocuments.decode(http(body), ANSWER));
    expect(error).toMatchObject({
      officialCode: code,
      registryErrors: [{ code, context: 'dit pourquoi', severity: 'error' }],
    });
    const unavailable = kind === 'busy' || kind === 'technical';
    expect(error).toBeInstanceOf(unavailable ? DmpUnavailableError : DmpRefusedError);
    expect(findDmpCode(code.toUpperCase())?.code).toBe(code);
  });

  it('an unknown code stays a string', () => {
    const error = caught(() =>
      updateMask.decode(http(soap(registry('Failure', [{ code: 'DMPNew42', context: 'c' }]))), ANSWER),
    );
    expect(error).toMatchObject({ code: 'dmp.refused.other', officialCode: 'DMPNew42' });
  });

  it('a known sentence under a code that nobody knows still says whose turn it is', () => {
    const context = 'Structure introuvable ou Inactive';
    const error = caught(() =>
      updateMask.decode(http(soap(registry('Failure', [{ code: 'DMPNew42', context }]))), ANSWER),
    );
    expect(error).toBeInstanceOf(DmpConfigError);
    expect(error).toMatchObject({
      officialCode: 'DMPNew42',
      userMessage: { fr: { title: 'Structure inconnue du DMP' } },
    });
  });

  it('the location is redacted like the sentence', () => {
    const answer = registry('Failure', [{ code: 'XDSRegistryError', context: '279035121518989' }]);
    const located = answer.replace('location=""', 'location="patientId=279035121518989"');
    const error = caught(() => updateMask.decode(http(soap(located)), ANSWER)) as DmpUnavailableError;
    expect(error.registryErrors[0]?.location).toContain('patientId=');
    expect(JSON.stringify(error.registryErrors)).not.toContain('279035121518989');
  });

  it('warnings and partial success are kept apart', () => {
    const errors = [{ code: 'XDSExtraMetadataNotSaved', severity: 'Warning' as const }];
    expect(provideDocuments.decode(http(soap(registry('Success', errors))), ANSWER)).toMatchObject({
      partial: false,
      errors: [{ severity: 'warning' }],
    });
    expect(
      provideDocuments.decode(http(soap(registry('PartialSuccess', [{ code: 'XDSRepositoryError' }]))), ANSWER),
    ).toMatchObject({ partial: true });
    expect(caught(() => provideDocuments.decode(http(soap(registry('Failure'))), ANSWER))).toBeInstanceOf(
      DmpRefusedError,
    );
  });

  it('every text is there in both languages', () => {
    for (const { user, meaning } of DMP_CODES)
      for (const text of [user.fr.title, user.fr.action, user.en.title, user.en.action, meaning.fr, meaning.en])
        expect(text).not.toBe('');
    for (const { part } of DMP_SENTENCES) expect(part).toBe(part.toLowerCase());
  });
});

describe('TD3.1', () => {
  it('says that the registry found more than it gave', () => {
    const id = 'urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
    const counted = (total: string) =>
      referenceQuery.decode(
        http(soap(objectRefs([id]).replace(' status=', ` totalResultCount="${total}" status=`))),
        ANSWER,
      );
    expect(counted('1')).toMatchObject({ partial: false, total: 1 });
    expect(counted('7')).toMatchObject({ partial: true, total: 7 });
    expect(counted('x').total).toBeUndefined();
  });

  it('no list is no document', () => {
    const body = objectRefs([]).replace('<RegistryObjectList></RegistryObjectList>', '');
    expect(storedQuery.decode(http(soap(body)), ANSWER).objects.documentEntries).toEqual([]);
    const id = 'urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1';
    expect(referenceQuery.decode(http(soap(objectRefs([id]))), ANSWER).objects.objectRefs).toEqual([id]);
  });
});

function streamed(body: Uint8Array, headers: Record<string, string>, chunk = 11): StreamedResponse {
  return {
    status: 200,
    headers,
    elapsedMs: () => 1,
    body: (async function* () {
      for (let at = 0; at < body.byteLength; at += chunk) yield body.subarray(at, at + chunk);
    })(),
  };
}

const XDS = 'xmlns:x="urn:ihe:iti:xds-b:2007" xmlns:i="http://www.w3.org/2004/08/xop/include"';
const one = (id: string, content: string) =>
  `<x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>${id}</x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document>${content}</x:Document></x:DocumentResponse>`;
const retrieved = (documents: string, status = registry('Success')) =>
  `<x:RetrieveDocumentSetResponse ${XDS}>${status}${documents}</x:RetrieveDocumentSetResponse>`;

async function mtom(root: string, parts: readonly [string, Uint8Array][], rootLast = false): Promise<StreamedResponse> {
  const head = {
    contentType: 'application/xop+xml',
    contentId: 'root@x',
    transferEncoding: '8bit' as const,
    body: bytes(root),
  };
  const rest = parts.map(([contentId, body]) => ({
    contentType: 'text/xml',
    contentId,
    transferEncoding: 'binary' as const,
    body,
  }));
  const stream = encodeMultipart('bb', rootLast ? [...rest, head] : [head, ...rest]);
  return streamed(await collectStream(stream), {
    'content-type': 'multipart/related; boundary=bb; start="<root@x>"',
    'content-length': String(stream.length),
  });
}

describe('TD3.2', () => {
  const content = bytes('<d>é</d>\r\n');

  it.each([false, true])('gives the bytes, cid percent-encoded, root last: %s', async (rootLast) => {
    const root = soap(
      retrieved(one('1.2.3', '<i:Include href="cid:urn%3Auuid%3A1@dmp"/>') + one('1.2.4', '<i:Include href="cid:b"/>')),
    );
    const parts: [string, Uint8Array][] = [
      ['urn:uuid:1@dmp', content],
      ['b', bytes('second')],
    ];
    const answer = await retrieveDocuments.decode(await mtom(root, parts, rootLast), {
      ...ANSWER,
      sizes: new Map([['1.2.3', 4]]),
    });
    expect(answer.documents.map(({ uniqueId: id, bytes: b }) => [id, Buffer.from(b).toString()])).toEqual([
      ['1.2.3', '<d>é</d>\r\n'],
      ['1.2.4', 'second'],
    ]);
    expect(answer.documents[0]?.sha1).toMatch(/^[0-9a-f]{40}$/);
  });

  it('takes inline documents too, and says what is missing', async () => {
    const inline = soap(
      retrieved(
        one('1.2.3', Buffer.from(content).toString('base64')),
        registry('PartialSuccess', [{ code: 'XDSDocumentUniqueIdError', context: '1.2.9' }]),
      ),
    );
    const answer = await retrieveDocuments.decode(
      streamed(bytes(inline), { 'content-type': 'application/soap+xml' }),
      ANSWER,
    );
    expect(answer).toMatchObject({ partial: true, documents: [{ uniqueId: '1.2.3' }], errors: [{ context: '1.2.9' }] });
    expect(Buffer.from(answer.documents[0]?.bytes ?? []).equals(content)).toBe(true);
  });

  it('refuses a reference without part, a broken body, a failure', async () => {
    const root = soap(retrieved(one('1.2.3', '<i:Include href="cid:none"/>')));
    expect(await rejected(retrieveDocuments.decode(await mtom(root, []), ANSWER))).toMatchObject({
      code: 'dmp.protocol.missingDocument',
    });
    expect(
      await rejected(
        retrieveDocuments.decode(
          streamed(bytes('--zz\r\n'), { 'content-type': 'multipart/related; boundary=bb' }),
          ANSWER,
        ),
      ),
    ).toMatchObject({
      code: 'dmp.protocol.multipart',
    });
    const failure = soap(retrieved('', registry('Failure', [{ code: 'XDSDocumentUniqueIdError' }])));
    expect(await rejected(retrieveDocuments.decode(await mtom(failure, []), ANSWER))).toMatchObject({
      code: 'dmp.refused.query',
    });
  });

  it('frees the connection when the header alone makes the answer unreadable', async () => {
    let freed = 0;
    const body: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Error('read')),
        return: async () => {
          freed += 1;
          return { done: true as const, value: undefined };
        },
      }),
    };
    const response = { ...streamed(new Uint8Array(), { 'content-type': 'multipart/related; start="<a>"' }), body };
    expect(await rejected(retrieveDocuments.decode(response, ANSWER))).toMatchObject({
      code: 'dmp.protocol.multipart',
    });
    expect(freed).toBe(1);
  });

  it('gives the documents whose part is there, and names the others', async () => {
    const root = soap(
      retrieved(
        one('1.2.3', '<i:Include href="cid:none"/>') +
          one('1.2.4', '<i:Include href="CID:b%40x"/>') +
          one('1.2.5', 'not base64!') +
          one('1.2.6', 'YW\nJj'),
      ),
    );
    const answer = await retrieveDocuments.decode(await mtom(root, [['b@x', bytes('second')]]), ANSWER);
    expect(answer.documents.map(({ uniqueId: id, bytes: b }) => [id, Buffer.from(b).toString()])).toEqual([
      ['1.2.4', 'second'],
      ['1.2.6', 'abc'],
    ]);
    expect(answer.unreadable).toEqual(['1.2.3', '1.2.5']);
  });

  it('takes a large document in base64', async () => {
    const large = Buffer.alloc(20_000_000, 0x61);
    const inline = soap(retrieved(one('1.2.3', large.toString('base64'))));
    const answer = await retrieveDocuments.decode(
      streamed(bytes(inline), { 'content-type': 'application/soap+xml' }, 1_048_576),
      ANSWER,
    );
    expect(Buffer.compare(answer.documents[0]?.bytes ?? new Uint8Array(), large)).toBe(0);
  });

  it.each([
    [
      'no quotes',
      'Multipart/Related; Boundary=bb; TYPE=application/xop+xml; Start=<root@x>; start-info=application/soap+xml',
    ],
    ['quotes', 'multipart/related;boundary="bb";start="<root@x>";start-info="application/soap+xml;action=\\"urn:a\\""'],
    ['start without brackets', 'multipart/related; start="root@x"; boundary="bb"'],
    ['no start', 'multipart/related; type="application/xop+xml"; boundary="bb"'],
  ])('reads the Content-Type of any server: %s', async (_, type) => {
    const message = [
      'preamble',
      '--bb  ',
      'CONTENT-TYPE: application/xop+xml; charset=UTF-8; type="application/soap+xml"',
      'content-id:   <root@x>',
      '',
      soap(retrieved(one('1.2.3', '<i:Include href="cid:d@x"/>'))),
      '--bb',
      'Content-Transfer-Encoding: BINARY',
      'Content-Id: d@x',
      '',
      '--bbb',
      '--bb--',
      'epilogue',
    ].join('\r\n');
    const answer = await retrieveDocuments.decode(streamed(bytes(message), { 'content-type': type }), ANSWER);
    expect(Buffer.from(answer.documents[0]?.bytes ?? []).toString()).toBe('--bbb');
  });

  it('is bounded', async () => {
    const root = soap(retrieved(one('1.2.3', '<i:Include href="cid:b"/>')));
    expect(
      await rejected(
        retrieveDocuments.decode(await mtom(root, [['b', new Uint8Array(100)]]), { ...ANSWER, maxDocumentBytes: 99 }),
      ),
    ).toMatchObject({
      code: 'dmp.protocol.tooLarge',
    });
  });
});

describeWithConformance('sample answers', () => {
  const sample = (name: string) => readFileSync(conformanceFile(`xds/samples/${name}`), 'utf8');

  it('are all read', async () => {
    const success = { messageId: 'urn:uuid:6d0f2f8e-0a53-4f0e-9a0a-0d2d2f3c1a11' };
    expect(provideDocuments.decode(http(sample('iti41-response.success.xml')), success).partial).toBe(false);
    expect(caught(() => provideDocuments.decode(http(sample('iti41-response.failure.xml')), success))).toMatchObject({
      officialCode: 'XDSRegistryMetadataError',
    });
    expect(caught(() => provideDocuments.decode(http(sample('fault-sender.xml')), success))).toMatchObject({
      officialCode: 'DMPInvalidCertificate',
    });
    const found = storedQuery.decode(http(sample('iti18-response.leafclass.xml')), {});
    expect(found.objects.documentEntries.length).toBeGreaterThan(0);
    expect(referenceQuery.decode(http(sample('iti18-response.objectref.xml')), {}).objects.objectRefs).toHaveLength(1);
    const documents = await retrieveDocuments.decode(
      streamed(bytes(sample('iti43-response.reconstituted.xml')), { 'content-type': 'application/soap+xml' }, 4_096),
    );
    const original = readFileSync(conformanceFile('xds/samples/document.cda.xml'));
    expect(Buffer.from(documents.documents[0]?.bytes ?? []).equals(original)).toBe(true);
    expect(documents.documents[0]?.uniqueId).toBe(uniqueId('1.2.250.1.999.1.1.8121.1.20260901.1'));
  });
});
