import { validateCog } from '@socle-sante/core/cog';
import { type Finding, finding, hasErrors, type Severity, under } from '@socle-sante/core/finding';
import { type InsIdentifier, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import { checkFirstGivenName, type TraitsIns, validateName } from '@socle-sante/core/traits';
import { cutBlocks, type DatamatrixBlocks, type UnknownBlock } from './blocks.js';
import { DATAMATRIX_BLOCKS, DATAMATRIX_HEADER, DATAMATRIX_MAX_INPUT } from './layout.js';
import { normalizeScan } from './scan.js';

export interface DecodeDatamatrixOptions {
  /**
   * `lenient` (default) recovers from what scanners do: a lost separator, an unknown block, Caps Lock; each recovery
   * is a warning. `strict` refuses them: to check what a software prints.
   */
  readonly mode?: 'strict' | 'lenient';
  /** Further spellings of the separator U+001D that your scanners send. */
  readonly gsAliases?: readonly string[];
  /** In production the test and demonstration OIDs are refused (`ins.oid.notProduction`). */
  readonly production?: boolean;
}

/** What a datamatrix says. It is not signed: the identity stays provisional until INSi and a document confirm it. */
export interface DatamatrixIdentity {
  readonly ins: InsIdentifier;
  /** `premierPrenom` is a proposal taken from the list: the symbol does not hold it. */
  readonly traits: TraitsIns;
  /** True when the list may begin with another first prénom: the user must confirm (EXI ID 10). */
  readonly premierPrenomAmbiguous: boolean;
}

/**
 * `blocks` is what was read before any judgement, for a screen that shows why a symbol is refused. It holds personal
 * data.
 */
export type DecodedDatamatrix = ({ readonly ok: true; readonly value: DatamatrixIdentity } | { readonly ok: false }) & {
  readonly findings: readonly Finding[];
  readonly blocks: DatamatrixBlocks;
  readonly unknown: readonly UnknownBlock[];
};

/**
 * Reads an INS datamatrix as a scanner delivers it (ANS, « Format datamatrix INS » v2.2). Blocks in any order, final
 * separator missing or superfluous. Checks the key, the OID, the lexical profile, the date and the place. Never
 * throws. Method of collection to store: `CB` (EXI REC 02); status: provisional.
 */
export function decodeDatamatrix(input: string, options: DecodeDatamatrixOptions = {}): DecodedDatamatrix {
  const lenient = options.mode !== 'strict';
  if (typeof input !== 'string' || input.length > DATAMATRIX_MAX_INPUT) {
    const length = typeof input === 'string' ? input.length : 0;
    return refuse([finding('ins.datamatrix.tooLong', 'error', [], { length, max: DATAMATRIX_MAX_INPUT })]);
  }
  const scan = normalizeScan(input, { lenient, ...(options.gsAliases ? { gsAliases: options.gsAliases } : {}) });
  const header = checkHeader(scan.text, lenient);
  if (hasErrors(header)) return refuse([...scan.findings, ...header]);

  const cut = cutBlocks(scan.text, lenient);
  const findings = [...scan.findings, ...header, ...cut.findings];
  for (const block of DATAMATRIX_BLOCKS) {
    if (block.mandatory && !cut.values[block.id]) {
      findings.push(finding('ins.datamatrix.blockMissing', 'error', [block.id], { block: block.id }));
    }
  }
  const judged = judge(cut.values, lenient, options.production ?? false);
  findings.push(...judged.findings);
  const rest = { findings, blocks: cut.values, unknown: cut.unknown };
  return judged.value && !hasErrors(findings) ? { ok: true, value: judged.value, ...rest } : { ok: false, ...rest };
}

function refuse(findings: readonly Finding[]): DecodedDatamatrix {
  return { ok: false, findings, blocks: {}, unknown: [] };
}

function checkHeader(text: string, lenient: boolean): Finding[] {
  if (!text.startsWith('IS')) return [finding('ins.datamatrix.notIns', 'error')];
  if (text.slice(2, 4) !== '01') return [finding('ins.datamatrix.version', 'error')];
  const reserved = text.slice(4, DATAMATRIX_HEADER.length);
  if (reserved.length < DATAMATRIX_HEADER.length - 4) return [finding('ins.datamatrix.truncated', 'error')];
  return /^0+$/.test(reserved) ? [] : [finding('ins.datamatrix.reserved', lenient ? 'warning' : 'error')];
}

function judge(
  blocks: DatamatrixBlocks,
  lenient: boolean,
  production: boolean,
): { value: DatamatrixIdentity | undefined; findings: Finding[] } {
  const { S1 = '', S2 = '', S3 = '', S4 = '', S5 = '', S6 = '', S7 } = blocks;
  const findings: Finding[] = [];
  const ins = parseInsIdentifier({ matricule: S1, oid: S2 }, { production });
  if (S1 && S2) findings.push(...ins.findings);
  const lexical: Severity = lenient ? 'warning' : 'error';
  if (S3) findings.push(...atMost(lexical, validateName(S3, 'prenom', { path: ['S3'] })));
  if (S4) findings.push(...atMost(lexical, validateName(S4, 'nom', { path: ['S4'] })));
  if (S5 && S5 !== 'F' && S5 !== 'M') findings.push(finding('ins.datamatrix.sexe', 'error', ['S5']));
  const date = parseDateLunaire(S6, 'datamatrix');
  if (S6) findings.push(...under(['S6'], date.findings));
  if (S7 !== undefined) findings.push(...validateCog(S7, ['S7']));
  if (!ins.ok || !date.ok || (S5 !== 'F' && S5 !== 'M')) return { value: undefined, findings };

  const first = checkFirstGivenName(S3, '');
  const traits: TraitsIns = {
    nomNaissance: S4,
    listePrenoms: S3,
    premierPrenom: first.premierPrenom,
    sexe: S5,
    dateNaissance: formatDateLunaire(date.value, 'iso'),
    ...(S7 === undefined ? {} : { lieuNaissance: S7 }),
  };
  return { value: { ins: ins.value, traits, premierPrenomAmbiguous: first.ambiguous }, findings };
}

function atMost(severity: Severity, findings: readonly Finding[]): Finding[] {
  return findings.map((f) => (f.severity === 'error' ? { ...f, severity } : f));
}
