import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InsToVerify, VerificationCodec, VerificationOutcome } from '@socle-sante/ins/verification';
import { createVerificationTable } from '@socle-sante/sandbox/insi';
import { UsageError } from '../frame/usage-error.js';

/** The verdict on one identity, whoever gives it. */
export interface Verdict {
  readonly outcome: VerificationOutcome;
  readonly code?: string;
  readonly messageId?: string;
  readonly at?: string;
}

export type Verify = (item: InsToVerify, signal: AbortSignal) => Promise<Verdict>;

/** The business behaviour of the simulator: no wire, because that of WS_INS3 is not published. */
export function simulatedVerifier(clock: () => Date): Verify {
  const table = createVerificationTable();
  return async ({ ins, nomNaissance, prenom, sexe, dateNaissance, lieuNaissance }) => {
    const verdict = await table.verifyIns({
      matricule: ins.matricule,
      oid: ins.oid,
      nomNaissance,
      prenom,
      sexe,
      dateNaissance,
      ...(lieuNaissance ? { lieuNaissance } : {}),
    });
    return { outcome: verdict === 'OK' ? 'ok' : 'ko', at: clock().toISOString() };
  };
}

/** Loads the vendor's codec: a module whose named export `verificationCodec` follows `VerificationCodec`. */
export async function loadCodec(path: string, cwd: string): Promise<VerificationCodec> {
  const url = pathToFileURL(resolve(cwd, path)).href;
  let module: Record<string, unknown>;
  try {
    module = await import(url);
  } catch (cause) {
    throw new UsageError({ fr: `Codec illisible : ${path}`, en: `The codec cannot be loaded: ${path}` }, undefined, {
      cause,
    });
  }
  const codec = module['verificationCodec'];
  if (typeof codec === 'object' && codec !== null && 'name' in codec && 'verify' in codec)
    return codec as VerificationCodec;
  throw new UsageError({
    fr: `${path} : export « verificationCodec » absent ou sans opération « verify ».`,
    en: `${path}: the export "verificationCodec" is missing, or has no "verify" operation.`,
  });
}
