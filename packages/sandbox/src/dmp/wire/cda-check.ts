import { xcnId, xonId } from '../core/access.js';
import type { DmpDocumentEntry, DmpSubmission } from '../core/metadata.js';
import { type DmpLevel, type DmpRefusal, registryRefusal } from '../core/refusal.js';
import { FORMAT_OF_BODY, FORMAT_OF_TEMPLATE } from '../core/value-sets.js';
import { ASSOCIATION, SYSTEM } from '../core/vocabulary.js';
import { type CdaCode, type CdaFacts, utcOf } from './cda-read.js';

/**
 * Checks 11 (format), 14 (id), 16 and 18 (relatedDocument): a CDA against its entry.
 *
 * @param uniqueIdOf uniqueId of a registered entry, to compare a replacement with `relatedDocument`
 */
export function checkCda(
  entry: DmpDocumentEntry,
  cda: CdaFacts,
  submission: Pick<DmpSubmission, 'associations'>,
  uniqueIdOf: (entryUuid: string) => string | undefined,
): DmpRefusal[] {
  const into: DmpRefusal[] = [];
  const at = { location: entry.id };
  const differs = (name: string, same: boolean, from: DmpLevel = 'strict') => {
    if (!same)
      into.push(
        registryRefusal(16, 'XDSRegistryMetadataError', `cda.${name}`, `${name} : la fiche et le CDA diffèrent`, {
          ...at,
          from,
        }),
      );
  };

  if (cda.id?.root !== entry.uniqueId || cda.id.extension !== undefined)
    into.push(
      registryRefusal(
        14,
        'XDSRegistryMetadataError',
        'uniqueId.cda',
        'uniqueId n’est pas ClinicalDocument/id (sans extension)',
        { ...at, from: 'dmp' },
      ),
    );

  // What the entry does not say is refused with the entry.
  const { title, typeCode, languageCode, legalAuthenticator, healthcareFacilityType, practiceSetting } = entry;
  differs('title', title === undefined || cda.title === title);
  differs('typeCode', typeCode === undefined || isSameCode(cda.code, typeCode));
  differs(
    'confidentialityCode',
    entry.confidentiality.some(
      ({ code, codeSystem }) => code === cda.confidentiality?.code && codeSystem === SYSTEM.confidentiality,
    ),
  );
  differs('languageCode', languageCode === undefined || cda.language === languageCode);
  differs('creationTime', sameTime(cda.effectiveTime, entry.creationTime));
  differs(
    'patientId',
    cda.patientIds.some(
      ({ root, extension }) => root === entry.patientId.oid && extension === entry.patientId.extension,
    ),
    'dmp',
  );
  differs('sourcePatientId', entry.sourcePatientId === undefined || isAmong(entry.sourcePatientId, cda));
  checkPatientInfo(entry, cda, differs);
  differs('author', entry.authors.length === 0 || sameAuthors(entry, cda));
  differs(
    'legalAuthenticator',
    legalAuthenticator === undefined ||
      cda.legalAuthenticator.some(({ extension }) => extension === xcnId(legalAuthenticator)),
  );
  differs('serviceStartTime', sameTime(cda.serviceStart, entry.serviceStartTime));
  differs(
    'serviceStopTime',
    cda.serviceStop === undefined
      ? entry.serviceStopTime === undefined
      : entry.serviceStopTime !== undefined && sameTime(cda.serviceStop, entry.serviceStopTime),
  );
  differs(
    'healthcareFacilityTypeCode',
    healthcareFacilityType === undefined || isSameCode(cda.facility, healthcareFacilityType),
  );
  differs(
    'practiceSettingCode',
    practiceSetting === undefined || cda.practices.some((practice) => isSameCode(practice, practiceSetting)),
  );

  const body = (reason: string, context: string) =>
    into.push(
      registryRefusal(11, 'XDSRegistryMetadataError', `valueSet.${reason}`, context, { ...at, from: 'strict' }),
    );
  if (cda.mediaType !== undefined && FORMAT_OF_BODY[cda.mediaType.toLowerCase()] === undefined)
    body('bodyMediaType', 'corps du CDA : PDF, texte, RTF, JPEG ou TIFF');
  if (cda.isRoot !== (entry.mimeType === 'text/xml'))
    body('mimeType', 'mimeType : text/xml pour un CDA, application/xslt+xml pour un CDA autoprésentable');
  const formats = expectedFormats(cda);
  const unstructured = /^urn:ihe:iti(?:-fr)?:xds-sd:/.test(entry.formatCode?.code ?? '');
  if (
    (formats.length > 0 && entry.formatCode && !formats.includes(entry.formatCode.code)) ||
    (formats.length === 0 && cda.structured && unstructured)
  )
    into.push(
      registryRefusal(
        11,
        'XDSRegistryMetadataError',
        'valueSet.format',
        'formatCode incohérent avec le modèle ou le corps du CDA',
        { ...at, from: 'strict' },
      ),
    );

  for (const { target } of submission.associations.filter(
    ({ type, source }) => type === ASSOCIATION.replaces && source === entry.id,
  )) {
    const replaced = uniqueIdOf(target);
    if (replaced !== undefined && !cda.replaces.some(({ root }) => root === replaced))
      into.push(
        registryRefusal(
          18,
          'XDSRegistryMetadataError',
          'replace.relatedDocument',
          'relatedDocument RPLC du CDA n’est pas le document remplacé',
          { ...at, from: 'dmp' },
        ),
      );
  }
  return into;
}

