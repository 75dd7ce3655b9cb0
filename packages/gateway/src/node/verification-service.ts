import { parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import type { InsiClient } from '@socle-sante/ins';
import type { VerificationService } from '../handlers/services.js';

/**
 * Verification over the real client. It needs a client made with the vendor's `verificationCodec`: the wire of WS_INS3 is
 * not public, and every call is refused with `insi.verification.noCodec` without one.
 */
export function verificationService(
  client: Pick<InsiClient, 'verifyIns'>,
  options: { readonly clock?: () => Date } = {},
): VerificationService {
  return {
    async verify(
      { ins, nomNaissance, listePrenoms, premierPrenom, sexe, dateNaissance, lieuNaissance },
      { signal, operator },
    ) {
      const parsed = parseInsIdentifier(ins);
      // A number that is wrong in itself needs no call: it does not match.
      if (!parsed.ok) return { outcome: 'ko', at: (options.clock?.() ?? new Date()).toISOString() };
      const { outcome, messageId, at } = await client.verifyIns(
        {
          ins: parsed.value,
          nomNaissance,
          prenom: premierPrenom || listePrenoms,
          sexe,
          dateNaissance,
          ...(lieuNaissance === undefined ? {} : { lieuNaissance }),
        },
        { signal, operator },
      );
      return { outcome, messageId, at };
    },
  };
}
