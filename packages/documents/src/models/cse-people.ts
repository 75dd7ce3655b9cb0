import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding } from '@socle-sante/core/finding';
import { validateMatricule } from '@socle-sante/core/matricule';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { type Child, h, hx } from '../cda/tree.js';
import { codeAttributes, contactNodes, hl7Time, nameNode } from '../cda/values.js';
import type { Contact } from '../submission/contact.js';
import type { Informant } from '../submission/header.js';
import type { PersonName } from '../submission/people.js';
import type { SubmissionDocument } from '../submission/types.js';
import type { Path } from '../submission/walk.js';
import { type Line, stacked } from './narrative.js';
import { templates } from './remarks.js';
import type { Mother, OtherParent } from './schema/child-certificate.js';
import { clinicalTime, coded, shownDate } from './values.js';

/** Numéro d’inscription au répertoire, as the health insurance uses it. */
export const NIR = '1.2.250.1.213.1.4.13';

const ROLES = '2.16.840.1.113883.5.111';
const MOTHER = coded('MTH', 'Mère', ROLES);
const FATHER = coded('FTH', 'Père', ROLES);

/** Who has a part in a certificate besides the child and the professionals. */
export interface Relative extends Contact {
  readonly name: PersonName;
  readonly nir?: string;
}

interface Parents {
  readonly mother: Mother;
  readonly otherParent?: OtherParent;
}

/** FR-Sujet (1.2.250.1.213.1.1.3.60): what follows is said of the mother. */
export function ofMother(parent: Mother): XmlElementNode {
  return subjectNode(MOTHER, parent);
}

/** FR-Sujet: what follows is said of the other parent. */
export function ofOtherParent(parent: OtherParent): XmlElementNode {
  return subjectNode(parent.relationship ?? FATHER, parent);
}

function subjectNode(relationship: Coded, parent: Mother): XmlElementNode {
  const { name, nir, birthDate } = parent;
  return h('subject', { typeCode: 'SBJ' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.15.2', '1.2.250.1.213.1.1.3.60'),
    h('relatedSubject', { classCode: 'PRS' }, [
      h('code', codeAttributes(relationship)),
      ...contactNodes(parent),
      h('subject', {}, [
        nir !== undefined && hx('sdtc', 'id', { root: NIR, extension: nir }),
        nameNode(name),
        birthDate !== undefined && h('birthTime', { value: clinicalTime(birthDate) }),
      ]),
    ]),
  ]);
}

/** Who the parent is and how to reach her or him: lines without an entry, for the reader of the narrative. */
export function parentLines({ birthDate, ...parent }: Mother): Line[] {
  return [
    { cells: ['Coordonnées', shownRelative(parent)] },
    ...(parent.nir === undefined ? [] : [{ cells: ['Numéro de sécurité sociale (NIR)', parent.nir] }]),
    ...(birthDate === undefined ? [] : [{ cells: ['Date de naissance', shownDate(birthDate)] }]),
  ];
}

/** A person as a reader writes it: name, address and telephone, one under the other. */
export function shownRelative({ name, addresses = [], telecoms = [] }: Relative): readonly Child[] {
  const person = [name.prefix, name.given, name.family].filter(Boolean).join(' ');
  return stacked([[person], ...shownContact({ addresses, telecoms })]);
}

/** Addresses and telecoms that are known, each on its line. */
export function shownContact({ addresses = [], telecoms = [] }: Contact): string[][] {
  const places = addresses.map(({ use: _use, nullFlavor: _null, lines, ...parts }) => [
    ...(lines ?? []),
    [parts.houseNumber, parts.houseNumberNumeric, parts.streetNameType, parts.streetName, parts.additionalLocator],
    [parts.unitID, parts.postBox, parts.precinct],
    [parts.postalCode, parts.city, parts.country],
  ]);
  const rows = places.flat().map((row) => (typeof row === 'string' ? row : row.filter(Boolean).join(' ')));
  const numbers = telecoms.map(({ value }) => value?.replace(/^tel:/, '') ?? '');
  return [...rows, ...numbers].filter((row) => row.trim() !== '').map((row) => [row]);
}

/** The document with the parents among those who informed, unless the header has them already. */
export function withParents(document: SubmissionDocument, { mother, otherParent }: Parents): SubmissionDocument {
  const { informants = [] } = document;
  const there = new Set(informants.map((one) => (one.kind === 'related' ? one.relationship?.code : undefined)));
  const wanted: [Coded, Mother][] = [[MOTHER, mother]];
  if (otherParent) wanted.push([otherParent.relationship ?? FATHER, otherParent]);
  const more = wanted
    .filter(([{ code }]) => !there.has(code))
    .map(([relationship, { name, addresses, telecoms }]): Informant => {
      return { kind: 'related', relation: 'CON', relationship, name, addresses, telecoms };
    });
  return more.length === 0 ? document : { ...document, informants: [...informants, ...more] };
}

/** The NIR and the date of birth of a person; the rest has the checks of every person. */
export function checkRelative(person: (Relative & { readonly birthDate?: string }) | undefined, path: Path): Finding[] {
  if (person === undefined) return [];
  const { nir, birthDate } = person;
  return [
    ...(nir === undefined ? [] : validateMatricule(nir, { path: [...path, 'nir'] })),
    ...(birthDate === undefined || hl7Time(birthDate) !== undefined
      ? []
      : [finding('documents.time.value', 'error', [...path, 'birthDate'], { field: 'birthDate' })]),
  ];
}

export function checkParents({ mother, otherParent }: Parents): Finding[] {
  const path = ['body', 'content'];
  return [...checkRelative(mother, [...path, 'mother']), ...checkRelative(otherParent, [...path, 'otherParent'])];
}
