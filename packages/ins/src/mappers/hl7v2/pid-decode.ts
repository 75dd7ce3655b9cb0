import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { fromHl7v2Cx, type InsIdentifier, isInsOid, validateInsOid } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityAttribute } from '@socle-sante/core/rniv';
import type { SexeLocal, TraitsLocaux } from '@socle-sante/core/traits';
import type { LocalIdentifier, Received } from '@socle-sante/documents/identity';
import {
  checkReceivedTraits,
  keepIns,
  presentTraits,
  type ReceivedIdentity,
  type ReceiveOptions,
} from '@socle-sante/documents/identity';
import { ER7_DELIMITERS, type Er7Delimiters, Er7Segment } from './er7.js';
import { isReliabilityCode } from './reliability.js';

/** A PID longer than this is refused unread. */
export const PID_MAX_LENGTH = 65_536;

export interface DecodePidOptions extends ReceiveOptions {
  /** As MSH declares them: see `readDelimiters`. */
  readonly delimiters?: Er7Delimiters;
}

export interface ReceivedPid extends ReceivedIdentity {
  /** Codes of PID-32, as received. */
  readonly reliability: readonly string[];
  /** PID-30. */
  readonly deceased?: boolean;
  /** PID-33, as received. */
  readonly lastUpdate?: string;
}

/**
 * Reads a segment PID of another system: INS among the repetitions of PID-3 whatever their order, spellings of CX.5
 * seen in the wild (`INS-NIR`, `INS-NIA`, `NH`), birth and used names, BDL place of birth, PID-32. `VALI` with an INS
 * means qualified. Never throws.
 */
export function decodePid(segment: string, options: DecodePidOptions = {}): Received<ReceivedPid> {
  if (typeof segment !== 'string' || segment.length > PID_MAX_LENGTH) {
    return { ok: false, findings: [finding('ins.hl7v2.tooLong', 'error', [], { max: PID_MAX_LENGTH })] };
  }
  const pid = new Er7Segment(segment.replace(/[\r\n]+$/, ''), options.delimiters ?? ER7_DELIMITERS);
  if (pid.name !== 'PID') return { ok: false, findings: [finding('ins.hl7v2.notPid', 'error')] };

  const numbers = readIdentifiers(pid, options);
  const named = readNames(pid);
  const born = readBirth(pid);
  const traits = presentTraits({ ...named.traits, ...born.traits });
  const reliability = readReliability(pid);
  const kept = keepIns(numbers.candidates, reliability.status, reliability.attributes);
  const deceased = pid.text(pid.field(30));
  const lastUpdate = pid.text(pid.field(33));
  const value: ReceivedPid = {
    ...(kept.ins ? { ins: kept.ins } : {}),
    formerIns: [],
    localIdentifiers: numbers.local,
    otherNational: numbers.national,
    traits,
    ...(kept.status ? { status: kept.status } : {}),
    attributes: reliability.attributes,
    reliability: reliability.codes,
    ...(deceased === 'Y' || deceased === 'N' ? { deceased: deceased === 'Y' } : {}),
    ...(lastUpdate ? { lastUpdate } : {}),
  };
  const findings = [
    ...numbers.findings,
    ...named.findings,
    ...born.findings,
    ...reliability.findings,
    ...kept.findings,
    ...checkReceivedTraits(traits, kept.ins !== undefined),
  ];
  return hasErrors(findings) ? { ok: false, value, findings } : { ok: true, value, findings };
}

function readIdentifiers(pid: Er7Segment, options: ReceiveOptions) {
  const candidates: InsIdentifier[] = [];
  const local: LocalIdentifier[] = [];
  const national: LocalIdentifier[] = [];
  const findings: Finding[] = [];
  for (const [index, cx] of pid.repetitions(3).entries()) {
    const path = ['PID-3', index];
    const value = pid.text(cx[0]);
    const [namespace = '', id = '', scheme = ''] = pid.subcomponents(cx[3]);
    const type = pid.text(cx[4]);
    const identifier = toLocal(value, namespace, id, scheme, type);
    if (isInsOid(id)) {
      if (scheme !== 'ISO') findings.push(finding('ins.hl7v2.scheme', 'warning', path));
      const read = fromHl7v2Cx(`${value}^^^${namespace}&${id}&ISO^${type}`, options);
      findings.push(...under(path, read.findings));
      if (read.ok) candidates.push(read.value);
    } else if (/^1\.2\.250\.1\.213\.1\.4\.(?:2|6|13|14)$/.test(id)) {
      national.push(identifier);
      findings.push(finding('ins.received.otherNational', 'info', path));
    } else if (/^INS(?:-NI[RA])?$/.test(type)) {
      findings.push(...under(path, validateInsOid(id)));
    } else if (value) local.push(identifier);
  }
  return { candidates: candidates, local, national, findings };
}

