import { type Finding, finding, hasErrors } from '@socle-sante/core/finding';
import { toCdaId } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire } from '@socle-sante/core/lunar-date';
import type { IdentityState } from '@socle-sante/core/rniv';
import { element, serializeXml, type XmlAttributes, type XmlElementNode } from '@socle-sante/wire/xml';
import { authorityOid, checkLocalIdentifiers, type LocalIdentifier } from '../local-identifier.js';
import { patientMailbox } from '../mailbox.js';
import type { Encoded } from '../result.js';
import { unsafeText } from '../text.js';
import { completedDate, type IdentityView, leaks, viewIdentity } from '../view.js';
import { CDA_NAMESPACE, GENDER_CODE_SYSTEM, GENDER_CODES } from './vocabulary.js';

/** A postal address of the patient, in the order in which it is written. */
export interface CdaAddress {
  readonly use?: 'H' | 'HP' | 'HV' | 'WP' | 'TMP';
  readonly houseNumber?: string;
  readonly streetName?: string;
  readonly additionalLocator?: string;
  readonly unitID?: string;
  readonly postBox?: string;
  readonly precinct?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly country?: string;
}

export interface CdaTelecom {
  /** `tel:…` or `mailto:…`. */
  readonly value: string;
  readonly use?: string;
}

export interface EncodeRecordTargetOptions {
  /** The `id` that follow the INS; each authority must be an OID. Without INS at least one is needed. */
  readonly localIdentifiers?: readonly LocalIdentifier[];
  readonly addresses?: readonly CdaAddress[];
  readonly telecoms?: readonly CdaTelecom[];
  /** Adds `mailto:<matricule>@patient.mssante.fr` for a qualified identity; `production` as in `patientMailbox`. */
  readonly mailbox?: { readonly production: boolean };
  /** `birthplace/place/name` and `addr/city`. */
  readonly birthPlace?: { readonly name?: string; readonly city?: string };
}

const ADDRESS_PARTS = [
  'houseNumber',
  'streetName',
  'additionalLocator',
  'unitID',
  'postBox',
  'precinct',
  'postalCode',
  'city',
  'country',
] as const satisfies readonly (keyof CdaAddress)[];

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
  const findings = [...view.findings, ...completedDate(view), ...checkOptions(state, view, options)];
  const mailbox = options.mailbox && view.ins ? patientMailbox(state, options.mailbox) : undefined;
  if (mailbox) findings.push(...mailbox.findings);
  if (hasErrors(findings)) return { ok: false, findings };

  const ids = (options.localIdentifiers ?? []).map(({ value, authority }) => ({
    root: authorityOid(authority) ?? '',
    extension: value.trim(),
  }));
  const telecoms = [...(options.telecoms ?? [])];
  if (mailbox?.ok) telecoms.push({ value: `mailto:${mailbox.value}` });
  const node = cda('recordTarget', {}, [
    cda('patientRole', { classCode: 'PAT' }, [
      ...[...(view.ins ? [toCdaId(view.ins)] : []), ...ids].map(({ root, extension }) =>
        cda('id', { root, extension }),
      ),
      ...(options.addresses ?? []).map(address),
      ...telecoms.map(({ value, use }) => cda('telecom', { value, use })),
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
  const texts = [...(options.addresses ?? []), ...(options.telecoms ?? []), options.birthPlace ?? {}];
  if (texts.flatMap((part) => Object.values(part)).some(unsafeText)) {
    findings.push(finding('ins.text.control', 'error', ['options'], { field: 'options' }));
  }
  return findings;
}

function patient(view: IdentityView, { birthPlace = {} }: EncodeRecordTargetOptions): XmlElementNode {
  const { traits } = view;
  const name = (
    local: 'family' | 'given',
    value: string | undefined,
    qualifier?: 'BR' | 'CL',
  ): XmlElementNode | undefined => (value?.trim() ? cda(local, { qualifier }, [value.trim()]) : undefined);
  const gender = GENDER_CODES[traits.sexe] ?? GENDER_CODES.I;
  const place = [
    birthPlace.name ? cda('name', {}, [birthPlace.name]) : undefined,
    traits.lieuNaissance || birthPlace.city
      ? cda('addr', {}, [
          traits.lieuNaissance ? cda('county', {}, [traits.lieuNaissance]) : undefined,
          birthPlace.city ? cda('city', {}, [birthPlace.city]) : undefined,
        ])
      : undefined,
  ];
  return cda('patient', { classCode: 'PSN' }, [
    cda('name', {}, [
      name('family', traits.nomNaissance, 'BR'),
      name('given', traits.listePrenoms),
      name('given', traits.premierPrenom, 'BR'),
      name('family', traits.nomUtilise, 'CL'),
      name('given', traits.prenomUtilise, 'CL'),
    ]),
    cda('administrativeGenderCode', { ...gender, codeSystem: GENDER_CODE_SYSTEM }),
    cda('birthTime', { value: formatDateLunaire(view.birthDate, 'hl7') }),
    place.some((part) => part !== undefined) ? cda('birthplace', {}, [cda('place', {}, place)]) : undefined,
  ]);
}

function address(value: CdaAddress): XmlElementNode {
  const parts = ADDRESS_PARTS.map((local) => (value[local] ? cda(local, {}, [value[local]]) : undefined));
  return cda('addr', { use: value.use }, parts);
}

function cda(
  local: string,
  attributes: XmlAttributes,
  children: readonly (XmlElementNode | string | undefined)[] = [],
): XmlElementNode {
  return element({ prefix: '', namespace: CDA_NAMESPACE, local }, attributes, children);
}
