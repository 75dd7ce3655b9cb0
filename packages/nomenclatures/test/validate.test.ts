import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { nomenclaturesFindings } from '../src/messages.js';
import { validateNomenclaturesRequest } from '../src/validate.js';

describe('validateNomenclaturesRequest', () => {
  it('accepts a request with a label', () => {
    expect(validateNomenclaturesRequest({ label: 'x' })).toEqual([]);
  });

  it('tells what is missing, in both languages', () => {
    const [missing] = validateNomenclaturesRequest({ label: ' ' });
    expect(missing).toMatchObject({ rule: 'nomenclatures.request.label', severity: 'error', path: ['label'] });
    for (const locale of ['fr', 'en'] as const) {
      expect(missing && describeFinding(missing, locale, nomenclaturesFindings).title).toMatch(/label|libellé/);
    }
  });
});
