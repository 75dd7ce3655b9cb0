import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { toXdsCx } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { SexeLocal } from '@socle-sante/core/traits';
import { escapeEr7 } from '../er7-escape.js';
import { authorityOid, checkLocalIdentifiers, type LocalIdentifier } from '../local-identifier.js';
import type { Encoded } from '../result.js';
import { requireIns } from '../transmit.js';
import { completedDate, leaks, viewIdentity } from '../view.js';

const SEX: Readonly<Record<SexeLocal, string>> = { F: 'F', M: 'M', I: 'U' };

/** Longest value of a slot (ebRIM 3.0, `LongName`). */
const SLOT_MAX = 256;

/**
 * `patientId` of a submission set, a folder and a document: `<matricule>^^^&<OID>&ISO^NH` (CI-SIS, volet Partage de
 * documents de santé). Nothing is shared without it: an identity that is not qualified is refused.
 */
export function encodeXdsPatientId(state: IdentityState): Encoded<string> {
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  return { ok: true, value: toXdsCx(allowed.ins), carriesIns: true, findings: [] };
}

/** `urn:oasis:names:tc:xacml:2.0:resource:resource-id` of the VIHF: the same text as `patientId`, never with a date. */
export function encodeVihfResourceId(state: IdentityState): Encoded<string> {
  return encodeXdsPatientId(state);
}

/**
 * `sourcePatientId`: the local identifier with `PI`, or the INS with `NH` when there is none; refused when there is
 * neither.
 */
export function encodeXdsSourcePatientId(state: IdentityState, local?: LocalIdentifier): Encoded<string> {
  if (!local) return encodeXdsPatientId(state);
  const oid = authorityOid(local.authority);
  const findings = checkLocalIdentifiers(state, [local]);
  if (!oid) findings.push(finding('ins.xds.authority', 'error', ['localIdentifier']));
  const value = `${escapeEr7(local.value.trim())}^^^&${oid ?? ''}&ISO^PI`;
  findings.push(...tooLong(value, 'sourcePatientId'));
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value, carriesIns: false, findings };
}

/** `sourcePatientInfo`: the values `PID-5|…`, `PID-7|…`, `PID-8|…`, traits only, equal to those of the CDA document. */
export function encodeXdsSourcePatientInfo(state: IdentityState): Encoded<readonly string[]> {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  const { nomNaissance, premierPrenom, sexe } = view.traits;
  const value = [
    `PID-5|${escapeEr7(nomNaissance.trim())}^${escapeEr7(premierPrenom.trim())}^^^^^L`,
    `PID-7|${formatDateLunaire(view.birthDate, 'hl7')}`,
    `PID-8|${SEX[sexe] ?? 'U'}`,
  ];
  const findings = [
    ...view.findings,
    ...completedDate(view),
    ...value.flatMap((text) => tooLong(text, 'sourcePatientInfo')),
    ...(view.ins ? [] : leaks(state, value.join('\n'))),
  ];
  return hasErrors(findings) ? { ok: false, findings } : { ok: true, value, carriesIns: false, findings };
}

/** The four places of a patient in XDS metadata and in the VIHF. */
export interface XdsPatient {
  readonly patientId: string;
  readonly sourcePatientId: string;
  readonly sourcePatientInfo: readonly string[];
  readonly vihfResourceId: string;
}

/** All of them at once, for a qualified identity; `localIdentifier` is the IPP. */
export function encodeXdsPatient(
  state: IdentityState,
  options: { readonly localIdentifier?: LocalIdentifier } = {},
): Encoded<XdsPatient> {
  const patientId = encodeXdsPatientId(state);
  const sourcePatientId = encodeXdsSourcePatientId(state, options.localIdentifier);
  const sourcePatientInfo = encodeXdsSourcePatientInfo(state);
  if (patientId.ok && sourcePatientId.ok && sourcePatientInfo.ok) {
    const findings = [...patientId.findings, ...sourcePatientId.findings, ...sourcePatientInfo.findings];
    const value: XdsPatient = {
      patientId: patientId.value,
      sourcePatientId: sourcePatientId.value,
      sourcePatientInfo: sourcePatientInfo.value,
      vihfResourceId: patientId.value,
    };
    return { ok: true, value, carriesIns: true, findings };
  }
  if (!patientId.ok) return patientId;
  return { ok: false, findings: [...sourcePatientId.findings, ...sourcePatientInfo.findings] };
}

function tooLong(value: string, field: string): Finding[] {
  return value.length > SLOT_MAX
    ? [finding('ins.xds.tooLong', 'error', [field], { field, length: value.length, max: SLOT_MAX })]
    : [];
}
