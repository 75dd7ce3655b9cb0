import * as z from 'zod/mini';
import * as audit from './audit.js';
import * as dmp from './dmp.js';
import * as documents from './dmp-documents.js';
import * as view from './document-view.js';
import { environmentView, statusOutput } from './environment.js';
import type { GatewayErrorCode } from './error.js';
import * as identity from './identity.js';
import * as ins from './ins.js';
import * as notices from './notices.js';
import * as record from './record.js';
import { capabilities, sessionView } from './session.js';
import * as submission from './submission.js';

/**
 * Kind of body that an operation answers with: `stream` ends with one result, `events` goes on until the reader leaves,
 * `bytes` is a file, `redirect` sends the browser elsewhere.
 */
export type ResponseKind = 'json' | 'stream' | 'csv' | 'bytes' | 'events' | 'redirect';

/** One operation of the contract. */
export interface OperationDefinition<Input extends z.core.$ZodType, Output extends z.core.$ZodType> {
  readonly method: 'GET' | 'POST';
  /** Under `<base path>/v1`. It never holds a parameter: what names a person travels in the body. */
  readonly path: string;
  readonly input: Input;
  readonly output: Output;
  readonly response: ResponseKind;
  /** `multipart`: the input as JSON in a part `input`, and perhaps a part `file`. */
  readonly request: 'json' | 'multipart';
  /** Status of a success: 202 when the work goes on afterwards. */
  readonly status: 200 | 202 | 302;
  /** `read` may be sent again by the client; `write` is sent once. */
  readonly effect: 'read' | 'write';
  /** Accepts `Idempotency-Key`: the same key gives the first answer again. */
  readonly idempotent: boolean;
  readonly cache: 'no-store' | 'session';
  /** Codes that this operation may answer, beyond those of every operation. */
  readonly errors: readonly GatewayErrorCode[];
}

type Options = Partial<
  Pick<OperationDefinition<never, never>, 'response' | 'request' | 'status' | 'idempotent' | 'cache' | 'errors'>
>;

function define<Input extends z.core.$ZodType, Output extends z.core.$ZodType>(
  method: 'GET' | 'POST',
  path: string,
  effect: 'read' | 'write',
  input: Input,
  output: Output,
  options: Options = {},
): OperationDefinition<Input, Output> {
  const {
    response = 'json',
    request = 'json',
    status = 200,
    idempotent = false,
    cache = 'no-store',
    errors = [],
  } = options;
  return { method, path, input, output, response, request, status, effect, idempotent, cache, errors };
}

const nothing = z.object({});
const csv = z.string();
const onRecord: readonly GatewayErrorCode[] = ['gateway.notFound'];
/** Of a call that consults a DMP. */
const onDmp: readonly GatewayErrorCode[] = ['gateway.notFound', 'gateway.notQualified', 'gateway.unsupported'];
const onConsult: readonly GatewayErrorCode[] = [...onDmp, 'gateway.consent', 'gateway.handle'];
const onSubmission: readonly GatewayErrorCode[] = ['gateway.notFound', 'gateway.unsupported'];
const onWrite: readonly GatewayErrorCode[] = ['gateway.notFound', 'gateway.conflict', 'gateway.idempotency'];

