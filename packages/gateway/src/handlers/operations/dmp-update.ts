import type { DmpUpdateInput } from '../../contract.js';
import { note, type Operation, type OperationContext } from '../context.js';
import { type Consultation, consult } from '../dmp/consult.js';
import { filedDocuments, findByHandle, forgetFound, refresh, rowOf } from '../dmp/found.js';
import { Failure, fail } from '../failure.js';

export const updateDocument: Operation<'dmp.update'> = async (input, context) => {
  const { patientRef, handle, action, reason } = input;
  if (action === 'delete' && reason === undefined) throw fail('gateway.badRequest', { fields: { reason: 'required' } });
  const decision = await context.authorize({ operation: 'dmp.update', action: `document.${action}`, patientRef });
  if (!decision.allowed) throw fail('gateway.forbidden', { reason: decision.reason ?? 'profile' });
  return consult(
    context,
    patientRef,
    async (consultation) => {
      const found = await findByHandle(context, consultation, handle);
      const before = await rowOf(context, consultation, found);
      // What the page was not offered is not done: the DMP decides on the rest.
      if (!before.actions.includes(action)) throw fail('gateway.forbidden', { reason: 'patient' });
      const { uniqueId } = found.entry;
      const sent = (await filedDocuments(context, patientRef)).get(uniqueId)?.sentByMss === true;
      const answer = await change(consultation, found, action);
      context.meta.messageId = answer.messageId;
      context.trace.messageId = answer.messageId;
      if (reason?.text) context.trace.reason = reason.text;
      note(context, { action, ...(reason === undefined ? {} : { reason: reason.code }) });
      // The entryUUID has changed: it is read again (dmp-xds: forget it after each update).
      await forgetFound(context, patientRef, uniqueId);
      context.state.documents.drop(patientRef);
      const tellRecipients = action === 'delete' && sent;
      if (action === 'delete') {
        await markDeleted(context, patientRef, uniqueId);
        return { tellRecipients };
      }
      const row = await rowAgain(context, consultation, uniqueId);
      return { ...(row === undefined ? {} : { row }), tellRecipients };
    },
    action,
  );
};

async function change(
  { connection, call }: Consultation,
  { entry }: Awaited<ReturnType<typeof findByHandle>>,
  action: DmpUpdateInput['action'],
) {
  const { calls, profile } = connection;
  const by = profile.author;
  return call((input) => {
    switch (action) {
      case 'mask':
        return calls.mask({ ...input, entry, by });
      case 'unmask':
        return calls.unmask({ ...input, entry, by });
      case 'show':
        return calls.showToPatient({ ...input, entry, by });
      case 'showLegal':
        return calls.showToLegalRepresentatives({ ...input, entry, by });
      case 'archive':
        return calls.archive({ ...input, entry, by });
      case 'unarchive':
        return calls.unarchive({ ...input, entry, by });
      case 'delete':
        return calls.remove({ ...input, document: entry, by });
    }
  });
}

/** The change is done: when the document cannot be read again (it may be masked now), the answer has no row. */
async function rowAgain(context: OperationContext, consultation: Consultation, uniqueId: string) {
  try {
    return await rowOf(context, consultation, await refresh(context, consultation, uniqueId));
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'gateway.handle') return undefined;
    throw error;
  }
}

/** The record says that its document is not in the DMP any more. */
async function markDeleted(context: OperationContext, patientRef: string, uniqueId: string): Promise<void> {
  const document = (await filedDocuments(context, patientRef)).get(uniqueId);
  if (!document?.dmp) return;
  const { dmp: _gone, ...rest } = document;
  await context.ports.records?.update(patientRef, rest);
}
