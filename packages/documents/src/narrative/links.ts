import { isUsableId, type NarrativeTarget } from './nodes.js';

const schemes = /^(?:https?:\/\/|mailto:)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from a URL, and read what remains
const hidden = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g;

/**
 * Where an `href` may lead: http, https, mailto, or an ID of the same document. Anything else is refused: `javascript:`,
 * `data:`, `file:`, a relative path, a scheme hidden behind control characters, a host with a user name.
 */
export function targetOf(href: string | undefined, has: (id: string) => boolean, maxLength: number): NarrativeTarget {
  if (href === undefined || href.length > maxLength) return { kind: 'refused' };
  const written = href.trim();
  if (written.startsWith('#')) {
    const id = written.slice(1);
    return isUsableId(id) ? { kind: 'internal', id, found: has(id) } : { kind: 'refused' };
  }
  // Spaces inside are of the text (the official examples write them): a browser would drop them too.
  const clean = written.replace(hidden, '');
  if (!schemes.test(clean)) return { kind: 'refused' };
  try {
    const url = new URL(clean);
    const known = ['http:', 'https:', 'mailto:'].includes(url.protocol);
    return known && url.username === '' && url.password === ''
      ? { kind: 'external', href: url.href }
      : { kind: 'refused' };
  } catch {
    return { kind: 'refused' };
  }
}
