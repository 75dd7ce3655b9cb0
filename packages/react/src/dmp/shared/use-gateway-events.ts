'use client';
import type { GatewayEvent } from '@socle-sante/gateway/contract';
import { useEffect, useRef, useState } from 'react';
import { useGatewayClient } from '../../base/session.js';
import { listenToGateway } from './event-hub.js';

/** Milliseconds between two readings while the stream is broken. */
export const POLL_MS = 5000;

/**
 * Listens to what changes on the server. All components over one client share one stream.
 *
 * @returns `true` while the stream is open; `false`: read again from time to time
 */
export function useGatewayEvents(onEvent: (event: GatewayEvent) => void): boolean {
  const client = useGatewayClient();
  const [live, setLive] = useState(false);
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => listenToGateway(client, { onEvent: (event) => latest.current(event), onLive: setLive }), [client]);
  return live;
}