function toLocal(value: string, namespace: string, id: string, scheme: string, type: string): LocalIdentifier {
  return {
    value,
    authority: { ...(namespace ? { namespace } : {}), ...(id ? { id } : {}), ...(scheme ? { scheme } : {}) },
    ...(type ? { type } : {}),
  };
}

function readNames(pid: Er7Segment): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  const all = pid.repetitions(5).map((xpn) => ({
    family: pid.text(xpn[0]),
    given: pid.text(xpn[1]),
    list: pid.text(xpn[2]),
    type: pid.text(xpn[6]),
  }));
  const legal = all.find((name) => name.type === 'L');
  // Systems that write one name without a type mean the birth name.
  const birth = legal ?? all.find((name) => name.type === '');
  const used = all.find((name) => name.type === 'D');
  const findings: Finding[] = [];
  if (!birth) findings.push(finding('ins.hl7v2.nameMissing', 'warning', ['PID-5']));
  else if (!legal) findings.push(finding('ins.hl7v2.nameType', 'warning', ['PID-5']));
  return {
    traits: {
      ...(birth ? { nomNaissance: birth.family, premierPrenom: birth.given, listePrenoms: birth.list } : {}),
      ...(used ? { nomUtilise: used.family, prenomUtilise: used.given } : {}),
    },
    findings,
  };
}

function readBirth(pid: Er7Segment): { traits: Partial<TraitsLocaux>; findings: Finding[] } {
  const findings: Finding[] = [];
  const dated = pid.text(pid.field(7));
  // A time of birth may follow the day; a shorter value is a year or a month.
  const date = parseDateLunaire(
    /^[0-9]{8}(?:[0-9]{2,6}(?:\.[0-9]+)?)?(?:[+-][0-9]{4})?$/.test(dated) ? dated.slice(0, 8) : '',
    'hl7',
  );
  if (dated && !date.ok) findings.push(finding('ins.received.birthDate', 'warning', ['PID-7']));
  const sex = pid.text(pid.field(8));
  const sexe = readSex(sex);
  if (sex && !sexe) findings.push(finding('ins.received.sexe', 'warning', ['PID-8']));
  const place = pid.repetitions(11).find((xad) => pid.text(xad[6]) === 'BDL');
  const traits = {
    ...(date.ok ? { dateNaissance: formatDateLunaire(date.value, 'iso') } : {}),
    ...(sexe ? { sexe } : {}),
    ...(place ? { lieuNaissance: pid.text(place[8]) } : {}),
  };
  return { traits, findings };
}

/** HL7 table 0001. */
function readSex(code: string): SexeLocal | undefined {
  if (code === 'F' || code === 'M') return code;
  return /^[UOAN]$/.test(code) ? 'I' : undefined;
}

function readReliability(pid: Er7Segment) {
  const codes = pid.repetitions(32).map((components) => pid.text(components[0]));
  const findings: Finding[] = [];
  for (const code of codes) {
    // RECUP and QUAL are no codes of table 0445, but some systems write them: what they mean is plain.
    if (!isReliabilityCode(code)) {
      const found = /^[A-Za-z0-9]{1,12}$/.test(code) ? code : '?';
      findings.push(finding('ins.hl7v2.reliability', 'warning', ['PID-32'], { found }));
    }
  }
  const validated = codes.includes('VALI') || codes.includes('QUAL');
  const provisional = codes.includes('PROV') || codes.includes('RECUP') || codes.includes('VIDE');
  if (validated && provisional) findings.push(finding('ins.received.contradiction', 'warning', ['PID-32']));
  const attributes: IdentityAttribute[] = [];
  if (codes.includes('HOMA') || codes.includes('HOMD')) attributes.push('homonyme');
  if (codes.includes('DOUT')) attributes.push('douteuse');
  if (codes.includes('FICT')) attributes.push('fictive');
  const status = provisional ? ('PROV' as const) : validated ? ('VALI' as const) : undefined;
  return { codes, status, attributes, findings };
}
