'use client';
import type { GatewayEvent } from '@socle-sante/gateway/contract';
import { useEffect, useRef, useState } from 'react';
import { useGatewayClient } from '../../base/session.js';

/** Milliseconds between two readings while the stream is broken. */
export const POLL_MS = 5000;
const AGAIN_MS = 5000;

/**
 * Listens to what changes on the server.
 *
 * @returns `true` while the stream is open; `false`: read again from time to time
 */
export function useGatewayEvents(onEvent: (event: GatewayEvent) => void): boolean {
  const client = useGatewayClient();
  const [live, setLive] = useState(false);
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let last: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = async (): Promise<void> => {
      try {
        await client.events({
          signal,
          onEvent: (event) => latest.current(event),
          onOpen: () => setLive(true),
          onEventId: (id) => {
            last = id;
          },
          ...(last === undefined ? {} : { lastEventId: last }),
        });
      } catch {
        // The stream broke, or was never there: the reader polls, and it is tried again below.
      }
      if (signal.aborted) return;
      setLive(false);
      timer = setTimeout(() => void listen(), AGAIN_MS);
    };
    void listen();
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client]);
  return live;
}
