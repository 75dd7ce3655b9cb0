'use client';
import type { DmpNewCountsOutput } from '@socle-sante/gateway/contract';
import { dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useAsyncQuery, useSocleQueryClient } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { dmpQueries } from '../queries/dmp.js';

export type DmpDocumentChange = DmpNewCountsOutput['changes'][number];

export interface DmpVersionAlertResult {
  readonly changes: readonly DmpDocumentChange[];
  /** Files the newer version; the old one stays in the record. */
  readonly integrate: Action<DmpDocumentChange, true>;
  /** Takes a document that the DMP deleted out of the record. */
  readonly remove: Action<DmpDocumentChange, true>;
}

/** Documents of the record that changed in the DMP (CDA/DD.05, MSS/UX.05): the user decides, nothing is automatic. */
export function useDmpVersionAlert(
  patientRef: string,
  options: Pick<BaseProps, 'onEvent'> = {},
): DmpVersionAlertResult {
  const client = useGatewayClient();
  const queryClient = useSocleQueryClient();
  const emit = useEmit('DmpVersionAlert', options.onEvent);
  // The same answer as that of the new documents: one search an opening.
  const query = dmpQueries.newCounts(client, { patientRef });
  const changes = dataOf(useAsyncQuery(query))?.changes ?? [];
  const done = (change: DmpDocumentChange): void => {
    queryClient.setQueryData(query.queryKey, (found: DmpNewCountsOutput | undefined) =>
      found === undefined
        ? found
        : { ...found, changes: found.changes.filter(({ documentRef }) => documentRef !== change.documentRef) },
    );
    void queryClient.invalidateQueries({ queryKey: ['socle', 'record', 'documents', patientRef] });
  };
  const integrate = useAction(
    async (change: DmpDocumentChange, signal): Promise<true> => {
      if (change.handle !== undefined) {
        await client.dmp.document.integrate({ patientRef, handle: change.handle }, { signal });
        emit('dmp.document.integrated');
      }
      done(change);
      return true;
    },
    { scope: patientRef },
  );
  const remove = useAction(
    async (change: DmpDocumentChange, signal): Promise<true> => {
      await client.record.remove({ patientRef, documentRef: change.documentRef }, { signal });
      emit('record.documentRemoved');
      done(change);
      return true;
    },
    { scope: patientRef },
  );
  return { changes, integrate, remove };
}
