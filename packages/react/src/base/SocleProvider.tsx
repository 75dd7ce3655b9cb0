'use client';
import type { Locale } from '@socle-sante/core/finding';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { SocleUiEvent } from '@socle-sante/gateway/contract';
import type { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Density, Theme } from '../tokens.js';
import { createAnnouncer } from './announcer.js';
import { cx } from './component.js';
import { SocleContext, type SocleContextValue, type SocleUiFault, useSocle } from './context.js';
import { LiveRegions } from './live-regions.js';
import type { FlatMessages } from './messages.js';
import { createSocleQueryClient } from './query-client.js';
import type { SiteSettings } from './site.js';

export interface SocleProviderProps {
  /** The vendor's gateway. Left out, components that only show what they are given still work. */
  readonly client?: GatewayClient;
  readonly queryClient?: QueryClient;
  readonly locale?: Locale;
  /** Replacement labels by flat key (`findingsList.error`). Keep the object stable between renders. */
  readonly messages?: FlatMessages;
  readonly density?: Density;
  readonly theme?: Theme;
  readonly site?: SiteSettings;
  readonly now?: () => Date;
  /** Given to what needs one under a strict content security policy. */
  readonly nonce?: string;
  /** Zones of the instants shown. `Europe/Paris` by default. */
  readonly zones?: { readonly display: string };
  readonly onEvent?: (event: SocleUiEvent) => void;
  readonly onError?: (fault: SocleUiFault) => void;
  /** Called by « Se reconnecter » when the session is over. */
  readonly onResume?: () => void;
  /** Drawn first in the reading order: `<EnvironmentBanner />`. */
  readonly banner?: ReactNode;
  /** On the theme element: put the class of a vendor theme (`--sc-sys-*`) here. */
  readonly className?: string;
  readonly children?: ReactNode;
}

const noMessages: FlatMessages = {};
const noSite: SiteSettings = {};
const systemNow = (): Date => new Date();
const nothing = (): void => {};

/** Everything that components share: client, language, theme, density, clock, cache, announcements, place of dialogs. */
export function SocleProvider(props: SocleProviderProps): ReactNode {
  const parent = useSocle();
  const [portal, setPortal] = useState<HTMLElement | null>(null);
  // Another gateway has other answers: its cache is not shared with the one around.
  const shares = props.client === undefined || props.client === parent.client;
  const [ownCache] = useState(() => (shares ? parent.queryClient : undefined) ?? createSocleQueryClient());
  const [ownAnnouncer] = useState(() => parent.announcer ?? createAnnouncer());
  const queryClient = props.queryClient ?? ownCache;

  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  useEffect(() => (parent.announcer ? undefined : () => ownAnnouncer.stop()), [parent.announcer, ownAnnouncer]);

  const {
    client = parent.client,
    locale = parent.locale,
    messages = noMessages,
    density = parent.density,
    theme = parent.theme,
    site = noSite,
    now = systemNow,
    nonce,
    onEvent = nothing,
    onError = nothing,
    onResume = nothing,
  } = props;
  const zone = props.zones?.display ?? parent.zone;

  const value = useMemo<SocleContextValue>(
    () => ({
      locale,
      messages,
      density,
      theme,
      client,
      queryClient,
      site,
      now,
      nonce,
      zone,
      emit: onEvent,
      report: onError,
      announce: ownAnnouncer.announce,
      announcer: ownAnnouncer,
      resume: onResume,
      portal,
    }),
    [
      locale,
      messages,
      density,
      theme,
      client,
      queryClient,
      site,
      now,
      nonce,
      zone,
      onEvent,
      onError,
      ownAnnouncer,
      onResume,
      portal,
    ],
  );

  return (
    <SocleContext.Provider value={value}>
      <div
        className={cx('sc-root sc-theme sc-density', props.className)}
        data-sc-theme={theme}
        data-sc-density={density}
        lang={locale}
      >
        {props.banner}
        {props.children}
        {parent.announcer ? null : <LiveRegions announcer={ownAnnouncer} />}
        <div ref={setPortal} className="sc-portal sc-no-print" />
      </div>
    </SocleContext.Provider>
  );
}
