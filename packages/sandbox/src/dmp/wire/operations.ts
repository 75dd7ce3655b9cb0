import type { CertificateFacts } from '../../insi/certificates.js';
import { attributeOf, elements, first, named, type SimElement, textOf } from '../../insi/element.js';
import type { TestPki } from '../../pki.js';
import type { DmpCore } from '../core/api.js';
import type { DmpCaller } from '../core/caller.js';
import { isSignatureEntry } from '../core/entry-rules.js';
import type { DmpContent } from '../core/metadata.js';
import {
  type DmpLevel,
  type DmpOutcome,
  type DmpRefusal,
  DmpRefused,
  faultRefusal,
  isEnforced,
  registryRefusal,
} from '../core/refusal.js';
import { FAULT } from '../core/vocabulary.js';
import { checkCda } from './cda-check.js';
import { readCda } from './cda-read.js';
import { readObjects } from './ebxml-read.js';
import { errorList, queryResponse, RESPONSE, registryResponse } from './ebxml-write.js';
import { readCandidates, readPatientQuestion, readPatientRevision } from './hl7v3-read.js';
import { writeCandidates, writePatientAnswer, writeRevisionAnswer } from './hl7v3-write.js';
import type { DmpLogDraft } from './log.js';
import { cidOf, type OutPart } from './multipart-write.js';
import { type DmpOperation, NS } from './namespaces.js';
import { readQuery, readRetrieve } from './query-read.js';
import {
  altered,
  bendExistence,
  bendQuery,
  bendRetrieve,
  type DmpScenarioName,
  scenarioRefusals,
} from './scenarios.js';
import {
  readListAuthorization,
  readPatientList,
  readSetAuthorization,
  writeListAuthorization,
  writePatientList,
  writeSetAuthorization,
} from './specific.js';
import type { Spool, SpooledPart } from './spool.js';
import { readUpdate } from './update-read.js';
import { leaf, tag } from './writer.js';
import { checkXades } from './xades.js';
import { type DmpXml, UnreadableDmpXml } from './xml.js';

/** Everything an operation needs of its call. */
export interface OperationCall {
  readonly core: DmpCore;
  readonly xml: DmpXml;
  readonly pki: TestPki;
  readonly spool: Spool;
  readonly now: Date;
  readonly caller: DmpCaller;
  readonly signer: CertificateFacts | undefined;
  readonly payload: SimElement;
  readonly messageId: string;
  readonly uuid: () => string;
  readonly parts: ReadonlyMap<string, SpooledPart>;
  readonly multipart: boolean;
  readonly scenario: DmpScenarioName | undefined;
  readonly draft: DmpLogDraft;
  /** Says that the documents of the message are registered: their files stay. */
  readonly kept: () => void;
  readonly isKept: () => boolean;
}

/** The payload of the answer, and the documents that go with it (TD3.2). */
export interface OperationAnswer {
  readonly payload: string;
  readonly documents?: readonly OutPart[];
}

type Handler = (call: OperationCall) => Promise<OperationAnswer> | OperationAnswer;

function note(call: OperationCall, refusals: readonly DmpRefusal[]): void {
  for (const { reason, check, code, kind } of refusals) {
    call.draft.reasons.push(reason);
    if (!call.draft.checks.includes(check)) call.draft.checks.push(check);
    if (kind === 'registryError' && !call.draft.errorCodes.includes(code)) call.draft.errorCodes.push(code);
  }
}

/** Refuses what counts at this level, notes the rest. */
export function enforce(
  call: { readonly core: DmpCore; readonly draft: DmpLogDraft },
  refusals: readonly DmpRefusal[],
): void {
  const enforced = refusals.filter((refusal) => isEnforced(refusal, call.core.level));
  call.draft.warnings.push(...refusals.filter((r) => !enforced.includes(r)).map(({ reason }) => reason));
  if (enforced.length > 0) throw new DmpRefused(enforced);
}

/** The value of an outcome; a refusal is thrown. */
function settled<T>(call: OperationCall, outcome: DmpOutcome<T>): T {
  call.draft.warnings.push(...outcome.warnings.map(({ reason }) => reason));
  if (!outcome.ok) throw new DmpRefused(outcome.refusals);
  return outcome.value;
}

