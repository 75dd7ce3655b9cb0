import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { toCdaId } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityState } from '@socle-sante/core/rniv';
import { serializeXml, type XmlElementNode } from '@socle-sante/wire/xml';
import { organizationNode } from '../../cda/people.js';
import { type Child, h, hx } from '../../cda/tree.js';
import { addressNode, codeNode, contactNodes, nameNode, telecomNode, time } from '../../cda/values.js';
import type { PostalAddress, Telecom } from '../../submission/contact.js';
import type { Guardian } from '../../submission/types.js';
import { authorityOid, checkLocalIdentifiers, type LocalIdentifier } from '../local-identifier.js';
import { patientMailbox } from '../mailbox.js';
import type { Encoded } from '../result.js';
import { unsafeText } from '../text.js';
import { completedDate, type IdentityView, leaks, viewIdentity } from '../view.js';
import { GENDER_CODE_SYSTEM, GENDER_CODES } from './vocabulary.js';

/** A postal address of the patient; its parts are written in a fixed order. */
export type CdaAddress = PostalAddress;

/** A telecom of the patient: `tel:…` or `mailto:…`. */
export type CdaTelecom = Telecom;

export interface EncodeRecordTargetOptions {
  /** The `id` that follow the INS; each authority must be an OID. Without INS at least one is needed. */
  readonly localIdentifiers?: readonly LocalIdentifier[];
  readonly addresses?: readonly CdaAddress[];
  readonly telecoms?: readonly CdaTelecom[];
  /** Adds `mailto:<matricule>@patient.mssante.fr` for a qualified identity; `production` as in `patientMailbox`. */
  readonly mailbox?: { readonly production: boolean };
  /** `birthplace/place/name` and `addr/city`. */
  readonly birthPlace?: { readonly name?: string; readonly city?: string };
  /** Legal representatives. */
  readonly guardians?: readonly Guardian[];
  /** That the patient is dead; `at` is a day or an instant with its offset. */
  readonly deceased?: { readonly at?: string };
  readonly multipleBirth?: { readonly order?: number };
}

/**
 * Writes `recordTarget` (CI-SIS, volet Structuration minimale §3.5.5.12) as an element to put in a document. The INS
 * is the first `id`, and only for a qualified identity; the place of birth is then mandatory.
 */
export function recordTargetNode(
  state: IdentityState,
  options: EncodeRecordTargetOptions = {},
): Encoded<XmlElementNode> {
  const viewed = viewIdentity(state);
  if (!viewed.ok) return viewed;
  const { view } = viewed;
  // A wrong code of the place of birth is refused by the rules of the INS, an old accent of a name is not.
  const remarks = view.findings.map((f) => (f.rule === 'cog.format' ? { ...f, severity: 'error' as const } : f));
  const findings = [...remarks, ...completedDate(view), ...checkOptions(state, view, options)];
  const mailbox = options.mailbox && view.ins ? patientMailbox(state, options.mailbox) : undefined;
  if (mailbox) findings.push(...mailbox.findings);
  if (hasErrors(findings)) return { ok: false, findings };

  const ids = (options.localIdentifiers ?? []).map(({ value, authority }) => ({
    root: authorityOid(authority) ?? '',
    extension: value.trim(),
  }));
  const telecoms = [...(options.telecoms ?? [])];
  if (mailbox?.ok) telecoms.push({ value: `mailto:${mailbox.value}` });
  const node = h('recordTarget', {}, [
    h('patientRole', { classCode: 'PAT' }, [
      ...[...(view.ins ? [toCdaId(view.ins)] : []), ...ids].map(({ root, extension }) => h('id', { root, extension })),
      ...(options.addresses ?? []).map(addressNode),
      ...telecoms.map(telecomNode),
      patient(view, options),
    ]),
  ]);
  if (!view.ins) findings.push(...leaks(state, JSON.stringify(node)));
  if (hasErrors(findings)) return { ok: false, findings };
  return { ok: true, value: node, carriesIns: view.ins !== undefined, findings };
}

