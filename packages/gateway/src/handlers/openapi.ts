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

const contentTypes = { json: 'application/json', stream: 'text/event-stream', csv: 'text/csv' } as const;

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
  'audit.list': 'Traces',
  'audit.export': 'Traces as CSV (the export is audited)',
};

/** The contract as an OpenAPI 3.1 document, derived from the schemas. */
export function openApiDocument(basePath = '/socle'): Record<string, unknown> {
  const paths = Object.fromEntries(
    operationIds.map((id) => {
      const operation = contract[id];
      const body = { required: true, content: { 'application/json': { schema: schemaOf(operation.input, 'input') } } };
      return [
        `${basePath}/v1${operation.path}`,
        {
          [operation.method.toLowerCase()]: {
            operationId: id,
            summary: summaries[id],
            parameters: headersOf(operation.method, operation.idempotent),
            ...(operation.method === 'POST' ? { requestBody: body } : {}),
            responses: {
              200: { description: 'Answer', content: { [contentTypes[operation.response]]: { schema: answerOf(id) } } },
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
  if (response === 'csv') return { type: 'string' };
  const data = schemaOf(output, 'output');
  return {
    type: 'object',
    required: ['data', 'meta'],
    properties: { data, meta: { $ref: '#/components/schemas/Meta' } },
  };
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