function stop(call: OperationCall, operation: DmpOperation, documents: readonly string[] = []): void {
  const refusals = scenarioRefusals(call.scenario, operation, documents);
  if (refusals.length > 0) throw new DmpRefused(refusals);
}

const frameOf = (call: OperationCall) => ({
  uuid: call.uuid(),
  now: call.now.toISOString().replace(/[-:T]/g, '').slice(0, 14),
  relatesTo: call.messageId,
});

/**
 * Registry operations answer a RegistryResponse when every refusal is a RegistryError, and a fault as soon as one is.
 *
 * @param write the whole answer, from its status and the error list
 */
async function registryAnswer(
  call: OperationCall,
  run: () => Promise<OperationAnswer> | OperationAnswer,
  write: (status: string, errors: string) => string,
): Promise<OperationAnswer> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DmpRefused) || error.refusals.some(({ kind }) => kind === 'fault')) throw error;
    note(call, error.refusals);
    return { payload: write(RESPONSE.failure, errorList(error.refusals)) };
  }
}

const findPatient: Handler = (call) => {
  const question = readPatientQuestion(call.payload);
  stop(call, 'findPatient');
  const outcome =
    question.reason === 'TEST_EXST'
      ? call.core.existence(call.caller, question.patient)
      : call.core.administrativeData(call.caller, question.patient);
  const found = bendExistence(call.scenario, settled(call, outcome));
  return { payload: writePatientAnswer(question, found, frameOf(call)) };
};

const revisePatient: Handler = (call) => {
  const revision = readPatientRevision(call.payload);
  const { author } = revision;
  if (author.person !== call.caller.userId || (author.structure ?? call.caller.structure) !== call.caller.structure)
    enforce(call, [
      faultRefusal(15, FAULT.vihf, 'hl7.author', 'author : l’utilisateur et la structure du VIHF attendus', {
        from: 'strict',
      }),
    ]);
  stop(call, 'revisePatient');
  if (revision.reason === 'FERM') {
    settled(call, call.core.close(call.caller, revision.patient, revision.closingReason));
  } else {
    const { telecoms, address, opposesBreakGlass, opposesEmergencyAccess } = revision;
    settled(
      call,
      call.core.updateAdministrativeData(call.caller, revision.patient, {
        ...(telecoms === undefined ? {} : { telecoms }),
        ...(address === undefined ? {} : { address }),
        ...(opposesBreakGlass === undefined ? {} : { opposesBreakGlass }),
        ...(opposesEmergencyAccess === undefined ? {} : { opposesEmergencyAccess }),
      }),
    );
  }
  return { payload: writeRevisionAnswer(frameOf(call)) };
};

const setAuthorization: Handler = (call) => {
  const request = readSetAuthorization(call.payload);
  stop(call, 'setAuthorization');
  return { payload: writeSetAuthorization(settled(call, call.core.setAuthorization(call.caller, request)).already) };
};

const listAuthorizationByPatient: Handler = (call) => {
  const mode = readListAuthorization(call.payload);
  stop(call, 'listAuthorizationByPatient');
  return { payload: writeListAuthorization(settled(call, call.core.listAuthorizations(call.caller, mode))) };
};

const patientList: Handler = (call) => {
  const request = readPatientList(call.payload);
  stop(call, 'patientList');
  return { payload: writePatientList(settled(call, call.core.listPatients(call.caller, request))) };
};

const findCandidates: Handler = (call) => {
  const criteria = readCandidates(call.payload);
  stop(call, 'findCandidates');
  return {
    payload: writeCandidates(settled(call, call.core.findPatients(call.caller, criteria)), call.payload, frameOf(call)),
  };
};

