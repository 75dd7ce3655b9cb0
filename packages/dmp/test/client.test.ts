import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import { entryUuid, logicalId, STATUSES, uniqueId } from '@socle-sante/documents/xds';
import { WireUnreachableError } from '@socle-sante/wire/http';
import { decodeMultipart } from '@socle-sante/wire/multipart';
import { describe, expect, it } from 'vitest';
import {
  type DmpClientOptions,
  DmpInputError,
  type DmpMode,
  DmpUnsupportedError,
  dmpEnvironment,
} from '../src/index.js';
import { fault, http, messageIdOf, registry, soap } from './support/answers.js';
import { clientOver, fakeDmp, type Trouble } from './support/fake.js';
import { AUTHOR, bytes, CONTENT_TYPE, entryOf, PATIENT, submissionOf, VENDOR } from './support/sample.js';

const patient = PATIENT;
const by = { author: AUTHOR, contentType: CONTENT_TYPE, sourceId: `${VENDOR}.7` };
const entry = {
  ...entryOf('urn:uuid:0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1', bytes('<a/>'), `${VENDOR}.1.5`),
  logicalId: logicalId('urn:uuid:11111111-2222-4333-8444-555555555555'),
  version: '3',
  status: STATUSES.approved,
};

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`an error was expected, got ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

describe('before anything leaves', () => {
  it('only a qualified identity is sent', async () => {
    const dmp = fakeDmp();
    const { client, calls } = clientOver(dmp.exchange);
    const { document: _document, ...recovered } = patient;
    for (const state of [recovered as IdentityState, { ...patient, attributes: ['douteuse' as const] }]) {
      expect(canTransmitIns(state).ok).toBe(false);
      const error = await failure(client.existence({ patient: state }));
      expect(error).toBeInstanceOf(DmpInputError);
      expect(error).toMatchObject({ code: 'dmp.input.patient' });
      expect(await failure(client.deposit({ patient: state, submission: submissionOf() }))).toMatchObject({
        code: 'dmp.input.patient',
      });
    }
    expect(calls).toEqual([]);
    expect(dmp.sent).toEqual([]);
  });

  it('a test identity does not go to the production', async () => {
    const environment = dmpEnvironment({ kind: 'production', baseUrl: 'https://dmp.invalid' });
    const { client } = clientOver(fakeDmp().exchange, { environment });
    expect(await failure(client.existence({ patient }))).toMatchObject({ code: 'dmp.input.environment' });
  });

  const forbidden: [string, DmpMode, boolean, (c: ReturnType<typeof clientOver>['client']) => Promise<unknown>][] = [
    ['TD0.3', 'INDIRECTE', false, (c) => c.authorise({ patient })],
    ['TD3.1 metadata', 'INDIRECTE', false, (c) => c.findDocuments({ patient })],
    ['TD2.1', 'INDIRECTE_RENFORCEE', false, (c) => c.deposit({ patient, submission: submissionOf() })],
    ['TD2.2', 'INDIRECTE_RENFORCEE', false, (c) => c.depositByStaff({ patient, submission: submissionOf() })],
    ['TD2.2 by a professional', 'DIRECTE', false, (c) => c.depositByStaff({ patient, submission: submissionOf() })],
    ['TD2.1 by staff', 'DIRECTE', true, (c) => c.deposit({ patient, submission: submissionOf() })],
  ];
  it.each(forbidden)('%s is not sent in the mode %s (staff %s)', async (_, mode, staff, run) => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange, { mode, staff });
    expect(await failure(run(client))).toBeInstanceOf(DmpUnsupportedError);
    expect(dmp.sent).toEqual([]);
  });

  it('the reference lookup and the deposit are sent in indirect mode', async () => {
    const dmp = fakeDmp();
    const { client, calls } = clientOver(dmp.exchange, { mode: 'INDIRECTE' });
    expect(await client.findReference({ patient, uniqueId: uniqueId('1.2.3') })).toMatchObject({ entryUuids: [] });
    expect(await client.deposit({ patient, submission: submissionOf() })).toMatchObject({ outcome: 'deposited' });
    expect(calls.map(({ transaction, mode }) => [transaction, mode])).toEqual([
      ['TD3.1b', 'INDIRECTE'],
      ['TD2.1', 'INDIRECTE'],
    ]);
  });

  it('a bris de glace needs its reason, which goes into the assertion', async () => {
    const dmp = fakeDmp();
    const { client, calls } = clientOver(dmp.exchange);
    const input = { patient, uniqueId: uniqueId('1.2.3'), purpose: 'bris_de_glace' as const };
    expect(await failure(client.findReference({ ...input, reason: ' ' }))).toMatchObject({ code: 'dmp.input.reason' });
    await client.findReference({ ...input, reason: 'urgence vitale', secretConnection: true });
    expect(calls).toMatchObject([
      {
        purpose: 'bris_de_glace',
        reason: 'urgence vitale',
        secretConnection: true,
        patient: { matricule: '279035121518989' },
      },
    ]);
    const free = clientOver(dmp.exchange, { wire: { reasonForBrisDeGlace: false } });
    await free.client.findReference(input);
  });

  it('no patient is named where none is open', async () => {
    const { client, calls } = clientOver(async (request) =>
      http(
        soap(
          '<patientListResponse xmlns="urn:si-dmp-patients"><output><status>DMPOk</status></output></patientListResponse>',
          messageIdOf(request),
        ),
      ),
    );
    await client.myPatients({ since: new Date(0), by: 'document' });
    expect(calls[0]).not.toHaveProperty('patient');
    // The samples name one even there: for an environment that wants it.
    await client.myPatients({ since: new Date(0), by: 'document', openPatient: patient });
    expect(calls[1]?.patient).toEqual({ matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' });
  });

  it('options that cannot work are said at once', () => {
    const base: Partial<DmpClientOptions> = { exchange: undefined as never };
    const { exchange: _exchange, ...rest } = base;
    expect(() => dmpEnvironment({ kind: 'test', baseUrl: 'ftp://x' })).toThrow(DmpInputError);
    expect(rest).toEqual({});
    const environment = dmpEnvironment({ kind: 'simulator', baseUrl: 'http://127.0.0.1:1/base/' });
    expect(environment).toMatchObject({ baseUrl: 'http://127.0.0.1:1/base', processingCode: 'D' });
  });

  it('TD0.9 makes addresses', () => {
    const { client } = clientOver(fakeDmp().exchange);
    expect(client.webAccessUrl({ page: 'Documents', patient })).toBe(
      'https://web.sim.invalid/AccesDirect/Documents/279035121518989',
    );
    expect(client.webAccessUrl({ page: 'Parametrages', patient })).toBe(
      'https://web.sim.invalid/AccesDirect/Parametrages',
    );
  });
});

describe('a deposit', () => {
  const submission = submissionOf('idempotent');
  const [document] = submission.entries;
  const own = document?.uniqueId ?? '';

  it('is sent once when all goes well', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const result = await client.deposit({ patient, submission });
    expect(result).toMatchObject({
      outcome: 'deposited',
      attempts: 1,
      submissionSetUniqueId: submission.submissionSet.uniqueId,
    });
    expect(result.documents.map(({ state, signature }) => [state, signature])).toEqual([
      ['registered', false],
      ['registered', true],
    ]);
    // No search by itself afterwards (EX_3.1-2030).
    expect(dmp.sent).toHaveLength(1);
  });

  it.each<[string, Trouble]>([
    ['time-out after acceptance', 'lostAnswer'],
    ['unreadable answer', 'garbage'],
  ])('%s: finds it and sends nothing more', async (_, trouble) => {
    const dmp = fakeDmp([trouble]);
    const { client, waits } = clientOver(dmp.exchange);
    const result = await client.deposit({ patient, submission });
    expect(result).toMatchObject({ outcome: 'alreadyThere', attempts: 1 });
    expect(result.documents[0]).toMatchObject({ state: 'alreadyThere', entryUuid: dmp.registered.get(own) });
    expect(dmp.deposits()).toHaveLength(1);
    expect(waits).toEqual([2_000]);
  });

  it.each<[string, Trouble]>([
    ['cut before acceptance', 'lostRequest'],
    ['busy', 'busy'],
    ['HTTP 503', 'http503'],
  ])('%s: asks, then sends the same identifiers and bytes again', async (_, trouble) => {
    const dmp = fakeDmp([trouble]);
    const { client } = clientOver(dmp.exchange);
    expect(await client.deposit({ patient, submission })).toMatchObject({ outcome: 'deposited', attempts: 2 });
    expect(dmp.sent.map(({ transaction }) => transaction)).toEqual(['TD2.1', 'TD3.1b', 'TD2.1']);
    const parts = dmp.deposits().map(({ request }) =>
      decodeMultipart(request.body ?? bytes(''), request.headers['content-type'])
        .parts.slice(1)
        .map(({ body }) => Buffer.from(body).toString('hex')),
    );
    expect(parts[0]).toEqual(parts[1]);
    expect(dmp.deposits()[0]?.uniqueIds).toEqual(dmp.deposits()[1]?.uniqueIds);
    expect(dmp.registered.size).toBe(2);
  });

  it('a duplicate is « already there » only after the check', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    await client.deposit({ patient, submission });
    expect(await client.deposit({ patient, submission })).toMatchObject({ outcome: 'alreadyThere', attempts: 1 });
    const other = fakeDmp([{ refuse: [{ code: 'XDSDuplicateUniqueIdInRegistry' }] }]);
    const second = clientOver(other.exchange);
    expect(await failure(second.client.deposit({ patient, submission }))).toMatchObject({
      code: 'dmp.refused.duplicate',
    });
    const changed = fakeDmp([{ refuse: [{ code: 'XDSNonIdenticalHash' }] }]);
    expect(await failure(clientOver(changed.exchange).client.deposit({ patient, submission }))).toMatchObject({
      officialCode: 'XDSNonIdenticalHash',
    });
    expect(changed.sent).toHaveLength(1);
  });

  it('asks first when an earlier attempt may have arrived', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    await client.deposit({ patient, submission, mayHaveArrived: true });
    expect(await client.deposit({ patient, submission, mayHaveArrived: true })).toMatchObject({
      outcome: 'alreadyThere',
      attempts: 0,
    });
    expect(dmp.deposits()).toHaveLength(1);
  });

  it('is not sent again when the DMP cannot say whether it arrived', async () => {
    const dmp = fakeDmp(['lostAnswer']);
    dmp.troubleQueries(['unreachable', 'unreachable', 'unreachable']);
    const { client } = clientOver(dmp.exchange);
    const error = await failure(client.deposit({ patient, submission }));
    expect(error).toMatchObject({ code: 'dmp.deposit.unknown', retryable: true });
    expect(dmp.deposits()).toHaveLength(1);
  });

  it('gives up after the attempts that were set, and says the last cause', async () => {
    const dmp = fakeDmp(['lostRequest', 'lostRequest', 'lostRequest']);
    const { client, waits } = clientOver(dmp.exchange);
    expect(await failure(client.deposit({ patient, submission }))).toMatchObject({ code: 'network.reset' });
    expect(dmp.deposits()).toHaveLength(3);
    expect(waits).toEqual([2_000, 10_000, 0]);
    const once = clientOver(fakeDmp(['lostRequest']).exchange, { resubmission: false });
    expect(await failure(once.client.deposit({ patient, submission }))).toMatchObject({ code: 'network.reset' });
  });

  it('a connection that was never made is no doubt', async () => {
    const dmp = fakeDmp(['unreachable', 'unreachable', 'unreachable']);
    const { client, waits } = clientOver(dmp.exchange);
    expect(await failure(client.deposit({ patient, submission }))).toMatchObject({ code: 'network.refused' });
    expect(dmp.sent.map(({ transaction }) => transaction)).toEqual(['TD2.1', 'TD2.1', 'TD2.1']);
    expect(waits).toEqual([500, 2_000]);
  });

  it('a connection that timed out before it was made is no doubt either', async () => {
    const asked: string[] = [];
    const { client } = clientOver(async ({ operation }) => {
      asked.push(operation);
      throw new WireUnreachableError({ code: 'timeout', phase: 'connect', limit: 1 });
    });
    expect(await failure(client.deposit({ patient, submission }))).toMatchObject({ code: 'timeout' });
    expect(new Set(asked)).toEqual(new Set(['TD2.1']));
  });

  it('waits as long as the DMP asks, and no longer than a person would', async () => {
    const busy = (seconds: string) => {
      const dmp = fakeDmp();
      let first = true;
      return clientOver(async (request, context) => {
        if (request.operation !== 'TD2.1' || !first) return dmp.exchange(request, context);
        first = false;
        return { status: 503, headers: { 'retry-after': seconds }, body: new Uint8Array(), elapsedMs: 1 };
      });
    };
    const short = busy('7');
    expect(await short.client.deposit({ patient, submission })).toMatchObject({ attempts: 2 });
    expect(short.waits).toEqual([7_000]);
    const long = busy('600');
    expect(await failure(long.client.deposit({ patient, submission }))).toMatchObject({ retryAfterMs: 600_000 });
    expect(long.waits).toEqual([0]);
  });

  it('a refusal is told at once, with every error', async () => {
    const dmp = fakeDmp([{ refuse: [{ code: 'XDSRegistryMetadataError', context: 'typeCode' }, { code: 'DMPOdd' }] }]);
    const { client } = clientOver(dmp.exchange);
    expect(await failure(client.deposit({ patient, submission }))).toMatchObject({
      code: 'dmp.refused.message',
      officialCode: 'XDSRegistryMetadataError',
      registryErrors: [{ code: 'XDSRegistryMetadataError' }, { code: 'DMPOdd' }],
    });
    expect(dmp.sent).toHaveLength(1);
  });

  it('a partial success is told document by document', async () => {
    const two = submissionOf('two', [bytes('<a/>'), bytes('<b/>')]);
    const lost = two.entries[1]?.uniqueId ?? '';
    const dmp = fakeDmp([
      { partial: [{ code: 'InvalidDocumentContent', context: `document ${lost} refusé` }], without: [lost] },
    ]);
    const { client } = clientOver(dmp.exchange, { wire: { maxDocumentsPerSet: 2 } });
    const result = await client.deposit({ patient, submission: two });
    expect(result.outcome).toBe('partial');
    expect(result.documents.map(({ state, errors }) => [state, errors.map(({ code }) => code)])).toEqual([
      ['registered', []],
      ['refused', ['InvalidDocumentContent']],
      ['registered', []],
    ]);
  });

  it('of another patient is not sent', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const id = { extension: '123456789012345', oid: '1.2.250.1.213.1.4.10', type: 'NH' };
    const other = {
      ...submission,
      submissionSet: { ...submission.submissionSet, patientId: id },
      entries: submission.entries.map((item) => ({ ...item, patientId: id })),
    };
    const error = await failure(client.deposit({ patient, submission: other }));
    expect(error).toMatchObject({ code: 'dmp.input.submission', findings: [{ rule: 'dmp.submission.otherPatient' }] });
    expect(dmp.sent).toEqual([]);
  });

  it('stops when the caller gives up, whatever it waits for', async () => {
    const controller = new AbortController();
    const dmp = fakeDmp(['lostRequest']);
    const { client } = clientOver(dmp.exchange, {
      sleep: async () => {
        controller.abort();
        throw controller.signal.reason;
      },
    });
    expect(await failure(client.deposit({ patient, submission, signal: controller.signal }))).toMatchObject({
      code: 'aborted',
    });
    expect(await failure(client.existence({ patient, signal: AbortSignal.abort() }))).toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a replacement', () => {
  it('reads the current reference and names it', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange, { mode: 'INDIRECTE' });
    const first = submissionOf('first');
    await client.deposit({ patient, submission: first });
    const old = first.entries[0]?.uniqueId ?? uniqueId('1.2');
    const stale = {
      id: 'old',
      type: 'urn:ihe:iti:2007:AssociationType:RPLC',
      source: 'D1',
      target: 'urn:uuid:ffffffff-0000-4000-8000-000000000000',
      slots: {},
    };
    const next = submissionOf('next');
    await client.replace({
      patient,
      submission: { ...next, associations: [...next.associations, stale] },
      replaces: [{ entryId: 'D1', uniqueId: old }],
    });
    const last = dmp.deposits().at(-1)?.request;
    const envelope = new TextDecoder().decode(
      decodeMultipart(last?.body ?? bytes(''), last?.headers['content-type']).root.body,
    );
    const links = [...envelope.matchAll(/AssociationType:RPLC"[^>]*targetObject="([^"]+)"/g)].map((match) => match[1]);
    expect(links).toEqual([dmp.registered.get(old)]);
  });

  it('of what is not there is not sent', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const error = await failure(
      client.replace({
        patient,
        submission: submissionOf(),
        replaces: [{ entryId: 'D1', uniqueId: uniqueId('1.2.3') }],
      }),
    );
    expect(error).toMatchObject({ findings: [{ rule: 'dmp.replace.notFound' }] });
    expect(dmp.deposits()).toEqual([]);
  });
});

describe('a retrieval', () => {
  it('tells each missing document its own errors, not those of a longer identifier', async () => {
    const xds = 'urn:ihe:iti:xds-b:2007';
    const status = registry('PartialSuccess', [
      { code: 'XDSDocumentUniqueIdError', context: 'document 1.2.34 inconnu' },
      { code: 'XDSRepositoryError', context: 'document 1.2.3 illisible' },
    ]);
    const there = `<x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>1.2.5</x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document>PGEvPg==</x:Document></x:DocumentResponse>`;
    const { client } = clientOver(async (request) =>
      http(
        soap(
          `<x:RetrieveDocumentSetResponse xmlns:x="${xds}">${status}${there}</x:RetrieveDocumentSetResponse>`,
          messageIdOf(request),
        ),
      ),
    );
    const documents = ['1.2.3', '1.2.34', '1.2.5'].map((id) => ({ uniqueId: uniqueId(id) }));
    const { missing } = await client.retrieve({ patient, documents });
    expect(missing.map((item) => [item.uniqueId, item.errors.map(({ code }) => code)])).toEqual([
      ['1.2.3', ['XDSRepositoryError']],
      ['1.2.34', ['XDSDocumentUniqueIdError']],
    ]);
  });
});

describe('a retrieval of several documents', () => {
  const answered = (documents: string) =>
    clientOver(async (request) =>
      http(
        soap(
          `<x:RetrieveDocumentSetResponse xmlns:x="urn:ihe:iti:xds-b:2007">${registry('Success')}${documents}</x:RetrieveDocumentSetResponse>`,
          messageIdOf(request),
        ),
      ),
    ).client;
  const came = (id: string, content: string) =>
    `<x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>${id}</x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document>${content}</x:Document></x:DocumentResponse>`;

  it('gives those that are right when another came altered or empty', async () => {
    const client = answered(came('1.2.3', 'PGEvPg==') + came('1.2.4', 'PGEvPg==') + came('1.2.5', ''));
    const documents = [
      { uniqueId: uniqueId('1.2.3') },
      { uniqueId: uniqueId('1.2.4'), hash: 'a'.repeat(40) },
      { uniqueId: uniqueId('1.2.5') },
    ];
    const result = await client.retrieve({ patient, documents });
    expect(result.documents).toMatchObject([{ uniqueId: '1.2.3', checked: 'none' }]);
    expect(result.missing).toMatchObject([
      { uniqueId: '1.2.4', error: { code: 'dmp.protocol.hash' } },
      { uniqueId: '1.2.5', error: { code: 'dmp.protocol.missingDocument' } },
    ]);
  });

  it('fails when none is right', async () => {
    const client = answered(came('1.2.3', 'PGEvPg=='));
    const documents = [{ uniqueId: uniqueId('1.2.3'), size: 3 }];
    expect(await failure(client.retrieve({ patient, documents }))).toMatchObject({ code: 'dmp.protocol.size' });
  });
});

describe('repetition', () => {
  it('calls that read go again, with another MessageID and another assertion', async () => {
    let count = 0;
    const ids: string[] = [];
    const { client, calls, waits } = clientOver(async (request) => {
      ids.push(messageIdOf(request));
      count += 1;
      if (count < 3) throw new WireUnreachableError({ code: 'timeout', phase: 'total', limit: 1 });
      return http(
        soap(
          '<setAuthorizationResponse xmlns="urn:si-dmp-habilitations"><output><status>DMPOk</status></output></setAuthorizationResponse>',
          ids.at(-1),
        ),
      );
    });
    await client.authorise({ patient });
    expect(new Set(ids).size).toBe(3);
    expect(calls).toHaveLength(3);
    expect(waits).toEqual([500, 2_000]);
  });

  it('updates do not: whether they arrived is for a person to look at', async () => {
    let count = 0;
    const { client } = clientOver(async () => {
      count += 1;
      throw new WireUnreachableError({ code: 'timeout', phase: 'total', limit: 1 });
    });
    expect(await failure(client.mask({ patient, entry, by }))).toMatchObject({ code: 'timeout' });
    expect(count).toBe(1);
  });

  it('TLS and refusals never', async () => {
    let count = 0;
    const { client } = clientOver(async () => {
      count += 1;
      throw new WireUnreachableError({ code: 'tls.clientCertificateRefused' });
    });
    expect(await failure(client.existence({ patient }))).toMatchObject({
      code: 'tls.clientCertificateRefused',
      origin: 'unreachable',
    });
    expect(count).toBe(1);
  });

  it('an assertion that cannot be made is a matter of configuration', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange, {
      authentication: {
        mode: 'DIRECTE',
        vihf: async () => Promise.reject(new Error('card of 279035121518989 removed')),
      },
    });
    const error = await failure(client.existence({ patient }));
    expect(error).toMatchObject({ code: 'dmp.config.vihf', origin: 'argument' });
    const broken = clientOver(dmp.exchange, {
      authentication: { mode: 'DIRECTE', vihf: async () => '<saml2:Assertion' },
    });
    expect(await failure(broken.client.existence({ patient }))).toMatchObject({ code: 'dmp.config.vihf' });
    expect(dmp.sent).toEqual([]);
  });
});

describe('updates', () => {
  const xmlOf = (request: { body?: Uint8Array } | undefined) => new TextDecoder().decode(request?.body);

  it('change one code, and leave the rest', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange);
    const result = await client.mask({ patient, entry, by });
    const xml = xmlOf(dmp.sent[0]?.request);
    expect(xml).toContain('nodeRepresentation="MASQUE_PS"');
    expect(xml).toContain('nodeRepresentation="N"');
    expect(xml).toContain('<Slot name="PreviousVersion"><ValueList><Value>3</Value>');
    expect(result.submissionSetUniqueId).toMatch(/^1\.2\.250\.1\.999\.1\.1\.8121\.3\.\d+\.\d+$/);
    expect(await failure(client.unmask({ patient, entry, by }))).toMatchObject({
      findings: [{ rule: 'dmp.update.nothing' }],
    });
    const hidden = {
      ...entry,
      confidentiality: [...entry.confidentiality, { code: 'INVISIBLE_PATIENT', codeSystem: 'x', displayName: '' }],
    };
    await client.showToPatient({ patient, entry: hidden, by });
    expect(xmlOf(dmp.sent.at(-1)?.request)).not.toContain('INVISIBLE_PATIENT');
  });

  it('change the status, from the one it has', async () => {
    const dmp = fakeDmp();
    const { client } = clientOver(dmp.exchange, { mode: 'INDIRECTE' });
    await client.archive({ patient, entry, by });
    await client.unarchive({ patient, entry: { ...entry, status: STATUSES.archived }, by });
    await client.deposit({ patient, submission: submissionOf('gone') });
    await client.remove({
      patient,
      document: { uniqueId: submissionOf('gone').entries[0]?.uniqueId ?? uniqueId('1.2') },
      by,
    });
    const slots = dmp.sent
      .filter(({ transaction }) => transaction.startsWith('TD3.3'))
      .map(({ transaction, request }) => [
        transaction,
        /name="OriginalStatus"><ValueList><Value>[^<]*:(\w+)</.exec(xmlOf(request))?.[1],
        /name="NewStatus"><ValueList><Value>[^<]*:(\w+)</.exec(xmlOf(request))?.[1],
      ]);
    expect(slots).toEqual([
      ['TD3.3d', 'Approved', 'Archived'],
      ['TD3.3d', 'Archived', 'Approved'],
      ['TD3.3c', 'Approved', 'Deleted'],
    ]);
    expect(await failure(client.remove({ patient, document: { uniqueId: uniqueId('1.9') }, by }))).toMatchObject({
      findings: [{ rule: 'dmp.update.notFound' }],
    });
    expect(await failure(client.archive({ patient, entry: { ...entry, id: 'D1' }, by }))).toMatchObject({
      findings: [{ rule: 'dmp.update.entryUuid' }],
    });
  });

  it('a stale version is told as such', async () => {
    const { client } = clientOver(async (request) =>
      http(soap(registry('Failure', [{ code: 'XDSMetadataVersionError' }]), messageIdOf(request))),
    );
    expect(await failure(client.mask({ patient, entry, by }))).toMatchObject({
      code: 'dmp.refused.stale',
      officialCode: 'XDSMetadataVersionError',
    });
    expect(entryUuid(entry.id)).toBe(entry.id);
  });
});

describe('exchanges', () => {
  it('are told without patient, token nor body', async () => {
    const events: unknown[] = [];
    const dmp = fakeDmp(['lostAnswer']);
    const { client } = clientOver(dmp.exchange, { onExchange: (event) => events.push(event) });
    await client.deposit({ patient, submission: submissionOf('told') });
    expect(events).toHaveLength(2);
    expect(events).toMatchObject([
      { operation: 'TD2.1', outcome: 'failed', errorCode: 'timeout' },
      { operation: 'TD3.1b', outcome: 'answered', status: 200 },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/279035121518989|Assertion|PAT-TROIS/);
  });

  it('errors never repeat the patient', async () => {
    const { client } = clientOver(async (request) =>
      http(soap(fault('DMPAccessDeniedByRightsService', 'Patient 279035121518989 PAT-TROIS'), messageIdOf(request))),
    );
    const error = await failure(client.existence({ patient }));
    expect(JSON.stringify(error)).not.toContain('279035121518989');
    expect(String(error)).not.toContain('279035121518989');
  });
});
