import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import { fromXdsCx, type InsIdentifier, isInsOid } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { SexeLocal, TraitsLocaux } from '@socle-sante/core/traits';
import { unescapeEr7 } from '../er7-escape.js';
import type { LocalIdentifier } from '../local-identifier.js';
import { checkReceivedTraits, presentTraits, type ReceiveOptions } from '../received.js';
import type { Received } from '../result.js';

/** A slot value longer than this is refused unread: the standard stops at 256. */
const MAX_VALUE = 2048;
/** More values of `sourcePatientInfo` than this are not read: PID has 39 fields. */
const MAX_VALUES = 64;

/**
 * Reads a `patientId` (or the resource-id of a VIHF). A date in CX.7, seen in samples and answers, is accepted.
 * Compare two of them on matricule and OID only. Never throws.
 */
export function decodeXdsPatientId(cx: string, options: ReceiveOptions = {}): Received<InsIdentifier> {
  const read = fromXdsCx(typeof cx === 'string' ? cx.trim() : '', options);
  return read.ok ? read : { ok: false, findings: read.findings };
}

/** What `sourcePatientId` names: the INS itself, or a local identifier. */
export interface XdsSourcePatient {
  readonly ins?: InsIdentifier;
  readonly local?: LocalIdentifier;
}

/** Reads a `sourcePatientId`. Never throws. */
export function decodeXdsSourcePatientId(cx: string, options: ReceiveOptions = {}): Received<XdsSourcePatient> {
  const plain = typeof cx === 'string' && cx.length <= MAX_VALUE ? cx.trim() : '';
  const [number = '', , , authority = '', type = ''] = plain.split('^');
  const [namespace = '', id = '', scheme = ''] = authority.split('&');
  if (isInsOid(id)) {
    const read = fromXdsCx(plain, options);
    return read.ok
      ? { ok: true, value: { ins: read.value }, findings: read.findings }
      : { ok: false, findings: read.findings };
  }
  if (!number || !id) return { ok: false, findings: [finding('ins.xds.cx', 'error')] };
  const local: LocalIdentifier = {
    value: unescapeEr7(number),
    authority: { ...(namespace ? { namespace } : {}), id, ...(scheme ? { scheme } : {}) },
    ...(type ? { type } : {}),
  };
  return { ok: true, value: { local }, findings: scheme === 'ISO' ? [] : [finding('ins.xds.authority', 'warning')] };
}

/**
 * Reads the values of `sourcePatientInfo`, in any order; fields other than PID-5, 7 and 8 are passed over. The list of
 * prénoms and the place of birth are not there. Never throws.
 */
export function decodeXdsSourcePatientInfo(values: readonly string[]): Received<Partial<TraitsLocaux>> {
  const findings: Finding[] = [];
  let traits: Partial<TraitsLocaux> = {};
  const list = Array.isArray(values) ? values.slice(0, MAX_VALUES) : [];
  for (const [index, raw] of list.entries()) {
    const value = typeof raw === 'string' && raw.length <= MAX_VALUE ? raw.trim() : '';
    const match = /^PID-(\d{1,2})\|/.exec(value);
    if (!match) {
      findings.push(finding('ins.xds.info', 'warning', [index]));
      continue;
    }
    const read = readField(Number(match[1]), value.slice(match[0].length));
    if (read) traits = { ...traits, ...read.traits };
    if (read?.rule) findings.push(finding(read.rule, 'warning', [index]));
  }
  traits = presentTraits(traits);
  findings.push(...under(['sourcePatientInfo'], checkReceivedTraits(traits, false)));
  return hasErrors(findings) ? { ok: false, value: traits, findings } : { ok: true, value: traits, findings };
}

function readField(field: number, text: string): { traits: Partial<TraitsLocaux>; rule?: string } | undefined {
  if (field === 5) {
    const [family = '', given = '', , , , , type = ''] = text.split('^').map((part) => unescapeEr7(part).trim());
    // Name type L is the birth name; D, an IHE France habit, the used one.
    return {
      traits:
        type === 'D' ? { nomUtilise: family, prenomUtilise: given } : { nomNaissance: family, premierPrenom: given },
    };
  }
  if (field === 7) {
    const date = parseDateLunaire(text.slice(0, 8), 'hl7');
    return date.ok
      ? { traits: { dateNaissance: formatDateLunaire(date.value, 'iso') } }
      : { traits: {}, rule: 'ins.received.birthDate' };
  }
  if (field !== 8) return undefined;
  const sexe: SexeLocal | undefined = text === 'F' || text === 'M' ? text : /^[UOAN]$/.test(text) ? 'I' : undefined;
  return sexe ? { traits: { sexe } } : { traits: {}, rule: 'ins.received.sexe' };
}