const isSameCode = (a: CdaCode | undefined, b: CdaCode) => a?.code === b.code && a.codeSystem === b.codeSystem;

/** Equal as far as the shorter one goes, once in UTC. An entry without that time is refused elsewhere. */
function sameTime(ts: string | undefined, dtm: string | undefined): boolean {
  const utc = ts === undefined ? undefined : utcOf(ts);
  if (dtm === undefined) return true;
  if (utc === undefined) return false;
  const length = Math.min(utc.length, dtm.length);
  return length >= 8 && utc.slice(0, length) === dtm.slice(0, length);
}

function isAmong(cx: string | undefined, cda: CdaFacts): boolean {
  const [extension = '', , , authority = ''] = (cx ?? '').split('^');
  const oid = authority.split('&')[1] ?? '';
  return cda.patientIds.some((id) => id.root === oid && id.extension === extension);
}

function checkPatientInfo(
  entry: DmpDocumentEntry,
  cda: CdaFacts,
  differs: (name: string, same: boolean) => void,
): void {
  const field = (n: number) => entry.sourcePatientInfo?.find((value) => value.startsWith(`PID-${n}|`))?.split('|')[1];
  const [family = '', given = ''] = (field(5) ?? '').split('^');
  if (field(5) !== undefined)
    differs('sourcePatientInfo PID-5', cda.patient.families.includes(family) && cda.patient.givens.includes(given));
  if (field(7) !== undefined)
    differs('sourcePatientInfo PID-7', cda.patient.birthTime?.slice(0, 8) === field(7)?.slice(0, 8));
  if (field(8) !== undefined)
    differs('sourcePatientInfo PID-8', (cda.patient.sex ?? 'U') === field(8) || field(8) === 'U');
}

/** Every author of the CDA is there, in the same order, with a structure of the CDA when there is one. */
function sameAuthors(entry: DmpDocumentEntry, cda: CdaFacts): boolean {
  return (
    entry.authors.length === cda.authors.length &&
    entry.authors.every(({ person, institutions }, i) => {
      const author = cda.authors[i];
      const samePerson =
        person === undefined || (author?.ids.some(({ extension }) => extension === xcnId(person)) ?? false);
      const sameStructure = institutions.every(
        (xon) =>
          author?.structures.length === 0 || author?.structures.some(({ extension }) => extension === xonId(xon)),
      );
      return samePerson && sameStructure;
    })
  );
}

/** ASS_A11: formats of the templates; without any, that of the body. Nothing when neither says. */
function expectedFormats(cda: CdaFacts): string[] {
  const byTemplate = cda.templates.flatMap((template) => FORMAT_OF_TEMPLATE[template] ?? []);
  if (byTemplate.length > 0) return byTemplate;
  const byBody = cda.mediaType === undefined ? undefined : FORMAT_OF_BODY[cda.mediaType.toLowerCase()];
  return byBody === undefined ? [] : [byBody];
}
