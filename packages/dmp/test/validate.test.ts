import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { dmpFindings } from '../src/messages.js';
import { validateDmpRequest } from '../src/validate.js';

describe('validateDmpRequest', () => {
  it('accepts a request with a label', () => {
    expect(validateDmpRequest({ label: 'x' })).toEqual([]);
  });

  it('tells what is missing, in both languages', () => {
    const [missing] = validateDmpRequest({ label: ' ' });
    expect(missing).toMatchObject({ rule: 'dmp.request.label', severity: 'error', path: ['label'] });
    for (const locale of ['fr', 'en'] as const) {
      expect(missing && describeFinding(missing, locale, dmpFindings).title).toMatch(/label|libellé/);
    }
  });
});
