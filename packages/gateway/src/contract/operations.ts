import * as z from 'zod/mini';
import * as audit from './audit.js';
import { environmentView, statusOutput } from './environment.js';
import type { GatewayErrorCode } from './error.js';
import * as identity from './identity.js';
import * as ins from './ins.js';
import { capabilities, sessionView } from './session.js';

/** Kind of body that an operation answers with. */
export type ResponseKind = 'json' | 'stream' | 'csv';

/** One operation of the contract. */
export interface OperationDefinition<Input extends z.core.$ZodType, Output extends z.core.$ZodType> {
  readonly method: 'GET' | 'POST';
  /** Under `<base path>/v1`. It never holds a parameter: what names a person travels in the body. */
  readonly path: string;
  readonly input: Input;
  readonly output: Output;
  readonly response: ResponseKind;
  /** `read` may be sent again by the client; `write` is sent once. */
  readonly effect: 'read' | 'write';
  /** Accepts `Idempotency-Key`: the same key gives the first answer again. */
  readonly idempotent: boolean;
  readonly cache: 'no-store' | 'session';
  /** Codes that this operation may answer, beyond those of every operation. */
  readonly errors: readonly GatewayErrorCode[];
}

type Options = Partial<Pick<OperationDefinition<never, never>, 'response' | 'idempotent' | 'cache' | 'errors'>>;

function define<Input extends z.core.$ZodType, Output extends z.core.$ZodType>(
  method: 'GET' | 'POST',
  path: string,
  effect: 'read' | 'write',
  input: Input,
  output: Output,
  options: Options = {},
): OperationDefinition<Input, Output> {
  const { response = 'json', idempotent = false, cache = 'no-store', errors = [] } = options;
  return { method, path, input, output, response, effect, idempotent, cache, errors };
}

const nothing = z.object({});
const csv = z.string();
const onRecord: readonly GatewayErrorCode[] = ['gateway.notFound'];
const onWrite: readonly GatewayErrorCode[] = ['gateway.notFound', 'gateway.conflict', 'gateway.idempotency'];

/** The contract of the INS routes: name of operation → how it is called, what it takes, what it answers. */
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
