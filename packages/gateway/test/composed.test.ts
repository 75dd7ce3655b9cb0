import { parseCda } from '@socle-sante/documents/cda-reader';
import { validateCda } from '@socle-sante/documents/validate';
import { describe, expect, it } from 'vitest';
import { demoPatients } from '../src/demo.js';
import { refusal, stage } from './support.js';

const { dominique } = demoPatients;
const summary = { patientRef: dominique, source: { kind: 'composed', ref: 'vsm' } } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('a document that the software of the site composes', () => {
  it('is prepared as any other: fields from the record, who speaks from the session, nothing wrong', async () => {
    const { client } = stage();
    const derived = await client.submission.derive(summary);
    expect(derived).toMatchObject({
      canSend: true,
      previewable: true,
      document: { kind: 'cda-n3', mediaType: 'text/xml' },
    });
    expect(derived.document.size).toBeGreaterThan(1_000);
    const field = (name: string) => derived.fields.find((one) => one.field === name);
    expect(field('type')).toMatchObject({ key: 'SYNTH', source: 'record', editable: false });
    expect(field('title')).toMatchObject({ value: 'Volet de synthèse médicale', editable: true });
    expect(field('author')).toMatchObject({ key: 'a-1', source: 'session', editable: true });
    expect(derived.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is shown as it will be sent, without script nor load', async () => {
    const { client, demo } = stage();
    const { derivationRef } = await client.submission.derive(summary);
    const { html } = await client.submission.preview({ patientRef: dominique, derivationRef });
    expect(html).toContain('Hypertension artérielle');
    expect(html).toContain("default-src 'none'");
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({ kind: 'submission.previewed', patientRef: dominique });
  });

  it('takes corrections over the same content, is sent, and is filed as what left', async () => {
    const { client, demo } = stage();
    const first = await client.submission.derive(summary);
    const second = await client.submission.derive({
      patientRef: dominique,
      source: { kind: 'derivation', derivationRef: first.derivationRef },
      description: { title: 'Synthèse de novembre', actStart: '2026-11-15T08:00:00Z' },
    });
    expect(second.derivationRef).toBe(first.derivationRef);
    const { ref } = await client.submission.create({ patientRef: dominique, derivationRefs: [first.derivationRef] });
    await settled();
    const sent = await client.submission.get({ ref });
    expect(sent.documents[0]?.channels[0]?.state).toBe('sent');
    const stored = await demo.ports.submissions?.get(ref);
    const bytes = stored?.documents[0]?.prepared.documents[0]?.bytes ?? new Uint8Array();
    const parsed = parseCda(bytes);
    expect(parsed.model.name).toMatch(/vsm/i);
    expect(validateCda(bytes).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new TextDecoder().decode(bytes)).toContain('Synthèse de novembre');
    const documentRef = sent.documents[0]?.documentRef ?? '';
    const filed = await demo.ports.records?.bytes(dominique, documentRef);
    expect(Buffer.from(filed ?? []).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is for who may have it: an unknown key, another user, another patient get nothing', async () => {
    const { client, demo } = stage();
    expect(
      await refusal(client.submission.derive({ ...summary, source: { kind: 'composed', ref: 'x' } })),
    ).toMatchObject({
      code: 'gateway.notFound',
    });
    const { derivationRef } = await client.submission.derive(summary);
    expect(await refusal(client.submission.preview({ patientRef: demoPatients.ruth, derivationRef }))).toMatchObject({
      code: 'gateway.derivationExpired',
    });
    demo.set({ role: 'secretaire' });
    expect(await refusal(client.submission.preview({ patientRef: dominique, derivationRef }))).toMatchObject({
      code: 'gateway.derivationExpired',
    });
  });
});

describe('the preview of any preparation', () => {
  it('shows the header that a file is given', async () => {
    const { client } = stage();
    const derived = await client.submission.derive({
      patientRef: dominique,
      source: { kind: 'record', documentRef: 'd-0001' },
    });
    const { html } = await client.submission.preview({ patientRef: dominique, derivationRef: derived.derivationRef });
    expect(html).toContain('Lettre de liaison');
  });

  it('says what prevents the document from being written', async () => {
    const { client } = stage();
    const derived = await client.submission.derive(
      { patientRef: dominique, source: { kind: 'file' } },
      { file: new Blob(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF']) },
    );
    expect(derived.previewable).toBeUndefined();
    const { derivationRef } = derived;
    const refused = await refusal(client.submission.preview({ patientRef: dominique, derivationRef }));
    expect(refused).toMatchObject({ code: 'gateway.findings' });
    expect(refused.findings?.length).toBeGreaterThan(0);
  });
});
