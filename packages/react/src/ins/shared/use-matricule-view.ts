'use client';
import type { MatriculeViewOutput, PatientView } from '@socle-sante/gateway/contract';
import { useCallback, useEffect, useState } from 'react';
import { allows, useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import type { Emit } from '../../base/use-emit.js';

/** Milliseconds before a matricule that was shown is masked again. */
export const MATRICULE_SHOWN_MS = 60_000;

export interface MatriculeReveal {
  /** The whole matricule, while it is shown. */
  readonly shown: MatriculeViewOutput | undefined;
  readonly canShow: boolean;
  /** Copying takes the number out of the software: qualified identities only. */
  readonly canCopy: boolean;
  readonly request: Action<'show' | 'copy', MatriculeViewOutput>;
  show(): void;
  hide(): void;
  /** 15 characters without spaces. Resolves to false when the clipboard refused. */
  copy(): Promise<boolean>;
}

/**
 * The whole matricule, on a gesture only: the server traces each look (INS/va1.39). It is forgotten after a minute, when
 * the record changes, and when the page goes out of sight. It is held by this component alone, never in the cache.
 */
export function useMatriculeView(patient: PatientView | undefined, emit: Emit): MatriculeReveal {
  const client = useGatewayClient();
  const [shown, setShown] = useState<{ readonly ref: string; readonly view: MatriculeViewOutput }>();
  const ref = patient?.ref;

  const request = useAction<'show' | 'copy', MatriculeViewOutput>(async (purpose, signal) => {
    if (ref === undefined) throw new Error('The record is not loaded.');
    return client.ins.matricule.view({ patientRef: ref, purpose }, { signal });
  });
  const { run, reset } = request;
  const hide = useCallback(() => {
    setShown(undefined);
    reset();
  }, [reset]);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(hide, MATRICULE_SHOWN_MS);
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [shown, hide]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record, or another version of it, masks the number
  useEffect(() => hide, [ref, patient?.version, hide]);

  const show = useCallback(() => {
    if (ref === undefined) return;
    void run('show').then((view) => {
      if (!view) return;
      setShown({ ref, view });
      emit('ins.matricule.viewed');
    });
  }, [ref, run, emit]);
  const copy = useCallback(async () => {
    const view = await run('copy');
    if (!view) return false;
    const done = await navigator.clipboard.writeText(view.full).then(
      () => true,
      () => false,
    );
    emit('ins.matricule.copied', { outcome: done ? 'success' : 'failed' });
    return done;
  }, [run, emit]);

  return {
    shown: shown !== undefined && shown.ref === ref ? shown.view : undefined,
    canShow: patient?.ins !== undefined && allows(patient, 'ins.matricule.view'),
    canCopy: patient?.status === 'QUAL' && allows(patient, 'ins.matricule.view'),
    request,
    show,
    hide,
    copy,
  };
}
