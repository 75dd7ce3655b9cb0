'use client';
import type { DmpWebPage } from '@socle-sante/gateway/contract';
import { useState } from 'react';
import type { BaseProps } from '../../base/component.js';
import { useGatewayClient } from '../../base/session.js';
import { type Action, useAction } from '../../base/use-action.js';
import { useEmit } from '../../base/use-emit.js';

/** A tab that waits for its address. */
export interface WaitingTab {
  go(url: string): void;
  close(): void;
}

export interface WebAccessOptions extends Pick<BaseProps, 'onEvent'> {
  readonly patientRef: string;
  /** Page of the DMP's own site (PDT-INF-527); its default page otherwise. */
  readonly page?: DmpWebPage;
  /** Makes the tab, within the click; `undefined` when it was refused. A native shell passes its own. */
  readonly newTab?: () => WaitingTab | undefined;
}

export interface WebAccessResult {
  readonly open: Action<WaitingTab, true>;
  /** To call in the click: makes the tab at once, since a browser refuses one that comes later. */
  start(): void;
  /** The browser refused the tab. */
  readonly refused: boolean;
}

/**
 * TD0.9: opens the DMP's own site on this record. Its address holds the INS, so that the page never sees it: it opens a ticket of the
 * gateway, which answers with a redirection.
 */
export function useWebAccess(options: WebAccessOptions): WebAccessResult {
  const { patientRef, page, newTab = browserTab } = options;
  const client = useGatewayClient();
  const emit = useEmit('DmpWebAccessLink', options.onEvent);
  const [refused, setRefused] = useState(false);
  const open = useAction(
    async (tab: WaitingTab, signal): Promise<true> => {
      try {
        const { ticket } = await client.dmp.webAccess({ patientRef, ...(page ? { page } : {}) }, { signal });
        tab.go(client.dmp.webAccessUrl(ticket));
      } catch (error) {
        tab.close();
        throw error;
      }
      emit('dmp.web.opened');
      return true;
    },
    { scope: patientRef },
  );
  const start = (): void => {
    const tab = newTab();
    setRefused(tab === undefined);
    if (tab) void open.run(tab);
  };
  return { open, start, refused };
}

function browserTab(): WaitingTab | undefined {
  const tab = window.open('about:blank', '_blank');
  if (tab === null) return undefined;
  // As `noopener` would: the other site never reaches this page.
  tab.opener = null;
  return { go: (url) => tab.location.replace(url), close: () => tab.close() };
}