/** The contract: name of operation → how it is called, what it takes, what it answers. */
export const contract = {
  'session.get': define('GET', '/session', 'read', nothing, sessionView, { cache: 'session' }),
  'session.capabilities': define('GET', '/session/capabilities', 'read', nothing, capabilities, {
    cache: 'session',
  }),
  'environment.get': define('GET', '/environment', 'read', nothing, environmentView, {
    cache: 'session',
  }),
  'status.get': define('GET', '/status', 'read', nothing, statusOutput),
  'identity.get': define('POST', '/identity/get', 'read', identity.identityGetInput, identity.patientView, {
    errors: onRecord,
  }),
  'identity.search': define(
    'POST',
    '/identity/search',
    'read',
    identity.identitySearchInput,
    identity.identitySearchOutput,
    { errors: ['gateway.lexical'] },
  ),
  'identity.save': define('POST', '/identity/save', 'write', identity.identitySaveInput, identity.identitySaveOutput, {
    idempotent: true,
    errors: [...onWrite, 'gateway.lexical', 'gateway.locked', 'gateway.confirmationNeeded'],
  }),
  'identity.transition': define(
    'POST',
    '/identity/transition',
    'write',
    identity.identityTransitionInput,
    identity.identityChangeOutput,
    { idempotent: true, errors: [...onWrite, 'gateway.transition'] },
  ),
  'identity.history': define(
    'POST',
    '/identity/history',
    'read',
    identity.identityGetInput,
    identity.identityHistoryOutput,
    { errors: onRecord },
  ),
  'identity.duplicates': define(
    'POST',
    '/identity/duplicates',
    'read',
    identity.identityDuplicatesInput,
    identity.identityDuplicatesOutput,
  ),
  'ins.search': define('POST', '/ins/search', 'write', ins.insSearchInput, ins.insSearchOutput, {
    response: 'stream',
    errors: ['gateway.notFound', 'gateway.blocked', 'gateway.busy', 'gateway.lexical'],
  }),
  'ins.vitale.read': define('POST', '/ins/vitale/read', 'read', nothing, ins.vitaleReading, {
    errors: ['gateway.unsupported'],
  }),
  'ins.searchVitale': define('POST', '/ins/search-vitale', 'write', ins.insSearchVitaleInput, ins.insSearchOutput, {
    errors: ['gateway.notFound', 'gateway.blocked', 'gateway.busy', 'gateway.unsupported'],
  }),
  'ins.accept': define('POST', '/ins/accept', 'write', ins.insAcceptInput, ins.insAcceptOutput, {
    idempotent: true,
    errors: [
      ...onWrite,
      'gateway.snapshotExpired',
      'gateway.refusedResult',
      'gateway.unacknowledged',
      'gateway.arbitrate',
      'gateway.lexical',
      'gateway.transition',
    ],
  }),
  'ins.verify': define('POST', '/ins/verify', 'write', ins.insVerifyInput, ins.insVerifyOutput, {
    idempotent: true,
    errors: [...onWrite, 'gateway.blocked', 'gateway.unsupported'],
  }),
  'ins.verifyList': define('POST', '/ins/verify-list', 'read', ins.insVerifyListInput, ins.insVerifyListOutput, {
    errors: ['gateway.unsupported'],
  }),
  'ins.datamatrix.decode': define(
    'POST',
    '/ins/datamatrix/decode',
    'read',
    ins.datamatrixDecodeInput,
    ins.datamatrixDecodeOutput,
  ),
  'ins.datamatrix.get': define('POST', '/ins/datamatrix/get', 'read', ins.datamatrixGetInput, ins.datamatrixGetOutput, {
    errors: ['gateway.notFound', 'gateway.notQualified'],
  }),
  'ins.matricule.view': define('POST', '/ins/matricule/view', 'read', ins.matriculeViewInput, ins.matriculeViewOutput, {
    errors: onRecord,
  }),
  'notices.due': define('GET', '/notices', 'read', nothing, notices.noticesOutput),
  'notices.acknowledge': define(
    'POST',
    '/notices/acknowledge',
    'write',
    notices.noticeAcknowledgeInput,
    notices.noticesOutput,
    { idempotent: true },
  ),
  'dmp.status': define('POST', '/dmp/status', 'read', dmp.dmpPatientInput, dmp.dmpStatus, { errors: onDmp }),
  'dmp.access': define('POST', '/dmp/access', 'read', dmp.dmpPatientInput, dmp.dmpAccess, { errors: onDmp }),
  'dmp.authorise': define('POST', '/dmp/authorise', 'write', dmp.dmpAuthoriseInput, dmp.dmpStatus, {
    idempotent: true,
    errors: [...onDmp, 'gateway.consent'],
  }),
  'dmp.consent.get': define('POST', '/dmp/consent/get', 'read', dmp.dmpPatientInput, dmp.dmpConsent, {
    errors: onSubmission,
  }),
  'dmp.consent.set': define('POST', '/dmp/consent/set', 'write', dmp.dmpConsentSetInput, dmp.dmpConsent, {
    idempotent: true,
    errors: [...onWrite, 'gateway.unsupported'],
  }),
  // TD3.1 and TD3.2 leave traces that the patient reads: they are never sent again by the client.
  'dmp.search': define('POST', '/dmp/search', 'write', documents.dmpSearchInput, documents.dmpSearchOutput, {
    errors: [...onConsult, 'gateway.snapshotExpired'],
  }),
  'dmp.newCounts': define(
    'POST',
    '/dmp/new-counts',
    'write',
    documents.dmpNewCountsInput,
    documents.dmpNewCountsOutput,
    {
      errors: onConsult,
    },
  ),
  'dmp.document.get': define('POST', '/dmp/document/get', 'write', view.documentInput, view.dmpDocument, {
    errors: onConsult,
  }),
  'dmp.document.rendering': define(
    'POST',
    '/dmp/document/rendering',
    'write',
    view.documentRenderingInput,
    view.documentRendering,
    { errors: onConsult },
  ),
  'dmp.document.bytes': define('POST', '/dmp/document/bytes', 'write', view.documentBytesInput, view.documentBytes, {
    response: 'bytes',
    errors: onConsult,
  }),
  'dmp.document.integrate': define(
    'POST',
    '/dmp/document/integrate',
    'write',
    view.documentIntegrateInput,
    view.documentIntegrateOutput,
    { idempotent: true, errors: [...onConsult, 'gateway.identityDiffers', 'gateway.idempotency'] },
  ),
  'dmp.update': define('POST', '/dmp/update', 'write', documents.dmpUpdateInput, documents.dmpUpdateOutput, {
    idempotent: true,
    errors: [...onConsult, 'gateway.idempotency'],
  }),
  'dmp.authorisations': define(
    'POST',
    '/dmp/authorisations',
    'read',
    dmp.dmpPatientInput,
    dmp.dmpAuthorisationsOutput,
    { errors: onConsult },
  ),
  'dmp.history': define('POST', '/dmp/history', 'read', dmp.dmpPatientInput, audit.auditListOutput, {
    errors: onRecord,
  }),
  'dmp.emergency.open': define('POST', '/dmp/emergency/open', 'write', dmp.dmpEmergencyOpenInput, dmp.dmpAccess, {
    errors: [...onDmp, 'gateway.emergency'],
  }),
  'dmp.emergency.close': define('POST', '/dmp/emergency/close', 'write', dmp.dmpPatientInput, dmp.dmpAccess, {
    errors: onDmp,
  }),
  'dmp.secretConnection': define(
    'POST',
    '/dmp/secret-connection',
    'write',
    dmp.dmpSecretConnectionInput,
    dmp.dmpSecretConnection,
    { errors: onDmp },
  ),
  'dmp.webAccess': define('POST', '/dmp/web-access', 'write', dmp.dmpWebAccessInput, dmp.dmpWebAccessOutput, {
    errors: onDmp,
  }),
  'dmp.webAccess.open': define('GET', '/dmp/web-access/open', 'read', dmp.dmpWebAccessOpenInput, nothing, {
    response: 'redirect',
    status: 302,
    errors: ['gateway.handle', 'gateway.unsupported'],
  }),
  'record.documents': define(
    'POST',
    '/record/documents',
    'read',
    record.recordDocumentsInput,
    record.recordDocumentsOutput,
    { errors: onSubmission },
  ),
  'record.remove': define('POST', '/record/remove', 'write', record.recordRemoveInput, record.recordRemoveOutput, {
    idempotent: true,
    errors: [...onSubmission, 'gateway.conflict'],
  }),
  'submission.derive': define(
    'POST',
    '/submission/derive',
    'write',
    submission.submissionDeriveInput,
    submission.derivation,
    {
      request: 'multipart',
      errors: [...onSubmission, 'gateway.handle', 'gateway.document', 'gateway.derivationExpired', 'gateway.busy'],
    },
  ),
  'submission.preview': define(
    'POST',
    '/submission/preview',
    'read',
    submission.submissionPreviewInput,
    submission.submissionPreviewOutput,
    { errors: [...onSubmission, 'gateway.derivationExpired', 'gateway.findings'] },
  ),
  'submission.create': define(
    'POST',
    '/submission/create',
    'write',
    submission.submissionCreateInput,
    submission.submission,
    {
      idempotent: true,
      status: 202,
      errors: [
        ...onWrite,
        'gateway.unsupported',
        'gateway.notQualified',
        'gateway.derivationExpired',
        'gateway.findings',
        'gateway.feeding',
        'gateway.held',
      ],
    },
  ),
  'submission.get': define('POST', '/submission/get', 'read', submission.submissionRefInput, submission.submission, {
    errors: onSubmission,
  }),
  'submission.list': define(
    'POST',
    '/submission/list',
    'read',
    submission.submissionListInput,
    submission.submissionListOutput,
    { errors: ['gateway.unsupported'] },
  ),
  'submission.replay': define(
    'POST',
    '/submission/replay',
    'write',
    submission.submissionReplayInput,
    submission.submissionReplayOutput,
    { idempotent: true, errors: [...onSubmission, 'gateway.conflict'] },
  ),
  'submission.cancel': define(
    'POST',
    '/submission/cancel',
    'write',
    submission.submissionCancelInput,
    submission.submission,
    { idempotent: true, errors: [...onSubmission, 'gateway.conflict'] },
  ),
  'submission.hold': define(
    'POST',
    '/submission/hold',
    'write',
    submission.submissionHoldInput,
    submission.submissionHoldOutput,
    { idempotent: true, errors: onSubmission },
  ),
  'submission.pause': define(
    'POST',
    '/submission/pause',
    'write',
    submission.submissionPauseInput,
    submission.submissionPauseOutput,
    { errors: ['gateway.unsupported'] },
  ),
  events: define('GET', '/events', 'read', nothing, submission.gatewayEvent, { response: 'events' }),
  'audit.list': define('POST', '/audit/list', 'read', audit.auditListInput, audit.auditListOutput),
  'audit.export': define('POST', '/audit/export', 'read', audit.auditListInput, csv, {
    response: 'csv',
  }),
} as const;

export type Contract = typeof contract;
export type OperationId = keyof Contract;
/** What an operation takes. */
export type OperationInput<Id extends OperationId> = z.input<Contract[Id]['input']>;
/** What an operation answers, in `data`. */
export type OperationOutput<Id extends OperationId> = z.output<Contract[Id]['output']>;

/** Every operation, in the order of the contract. */
export const operationIds = Object.keys(contract) as readonly OperationId[];
