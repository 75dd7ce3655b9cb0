import * as z from 'zod/mini';
import type { Meta } from '../contract.js';
import type { OperationContext } from './context.js';
import { toFailure } from './error-map.js';
import { type Failure, fail } from './failure.js';
import type { GatewayFault } from './options.js';

/** `{ data, meta }`, after the data was checked against the contract: what the contract does not name stays here. */
export function envelope(
  schema: z.core.$ZodType,
  output: unknown,
  context: OperationContext,
): { data: unknown; meta: Meta } {
  const checked = z.safeParse(schema, output);
  if (!checked.success) throw new Error(`output of ${context.operation}`);
  return {
    data: checked.data,
    meta: { at: context.at(), environment: context.environment.kind, ...context.meta },
  };
}

/** A failure on its way to the page: mapped, traced, and told to the vendor when it was no business answer. */
export async function failed(thrown: unknown, context: OperationContext): Promise<Failure> {
  const failure = toFailure(thrown, { reference: context.reference, secrets: context.secrets });
  const { code, officialCode, messageId } = failure.error;
  if (code === 'gateway.internal') context.options.onFault?.(faultOf(thrown, context));
  // Each call of a sequence has left its own trace already, the failing one included.
  if (tracedByCall(context, officialCode)) return failure;
  try {
    await context.audit(outcomeOf(failure.status), {
      code: officialCode ?? code,
      ...(messageId === undefined ? {} : { messageId }),
    });
    return failure;
  } catch (lost) {
    if (code !== 'gateway.internal') context.options.onFault?.(faultOf(lost, context));
    return fail('gateway.internal', { messageId: context.reference });
  }
}

function tracedByCall(context: OperationContext, officialCode: string | undefined): boolean {
  return context.operation === 'ins.search' && context.meta.messageId !== undefined && officialCode !== undefined;
}

function outcomeOf(status: number): 'refused' | 'denied' | 'failed' {
  if (status === 403) return 'denied';
  return status < 500 && status !== 424 ? 'refused' : 'failed';
}

/** Name and place of an exception. Its message is left out: it could quote an identity. */
export function faultOf(
  thrown: unknown,
  context: { readonly operation: string; readonly reference: string },
): GatewayFault {
  const error = thrown instanceof Error ? thrown : undefined;
  const frames = (error?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    operation: context.operation,
    reference: context.reference,
    name: error?.name ?? typeof thrown,
    frames: frames.map((line) => line.trim()),
  };
}
