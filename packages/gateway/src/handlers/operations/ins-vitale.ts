import type { InsAttempt } from '../../contract.js';
import { callService } from '../call-service.js';
import { loadRecord, note, type Operation } from '../context.js';
import { fail } from '../failure.js';
import { foundOutput } from './ins-found.js';
import { guard, holdRecord, toAttempt } from './ins-search.js';

export const readVitale: Operation<'ins.vitale.read'> = async (_input, context) => {
  const read = context.services.vitale?.read;
  if (!read) throw fail('gateway.unsupported');
  const reading = await read({ signal: context.request.signal, operator: context.session.userRef });
  note(context, { beneficiaries: reading.beneficiaries.length });
  return reading;
};

export const searchVitale: Operation<'ins.searchVitale'> = async (input, context) => {
  const { vitale } = context.services;
  if (!vitale) throw fail('gateway.unsupported');
  const record = await loadRecord(context, input.patientRef);
  guard(record);
  const release = await holdRecord(context, record.patientRef);
  const attempts: InsAttempt[] = [];
  try {
    context.takeInsiCall();
    const { readingRef, beneficiaryIndex } = input;
    const result = await callService(context, 'insi', context.request.signal, () =>
      vitale.searchByVitale(
        { readingRef, beneficiaryIndex, state: record.state },
        {
          signal: context.request.signal,
          operator: context.session.userRef,
          onAttempt: (attempt) => {
            attempts.push(toAttempt(attempt));
            if (attempt.messageId !== undefined) context.meta.messageId = attempt.messageId;
          },
        },
      ),
    );
    context.trace.code = { found: '00', notFound: '01', multiple: '02' }[result.outcome];
    if (context.meta.messageId !== undefined) context.trace.messageId = context.meta.messageId;
    if (result.outcome === 'found') {
      const output = await foundOutput(record, result, { attempts }, context);
      if (context.meta.messageId !== undefined) context.trace.messageId = context.meta.messageId;
      return output;
    }
    if (result.outcome === 'notFound') {
      return { outcome: 'notFound', attempts, ...(result.hint === undefined ? {} : { hint: result.hint }) };
    }
    return { outcome: 'multiple', attempts, next: result.next === 'prenoms' ? 'firstNames' : 'birthPlace' };
  } finally {
    await release();
  }
};
