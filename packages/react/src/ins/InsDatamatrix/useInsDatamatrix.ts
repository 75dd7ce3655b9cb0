'use client';
import type { InsView, PatientView } from '@socle-sante/gateway/contract';
import { useEffect, useRef } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { type SocleQuery, useAsyncQuery } from '../../base/use-async-query.js';
import { useEmit } from '../../base/use-emit.js';
import { useRecord } from '../queries/use-record.js';
import type { DatamatrixSymbol } from './draw-symbol.js';
import { type DatamatrixSize, type SymbolSize, symbolSize } from './symbol-size.js';

export interface InsDatamatrixOptions {
  readonly patientRef: string;
  /** Side of the printed symbol, in millimetres. Larger when long names need it. 22 by default. */
  readonly size?: DatamatrixSize;
  /** Told to the server, which traces it. */
  readonly purpose?: 'show' | 'print';
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

/** The symbol and the INS in clear that stands beside it. */
export interface DrawnDatamatrix extends DatamatrixSymbol {
  readonly ins: InsView;
}

export interface InsDatamatrixView {
  readonly record: Async<PatientView>;
  /** Idle while the identity is not qualified: nothing is asked to the server then. */
  readonly state: Async<DrawnDatamatrix>;
  /** Why there is no symbol. */
  readonly refusal: 'notQualified' | 'notAllowed' | undefined;
  /** Once drawn. */
  readonly size: SymbolSize | undefined;
}

/** Draws for a qualified identity only, whatever the host asks. The text of the symbol leaves no cache behind. */
export function useInsDatamatrix(options: InsDatamatrixOptions): InsDatamatrixView {
  const { patientRef, size = 22, purpose = 'show' } = options;
  const client = useGatewayClient();
  const emit = useEmit('InsDatamatrix', options.onEvent);
  const record = useRecord(patientRef);
  const patient = dataOf(record);
  const refusal = patient && refusalOf(patient);
  const query: SocleQuery<DrawnDatamatrix> = {
    queryKey: ['socle', 'ins', 'datamatrix', patientRef, patient?.version ?? 0, purpose],
    queryFn: async ({ signal }) => {
      const [{ text, ins }, { drawSymbol }] = await Promise.all([
        client.ins.datamatrix.get({ patientRef, purpose }, { signal }),
        import('./draw-symbol.js'),
      ]);
      return { ...drawSymbol(text), ins };
    },
    enabled: patient !== undefined && refusal === undefined,
    staleTime: Number.POSITIVE_INFINITY,
  };
  const state = useAsyncQuery({ ...query, ...{ gcTime: 0 } });
  const drawn = refusal === undefined ? dataOf(state) : undefined;

  const told = useRef('');
  const key = drawn ? `${patientRef} ${patient?.version}` : '';
  useEffect(() => {
    if (key === '' || told.current === key) return;
    told.current = key;
    emit('ins.datamatrix.shown');
  }, [key, emit]);

  return {
    record,
    state: refusal === undefined ? state : { status: 'idle' },
    refusal,
    size: drawn && symbolSize(drawn.modules, size),
  };
}

function refusalOf(patient: PatientView): 'notQualified' | 'notAllowed' | undefined {
  if (patient.status !== 'QUAL') return 'notQualified';
  return allows(patient, 'ins.datamatrix') ? undefined : 'notAllowed';
}