/** Documents of a deposit by entry id: the XOP part each `Document` points to. Check 2. */
async function documentsOf(call: OperationCall, inline: SpooledPart[]): Promise<Map<string, SpooledPart>> {
  const request = (reason: string, context: string, from: DmpLevel = 'lenient') =>
    faultRefusal(2, FAULT.request, `mime.${reason}`, context, { from });
  const found = new Map<string, SpooledPart>();
  const used = new Set<string>();
  const refusals: DmpRefusal[] = [];
  if (!call.multipart) refusals.push(request('plain', 'dépôt hors de multipart/related', 'dmp'));
  for (const document of named(call.payload, NS.xds, 'Document')) {
    const id = attributeOf(document, 'id') ?? '';
    const include = first(document, NS.xop, 'Include');
    if (found.has(id)) throw new DmpRefused([request('documentId', 'deux Document de même id')]);
    if (!include) {
      refusals.push(request('inline', 'Document sans xop:Include', 'strict'));
      const writer = call.spool.writer();
      await writer.write(Buffer.from(textOf(document) ?? '', 'base64'));
      const part = await writer.finish();
      inline.push(part);
      found.set(id, part);
      continue;
    }
    const cid = contentIdOf(attributeOf(include, 'href') ?? '');
    const part = cid === undefined ? undefined : call.parts.get(cid);
    if (cid === undefined || !part) throw new DmpRefused([request('cid', 'xop:Include : cid sans partie MIME')]);
    if (used.has(cid)) throw new DmpRefused([request('cidTwice', 'deux Document désignent la même partie MIME')]);
    if (elements(document).length > 1 || (textOf(document) ?? '').trim() !== '')
      refusals.push(request('mixed', 'Document : un xop:Include et rien d’autre', 'strict'));
    used.add(cid);
    found.set(id, part);
  }
  if ([...call.parts.keys()].some((cid) => !used.has(cid)))
    refusals.push(request('unused', 'partie MIME que rien ne désigne', 'strict'));
  enforce(call, refusals);
  return found;
}

/** The Content-ID that a `cid:` URL names (RFC 2392), URL-decoded. */
function contentIdOf(href: string): string | undefined {
  if (!href.startsWith('cid:')) return undefined;
  try {
    return decodeURIComponent(href.slice(4));
  } catch {
    return undefined;
  }
}

const provideAndRegister: Handler = async (call) => {
  const inline: SpooledPart[] = [];
  try {
    return await deposit(call, await documentsOf(call, inline));
  } finally {
    if (!call.isKept()) for (const part of inline) await part.discard();
  }
};

const deposit = (call: OperationCall, parts: ReadonlyMap<string, SpooledPart>) =>
  registryAnswer(
    call,
    async () => {
      const request = first(call.payload, NS.lcm, 'SubmitObjectsRequest');
      if (!request)
        throw new DmpRefused([
          registryRefusal(10, 'XDSRepositoryMetadataError', 'ebrim.request', 'SubmitObjectsRequest absent'),
        ]);
      const objects = readObjects(request);
      const documents = [...parts].map(([entryId, part]) => ({
        entryId,
        content: { size: part.size, sha1: part.sha1Hex } as DmpContent,
      }));
      const submission = { set: objects.set, entries: objects.entries, associations: objects.associations, documents };
      const findings = [...objects.refusals];
      const uniqueIdOf = (id: string) =>
        call.core.admin.entries(objects.set.patientId.extension).find((e) => e.id === id)?.uniqueId;
      for (const entry of objects.entries.filter((e) => !isSignatureEntry(e))) {
        const part = parts.get(entry.id);
        if (!part || (entry.mimeType !== 'text/xml' && entry.mimeType !== 'application/xslt+xml')) continue;
        try {
          findings.push(...checkCda(entry, await readCda(part, call.xml), submission, uniqueIdOf));
        } catch (error) {
          if (!(error instanceof UnreadableDmpXml)) throw error;
          findings.push(
            registryRefusal(16, 'InvalidDocumentContent', 'cda.unreadable', `CDA illisible : ${error.message}`, {
              from: 'dmp',
              location: entry.id,
            }),
          );
        }
      }
      const { core, xml, pki, now, signer } = call;
      const signature = await checkXades(submission, { xml, pki, now, signer, parts });
      findings.push(...signature.refusals);
      if (signature.algorithms !== undefined) call.draft.xadesAlgorithms = signature.algorithms;
      stop(
        call,
        'provideAndRegister',
        objects.entries.map(({ id }) => id),
      );

      // Files become lasting before the registry speaks of them; what is refused is taken back.
      const kept: { entryId: string; content: DmpContent }[] = [];
      for (const [entryId, part] of parts) kept.push({ entryId, content: await part.keep() });
      const outcome = core.submit(call.caller, { ...submission, documents: kept }, findings);
      if (!outcome.ok) for (const part of parts.values()) await part.discard();
      else call.kept();
      settled(call, outcome);
      return { payload: registryResponse(RESPONSE.success, '') };
    },
    registryResponse,
  );

