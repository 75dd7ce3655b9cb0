import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.ts';
import { type DmpOperation, OPERATIONS } from '../src/dmp/wire/namespaces.ts';
import { type Dmp, errorCodes, faultCode, partsOf, startDmp } from './dmp/harness.ts';
import {
  ACTION,
  adhocQuery,
  association,
  candidates,
  cda,
  closing,
  deposit,
  documentEntry,
  findDocuments,
  objectsRequest,
  original,
  PATIENT,
  patientQuestion,
  plain,
  QUERY,
  ROLES,
  retrieveRequest,
  slot,
  submissionSet,
  TYPES,
  uniqueIds,
  type VihfKnobs,
  vihf,
} from './dmp/message.ts';
import { messageErrors, payloadName } from './dmp/schema.ts';

let dmp: Dmp;
let n = 100;
beforeAll(async () => {
  dmp = await startDmp();
});
afterAll(() => dmp.sandbox.stop());

const APPROVED = 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved';
const ARCHIVED = 'urn:asip:ci-sis:2010:StatusType:Archived';
const now = () => new Date();
const nextSetId = () => {
  n += 1;
  return `1.2.250.1.999.9.${n}`;
};
const assertion = (knobs: Partial<VihfKnobs> = {}) => vihf({ pki: dmp.pki, now: now(), ...knobs });
const send = async (message: Parameters<Dmp['send']>[0], options: Parameters<Dmp['send']>[1] = {}) => {
  const answer = await dmp.send(message, options);
  return { ...answer, reasons: dmp.reasons() };
};

