import { isOid } from '@socle-sante/core/oid';
import { IMAGING_REPORT, IMAGING_REQUEST } from './codes.js';
import type { ReferenceId, Xcn, Xon } from './types.js';

const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';
/** Authority of a SIREN, for the vendor of a referenced digital service. */
const SIREN = '1.3.2';

/** A text as both the document and its metadata carry it: no white space at the ends, one space inside. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function named(family: string | undefined, given: string | undefined): Pick<Xcn, 'family' | 'given'> {
  const [last, first] = [family, given].map((name) => (name === undefined ? '' : oneLine(name)));
  return { ...(last ? { family: last } : {}), ...(first ? { given: first } : {}) };
}

/**
 * A professional: `IDNPS` for a national identifier (RPPS, ADELI), `EI` for one that a structure gave. One of another domain
 * keeps its own authority and has no type: no registry takes it, and the checks say so.
 */
export function professionalXcn(idNat: string, family?: string, given?: string, root = PROFESSIONALS): Xcn {
  if (root !== PROFESSIONALS) return { id: idNat, ...named(family, given), authority: root, nameType: 'D' };
  const idType = /^[08][0-9A-Z]+$/.test(idNat) ? 'IDNPS' : 'EI';
  return { id: idNat, ...named(family, given), authority: PROFESSIONALS, nameType: 'D', idType };
}

/** The patient as author or signatory. */
export function patientXcn(
  id: { readonly root: string; readonly extension: string },
  family?: string,
  given?: string,
): Xcn {
  return { id: id.extension, ...named(family, given), authority: id.root, nameType: 'D', idType: 'NH' };
}

/** A device or a software: the software stands in the place of the family name, the model in that of the given one. */
export function deviceXcn(
  id: { readonly root?: string; readonly extension: string },
  software: string | undefined,
  model: string | undefined,
): Xcn {
  const authority = id.root ?? PROFESSIONALS;
  return { id: id.extension, ...named(software, model), authority, nameType: 'U', idType: 'RI' };
}

/** A structure, by its Struct_IdNat; one of another domain keeps its authority, without type. */
export function structureXon(name: string | undefined, idNat: string | undefined, root = STRUCTURES): Xon {
  const type = root === STRUCTURES ? { idType: 'IDNST' } : {};
  const id = idNat === undefined ? {} : { authority: root, ...type, id: idNat };
  return { name: name === undefined ? '' : oneLine(name), ...id };
}

/** The vendor of a referenced digital service, by its SIREN. */
export function vendorXon(name: string | undefined, idNat: string | undefined): Xon {
  const siren = /^2?(\d{9})$/.exec(idNat ?? '')?.[1];
  if (siren === undefined) return structureXon(name, idNat);
  return { name: name === undefined ? '' : oneLine(name), authority: SIREN, idType: 'SIREN', id: siren };
}

/** The identifier of a professional or a system among several: the national one (PS_IdNat) if there is one. */
export function professionalId<T extends { readonly root?: string }>(ids: readonly T[]): T | undefined {
  return ids.find((id) => id.root === PROFESSIONALS) ?? ids[0];
}

/** The identifier of a structure among several: the national one (Struct_IdNat) if there is one. */
export function structureId<T extends { readonly root?: string }>(ids: readonly T[]): T | undefined {
  return ids.find((id) => id.root === STRUCTURES) ?? ids[0];
}

/**
 * The examinations of an imaging report: Study Instance UIDs of DICOM, which its acts have as identifiers without extension
 * (CI-SIS, volet Compte rendu d’imagerie).
 */
export function studiesOf(
  typeCode: string | undefined,
  ids: readonly { readonly root?: string; readonly extension?: string }[],
): ReferenceId[] {
  if (typeCode !== IMAGING_REPORT) return [];
  const studies = ids.flatMap(({ root, extension }) =>
    root !== undefined && extension === undefined && isOid(root) ? [root] : [],
  );
  return [...new Set(studies)].map((root) => reference({ root }, 'urn:ihe:iti:xds:2016:studyInstanceUID'));
}

/**
 * The number that a request of imaging has with who makes it: identifier, with its extension, of the act « demande d’acte
 * d’imagerie » (CI-SIS, volet Demande d’actes d’imagerie). The report says the same number as that of its order.
 */
export function requestOf(
  code: { readonly code?: string } | undefined,
  ids: readonly { readonly root?: string; readonly extension?: string }[],
): ReferenceId[] {
  if (code?.code !== IMAGING_REQUEST) return [];
  return ids.flatMap(({ root, extension }) =>
    root === undefined || extension === undefined ? [] : [reference({ root, extension }, 'urn:ihe:iti:xds:2013:order')],
  );
}

/** CXi of an identifier; one without extension is named by its root alone. */
export function reference(id: { readonly root: string; readonly extension?: string }, type: string): ReferenceId {
  return id.extension === undefined ? { id: id.root, type } : { id: id.extension, oid: id.root, type };
}
