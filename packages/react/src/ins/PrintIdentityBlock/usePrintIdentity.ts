'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import { type Async, dataOf } from '../../base/async.js';
import {
  type DrawnDatamatrix,
  type InsDatamatrixOptions,
  type InsDatamatrixView,
  useInsDatamatrix,
} from '../InsDatamatrix/useInsDatamatrix.js';

export interface PrintIdentityView {
  readonly record: Async<PatientView>;
  /** Symbol, matricule and OID: of a qualified identity only. */
  readonly qualified: { readonly drawn: DrawnDatamatrix; readonly size: InsDatamatrixView['size'] } | undefined;
  readonly symbol: Async<DrawnDatamatrix>;
  /** True once everything that must be on the paper is there. */
  readonly isReady: boolean;
}

/** What identifies the patient on a paper (INS/va1.15). The matricule and the symbol are there when the identity is qualified, never otherwise. */
export function usePrintIdentity(options: InsDatamatrixOptions): PrintIdentityView {
  const view = useInsDatamatrix({ ...options, purpose: 'print' });
  const patient = dataOf(view.record);
  const drawn = view.refusal === undefined && patient ? dataOf(view.state) : undefined;
  return {
    record: view.record,
    qualified: drawn && { drawn, size: view.size },
    symbol: view.state,
    isReady: patient !== undefined && (view.refusal !== undefined || drawn !== undefined),
  };
}