describe('TD2.1, TD3.1, TD3.2 over mutual TLS', () => {
  it('deposits a document, finds it and gives it back octet for octet', async () => {
    n += 1;
    const at = now();
    const message = deposit({ pki: dmp.pki, now: at, n });
    const accepted = await send(message);
    expect(accepted.reasons).toEqual([]);
    expect(accepted.text).toContain('ResponseStatusType:Success');
    expect(accepted.status).toBe(200);
    expect(dmp.sandbox.dmp.log.at(-1)).toMatchObject({
      vihfAlgorithms: 'rsa-sha256/sha256',
      xadesAlgorithms: 'rsa-sha1; manifest sha1',
      warnings: [],
    });

    const found = await send(plain('registry', ACTION.query, assertion(), findDocuments()));
    expect(found.text).toContain(`value="${message.uniqueId}"`);
    const got = await send(plain('repository', ACTION.retrieve, assertion(), retrieveRequest([message.uniqueId])));
    const [root, document] = partsOf(got);
    expect(root?.headers).toContain('application/xop+xml');
    expect(root?.body.toString()).toContain('%3A');
    expect(document?.body.toString()).toBe(cda(message.uniqueId, at));
    expect(Number(got.headers['content-length'])).toBe(got.body.length);
  });

  it('answers a fault of TD3.2 as multipart', async () => {
    const answer = await send(
      plain('repository', ACTION.retrieve, assertion({ mode: 'INDIRECTE' }), retrieveRequest(['1.2.3'])),
      { as: dmp.pki.identity('org-auth-cli') },
    );
    expect(answer.contentType).toMatch(/^multipart\/related/);
    expect(faultCode(partsOf(answer)[0]?.body.toString() ?? '')).toBe('DMPAccessDeniedByRightsService');
  });

  it('gives some documents and says which it cannot', async () => {
    n += 1;
    const { uniqueId } = deposit({ pki: dmp.pki, now: now(), n });
    await send(deposit({ pki: dmp.pki, now: now(), n }));
    const answer = await send(plain('repository', ACTION.retrieve, assertion(), retrieveRequest([uniqueId, '1.2.3'])));
    expect(answer.text).toContain('PartialSuccess');
    expect(errorCodes(answer.text)).toEqual(['XDSDocumentUniqueIdError']);
    expect(partsOf(answer)).toHaveLength(2);
  });

  it.each(['sha1', 'sha256'] as const)('accepts %s in the signature of the set and in the VIHF', async (algorithm) => {
    n += 1;
    const answer = await send(
      deposit({ pki: dmp.pki, now: now(), n, xades: { algorithm }, vihf: { sha1: algorithm === 'sha1' } }),
    );
    expect(answer.text).toContain('ResponseStatusType:Success');
    expect(dmp.sandbox.dmp.log.at(-1)?.xadesAlgorithms).toBe(`rsa-${algorithm}; manifest ${algorithm}`);
  });

  it('deposits under the stamp of a structure, and finds its reference', async () => {
    n += 1;
    const as = dmp.pki.identity('org-auth-cli');
    const stamp = dmp.pki.identity('org-sign');
    const chain = { editProperties: (text: string) => text };
    const answer = await send(
      deposit({ pki: dmp.pki, now: now(), n, vihf: { mode: 'INDIRECTE' }, xades: { signer: stamp, ...chain } }),
      { as },
    );
    expect(answer.reasons).toEqual([]);
    const reference = await send(
      plain(
        'registry',
        ACTION.query,
        assertion({ mode: 'INDIRECTE' }),
        adhocQuery(QUERY.getDocuments, slot('$XDSDocumentEntryUniqueId', `('${uniqueIds(n).document}')`), 'ObjectRef'),
      ),
      { as },
    );
    expect(reference.text).toMatch(/<rim:ObjectRef id="urn:uuid:/);
  });
});

describe('TD3.3', () => {
  const depositOne = async () => {
    n += 1;
    const at = now();
    await send(deposit({ pki: dmp.pki, now: at, n }));
    const entry = dmp.sandbox.dmp.store.admin
      .entries(PATIENT)
      .find(({ uniqueId }) => uniqueId === uniqueIds(n).document);
    if (!entry) throw new Error('not deposited');
    return { entry, at };
  };
  const update = (objects: string) => plain('registry', ACTION.update, assertion(), objectsRequest(objects));
  const statusChange = (target: string, from: string, to: string) =>
    submissionSet(nextSetId(), now()) +
    association(TYPES.status, 'SS', target, slot('OriginalStatus', from) + slot('NewStatus', to));
  const DELETED = 'urn:asip:ci-sis:2010:StatusType:Deleted';

  it('archives, un-archives, deletes', async () => {
    const { entry } = await depositOne();
    for (const [from, to] of [
      [APPROVED, ARCHIVED],
      [ARCHIVED, APPROVED],
      [APPROVED, DELETED],
    ] as const) {
      const answer = await send(update(statusChange(entry.id, from, to)));
      expect(answer.text).toContain('ResponseStatusType:Success');
    }
    expect(dmp.sandbox.dmp.store.admin.entries().find(({ id }) => id === entry.id)?.status).toBe('Deleted');
  });

  it('masks with a metadata update, and refuses a stale PreviousVersion', async () => {
    const { entry, at } = await depositOne();
    const bytes = Buffer.from(cda(entry.uniqueId, at));
    const masked = (version: string) =>
      submissionSet(nextSetId(), now()) +
      documentEntry({
        id: 'D1',
        uniqueId: entry.uniqueId,
        bytes,
        now: at,
        attributes: ` lid="${entry.logicalId}"`,
        visibility: 'MASQUE_PS',
      }) +
      association(TYPES.member, 'SS', 'D1', original + slot('PreviousVersion', version));
    const answer = await send(update(masked('1')));
    expect(answer.reasons).toEqual([]);
    expect(answer.text).toContain('Action>urn:ihe:iti:2010:UpdateDocumentSet-Response<');
    const current = dmp.sandbox.dmp.store.admin.entries().find(({ logicalId }) => logicalId === entry.logicalId);
    expect(current).toMatchObject({ version: '2' });
    expect(current?.id).not.toBe(entry.id);
    expect(errorCodes((await send(update(masked('1')))).text)).toContain('XDSMetadataVersionError');
  });
});

describe('patients and authorisations', () => {
  it('TD0.2: active record, authorisation, médecin traitant', async () => {
    const { text } = await send(plain('patients', ACTION.existence, assertion(), patientQuestion()));
    expect(text).toContain('queryResponseCode code="OK"');
    expect(text).toContain('code="VALIDE"');
    expect(text).toContain('RATTACHEMENT_ENS');
    expect(text).not.toContain('OPPOSITION_BRIS_DE_GLACE');
  });

  it('TD0.2: no record', async () => {
    const patient = '158019197706419';
    const { text } = await send(
      plain('patients', ACTION.existence, assertion({ patient }), patientQuestion('TEST_EXST', patient)),
    );
    expect(text).toContain('queryResponseCode code="NF"');
  });

  it('TD0.2: closed record', async () => {
    const patient = '260093022011258';
    const { text } = await send(
      plain('patients', ACTION.existence, assertion({ patient }), patientQuestion('TEST_EXST', patient)),
    );
    expect(text).toContain('statusCode code="terminated"');
    expect(text).toContain('effectiveTime value="20260115090000"');
  });

  it('TD1.3a, TD1.4', async () => {
    const data = await send(plain('patients', ACTION.existence, assertion(), patientQuestion('CNSLT_DATA')));
    expect(data.text).toContain('OPPOSITION_BRIS_DE_GLACE');
    const refused = await send(plain('patients', ACTION.revise, assertion(), closing(PATIENT)));
    expect(refused.reasons).toEqual(['patient.attachedToMes']);
    const patient = '229032857590484';
    // A record is closed once: in a simulator of its own.
    const other = await startDmp();
    onTestFinished(() => other.sandbox.stop());
    const closed = await other.send(plain('patients', ACTION.revise, assertion({ patient }), closing(patient)));
    dmp.messages.push(...other.messages);
    expect(closed.text).toContain('typeCode="AA"');
    expect(other.sandbox.dmp.store.admin.patient(patient)?.record).toMatchObject({
      status: 'terminated',
      closingReason: 'FERMETURE_DEMANDE_PATIENT',
    });
  });

  it('TD0.3, TD1.6, TD0.4, TD0.5', async () => {
    const patient = '274075176079430';
    const authorise = '<setAuthorization xmlns="urn:si-dmp-habilitations"><action>AJOUT</action></setAuthorization>';
    const added = await send(plain('habilitations', ACTION.authorise, assertion({ patient }), authorise));
    expect(added.text).toContain('<status>DMPOk</status>');
    const list = await send(
      plain(
        'habilitations',
        ACTION.authorisations,
        assertion({ patient }),
        '<listAuthorizationByPatient xmlns="urn:si-dmp-habilitations"><mode>TOUTE</mode></listAuthorizationByPatient>',
      ),
    );
    expect(list.text).toContain('<nationalId>899900000003</nationalId>');
    const mine = await send(
      plain(
        'patientsSpecific',
        ACTION.patients,
        assertion(),
        '<patientList xmlns="urn:si-dmp-patients"><dateType>LASTAUTORIZATION</dateType></patientList>',
      ),
    );
    expect(mine.text).toContain(patient);
    const wrong = await send(plain('patientsPDQ', ACTION.candidates, assertion(), candidates('PAT-TROIS')));
    expect(faultCode(wrong.text)).toBe('DMPAccessDeniedByRightsService');
    const found = await send(
      plain('patientsPDQ', ACTION.candidates, assertion({ purpose: 'centre_15' }), candidates('PAT-TROIS')),
    );
    expect(found.text).toContain('POURCENTAGE');
    expect(found.text).toContain(PATIENT);
  });

  it('TD2.2: staff deposits for the structure', async () => {
    n += 1;
    const signer = dmp.pki.identity('cpe-sign');
    const staff = (text: string) =>
      text
        .replaceAll('899900000003^EXEMPLE^ALIX', `${signer.commonName}^SECRETARIAT^CAMILLE`)
        .replaceAll('^D^^^IDNPS', '^D^^^EI')
        .replaceAll(/>G15_10\/SM26.*?</g, '>SECRETARIAT_MEDICAL^Secrétariat médical^1.2.250.1.213.1.1.4.6<');
    const answer = await send(
      deposit({
        pki: dmp.pki,
        now: now(),
        n,
        vihf: { signer, user: signer.commonName, roles: ROLES.staff },
        set: staff,
        signatureEntry: staff,
        xades: { signer },
      }),
      { as: dmp.pki.identity('cpe-auth') },
    );
    expect(answer.reasons).toEqual([]);
    expect(answer.text).toContain('ResponseStatusType:Success');
  });
});

describe('what concerns a patient', () => {
  it('hides a document from the representatives of a minor, under a secret connection', async () => {
    n += 1;
    const patient = '111126322000725';
    const minor = (text: string) =>
      text
        .replaceAll('PAT-TROIS', 'PARHASARD')
        .replaceAll('DOMINIQUE', 'GASPARD')
        .replaceAll('19790328', '20111211')
        .replaceAll('|F<', '|M<');
    const answer = await send(
      deposit({
        pki: dmp.pki,
        now: now(),
        n,
        patient,
        visibility: 'INVISIBLE_REPRESENTANTS_LEGAUX',
        entry: minor,
        cda: (text) => minor(text).replace('administrativeGenderCode code="F"', 'administrativeGenderCode code="M"'),
        vihf: {
          edit: (text) =>
            text.replace(
              '</saml2:AttributeStatement>',
              '<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code"><saml2:AttributeValue>INVISIBLE_REPRESENTANTS_LEGAUX</saml2:AttributeValue></saml2:Attribute></saml2:AttributeStatement>',
            ),
        },
      }),
    );
    expect(answer.reasons).toEqual([]);
    expect(dmp.sandbox.dmp.store.admin.traces(patient).at(-1)).toMatchObject({ transaction: 'TD2.1', secret: true });
  });

  it('TD0.4 by staff: the records of a physician of the structure, and of nobody else', async () => {
    const signer = dmp.pki.identity('cpe-sign');
    const list = (owner: string) =>
      send(
        plain(
          'patientsSpecific',
          ACTION.patients,
          assertion({ signer, user: signer.commonName, roles: ROLES.staff }),
          `<patientList xmlns="urn:si-dmp-patients"><dateType>LASTDOC</dateType><psOwnerId>${owner}</psOwnerId></patientList>`,
        ),
        { as: dmp.pki.identity('cpe-auth') },
      );
    expect((await list('899900000003')).text).toContain(PATIENT);
    expect((await list('899900000029')).reasons).toEqual(['rights.psOwner']);
  });

  it('a structure that the simulator is told not to know', async () => {
    const other = await startDmp({ unknownStructures: ['10B0999999'] });
    onTestFinished(() => other.sandbox.stop());
    await other.send(plain('registry', ACTION.query, assertion(), findDocuments()));
    expect(other.reasons()).toEqual(['vihf.structureUnknown']);
  });
});

describeWithConformance('schemas', () => {
  const SPECIFIC = {
    setAuthorization:
      '<setAuthorization xmlns="urn:si-dmp-habilitations"><action>SUPPRESSION</action></setAuthorization>',
    listAuthorizationByPatient:
      '<listAuthorizationByPatient xmlns="urn:si-dmp-habilitations"><mode>TOUTE</mode></listAuthorizationByPatient>',
    patientList: '<patientList xmlns="urn:si-dmp-patients"><dateType>LASTDOC</dateType></patientList>',
  };
  const payloads: Readonly<Record<DmpOperation, () => string>> = {
    findPatient: () => patientQuestion(),
    revisePatient: () => closing(PATIENT),
    setAuthorization: () => SPECIFIC.setAuthorization,
    listAuthorizationByPatient: () => SPECIFIC.listAuthorizationByPatient,
    patientList: () => SPECIFIC.patientList,
    findCandidates: () => candidates('PAT-TROIS'),
    provideAndRegister: () => '',
    storedQuery: () => findDocuments(),
    retrieve: () => retrieveRequest(['1.2.250.1.999.1.1.8121.1.1.1']),
    updateDocumentSet: () =>
      objectsRequest(
        submissionSet(nextSetId(), now()) +
          association(
            TYPES.status,
            'SS',
            `urn:uuid:${crypto.randomUUID()}`,
            slot('OriginalStatus', APPROVED) + slot('NewStatus', ARCHIVED),
          ),
      ),
  };

  it.each(OPERATIONS.map(({ operation }) => operation))(
    'a fault of %s is valid, in the form of its service',
    async (operation) => {
      const shape = OPERATIONS.find((one) => one.operation === operation);
      n += 1;
      const message =
        operation === 'provideAndRegister'
          ? deposit({ pki: dmp.pki, now: now(), n })
          : plain(
              shape?.service ?? '',
              shape?.action ?? '',
              assertion({ purpose: operation === 'findCandidates' ? 'centre_15' : 'normal' }),
              payloads[operation](),
            );
      const answer = await dmp.send(message, { scenario: 'technical' });
      expect(answer.status).toBe(500);
      expect(answer.contentType).toMatch(operation === 'retrieve' ? /^multipart\/related/ : /^application\/soap\+xml/);
      const sent = dmp.messages.at(-1);
      expect(Buffer.from(sent?.envelope ?? []).toString()).toContain('<soap:Fault>');
      expect(messageErrors(sent?.envelope ?? new Uint8Array())).toEqual([]);
    },
  );

  it('every message received and sent above is valid', () => {
    expect(dmp.messages.length).toBeGreaterThan(60);
    expect(
      dmp.messages.flatMap(({ direction, envelope }) =>
        messageErrors(envelope).map((error) => `${direction} ${payloadName(envelope)}: ${error}`),
      ),
    ).toEqual([]);
  });

  it('each transaction went both ways', () => {
    const names = (direction: string) =>
      new Set(dmp.messages.filter((one) => one.direction === direction).map(({ envelope }) => payloadName(envelope)));
    expect([...names('received')].sort()).toEqual(OPERATIONS.map(({ root }) => root[1]).sort());
    expect([...names('sent')].sort()).toEqual(
      [
        'Fault',
        'PRPA_IN201306UV02',
        'PRPA_IN201308UV02',
        'AdhocQueryResponse',
        'RegistryResponse',
        'RetrieveDocumentSetResponse',
        'listAuthorizationByPatientResponse',
        'patientListResponse',
        'setAuthorizationResponse',
        'PRPA_IN201314ResponseUV02',
      ].sort(),
    );
  });
});
