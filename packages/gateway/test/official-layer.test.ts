import { finding } from '@socle-sante/core/finding';
import type { OfficialReport, OfficialRules } from '@socle-sante/documents/official';
import { describe, expect, it } from 'vitest';
import { demoPatients } from '../src/demo.js';
import { safeFinding } from '../src/handlers/error-map.js';
import { documentsService } from '../src/node.js';
import { refusal, stage } from './support.js';

const { dominique } = demoPatients;

/** A CDA document about this patient: the one that a deposit of the letter makes. */
async function cdaOfTheLetter(): Promise<Blob> {
  const { client, demo } = stage();
  const source = { kind: 'record', documentRef: 'd-0001' } as const;
  const { derivationRef } = await client.submission.derive({ patientRef: dominique, source });
  const { ref } = await client.submission.create({ patientRef: dominique, derivationRefs: [derivationRef] });
  const stored = await demo.ports.submissions?.get(ref);
  const bytes = stored?.documents[0]?.prepared.documents[0]?.bytes;
  if (bytes === undefined) throw new Error('nothing was prepared');
  return new Blob([new Uint8Array(bytes)]);
}

async function derived(official: 'none' | 'findings' | 'blocking') {
  // Another seed: the identifiers of the set are not those of the document.
  const { client, demo } = stage({ seed: 11 });
  demo.set({ official });
  const file = await cdaOfTheLetter();
  return client.submission.derive({ patientRef: dominique, source: { kind: 'file' } }, { file });
}

describe('the official layer of a deposit', () => {
  it('says nothing where the site has no official rules', async () => {
    const { findings, canSend } = await derived('none');
    expect(findings.filter(({ rule }) => rule.startsWith('official.'))).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(canSend).toBe(true);
  });

  it('shows both layers at the last step, with their places, and stops nothing by default', async () => {
    const { findings, canSend, document } = await derived('findings');
    expect(document.kind).toMatch(/^cda/);
    expect(canSend).toBe(true);
    const layers = findings.filter(({ rule }) => /^(?:official|cda)\./.test(rule));
    expect(layers.map(({ step, severity }) => `${step} ${severity}`)).toEqual([
      'check error',
      'check error',
      'check error',
      'check warning',
    ]);
    expect(layers[1]).toMatchObject({
      rule: 'official.assert',
      params: { pack: 'ASIP-STRUCT-MIN-StrucMin', pattern: 'variables', message: expect.stringContaining('…') },
      wire: { pointer: '/ClinicalDocument/effectiveTime', line: 9, column: 3 },
      ref: { document: 'ContenuCDA-3-0' },
    });
    expect(layers[1]?.params['native']).toBe(layers[0]?.rule);
  });

  it('looks at what is written here too, as it will be sent, before any key is asked', async () => {
    const { client, demo } = stage();
    demo.set({ official: 'findings' });
    const source = { kind: 'record', documentRef: 'd-0001' } as const;
    const derived = await client.submission.derive({ patientRef: dominique, source });
    expect(derived.document.kind).toBe('pdf');
    expect(derived.findings.filter(({ rule }) => rule === 'official.assert')).toHaveLength(3);
    expect(derived.canSend).toBe(true);
    demo.set({ official: 'blocking' });
    expect((await client.submission.derive({ patientRef: dominique, source })).canSend).toBe(false);
    const derivationRefs = [derived.derivationRef];
    expect(await refusal(client.submission.create({ patientRef: dominique, derivationRefs }))).toMatchObject({
      code: 'gateway.findings',
    });
  });

  it('stops the deposit where the site says so', async () => {
    expect((await derived('blocking')).canSend).toBe(false);
  });

  it('is the report of the official rules and the native findings, in the service', async () => {
    const asked: unknown[] = [];
    const official: Pick<OfficialRules, 'validate'> = {
      async validate(_input, options) {
        asked.push(options);
        const report: Partial<OfficialReport> = {
          findings: [finding('official.assert', 'error', [], { message: 'M' })],
        };
        return report as OfficialReport;
      },
    };
    const service = documentsService({
      defaults: () => undefined,
      signing: () => Promise.reject(new Error('not signed here')),
      official,
    });
    expect(service.official?.blocks).toBe(false);
    const said = await service.official?.check(new TextEncoder().encode('<a/>'));
    expect(said?.map(({ rule }) => rule)).toEqual(['cda.document.root', 'official.assert']);
    expect(asked).toEqual([expect.objectContaining({ values: 'hide', native: [expect.anything()] })]);
  });

  it('lets nothing of an identity out', () => {
    const found = finding('official.assert', 'error', [], { message: 'INS 275126322074974 de trop', other: 'DURAND' });
    const { params } = safeFinding(found);
    expect(JSON.stringify(params)).not.toContain('275126322074974');
    expect(params).not.toHaveProperty('other');
  });
});
