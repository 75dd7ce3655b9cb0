'use client';
import type {
  DmpUpdateInput,
  DmpUpdateOutput,
  DocumentAction,
  DocumentRow,
  UpdateReason,
} from '@socle-sante/gateway/contract';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';

/** A change that the DMP keeps: TD3.3a to TD3.3d. */
export type DocumentChange = DmpUpdateInput['action'];

/** Why a document is deleted. */
export interface DeleteReason {
  readonly code: UpdateReason;
  readonly text?: string;
}

export interface DocumentActionsOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  readonly row: DocumentRow;
  /** The document as it is now, under a new handle; `undefined` when it was deleted. */
  readonly onUpdated?: (after: DocumentRow | undefined, before: DocumentRow) => void;
}

export interface DocumentActionsResult {
  /** What the server allows, and nothing else. */
  readonly actions: readonly DocumentAction[];
  /** One change; a deletion needs its reason. Nothing is drawn before the server answered. */
  readonly update: Action<{ readonly action: DocumentChange; readonly reason?: DeleteReason }, DmpUpdateOutput>;
}

const changes: readonly DocumentAction[] = ['delete', 'mask', 'unmask', 'show', 'showLegal', 'archive', 'unarchive'];

/** True for what goes to the DMP; `open`, `integrate` and `replace` are gestures of the page. */
export function isDocumentChange(action: DocumentAction): action is DocumentChange {
  return changes.includes(action);
}

/** The gestures on one document of the DMP, as its row allows them. */
export function useDmpDocumentActions(options: DocumentActionsOptions): DocumentActionsResult {
  const { patientRef, row, onUpdated } = options;
  const client = useGatewayClient();
  const emit = useEmit('DmpDocumentActions', options.onEvent);
  const update = useAction(
    async (input: { readonly action: DocumentChange; readonly reason?: DeleteReason }, signal) => {
      const result = await client.dmp.update({ patientRef, handle: row.handle, ...input }, { signal });
      emit('dmp.document.updated');
      onUpdated?.(result.row, row);
      return result;
    },
    { scope: `${patientRef} ${row.handle}` },
  );
  return { actions: row.actions, update };
}
