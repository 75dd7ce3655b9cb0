import type { PsAssertion, PsAssertionInput } from './ps.js';
import { buildPsAssertion } from './ps.js';

/** Gives a PS assertion, a new one when the last is too old or comes from another card. */
export interface PsAssertionSource {
  get(): Promise<PsAssertion>;
  /** Forgets the last one: the card was taken out. */
  forget(): void;
}

/**
 * Keeps an assertion for `maxAgeSeconds` (default 900): the service is said to accept one hour, which is not confirmed.
 * The certificate and the card session are looked at before each use, so that a card that was changed, or taken out and put
 * back, always signs anew.
 */
export function createPsAssertionSource(
  input: PsAssertionInput & { readonly maxAgeSeconds?: number },
): PsAssertionSource {
  const maxAge = (input.maxAgeSeconds ?? 900) * 1000;
  let kept: { readonly key: string; readonly assertion: PsAssertion } | undefined;
  let underway: { readonly key: string; readonly assertion: Promise<PsAssertion> } | undefined;

  const cardKey = async (): Promise<string> => {
    const der = await input.signer.certificateDer();
    const session = await input.signer.cardSession?.();
    return `${session ?? ''} ${Buffer.from(der).toString('base64')}`;
  };

  return {
    async get() {
      const key = await cardKey();
      if (kept?.key === key) {
        const age = input.clock().getTime() - kept.assertion.issuedAt.getTime();
        if (age >= 0 && age < maxAge) return kept.assertion;
      }
      if (underway?.key === key) return underway.assertion;
      const assertion = buildPsAssertion(input);
      const attempt = { key, assertion };
      underway = attempt;
      try {
        kept = { key, assertion: await assertion };
        return kept.assertion;
      } finally {
        if (underway === attempt) underway = undefined;
      }
    },
    forget() {
      kept = undefined;
      underway = undefined;
    },
  };
}
