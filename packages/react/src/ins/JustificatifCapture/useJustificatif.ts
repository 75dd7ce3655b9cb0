'use client';
import type { DocumentType, IdentityChangeOutput, PatientView } from '@socle-sante/gateway/contract';
import { useState } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import type { BaseProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { allows, useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';
import type { DroppedFile } from '../../common/FileDrop/useFileDrop.js';
import { useRecord, useStoreRecord } from '../queries/use-record.js';
import { dayIn } from '../shared/today.js';
import { useDocumentTypes } from '../shared/use-document-types.js';

/** Where the vendor keeps copies of documents: encrypted, and deleted 5 years after the last activity (RNIV). */
export interface IdCopyPort {
  save(copy: {
    readonly patientRef: string;
    /** Code of the type of document. */
    readonly documentType: string;
    readonly kind: 'pdf' | 'image';
    readonly bytes: Uint8Array<ArrayBuffer>;
    /** Hexadecimal. */
    readonly sha256: string;
  }): Promise<void>;
}

export interface JustificatifOptions {
  readonly patientRef: string;
  /** Documents of the site; those of the provider or of the server otherwise. */
  readonly types?: readonly DocumentType[];
  /** Without it no copy can be kept. */
  readonly storage?: IdCopyPort;
  /** Keeping a copy is ticked at first. Ignored without `storage`. */
  readonly storeCopy?: boolean;
  readonly onSaved?: (result: IdentityChangeOutput) => void;
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface JustificatifValue {
  readonly type: string;
  readonly companion: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly expiresOn: string;
  readonly coherent: boolean;
  readonly keepCopy: boolean;
  readonly file: DroppedFile | undefined;
}

export type JustificatifField = 'type' | 'companion' | 'expiry' | 'coherent' | 'copy';
export type JustificatifProblem = 'type' | 'low' | 'companion' | 'expired' | 'expiryFormat' | 'coherent' | 'copy';

export interface Justificatif {
  readonly record: Async<PatientView>;
  readonly high: readonly DocumentType[];
  readonly low: readonly DocumentType[];
  readonly value: JustificatifValue;
  set(change: Partial<JustificatifValue>): void;
  /** The document chosen. */
  readonly type: DocumentType | undefined;
  /** Documents that may stand beside the one chosen; none when it proves the identity alone. */
  readonly companions: readonly DocumentType[];
  /** What is wrong, field by field; nothing before a first refused saving, except a document that can prove nothing. */
  readonly problems: Partial<Readonly<Record<JustificatifField, JustificatifProblem>>>;
  /** Grows at each refused saving. */
  readonly refusals: number;
  /** Why nothing can be saved for this record. */
  readonly blocked: 'douteuse' | 'fictive' | 'right' | undefined;
  readonly canStoreCopy: boolean;
  readonly saving: Action<JustificatifValue, IdentityChangeOutput>;
  /** The identity was saved, the copy was not. */
  readonly copyFailed: boolean;
  save(): Promise<void>;
}

const empty: JustificatifValue = {
  type: '',
  companion: '',
  expiresOn: '',
  coherent: false,
  keepCopy: false,
  file: undefined,
};

function problemsOf(
  value: JustificatifValue,
  type: DocumentType | undefined,
  today: string,
  dateBroken: boolean,
): Justificatif['problems'] {
  const expiry = dateBroken
    ? ('expiryFormat' as const)
    : value.expiresOn !== '' && value.expiresOn < today
      ? ('expired' as const)
      : undefined;
  const companionMissing = type?.companions !== undefined && !type.companions.includes(value.companion);
  return {
    ...(type === undefined ? { type: 'type' as const } : {}),
    ...(type?.trust === 'low' ? { type: 'low' as const } : {}),
    ...(companionMissing ? { companion: 'companion' as const } : {}),
    ...(expiry ? { expiry } : {}),
    ...(value.coherent ? {} : { coherent: 'coherent' as const }),
    ...(value.keepCopy && value.file === undefined ? { copy: 'copy' as const } : {}),
  };
}

/** The document on which an identity was checked. Only a document of high trust, in date and coherent, can be saved. */
export function useJustificatif(options: JustificatifOptions): Justificatif & {
  /** Told by the date field: a date that is half typed. */
  setDateBroken(broken: boolean): void;
} {
  const { patientRef, storage, onSaved } = options;
  const client = useGatewayClient();
  const { now, zone } = useSocle();
  const record = useRecord(patientRef);
  const store = useStoreRecord();
  const types = useDocumentTypes(options.types);
  const emit = useEmit('JustificatifCapture', options.onEvent);
  const canStoreCopy = storage !== undefined;
  const fresh = { ...empty, keepCopy: canStoreCopy && (options.storeCopy ?? false) };
  const [value, setValue] = useState<JustificatifValue>(fresh);
  const [dateBroken, setDateBroken] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [copyFailed, setCopyFailed] = useState(false);

  const patient = dataOf(record);
  const type = types.find(({ code }) => code === value.type);
  const all = problemsOf(value, type, dayIn(now(), zone), dateBroken);

  const saving = useAction<JustificatifValue, IdentityChangeOutput>(async (wanted, signal) => {
    if (!patient) throw new Error('The record is not loaded.');
    setCopyFailed(false);
    const result = await client.identity.transition(
      {
        type: 'documentChecked',
        patientRef,
        version: patient.version,
        document: {
          type: wanted.type,
          ...(wanted.expiresOn === '' ? {} : { expiresOn: wanted.expiresOn }),
          ...(wanted.companion === '' ? {} : { companion: wanted.companion }),
        },
        coherent: wanted.coherent,
      },
      { signal },
    );
    emit('identity.documentCaptured', { officialCode: wanted.type });
    const { file } = wanted;
    if (wanted.keepCopy && file && storage) {
      const kind = file.kind === 'pdf' ? 'pdf' : 'image';
      await storage
        .save({ patientRef, documentType: wanted.type, kind, bytes: file.bytes, sha256: file.sha256 })
        .catch(() => setCopyFailed(true));
    }
    store(result.patient);
    return result;
  });

  const save = async (): Promise<void> => {
    if (Object.keys(all).length > 0) {
      setRefusals((count) => count + 1);
      return;
    }
    const result = await saving.run(value);
    if (!result) return;
    setValue(fresh);
    setRefusals(0);
    onSaved?.(result);
  };

  // Not before the first attempt; but a document that proves nothing is said so at once.
  const early = all.type === 'low' ? { type: all.type } : {};
  return {
    record,
    high: types.filter(({ trust }) => trust === 'high'),
    low: types.filter(({ trust }) => trust === 'low'),
    value,
    set: (change) => setValue((last) => ({ ...last, ...change })),
    type,
    companions: types.filter(({ code }) => type?.companions?.includes(code) ?? false),
    problems: refusals > 0 ? all : early,
    refusals,
    blocked: patient && blockedBy(patient),
    canStoreCopy,
    saving,
    copyFailed,
    save,
    setDateBroken,
  };
}

function blockedBy(patient: PatientView): Justificatif['blocked'] {
  if (allows(patient, 'identity.documentChecked')) return undefined;
  if (patient.attributes.includes('douteuse')) return 'douteuse';
  return patient.attributes.includes('fictive') ? 'fictive' : 'right';
}
