import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { documentsFindings } from '../src/messages.js';
import { validateDocumentsRequest } from '../src/validate.js';

describe('validateDocumentsRequest', () => {
  it('accepts a request with a label', () => {
    expect(validateDocumentsRequest({ label: 'x' })).toEqual([]);
  });

  it('tells what is missing, in both languages', () => {
    const [missing] = validateDocumentsRequest({ label: ' ' });
    expect(missing).toMatchObject({ rule: 'documents.request.label', severity: 'error', path: ['label'] });
    for (const locale of ['fr', 'en'] as const) {
      expect(missing && describeFinding(missing, locale, documentsFindings).title).toMatch(/label|libellé/);
    }
  });
});
