import { derOid, derPrintableString, derSequence, derSetOf, derUtf8String } from './der.js';

/** Attribute types of a distinguished name used by the IGC-Santé family. */
const NAME_ATTRIBUTE_OIDS = {
  C: '2.5.4.6',
  ST: '2.5.4.8',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  GN: '2.5.4.42',
  title: '2.5.4.12',
} as const;

type NameAttributeType = keyof typeof NAME_ATTRIBUTE_OIDS;
/** One relative distinguished name: several attributes in one element make a multi-valued RDN. */
type Rdn = readonly (readonly [NameAttributeType, string])[];
/** RDNs in the order of the encoding: country first, common name last (RFC 2253 text reads the other way round). */
export type NameTemplate = readonly Rdn[];

/** DER of a distinguished name. Country is a PrintableString, all the rest UTF8String, as RFC 5280 §4.1.2.4 asks. */
export function encodeName(template: NameTemplate): Uint8Array<ArrayBuffer> {
  return derSequence(
    ...template.map((rdn) =>
      derSetOf(
        rdn.map(([type, value]) =>
          derSequence(
            derOid(NAME_ATTRIBUTE_OIDS[type]),
            type === 'C' ? derPrintableString(value) : derUtf8String(value),
          ),
        ),
      ),
    ),
  );
}

/**
 * Name of an authority of the simulator. The official ones read `… IGC-SANTE ELEMENTAIRE ORGANISATIONS`, O=ASIP-SANTE:
 * ours say SIMULATEUR in CN, OU and O, so that nobody can take one for the other.
 */
export function authorityName(commonName: string): NameTemplate {
  return [
    [['C', 'FR']],
    [['O', 'SIMULATEUR SOCLE']],
    [['OU', '0002 000000000']],
    [['OU', 'IGC-SANTE SIMULATEUR']],
    [['CN', commonName]],
  ];
}

/** Subject of a structure certificate: C, ST, O, OU (Struct_IdNat), CN. */
export function organisationName(subject: {
  commonName: string;
  structure: string;
  name: string;
  department: string;
}): NameTemplate {
  return [
    [['C', 'FR']],
    [['ST', subject.department]],
    [['O', subject.name]],
    [['OU', subject.structure]],
    [['CN', subject.commonName]],
  ];
}

/** Subject of a card certificate: one multi-valued RDN CN+SN+GN; SN and GN are absent from non-nominative cards. */
export function personName(subject: {
  idNat: string;
  surname?: string;
  givenName?: string;
  title: string;
}): NameTemplate {
  const rdn: [NameAttributeType, string][] = [['CN', subject.idNat]];
  if (subject.surname !== undefined) rdn.push(['SN', subject.surname]);
  if (subject.givenName !== undefined) rdn.push(['GN', subject.givenName]);
  return [[['C', 'FR']], [['title', subject.title]], rdn];
}
