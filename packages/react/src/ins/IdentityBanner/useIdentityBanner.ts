'use client';
import type { PatientView } from '@socle-sante/gateway/contract';
import { useEffect } from 'react';
import { type Async, dataOf } from '../../base/async.js';
import type { BaseProps, MessagesProp } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { useCapabilities } from '../../base/session.js';
import { useEmit } from '../../base/use-emit.js';
import { useMessages } from '../../base/use-messages.js';
import { useRecord } from '../queries/use-record.js';
import { ageOf } from '../shared/age.js';
import { dayIn } from '../shared/today.js';
import { birthDateText } from '../shared/trait-format.js';
import { type MatriculeReveal, useMatriculeView } from '../shared/use-matricule-view.js';
import { identityBannerMessages } from './IdentityBanner.messages.js';

/** Identity fields that the site may add to the four traits, always shown. */
export type BannerField = 'firstNames' | 'birthPlace' | 'usedName' | 'usedFirstName' | 'matricule';

export interface IdentityBannerOptions extends MessagesProp<typeof identityBannerMessages> {
  readonly patientRef: string;
  /** Fields beside the four traits; those of the site otherwise. */
  readonly fields?: readonly string[];
  readonly onEvent?: NonNullable<BaseProps['onEvent']>;
}

export interface IdentityBannerView {
  readonly record: Async<PatientView>;
  readonly patient: PatientView | undefined;
  shows(field: BannerField): boolean;
  readonly birthDate: string;
  readonly isIncompleteDate: boolean;
  readonly age: ReturnType<typeof ageOf>;
  /** Doubtful, fictitious or not yet checked by anything: the reader must take care. */
  readonly isUnsafe: boolean;
  readonly matricule: MatriculeReveal;
}

/** Who the record is about. Tells screen readers each time another record comes. */
export function useIdentityBanner(options: IdentityBannerOptions): IdentityBannerView {
  const t = useMessages(identityBannerMessages, options.messages);
  const { announce, site, now, zone } = useSocle();
  const capabilities = dataOf(useCapabilities());
  const record = useRecord(options.patientRef);
  const patient = dataOf(record);
  const emit = useEmit('IdentityBanner', options.onEvent);
  const matricule = useMatriculeView(patient, emit);
  const fields = options.fields ??
    site.identityFields ??
    capabilities?.site.identityFields ?? ['birthPlace', 'usedName'];

  const ref = patient?.ref;
  const name = patient ? `${patient.traits.birthName} ${patient.traits.firstName}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a correction of the name is not another record
  useEffect(() => {
    if (ref !== undefined) announce(t('opened', { name }));
  }, [ref, announce]);

  const { text, isIncomplete } = birthDateText(patient?.traits.birthDate ?? '');
  return {
    record,
    patient,
    shows: (field) => fields.includes(field),
    birthDate: text,
    isIncompleteDate: isIncomplete,
    age: patient ? ageOf(patient.traits.birthDate, dayIn(now(), zone)) : undefined,
    isUnsafe: patient?.attributes.some((attribute) => attribute !== 'homonyme') ?? false,
    matricule,
  };
}
