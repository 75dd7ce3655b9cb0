import { createElement, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { findingsListStates } from '../src/common/FindingsList/FindingsList.states.js';
import { officialErrorAlertStates } from '../src/common/OfficialErrorAlert/OfficialErrorAlert.states.js';
import * as common from '../src/common.js';
import { DmpStatusIndicator } from '../src/dmp.js';
import { SocleProvider } from '../src/provider.js';
import { cannedClient } from '../src/testing/clients.js';

/** Each component with its smallest props. */
const samples: Readonly<Record<string, () => ReactElement>> = {
  AuditTrail: () => createElement(common.AuditTrail),
  CodeLabel: () => createElement(common.CodeLabel, { code: 'X', nomenclature: {} }),
  CommuneCountryPicker: () => createElement(common.CommuneCountryPicker),
  ConfirmDialog: () =>
    createElement(common.ConfirmDialog, {
      isOpen: false,
      title: 'T',
      confirmLabel: 'C',
      onConfirm() {},
      onCancel() {},
    }),
  DocumentCheck: () =>
    createElement(common.DocumentCheck, {
      packs: [],
      client: { load: () => Promise.reject(), validate: () => Promise.reject(), close() {} },
    }),
  EnvironmentBanner: () => createElement(common.EnvironmentBanner),
  EnvironmentNote: () =>
    createElement(common.EnvironmentNote, { environment: { kind: 'simulator', services: [], mixed: false } }),
  FileDrop: () => createElement(common.FileDrop, { label: 'L', accept: ['pdf'] }),
  FindingsList: () => createElement(common.FindingsList, findingsListStates.blocking),
  LiveRegion: () => createElement(common.LiveRegion, { text: 't' }),
  LunarDateField: () => createElement(common.LunarDateField, { defaultValue: '1975-12-31' }),
  MatriculeField: () => createElement(common.MatriculeField),
  OfficialErrorAlert: () => createElement(common.OfficialErrorAlert, officialErrorAlertStates.software),
  PrintSheet: () => createElement(common.PrintSheet, { title: 'T', identity: 'I' }, 'C'),
  ServiceStatus: () => createElement(common.ServiceStatus, { layout: 'panel' }),
  VirtualGrid: () =>
    createElement(common.VirtualGrid<{ readonly id: string }>, {
      label: 'L',
      columns: [{ id: 'a', header: 'A', cell: (row) => row.id }],
      rows: Array.from({ length: 500 }, (_, n) => ({ id: `r${n}` })),
      getRowKey: (row) => row.id,
    }),
};

describe('on a server', () => {
  it('has a sample of each component', () => {
    expect(Object.keys(samples).sort()).toEqual(Object.keys(common).sort());
  });

  it.each(Object.entries(samples))('%s is drawn in both languages, without a window', (_, sample) => {
    for (const locale of ['fr', 'en'] as const) {
      const html = renderToString(
        createElement(SocleProvider, { client: cannedClient({}), locale, theme: 'dark' }, sample()),
      );
      expect(html).toContain(`lang="${locale}"`);
      expect(html).toContain('data-sc-theme="dark"');
      expect(html).not.toContain('sc-broken');
    }
  });

  it('leaves no timer behind', () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    renderToString(
      createElement(
        SocleProvider,
        { client: cannedClient({}) },
        createElement(DmpStatusIndicator, { patientRef: 'p' }),
      ),
    );
    expect(timers()).toBe(before);
  });
});