const storedQuery: Handler = (call) => {
  let returnType: 'LeafClass' | 'ObjectRef' = 'ObjectRef';
  return registryAnswer(
    call,
    () => {
      const { query, refusals } = readQuery(call.payload);
      returnType = query.returnType ?? 'ObjectRef';
      enforce(call, refusals);
      stop(call, 'storedQuery');
      const result = bendQuery(call.scenario, settled(call, call.core.query(call.caller, query)));
      if (call.scenario === 'partial-success') {
        const partial = [registryRefusal(0, 'XDSRegistryError', 'scenario.partial-success', 'réponse incomplète')];
        note(call, partial);
        return { payload: queryResponse(RESPONSE.partial, result, returnType, errorList(partial)) };
      }
      return { payload: queryResponse(RESPONSE.success, result, returnType, '') };
    },
    (status, errors) => queryResponse(status, undefined, returnType, errors),
  );
};

function retrieveResponse(status: string, errors: string, documents: readonly string[] = []): string {
  return tag('xds:RetrieveDocumentSetResponse', { 'xmlns:xds': NS.xds }, [
    registryResponse(status, errors),
    ...documents,
  ]);
}

const retrieve: Handler = (call) =>
  registryAnswer(
    call,
    () => {
      const requests = readRetrieve(call.payload);
      if (requests.some(({ repositoryUniqueId }) => repositoryUniqueId === undefined))
        enforce(call, [
          registryRefusal(20, 'XDSUnknownRepositoryId', 'retrieve.repositoryAbsent', 'RepositoryUniqueId absent', {
            from: 'strict',
          }),
        ]);
      stop(
        call,
        'retrieve',
        requests.map(({ documentUniqueId }) => documentUniqueId),
      );
      const result = bendRetrieve(call.scenario, settled(call, call.core.retrieve(call.caller, requests)));
      const outParts: OutPart[] = [];
      const responses = result.documents.map(({ uniqueId, mimeType, repositoryUniqueId, content }, i) => {
        const contentId = `doc:${i + 1}.${call.uuid()}@dmp.simulateur.invalid`;
        const open = () => call.spool.read(content);
        outParts.push({
          contentId,
          contentType: mimeType,
          size: content.size,
          open: call.scenario === 'altered-document' ? () => altered(open()) : open,
        });
        return tag('xds:DocumentResponse', {}, [
          leaf('xds:RepositoryUniqueId', repositoryUniqueId),
          leaf('xds:DocumentUniqueId', uniqueId),
          leaf('xds:mimeType', mimeType),
          tag('xds:Document', {}, tag('xop:Include', { 'xmlns:xop': NS.xop, href: cidOf(contentId) })),
        ]);
      });
      note(call, result.failures);
      const status = result.failures.length > 0 ? RESPONSE.partial : RESPONSE.success;
      return { payload: retrieveResponse(status, errorList(result.failures), responses), documents: outParts };
    },
    retrieveResponse,
  );

const updateDocumentSet: Handler = (call) =>
  registryAnswer(
    call,
    () => {
      const objects = readObjects(call.payload, 'XDSMetadataUpdateError');
      const { extension, oid } = objects.set.patientId;
      const { patient } = call.caller;
      if (patient && (patient.extension !== extension || patient.oid !== oid))
        enforce(call, [
          registryRefusal(
            9,
            'XDSPatientIdDoesNotMatch',
            'patient.resourceId',
            'le patient du message n’est pas celui de resource-id',
            { from: 'dmp' },
          ),
        ]);
      const entries = call.core.admin.entries();
      const { update, refusals } = readUpdate(objects, (id) => entries.find((e) => e.id === id || e.logicalId === id));
      enforce(call, refusals);
      if (!update) throw new DmpRefused(refusals);
      stop(call, 'updateDocumentSet');
      settled(call, call.core.update(call.caller, update));
      return { payload: registryResponse(RESPONSE.success, '') };
    },
    registryResponse,
  );

/** One handler by operation. */
export const HANDLERS: Readonly<Record<DmpOperation, Handler>> = {
  findPatient,
  revisePatient,
  setAuthorization,
  listAuthorizationByPatient,
  patientList,
  findCandidates,
  provideAndRegister,
  storedQuery,
  retrieve,
  updateDocumentSet,
};
