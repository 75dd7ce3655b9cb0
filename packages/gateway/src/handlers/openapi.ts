import * as z from 'zod/mini';
import { meta } from '../contract/envelope.js';
import { uiError } from '../contract/error.js';
import {
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  contract,
  IDEMPOTENCY_HEADER,
  operationIds,
  REQUEST_HEADER,
} from '../contract.js';

const contentTypes = { json: 'application/json', stream: 'text/event-stream', csv: 'text/csv' } as const;

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
            summary: operation.summary,
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