/** {@link recordTargetNode} as text, in the default namespace `urn:hl7-org:v3`. */
export function encodeRecordTarget(state: IdentityState, options: EncodeRecordTargetOptions = {}): Encoded<string> {
  const node = recordTargetNode(state, options);
  return node.ok ? { ...node, value: serializeXml(node.value) } : node;
}

function checkOptions(state: IdentityState, view: IdentityView, options: EncodeRecordTargetOptions): Finding[] {
  const identifiers = options.localIdentifiers ?? [];
  const findings = checkLocalIdentifiers(state, identifiers);
  for (const [index, { authority }] of identifiers.entries()) {
    if (!authorityOid(authority)) findings.push(finding('ins.cda.authority', 'error', ['localIdentifiers', index]));
  }
  if (!view.ins && identifiers.length === 0) findings.push(finding('ins.cda.idMissing', 'error', ['localIdentifiers']));
  if (view.ins && !view.traits.lieuNaissance) {
    findings.push(
      finding('ins.cda.missing', 'error', ['traits', 'lieuNaissance'], { element: 'birthplace/place/addr/county' }),
    );
  }
  const { addresses, telecoms, birthPlace, guardians } = options;
  if (textsOf([addresses, telecoms, birthPlace, guardians]).some(unsafeText)) {
    findings.push(finding('ins.text.control', 'error', ['options'], { field: 'options' }));
  }
  return findings;
}

function patient(view: IdentityView, options: EncodeRecordTargetOptions): XmlElementNode {
  const { traits } = view;
  const { birthPlace = {}, guardians = [] } = options;
  const name = (
    local: 'family' | 'given',
    value: string | undefined,
    qualifier?: 'BR' | 'CL',
  ): XmlElementNode | undefined => (value?.trim() ? h(local, { qualifier }, [value.trim()]) : undefined);
  const gender = GENDER_CODES[traits.sexe] ?? GENDER_CODES.I;
  const place = [
    birthPlace.name ? h('name', {}, [birthPlace.name]) : undefined,
    traits.lieuNaissance || birthPlace.city
      ? h('addr', {}, [
          traits.lieuNaissance ? h('county', {}, [traits.lieuNaissance]) : undefined,
          birthPlace.city ? h('city', {}, [birthPlace.city]) : undefined,
        ])
      : undefined,
  ];
  return h('patient', { classCode: 'PSN' }, [
    h('name', {}, [
      name('family', traits.nomNaissance, 'BR'),
      name('given', traits.listePrenoms),
      name('given', traits.premierPrenom, 'BR'),
      name('family', traits.nomUtilise, 'CL'),
      name('given', traits.prenomUtilise, 'CL'),
    ]),
    h('administrativeGenderCode', { ...gender, codeSystem: GENDER_CODE_SYSTEM }),
    h('birthTime', { value: formatDateLunaire(view.birthDate, 'hl7') }),
    ...vitalStatus(options),
    ...guardians.map(guardian),
    place.some((part) => part !== undefined) ? h('birthplace', {}, [h('place', {}, place)]) : undefined,
  ]);
}

function guardian(value: Guardian): XmlElementNode {
  const who =
    value.kind === 'person'
      ? h('guardianPerson', {}, [nameNode(value.name)])
      : organizationNode('guardianOrganization', { idNat: value.idNat, name: value.name });
  const code = value.kind === 'person' ? codeNode('code', value.relationship) : undefined;
  return h('guardian', {}, [code, ...contactNodes(value), who]);
}

/** The extensions of SDTC that stand after the date of birth. */
function vitalStatus({ deceased, multipleBirth }: EncodeRecordTargetOptions): Child[] {
  return [
    deceased && hx('sdtc', 'deceasedInd', { value: 'true' }),
    deceased?.at !== undefined && hx('sdtc', 'deceasedTime', { value: time(deceased.at) }),
    multipleBirth && hx('sdtc', 'multipleBirthInd', { value: 'true' }),
    multipleBirth?.order !== undefined &&
      hx('sdtc', 'multipleBirthOrderNumber', { value: String(multipleBirth.order) }),
  ];
}

/** Every text in a value, at any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
