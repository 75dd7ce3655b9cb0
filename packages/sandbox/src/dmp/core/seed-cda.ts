import type { DmpPatient } from './record.js';
import { SYSTEM } from './vocabulary.js';

/** Body of an invented document. */
export type SeedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pdf'; readonly lines: readonly string[] }
  | { readonly kind: 'rtf' | 'jpeg' | 'tiff'; readonly base64: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

interface SeedCda {
  readonly uniqueId: string;
  readonly patient: DmpPatient;
  readonly oid: string;
  readonly type: readonly [code: string, label: string];
  readonly title: string;
  readonly at: Date;
  /** Absent: the patient himself. */
  readonly person: { readonly xcn: string; readonly xon: string; readonly specialty: string } | undefined;
  readonly body: SeedBody;
  /** uniqueId of the document that this one replaces. */
  readonly replaces: string | undefined;
}

const escapeXml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const utf8 = (text: string) => new TextEncoder().encode(text);

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const MEDIA_TYPES = { rtf: 'text/rtf', jpeg: 'image/jpeg', tiff: 'image/tiff' } as const;

/** One page of text: the smallest PDF that a viewer opens. Not PDF/A; its lines are plain ASCII. */
function smallPdf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n');
  const content = `BT /F1 14 Tf 18 TL 60 760 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return utf8(file);
}

function bodyOf(body: SeedBody): string {
  if (body.kind === 'text')
    return `<nonXMLBody><text mediaType="text/plain" representation="B64">${base64(utf8(body.text))}</text></nonXMLBody>`;
  if (body.kind === 'pdf')
    return `<nonXMLBody><text mediaType="application/pdf" representation="B64">${base64(smallPdf(body.lines))}</text></nonXMLBody>`;
  if (body.kind !== 'table')
    return `<nonXMLBody><text mediaType="${MEDIA_TYPES[body.kind]}" representation="B64">${body.base64}</text></nonXMLBody>`;
  const cells = (tag: string, values: readonly string[]) =>
    values.map((value) => `<${tag}>${escapeXml(value)}</${tag}>`).join('');
  return (
    '<structuredBody><component><section>' +
    `<title>${escapeXml(body.caption)}</title>` +
    `<text><table border="1"><thead><tr>${cells('th', body.head)}</tr></thead>` +
    `<tbody>${body.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table></text>` +
    '</section></component></structuredBody>'
  );
}

/** A short CDA with the header of the CI-SIS, in UTC. */
export function seedCda({ uniqueId, patient, oid, type, title, at, person, body, replaces }: SeedCda): Uint8Array {
  const time = `${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}+0000`;
  const [typeCode, typeLabel] = type;
  const given = patient.givenNames.split(' ')[0] ?? '';
  const [id = '', family = '', first = ''] = (person?.xcn ?? '').split('^');
  const [structureName = '', , , , , , , , , structure = ''] = (person?.xon ?? '').split('^');
  const [specialty = '', specialtyLabel = '', specialtySystem = ''] = (person?.specialty ?? '').split('^');
  const absent = '<addr nullFlavor="NASK"/><telecom nullFlavor="NASK"/>';
  const organisation = (tag: string, classified: boolean) =>
    `<${tag}><id root="${SYSTEM.structures}" extension="${escapeXml(structure)}"/><name>${escapeXml(structureName)}</name>` +
    `<telecom nullFlavor="NASK"/><addr nullFlavor="NASK"/>${classified ? `<standardIndustryClassCode code="AMBULATOIRE" displayName="Ambulatoire" codeSystem="${SYSTEM.practice}"/>` : ''}</${tag}>`;
  const coded = `<code code="${specialty}" displayName="${escapeXml(specialtyLabel)}" codeSystem="${specialtySystem}"/>`;
  const name = `<assignedPerson><name><family>${escapeXml(family)}</family><given>${escapeXml(first)}</given></name></assignedPerson>`;
  const entity = (classified: boolean) =>
    `<assignedEntity><id root="${SYSTEM.professionals}" extension="${id}"/>${coded}${absent}${name}${organisation('representedOrganization', classified)}</assignedEntity>`;
  const patientAuthor = `<assignedAuthor><id root="${oid}" extension="${patient.matricule}"/><code code="EXP_PATIENT" displayName="Expression personnelle du patient" codeSystem="${SYSTEM.various}"/>${absent}<assignedPerson><name><family>${escapeXml(patient.birthName)}</family><given>${escapeXml(given)}</given></name></assignedPerson></assignedAuthor>`;
  const professionalAuthor = `<assignedAuthor><id root="${SYSTEM.professionals}" extension="${id}"/>${coded}${absent}${name}${organisation('representedOrganization', true)}</assignedAuthor>`;
  const patientPerformer = `<assignedEntity><id root="${oid}" extension="${patient.matricule}"/>${absent}<representedOrganization><standardIndustryClassCode code="EXP_PATIENT" displayName="Expression personnelle du patient" codeSystem="${SYSTEM.various}"/></representedOrganization></assignedEntity>`;
  const signer = person
    ? entity(false)
    : `<assignedEntity><id root="${oid}" extension="${patient.matricule}"/>${absent}<assignedPerson><name><family>${escapeXml(patient.birthName)}</family><given>${escapeXml(given)}</given></name></assignedPerson></assignedEntity>`;
  const templates = ['2.16.840.1.113883.2.8.2.1', '1.2.250.1.213.1.1.1.1']
    .concat(body.kind === 'table' ? [] : ['1.3.6.1.4.1.19376.1.2.20'])
    .map((root) => `<templateId root="${root}"/>`)
    .join('');
  const typeSystem = /^\d/.test(typeCode) ? SYSTEM.loinc : SYSTEM.typeFr;
  return utf8(
    '<ClinicalDocument xmlns="urn:hl7-org:v3"><realmCode code="FR"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>' +
      `${templates}<id root="${uniqueId}"/>` +
      `<code code="${typeCode}" displayName="${escapeXml(typeLabel)}" codeSystem="${typeSystem}"/><title>${escapeXml(title)}</title>` +
      `<effectiveTime value="${time}"/><confidentialityCode code="N" displayName="Normal" codeSystem="${SYSTEM.confidentiality}"/>` +
      `<languageCode code="fr-FR"/><setId root="${uniqueId}"/><versionNumber value="1"/>` +
      `<recordTarget><patientRole><id root="${oid}" extension="${patient.matricule}"/>${absent}` +
      `<patient><name><family qualifier="BR">${escapeXml(patient.birthName)}</family><given>${escapeXml(patient.givenNames)}</given><given qualifier="BR">${escapeXml(given)}</given></name>` +
      `<administrativeGenderCode code="${patient.sex}" displayName="${patient.sex === 'F' ? 'Féminin' : 'Masculin'}" codeSystem="2.16.840.1.113883.5.1"/>` +
      `<birthTime value="${patient.birthDate.replace(/-/g, '')}"/></patient></patientRole></recordTarget>` +
      `<author><time value="${time}"/>${person ? professionalAuthor : patientAuthor}</author>` +
      `<custodian><assignedCustodian>${person ? organisation('representedCustodianOrganization', false) : '<representedCustodianOrganization><id root="1.2.250.1.71.4.2.2" extension="SIMULATEUR"/><name>MON ESPACE SANTÉ SIMULÉ</name><telecom nullFlavor="NASK"/><addr nullFlavor="NASK"/></representedCustodianOrganization>'}</assignedCustodian></custodian>` +
      `<legalAuthenticator><time value="${time}"/><signatureCode code="S"/>${signer}</legalAuthenticator>` +
      `<documentationOf><serviceEvent><effectiveTime><low value="${time}"/></effectiveTime><performer typeCode="PRF">${person ? entity(true) : patientPerformer}</performer></serviceEvent></documentationOf>` +
      `${replaces === undefined ? '' : `<relatedDocument typeCode="RPLC"><parentDocument><id root="${replaces}"/></parentDocument></relatedDocument>`}<componentOf><encompassingEncounter><effectiveTime><low value="${time}"/></effectiveTime><location><healthCareFacility>${person ? `<code code="SA05" displayName="Centre de santé" codeSystem="${SYSTEM.sector}"/>` : `<code code="EXP_PATIENT" displayName="Expression personnelle du patient" codeSystem="${SYSTEM.various}"/>`}</healthCareFacility></location></encompassingEncounter></componentOf>` +
      `<component>${bodyOf(body)}</component></ClinicalDocument>`,
  );
}
