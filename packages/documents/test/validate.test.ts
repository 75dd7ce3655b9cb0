import { describeFinding } from '@socle-sante/core/finding';
import { describe, expect, it } from 'vitest';
import { documentsFindings } from '../src/messages.js';
import { validateCda } from '../src/validate.js';

describe('validateCda', () => {
  it('says that it could not read, in both languages, and does not throw', () => {
    for (const broken of ['', '<a', '<!DOCTYPE a><a/>', '\u0000']) {
      const [unreadable] = validateCda(new TextEncoder().encode(broken));
      expect(unreadable).toMatchObject({ rule: 'cda.document.unreadable', severity: 'error' });
      for (const locale of ['fr', 'en'] as const) {
        expect(unreadable && describeFinding(unreadable, locale, documentsFindings).title).toMatch(/document/);
      }
    }
  });
});
