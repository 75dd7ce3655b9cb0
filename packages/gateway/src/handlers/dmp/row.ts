import type { Coded as CoreCoded } from '@socle-sante/core/coded';
import type { DmpDocument as FoundDocument } from '@socle-sante/dmp';
import { type RightAction, rightOf } from '@socle-sante/dmp/rights';
import type { DocumentEntry, XdsAuthor } from '@socle-sante/documents/xds';
import type { Coded, DmpStatus, DocumentAction, DocumentRow, DocumentStatus, PersonLine } from '../../contract.js';
import type { OperationContext } from '../context.js';
import type { DmpProfile } from '../dmp-service.js';
import type { StoredDocument } from '../document-ports.js';

export function toCoded({ code, codeSystem, displayName }: CoreCoded): Coded {
  return { code: code.slice(0, 100), system: codeSystem, label: (displayName || code).slice(0, 300) };
}

/** Documents that only the patient, or the treating doctor, may archive or delete. */
const ASSURANCE_MALADIE = new Set(['REMB']);

/** What the row of a document depends on, beyond the document. */
export interface RowContext {
  readonly profile: DmpProfile;
  readonly status: DmpStatus;
  readonly emergency: boolean;
  /** By uniqueId. */
  readonly filed: ReadonlyMap<string, StoredDocument>;
}

/** One document as a page sees it. Only its handle names it. */
export async function toRow(
  context: OperationContext,
  patientRef: string,
  found: FoundDocument,
  handle: string,
  row: RowContext,
): Promise<DocumentRow> {
  const { entry } = found;
  const stored = row.filed.get(entry.uniqueId);
  const status = toStatus(entry);
  return {
    handle,
    type: toCoded(entry.typeCode),
    class: toCoded(entry.classCode),
    title: entry.title || entry.typeCode.displayName,
    actStart: toInstant(entry.serviceStartTime ?? entry.creationTime),
    ...(entry.serviceStopTime === undefined ? {} : { actEnd: toInstant(entry.serviceStopTime) }),
    createdAt: toInstant(entry.creationTime),
    authors: entry.authors.map(toPersonLine),
    origin: originOf(found, row.profile),
    visibility: visibilityOf(found),
    status,
    facility: toCoded(entry.healthcareFacilityType),
    setting: toCoded(entry.practiceSetting),
    mediaType: entry.mimeType,
    ...(entry.size === undefined ? {} : { size: entry.size }),
    ...(stored === undefined ? {} : { filed: { at: stored.at, version: stored.version ?? '1' } }),
    actions: await actionsOf(context, patientRef, found, status, row),
  };
}

export function toStatus({ status }: Pick<DocumentEntry, 'status'>): DocumentStatus {
  if (status?.endsWith('Deprecated')) return 'deprecated';
  if (status?.endsWith('Archived')) return 'archived';
  return status?.endsWith('Deleted') ? 'deleted' : 'approved';
}

function visibilityOf(found: FoundDocument): DocumentRow['visibility'] {
  const marks: DocumentRow['visibility'] = [
    ...(found.masked ? (['masked-pro'] as const) : []),
    ...(found.hiddenFromPatient ? (['hidden-patient'] as const) : []),
    ...(found.hiddenFromLegalRepresentatives ? (['hidden-legal'] as const) : []),
  ];
  return marks.length === 0 ? ['normal'] : marks;
}

const ofStructure = (entry: DocumentEntry, profile: DmpProfile) =>
  entry.authors.some(({ institutions }) => institutions.some(({ id }) => id === profile.structureIdNat));

const ofUser = (entry: DocumentEntry, profile: DmpProfile) =>
  profile.userIdNat !== undefined && entry.authors.some(({ person }) => person?.id === profile.userIdNat);

export function originOf(found: FoundDocument, profile: DmpProfile): DocumentRow['origin'] {
  if (found.fromPatient) return 'patient';
  if (ASSURANCE_MALADIE.has(found.entry.typeCode.code)) return 'assurance-maladie';
  return ofStructure(found.entry, profile) || ofUser(found.entry, profile) ? 'own' : 'pro';
}

/** Author of a document. The INS of a patient who is the author stays here. */
export function toPersonLine({ person, institutions, roles, specialties }: XdsAuthor): PersonLine {
  const structure = institutions[0]?.name;
  const name = [person?.family, person?.given].filter(Boolean).join(' ');
  const patient = person?.idType === 'NH';
  const specialty = specialties[0]?.displayName;
  return {
    kind: patient ? 'patient' : person?.nameType === 'U' ? 'device' : person ? 'professional' : 'organization',
    name: name || structure || '',
    ...(specialty ? { specialty } : {}),
    ...(structure ? { structure } : {}),
    ...(roles[0] ? { role: roles[0] } : {}),
  };
}

/** XDS DTM (UTC) → ISO, as precise as it was. */
export function toInstant(time: string): string {
  const parts = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?/.exec(time);
  if (!parts) return time;
  const [, year, month, day, hour, minute, second = '00'] = parts;
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  return hour === undefined ? date : `${date}T${hour}:${minute ?? '00'}:${second}Z`;
}

/** The published matrix chooses the buttons; the DMP decides (PDT-INF-526: information only). */
async function actionsOf(
  context: OperationContext,
  patientRef: string,
  found: FoundDocument,
  status: DocumentStatus,
  row: RowContext,
): Promise<DocumentAction[]> {
  const { entry } = found;
  const { profile } = row;
  const right = (action: RightAction): boolean => {
    const purpose = profile.regulation ? 'centre_15' : row.emergency ? 'bris_de_glace' : 'normal';
    const column = row.status.treatingDoctor ? 'medecinTraitant' : profile.profile;
    switch (rightOf(action, { mode: profile.mode, profile: column, purpose })) {
      case 'yes':
      case 'ifPatientAllows':
      case 'sameStructure':
      case 'toStructure':
        return true;
      case 'own':
        return ofUser(entry, profile);
      case 'structureOwned':
        return ofStructure(entry, profile);
      case 'no':
        return false;
    }
  };
  const patients = !found.fromPatient || row.status.treatingDoctor === true;
  const own = ofUser(entry, profile) || ofStructure(entry, profile);
  const current = status === 'approved';
  const candidates: readonly (readonly [DocumentAction, boolean])[] = [
    ['open', status !== 'deleted' && right(found.masked ? 'retrieveMasked' : 'retrieve')],
    ['integrate', status !== 'deleted' && context.ports.records !== undefined && !row.filed.has(entry.uniqueId)],
    ['replace', current && own && !found.fromPatient && context.services.documents !== undefined],
    ['mask', current && !found.masked && right('mask')],
    ['unmask', current && found.masked && right('unmask')],
    ['show', current && found.hiddenFromPatient && right('showToPatient')],
    ['showLegal', current && found.hiddenFromLegalRepresentatives && right('showToPatient')],
    ['archive', current && patients && right('archive')],
    ['unarchive', status === 'archived' && patients && right('archive')],
    ['delete', (current || status === 'archived') && (found.fromPatient ? patients : right('remove'))],
  ];
  const decided = await Promise.all(
    candidates.map(async ([action, possible]) => {
      if (!possible) return [];
      const { allowed } = await context.authorize({
        operation: operationOf(action),
        action: `document.${action}`,
        patientRef,
      });
      return allowed ? [action] : [];
    }),
  );
  return decided.flat();
}

export function operationOf(action: DocumentAction) {
  if (action === 'open') return 'dmp.document.get';
  if (action === 'integrate') return 'dmp.document.integrate';
  return action === 'replace' ? 'submission.derive' : 'dmp.update';
}
