'use client';
import type { IdentityAttribute, IdentityStatus } from '@socle-sante/gateway/contract';
import type { MessagesProp } from '../../base/component.js';
import { useMessages } from '../../base/use-messages.js';
import type { IconName } from '../../parts/icons.js';
import type { Tone } from '../../parts/Notice.js';
import { traitsMessages } from '../shared/traits.messages.js';
import { insStatusBadgeMessages } from './InsStatusBadge.messages.js';

/** A word with its tone and its icon: never the colour alone. */
export interface InsStatusMark {
  readonly text: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

export interface InsStatusOptions extends MessagesProp<typeof insStatusBadgeMessages> {
  readonly status: IdentityStatus;
  /** `douteuse` and `homonyme` may stand together; `fictive` stands alone. */
  readonly attributes?: readonly IdentityAttribute[];
}

export interface InsStatusView {
  readonly status: InsStatusMark;
  readonly attributes: readonly (InsStatusMark & { readonly attribute: IdentityAttribute })[];
}

const looks: Readonly<Record<IdentityStatus, Omit<InsStatusMark, 'text'>>> = {
  PROV: { tone: 'warning', icon: 'dashed-circle' },
  RECUP: { tone: 'info', icon: 'inbox' },
  VALI: { tone: 'validated', icon: 'file-check' },
  QUAL: { tone: 'success', icon: 'double-check' },
};

const attributeLooks: Readonly<Record<IdentityAttribute, Omit<InsStatusMark, 'text'>>> = {
  homonyme: { tone: 'neutral', icon: 'users' },
  douteuse: { tone: 'danger', icon: 'warning' },
  fictive: { tone: 'danger', icon: 'user' },
};

/** The RNIV status of an identity and its attributes, in words. */
export function useInsStatus(options: InsStatusOptions): InsStatusView {
  const traits = useMessages(traitsMessages);
  const t = useMessages(insStatusBadgeMessages, options.messages);
  const { status, attributes = [] } = options;
  return {
    status: { ...looks[status], text: traits(`status.${status}`) },
    attributes: attributes.map((attribute) => ({ ...attributeLooks[attribute], attribute, text: t(attribute) })),
  };
}
