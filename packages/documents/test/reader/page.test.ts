import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import { headerSummary, parseCda } from '../../src/cda-reader.js';
import { narrativeOf, renderHtml } from '../../src/render.js';
import { cda } from './support/document.js';

describe('the page', () => {
  const page = renderHtml(parseCda(cda('')));

  test('its policy allows its own style and nothing else', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(/ style="/);
  });

  test('in English on request, and the same each time', () => {
    expect(renderHtml(parseCda(cda('')), { locale: 'en' })).toContain(
      'This document has no content that can be shown.',
    );
    expect(renderHtml(parseCda(cda('')))).toBe(page);
  });
});

describeWithConformance('the official examples, shown', () => {
  const folder = conformanceFile('cda/ExemplesCDA');

  test.each(readdirSync(folder))('%s', (name) => {
    const parsed = parseCda(readFileSync(`${folder}/${name}`));
    const narrative = narrativeOf(parsed);
    const page = renderHtml(parsed);
    const summary = headerSummary(parsed);
    // Nothing unknown in the narratives of the kit but links to files beside the document.
    expect(new Set(narrative.findings.map((f) => f.rule)).size).toBeLessThanOrEqual(1);
    for (const { rule } of narrative.findings) expect(rule).toBe('cda.narrative.linkRefused');
    expect(narrative.truncated).toBe(false);
    expect(narrative.medias.filter((item) => item.display === 'none')).toEqual([]);
    // The summary is plain data.
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
    expect(JSON.parse(JSON.stringify(narrative))).toEqual(narrative);
    expect(page).toContain('<h1>');
    for (const external of page.matchAll(/ (?:src|href)="([^"#]*)/g)) {
      expect(external[1] ?? '').toMatch(
        /^(?:$|https?:\/\/|mailto:|data:(?:image\/(?:png|jpeg)|application\/(?:pdf|octet-stream));base64,)/,
      );
    }
    expect(page).not.toMatch(/<(?:script|link|iframe|object|embed|form)\b/);
  });

  test('a model with a copy of the document gives the PDF first', () => {
    const parsed = parseCda(readFileSync(`${folder}/BIO-CR-BIO_2024.01_Microbiologie_V2.xml`));
    expect(narrativeOf(parsed).primary).toBe('doc-1');
    expect(renderHtml(parsed).indexOf('Copie du document (PDF)')).toBeLessThan(renderHtml(parsed).indexOf('<table'));
  });

  test('headers, as a person reads them', () => {
    const summary = headerSummary(parseCda(readFileSync(`${folder}/VSM_1.4_2022.01.xml`)));
    expect(summary).toMatchObject({
      title: 'Synthèse Médicale',
      type: { code: 'SYNTH' },
      created: { raw: '20200312111700+0100', instant: '2020-03-12T10:17:00Z' },
      model: { id: 'VSM', level: 'N3', version: '201310' },
      patient: {
        traits: { nomNaissance: 'PAT-TROIS', dateNaissance: '1979-03-28', lieuNaissance: '51215' },
        ins: [{ kind: 'test', valid: true }],
      },
      participants: [{ typeCode: 'INF', function: { label: 'Médecin traitant' } }],
    });
    expect(summary.authors[0]?.kind).toBe('professional');
  });
});
