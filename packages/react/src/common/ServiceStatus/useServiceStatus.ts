'use client';
import type { GatewayClient } from '@socle-sante/gateway/client';
import type { ServiceStatusView, StatusOutput } from '@socle-sante/gateway/contract';
import { useEffect, useMemo, useRef } from 'react';
import { type Async, dataOf, mapAsync } from '../../base/async.js';
import type { MessagesProp } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import type { Translate } from '../../base/messages.js';
import { useGatewayClient } from '../../base/session.js';
import { type SocleQuery, useAsyncQuery } from '../../base/use-async-query.js';
import { useMessages } from '../../base/use-messages.js';
import { serviceStatusMessages } from './ServiceStatus.messages.js';

export type ServiceState = ServiceStatusView['state'];

/** Reads of the state of the services. The gateway answers from the outcomes of real calls: nothing is called to draw it. */
export const statusQueries = {
  get: (client: GatewayClient, poll: number): SocleQuery<StatusOutput> => ({
    queryKey: ['socle', 'status'],
    queryFn: ({ signal }) => client.status.get({ signal }),
    staleTime: poll,
    refetchInterval: poll,
  }),
} as const;

export interface ServiceStatusOptions extends MessagesProp<typeof serviceStatusMessages> {
  /** Codes of the services to show; all those that the gateway knows otherwise. */
  readonly services?: readonly string[];
  /** Milliseconds between two readings. 60 000 by default. */
  readonly poll?: number;
}

/** A certificate to renew: shown from 60 days before its end, then more loudly at 30 and 7. */
export interface CertificateWarning {
  readonly name: string;
  readonly days: number;
  readonly severity: 'info' | 'warning' | 'danger';
}

export interface ServiceLine {
  readonly service: string;
  readonly name: string;
  readonly state: ServiceState;
  readonly stateText: string;
  readonly view: ServiceStatusView;
  readonly certificates: readonly CertificateWarning[];
}

export interface ServiceStatusResult {
  readonly state: Async<readonly ServiceLine[]>;
  /** The worst state of all. */
  readonly worst: ServiceState;
  readonly summary: string;
  readonly t: Translate<(typeof serviceStatusMessages)['fr']>;
}

/** Least time between two announcements of a change. */
const QUIET_MS = 60_000;
const gravity: readonly ServiceState[] = ['down', 'slow', 'unknown', 'ok'];

export function certificateWarnings(view: ServiceStatusView): readonly CertificateWarning[] {
  return (view.certificates ?? [])
    .filter(({ days }) => days <= 60)
    .map(({ name, days }) => ({ name, days, severity: days <= 7 ? 'danger' : days <= 30 ? 'warning' : 'info' }));
}

/** Whether the national services answer, from the outcomes of real calls. */
export function useServiceStatus(options: ServiceStatusOptions = {}): ServiceStatusResult {
  const t = useMessages(serviceStatusMessages, options.messages);
  const { announce, now } = useSocle();
  const { services, poll = 60_000 } = options;
  const answer = useAsyncQuery(statusQueries.get(useGatewayClient(), poll));
  const wanted = services?.join();

  const state = useMemo(() => {
    const keep = wanted?.split(',');
    return mapAsync(answer, (data) =>
      data.services
        .filter(({ service }) => keep === undefined || keep.includes(service))
        .map((view): ServiceLine => {
          const key = `name.${view.service}`;
          const name = key in serviceStatusMessages.fr ? t(key as 'name.insi') : view.service;
          return {
            service: view.service,
            name,
            state: view.state,
            stateText: t(view.state),
            view,
            certificates: certificateWarnings(view),
          };
        }),
    );
  }, [answer, wanted, t]);

  const lines = dataOf(state) ?? [];
  const worst = gravity.find((one) => lines.some((line) => line.state === one)) ?? 'unknown';
  const count = lines.filter((line) => line.state === worst).length;
  const summary =
    worst === 'down'
      ? t('summaryDown', { n: count })
      : worst === 'slow'
        ? t('summarySlow', { n: count })
        : worst === 'ok'
          ? t('summaryOk')
          : lines.some((line) => line.state === 'ok')
            ? t('summaryOk')
            : t('summaryUnknown');

  // Changes are told politely, once a minute at most.
  const told = useRef<{ at: number; states: string | undefined }>({ at: Number.NEGATIVE_INFINITY, states: undefined });
  const states = lines.map((line) => `${line.service}=${line.state}`).join();
  const changed = lines.map((line) => t('change', { service: line.name, state: line.stateText })).join('. ');
  useEffect(() => {
    if (states === '' || states === told.current.states) return;
    const first = told.current.states === undefined;
    const at = now().getTime();
    if (first || at - told.current.at >= QUIET_MS) {
      if (!first) announce(changed);
      told.current = { at: first ? Number.NEGATIVE_INFINITY : at, states };
    }
  }, [states, changed, announce, now]);

  return { state, worst, summary, t };
}
