import { validateCog } from '@socle-sante/core/cog';
import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { type InsIdentifier, validateInsOid } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityState } from '@socle-sante/core/rniv';
import { type TraitsIns, validateName } from '@socle-sante/core/traits';
import type { Encoded } from '@socle-sante/documents/identity';
import { requireIns } from '@socle-sante/documents/identity';
import { writeBlocks } from './blocks.js';

export interface EncodeDatamatrixOptions {
  /** In production the test and demonstration OIDs are refused (`ins.oid.notProduction`). */
  readonly production?: boolean;
}

/**
 * Writes the text of the INS datamatrix (ANS, « Format datamatrix INS » v2.2; EXI DIF 02), to be drawn as a square
 * Data Matrix ECC 200. Only for a qualified identity: any other is refused with `rniv.transmit.<reason>`. The names
 * must follow the lexical profile, and hold 1 to 100 characters. A date of birth that no calendar has is written as
 * INSi gave it.
 */
export function encodeDatamatrix(state: IdentityState, options: EncodeDatamatrixOptions = {}): Encoded<string> {
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  const { ins, traits } = allowed;
  const findings = check(ins, traits, options.production ?? false);
  const date = parseDateLunaire(traits.dateNaissance);
  if (hasErrors(findings) || !date.ok) return { ok: false, findings };
  const value = writeBlocks({
    S1: ins.matricule,
    S2: ins.oid,
    S3: traits.listePrenoms,
    S4: traits.nomNaissance,
    S5: traits.sexe,
    S6: formatDateLunaire(date.value, 'datamatrix'),
    ...(traits.lieuNaissance ? { S7: traits.lieuNaissance } : {}),
  });
  return { ok: true, value, carriesIns: true, findings };
}

function check(ins: InsIdentifier, traits: TraitsIns, production: boolean): Finding[] {
  const findings = [
    ...under(['ins'], validateInsOid(ins.oid, { production })),
    ...validateName(traits.listePrenoms, 'prenom', { path: ['traits', 'listePrenoms'] }),
    ...validateName(traits.nomNaissance, 'nom', { path: ['traits', 'nomNaissance'] }),
    ...under(['traits', 'dateNaissance'], parseDateLunaire(traits.dateNaissance).findings),
  ];
  if (traits.lieuNaissance) findings.push(...validateCog(traits.lieuNaissance, ['traits', 'lieuNaissance']));
  else findings.push(finding('ins.datamatrix.noPlace', 'info', ['traits', 'lieuNaissance']));
  return findings;
}
