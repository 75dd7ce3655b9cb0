import * as z from 'zod/mini';
import { meta } from '../contract/envelope.js';
import { uiError } from '../contract/error.js';
import {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  contract,
  IDEMPOTENCY_HEADER,
  type OperationId,
  operationIds,
  REQUEST_HEADER,
} from '../contract.js';

const contentTypes = {
  json: 'application/json',
  stream: 'text/event-stream',
  events: 'text/event-stream',
  csv: 'text/csv',
  bytes: 'application/octet-stream',
  redirect: 'text/plain',
} as const;

/** What each operation does, in a line. */
const summaries: Readonly<Record<OperationId, string>> = {
  'session.get': 'Who is signed in',
  'session.capabilities': 'What this session may do',
  'environment.get': 'Where the services are',
  'status.get': 'State of the national services',
  'identity.get': 'One record',
  'identity.search': 'Records by birth date and first letters, or by matricule',
  'identity.save': 'Create or change a record',
  'identity.transition': 'Document checked, douteuse, fictive, homonyme',
  'identity.history': 'Changes of a record and its former matricules',
  'identity.duplicates': 'Records that may be the same person',
  'ins.search': 'INSi by traits (rechercherInsAvecTraitsIdentite): a stream of attempts, then the result',
  'ins.vitale.read': 'Read the carte Vitale that is in the reader of the server',
  'ins.searchVitale': 'INSi by carte Vitale (rechercherInsAvecCarteVitale)',
  'ins.accept': 'Use the identity that INSi returned',
  'ins.verify': 'Verify an INS with its traits',
  'ins.verifyList': 'Identities imported from elsewhere, to verify',
  'ins.datamatrix.decode': 'Decode the text of an INS datamatrix',
  'ins.datamatrix.get': 'Text of the INS datamatrix of a qualified identity',
  'ins.matricule.view': 'The whole matricule of a record (audited)',
  'notices.due': 'Notices that this user must read',
  'notices.acknowledge': 'The user read a notice',
  'dmp.status': 'Is there a DMP, is the user authorised (TD0.2)',
  'dmp.access': 'The five conditions of an access, emergency, secret connection',
  'dmp.authorise': 'Authorise the user, give the authorisation back, drop the role of treating doctor (TD0.3)',
  'dmp.consent.get': 'Consent to consultation and opposition to feeding, as the site keeps them',
  'dmp.consent.set': 'Change the choices of a patient',
  'dmp.search': 'Documents of a DMP (TD3.1), on a gesture of the user',
  'dmp.newCounts': 'What others added, by group of types: counts only',
  'dmp.document.get': 'One document, read (TD3.2): header, body, integrity, versions',
  'dmp.document.rendering': 'One document as a safe HTML page',
  'dmp.document.bytes': 'One document as a file',
  'dmp.document.integrate': 'File a document in the record',
  'dmp.update': 'Mask, show, archive, delete (TD3.3a to d)',
  'dmp.authorisations': 'Professionals authorised or blocked (TD1.6)',
  'dmp.history': 'Traces of this product about a DMP',
  'dmp.emergency.open': 'Emergency access (bris de glace), with its reason',
  'dmp.emergency.close': 'End of the emergency access',
  'dmp.secretConnection': 'Secret connection of a minor',
  'dmp.webAccess': 'A ticket to open the DMP in the browser (TD0.9)',
  'dmp.webAccess.open': 'Redirection to the DMP, once per ticket',
  'record.documents': 'Documents of the record, and what became of them in the DMP',
  'record.remove': 'Take a document that the DMP deleted out of the record',
  'submission.derive': 'Prepare a sending: metadata and findings, nothing is sent',
  'submission.preview': 'The document of a preparation, as it will be sent',
  'submission.create': 'Send what was prepared, in the background',
  'submission.get': 'One sending',
  'submission.list': 'The queue of sendings',
  'submission.replay': 'Send again what failed, under the same identifiers',
  'submission.cancel': 'Take a sending out of the queue',
  'submission.hold': 'Hold one document back, or let it go',
  'submission.pause': 'Suspend and resume the sendings',
  events: 'What changes, as it changes',
  'audit.list': 'Traces',
  'audit.export': 'Traces as CSV (the export is audited)',
};

/** The contract as an OpenAPI 3.1 document, derived from the schemas. */
export function openApiDocument(basePath = '/socle'): Record<string, unknown> {
  const paths = Object.fromEntries(
    operationIds.map((id) => {
      const operation = contract[id];
      return [
        `${basePath}/v1${operation.path}`,
        {
          [operation.method.toLowerCase()]: {
            operationId: id,
            summary: summaries[id],
            parameters: [...headersOf(operation.method, operation.idempotent), ...queryOf(id)],
            ...(operation.method === 'POST' ? { requestBody: requestOf(id) } : {}),
            responses: {
              [operation.status]: {
                description: 'Answer',
                content: { [contentTypes[operation.response]]: { schema: answerOf(id) } },
              },
              default: {
                description: `Codes of this operation: ${operation.errors.join(', ') || 'the common ones'}`,
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
              },
            },
          },
        },
      ];
    }),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Socle gateway',
      version: CONTRACT_VERSION,
      description: 'One contract between a vendor’s server and its pages.',
    },
    paths,
    components: {
      schemas: {
        Meta: schemaOf(meta, 'output'),
        Failure: { type: 'object', required: ['error'], properties: { error: schemaOf(uiError, 'output') } },
      },
    },
  };
}

function answerOf(id: (typeof operationIds)[number]): unknown {
  const { output, response } = contract[id];
  if (response === 'csv' || response === 'redirect') return { type: 'string' };
  if (response === 'bytes') return { type: 'string', format: 'binary' };
  if (response === 'events') return schemaOf(output, 'output');
  const data = schemaOf(output, 'output');
  return {
    type: 'object',
    required: ['data', 'meta'],
    properties: { data, meta: { $ref: '#/components/schemas/Meta' } },
  };
}

/** JSON, or a form: the input as JSON in a part, the file in another. */
function requestOf(id: OperationId) {
  const { input, request } = contract[id];
  const schema = schemaOf(input, 'input');
  if (request === 'json') return { required: true, content: { 'application/json': { schema } } };
  const form = {
    type: 'object',
    required: ['input'],
    properties: { input: schema, file: { type: 'string', format: 'binary' } },
  };
  const encoding = { input: { contentType: 'application/json' } };
  return { required: true, content: { 'multipart/form-data': { schema: form, encoding } } };
}

/** A `GET` with an input takes it in its query: it never names a person. */
function queryOf(id: OperationId) {
  const { method, input } = contract[id];
  if (method !== 'GET') return [];
  const { properties = {} } = schemaOf(input, 'input') as { properties?: Record<string, unknown> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: true, schema }));
}

function headersOf(method: 'GET' | 'POST', idempotent: boolean) {
  const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
  return [
    header(CONTRACT_HEADER, false),
    ...(method === 'POST' ? [header(REQUEST_HEADER, true)] : []),
    ...(idempotent ? [header(IDEMPOTENCY_HEADER, false)] : []),
  ];
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // Minor versions add fields: a reader must not refuse those that it does not know.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as Record<string, unknown>;
  return rest;
}
