import { IdentityError } from '../errors/identity-error.js';

/** A SHA-256 print as 64 lower-case hexadecimal digits; colons and spaces are dropped. */
export function normalizeSha256(print: string): string {
  const value = print.replace(/[\s:]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(value)) {
    throw new IdentityError('certificate.malformed', 'A SHA-256 fingerprint has 64 hexadecimal digits.');
  }
  return value;
}
