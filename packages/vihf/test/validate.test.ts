import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { vihfFindings } from '../src/messages.js';
import { validateVihfRequest } from '../src/validate.js';

describe('validateVihfRequest', () => {
  it('accepts a request with a label', () => {
    expect(validateVihfRequest({ label: 'x' })).toEqual([]);
  });

  it('tells what is missing, in both languages', () => {
    const [missing] = validateVihfRequest({ label: ' ' });
    expect(missing).toMatchObject({ rule: 'vihf.request.label', severity: 'error', path: ['label'] });
    for (const locale of ['fr', 'en'] as const) {
      expect(missing && describeFinding(missing, locale, vihfFindings).title).toMatch(/label|libellé/);
    }
  });
});
