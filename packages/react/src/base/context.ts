'use client';
import type { Locale } from '@socle-sante/core/finding';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { SocleUiEvent } from '@socle-sante/gateway/contract';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Density, Theme } from '../tokens.js';
import type { Announcer, Politeness } from './announcer.js';
import type { FlatMessages } from './messages.js';
import type { SiteSettings } from './site.js';

/** What went wrong inside the kit itself: no props, no data, no identity. */
export interface SocleUiFault {
  readonly component: string;
  readonly code: 'render' | 'chunk' | 'contract' | 'override';
  /** Hash of the stack (FNV-1a, 8 hex digits): groups equal faults without telling anything. */
  readonly stackHash: string;
  /** Key of the message refused, for `override`. */
  readonly detail?: string;
}

/** Everything that a component may know of the page around it. */
export interface SocleContextValue {
  readonly locale: Locale;
  readonly messages: FlatMessages;
  readonly density: Density;
  readonly theme: Theme;
  readonly client: GatewayClient | undefined;
  /** The cache of the kit; kept apart from the one that the host may have of its own. */
  readonly queryClient: QueryClient | undefined;
  readonly site: SiteSettings;
  readonly now: () => Date;
  readonly nonce: string | undefined;
  /** IANA name of the zone in which instants are shown. */
  readonly zone: string;
  emit(event: SocleUiEvent): void;
  report(fault: SocleUiFault): void;
  announce(text: string, politeness?: Politeness): void;
  readonly announcer: Announcer | undefined;
  /** Called when an answer says that the session is over. */
  resume(): void;
  /** Where dialogs are drawn: carries the theme and the density of the provider. */
  readonly portal: HTMLElement | null;
}

const outside: SocleContextValue = {
  locale: 'fr',
  messages: {},
  density: 'comfortable',
  theme: 'light',
  client: undefined,
  queryClient: undefined,
  site: {},
  now: () => new Date(),
  nonce: undefined,
  zone: 'Europe/Paris',
  emit: () => {},
  report: () => {},
  announce: () => {},
  announcer: undefined,
  resume: () => {},
  portal: null,
};

export const SocleContext = createContext<SocleContextValue>(outside);

/** The settings of the nearest provider. Without provider: French, comfortable, no client. */
export function useSocle(): SocleContextValue {
  return useContext(SocleContext);
}
