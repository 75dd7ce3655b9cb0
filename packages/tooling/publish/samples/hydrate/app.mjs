// Every component of the kit over the in-memory gateway, with what it cannot do without.
import { createGatewayClient } from '@socle-sante/gateway/client';
import { createDemoGateway } from '@socle-sante/gateway/demo';
import * as common from '@socle-sante/react/common';
import * as dmp from '@socle-sante/react/dmp';
import * as ins from '@socle-sante/react/ins';
import { SocleProvider } from '@socle-sante/react/provider';
import { createElement, Fragment, StrictMode } from 'react';

const now = () => new Date('2026-11-21T09:00:00Z');
const nothing = () => {};
export const patientRef = 'p-0010';

export function makeClient() {
  const demo = createDemoGateway({ clock: now, latency: false, basePath: '/socle' });
  return createGatewayClient({ baseUrl: 'http://demo.invalid/socle', fetch: demo.fetch });
}

const column = { id: 'a', header: 'A', cell: (row) => row.id };
const props = {
  CodeLabel: { code: 'X', nomenclature: {} },
  InsStatusBadge: { status: 'QUAL', attributes: [] },
  ConfirmDialog: { isOpen: false, title: 'T', confirmLabel: 'C', onConfirm: nothing, onCancel: nothing },
  DocumentCheck: {
    packs: [],
    client: { load: () => Promise.reject(), validate: () => Promise.reject(), close: nothing },
  },
  EnvironmentNote: { environment: { kind: 'simulator', services: [], mixed: false } },
  FileDrop: { label: 'L', accept: ['pdf'] },
  FindingsList: { findings: [{ rule: 'x', severity: 'error', path: ['a'], params: {} }] },
  LiveRegion: { text: 't' },
  LunarDateField: { defaultValue: '1975-12-31' },
  OfficialErrorAlert: { error: { code: 'gateway.timeout', service: 'gateway', retryable: true, audience: 'user' } },
  PrintSheet: { title: 'T', identity: 'I', children: 'C' },
  ServiceStatus: { layout: 'panel' },
  VirtualGrid: {
    label: 'L',
    columns: [column],
    rows: Array.from({ length: 500 }, (_, n) => ({ id: `r${n}` })),
    getRowKey: (row) => row.id,
  },
};
/** These need an answer of a service, or hold the whole page: their stories are the place. */
const LEFT_OUT = ['InsComparison', 'DmpTraceabilityNotice'];

export const names = Object.entries({ ...common, ...ins, ...dmp })
  .filter(([name, value]) => /^[A-Z]/.test(name) && (typeof value === 'function' || value?.$$typeof !== undefined))
  .map(([name]) => name)
  .filter((name) => !LEFT_OUT.includes(name));

/** @param row a document of the DMP, once a search gave one: the viewer and the actions wait for it */
export function App({ client, onError = nothing, row }) {
  const all = { ...common, ...ins, ...dmp };
  const documentRef = row?.handle ?? 'd-1';
  return createElement(
    StrictMode,
    null,
    createElement(
      SocleProvider,
      { client, now, onError },
      names.map((name) => {
        const needsRow = name === 'DmpDocumentActions' || name === 'DmpDocumentViewer';
        if (needsRow && row === undefined) return createElement(Fragment, { key: name });
        const given = { patientRef, documentRef, submissionRef: 's-1', row, ...props[name] };
        return createElement('div', { key: name, 'data-sample': name }, createElement(all[name], given));
      }),
    ),
  );
}
