import { attribute, elements, text, walk, type XmlElement } from '@socle-sante/wire/xml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../src/cda.ts';
import { parseCda } from '../../src/cda-reader.ts';
import type { SubmissionDocument } from '../../src/submission.ts';
import { STRUCTURED_MODELS, structuredDocument } from '../arbitraries/models.ts';
import { fixedOptions, sampleDocument, sampleSubmission } from '../support/sample.ts';

function tree(one: SubmissionDocument): XmlElement {
  const made = buildCda(one, sampleSubmission, fixedOptions(7));
  if (!made.ok) throw new Error(made.findings.map(({ rule }) => rule).join(' '));
  return parseCda(made.bytes).document;
}

describe.each(STRUCTURED_MODELS)('%s: the narrative and the entries', (model) => {
  it('stay in step: each reference leads to a text of the same section, each anchor has its entry', () => {
    fc.assert(
      fc.property(structuredDocument(model), (one) => {
        const root = tree(one);
        const ids = [...walk(root)].flatMap((node) => attribute(node, 'ID') ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const pointed = new Set<string>();
        for (const section of [...walk(root)].filter(({ local }) => local === 'section')) {
          const narrative = elements(section).find(({ local }) => local === 'text');
          const here = new Map(
            [...(narrative ? walk(narrative) : [])].flatMap((node) => {
              const id = attribute(node, 'ID');
              return id === undefined ? [] : [[id, node] as const];
            }),
          );
          const entries = elements(section).filter(({ local }) => local === 'entry');
          for (const reference of entries.flatMap((entry) => [...walk(entry)]).filter(isReference)) {
            const target = (attribute(reference, 'value') ?? '').slice(1);
            expect(here.has(target), target).toBe(true);
            pointed.add(target);
          }
          // What no entry speaks of is not marked, and a marked text is never empty.
          for (const [id, node] of here) {
            expect(pointed.has(id), id).toBe(true);
            if (node.local === 'content') expect(text(node).trim()).not.toBe('');
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

function isReference(node: XmlElement): boolean {
  return node.local === 'reference' && (attribute(node, 'value') ?? '').startsWith('#');
}

describe('a model', () => {
  const empty = {
    activeProblems: [],
    pastIllnesses: [],
    surgeries: [],
    allergies: [],
    habits: [],
    occupationalRisks: [],
    familyHistory: [],
    watchPoints: [],
    treatments: [],
  };
  const vsm: SubmissionDocument = {
    ...sampleDocument,
    type: { code: 'SYNTH', displayName: 'Synthèse', codeSystem: '1.2.250.1.213.1.1.4.12' },
    body: { kind: 'structured', model: 'vsm', content: empty },
  };

  it('says that a list is empty', () => {
    const said = text(tree(vsm));
    for (const what of [
      'Pas de problème connu',
      "Pas d'allergie/hypersensibilité connue",
      'Mode de vie : aucun élément connu',
      'Pas de traitement',
    ]) {
      expect(said).toContain(what);
    }
  });

  it('fixes the act of the header, and the document given back has it', () => {
    const made = buildCda(vsm, sampleSubmission, fixedOptions(7));
    expect(made.ok && made.document.acts[0]?.code?.code).toBe('34117-2');
  });

  it('refuses another type, a missing copy, a unit that the rules do not take', () => {
    const rules = (one: SubmissionDocument) => {
      const made = buildCda(one, sampleSubmission, fixedOptions(7));
      return made.ok ? [] : made.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    };
    expect(rules({ ...vsm, type: sampleDocument.type })).toEqual(['documents.model.type']);
    const chapter = {
      code: { code: '18719-5', displayName: 'Biochimie', codeSystem: '2.16.840.1.113883.6.1' },
      title: 'Biochimie',
      results: [],
    };
    const biology = { kind: 'structured', model: 'cr-bio', content: { chapters: [chapter] } } as const;
    expect(rules({ ...vsm, body: { ...biology, content: { chapters: [chapter] } } })).toContain(
      'documents.model.pdfCopy',
    );
    const wrong = {
      ...empty,
      activeProblems: [{ name: { text: 'a' }, since: '2026-13' }],
      pastIllnesses: [{ name: { text: ' ' }, since: '2020', until: '2019-05' }],
      surgeries: [
        { name: { text: 'a', code: { code: 'A B', codeSystem: '1.2', displayName: 'x' } }, at: '2026-02-30' },
      ],
    };
    expect(rules({ ...vsm, body: { kind: 'structured', model: 'vsm', content: wrong } }).sort()).toEqual([
      'documents.code.form',
      'documents.period.order',
      'documents.text.empty',
      'documents.time.value',
      'documents.time.value',
    ]);
    const measures = { at: '2026-01-15', measures: [{ code: '29463-7' as const, value: 137, unit: '[stone_av]' }] };
    expect(rules({ ...vsm, body: { kind: 'structured', model: 'cse-mde', content: measures } })).toContain(
      'documents.model.unit',
    );
  });
});
