import { type Finding, hasErrors } from '@socle-sante/core/finding';
import type { XmlElement, XmlElementNode } from '@socle-sante/wire/xml';
import type { DmpTransaction } from '../access.js';
import type { DmpService } from '../environments.js';
import { DmpInputError } from '../errors.js';
import { readAnswer } from './answer.js';
import { encodeCall } from './envelope.js';
import type { DmpAnswerContext, DmpCallContext, DmpOperation } from './operation.js';

interface Definition<In, Out> {
  readonly transaction: DmpTransaction;
  readonly service: DmpService;
  readonly action: string;
  /** See {@link DmpOperation.repeatable}. */
  readonly repeatable: boolean;
  validate(input: In): readonly Finding[];
  body(input: In, context: DmpCallContext): XmlElementNode;
  read(body: XmlElement, context: DmpAnswerContext & { readonly messageId: string }): Out;
}

/** An operation whose message and answer are plain SOAP. */
export function define<In, Out>(definition: Definition<In, Out>): DmpOperation<In, Out> {
  const { transaction, action, repeatable, validate } = definition;
  return Object.freeze({
    transaction,
    action,
    repeatable,
    validate,
    encode(input: In, context: DmpCallContext) {
      refuseErrors(transaction, validate(input));
      return encodeCall(definition, definition.body(input, context), context);
    },
    decode(response, context = {}) {
      const { body, messageId } = readAnswer(response, context);
      return definition.read(body, { ...context, messageId });
    },
  } satisfies DmpOperation<In, Out>);
}

/** @throws DmpInputError when a finding is an error. */
export function refuseErrors(transaction: DmpTransaction, findings: readonly Finding[]): void {
  if (!hasErrors(findings)) return;
  throw new DmpInputError({
    code: transaction === 'TD2.1' || transaction === 'TD2.2' ? 'dmp.input.submission' : 'dmp.input.request',
    message: `What would be sent (${transaction}) cannot be accepted by the DMP: see findings.`,
    audience: 'vendor',
    findings,
  });
}
