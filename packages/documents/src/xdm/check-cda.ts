import { type Finding, finding } from '@socle-sante/core/finding';
import type { ParsedCda } from '../reader/parsed.js';
import { xdsTimeOf } from '../xds/time.js';
import type { DocumentEntry } from '../xds/types.js';

const REF = { document: 'CI-SIS, annexe Lien entre l’en-tête CDA et les métadonnées XDS' };

/** Agreement of the metadata with the CDA: patient (XDM-007), what identifies and dates it (XDM-008), action (XDM-009). */
export function checkCda(entry: DocumentEntry, cda: ParsedCda, action: string | undefined): Finding[] {
  return [...checkPatient(entry, cda), ...checkHeader(entry, cda), ...checkAction(cda, action)];
}

function checkPatient(entry: DocumentEntry, { header }: ParsedCda): Finding[] {
  const ids = header.patient?.ids ?? [];
  const same = ids.some((id) => id.root === entry.patientId.oid && id.extension === entry.patientId.extension);
  return same ? [] : [finding('XDM-007.cda', 'error', ['patientId'], {}, REF)];
}

function checkHeader(entry: DocumentEntry, { header }: ParsedCda): Finding[] {
  const findings: Finding[] = [];
  const differs = (field: string): void => {
    findings.push(finding('XDM-008.differs', 'error', [field], { field }, REF));
  };
  const { id } = header;
  const uniqueId = id?.extension === undefined ? id?.root : `${id.root ?? ''}^${id.extension}`;
  if (entry.uniqueId !== uniqueId) differs('uniqueId');
  if (entry.typeCode.code !== header.code?.code || entry.typeCode.codeSystem !== header.code.codeSystem)
    differs('typeCode');
  const created = header.effectiveTime?.raw === undefined ? undefined : xdsTimeOf(header.effectiveTime.raw);
  if (entry.creationTime !== created) differs('creationTime');
  if (!entry.confidentiality.some((item) => item.code === header.confidentialityCode?.code)) differs('confidentiality');
  // One author each, in the same order; a person or a device is known by its identifier.
  const same = entry.authors.every(({ person }, index) => {
    const ids = header.authors[index]?.ids ?? [];
    return (
      ids.some(({ extension = '' }) => extension === (person?.id ?? '')) || (ids.length === 0 && person === undefined)
    );
  });
  if (entry.authors.length !== header.authors.length || !same) differs('authors');
  return findings;
}

function checkAction({ header }: ParsedCda, action: string | undefined): Finding[] {
  if (action === undefined || action === '') return [];
  if (action !== 'C' && action !== 'D') return [finding('XDM-009.action', 'warning', ['action'], {}, REF)];
  if (action === 'D') return [];
  const findings: Finding[] = [];
  if (!header.relatedDocuments.some((item) => item.typeCode === 'RPLC')) {
    findings.push(finding('XDM-009.replaces', 'warning', ['action'], {}, REF));
  }
  if ((header.versionNumber ?? 1) <= 1) findings.push(finding('XDM-009.version', 'warning', ['action'], {}, REF));
  return findings;
}
