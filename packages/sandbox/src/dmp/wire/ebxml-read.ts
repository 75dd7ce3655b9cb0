import { attributeOf, elements, first, named, type SimElement } from '../../insi/element.js';
import type {
  DmpAssociation,
  DmpAuthor,
  DmpCode,
  DmpDocumentEntry,
  DmpPatientId,
  DmpSubmissionSet,
} from '../core/metadata.js';
import { patientOfCx } from '../core/query-access.js';
import { type DmpRefusal, DmpRefused, registryRefusal } from '../core/refusal.js';
import { ASSOCIATION_OBJECT, IDENTIFIER_NAME, SCHEME } from './ebxml-schemes.js';
import { NS } from './namespaces.js';

/** What a `SubmitObjectsRequest` holds. */
export interface ReadObjects {
  readonly set: DmpSubmissionSet;
  readonly entries: readonly DmpDocumentEntry[];
  readonly associations: readonly DmpAssociation[];
  /** Check 10: what is wrong with the ebRIM itself. */
  readonly refusals: readonly DmpRefusal[];
}

const rim = (parent: SimElement, local: string) => named(parent, NS.rim, local);
const CX_NH = /^[^^]+\^\^\^&[0-9.]+&ISO\^NH(?:\^.*)?$/;
const SLOT_LIMIT = 256;
/** Objects of a submission: some hundred documents with their associations. */
const OBJECT_LIMIT = 1000;

/**
 * Reads the objects of a submission. `code` is the one under which the ebRIM is refused: XDSRepositoryMetadataError for a deposit,
 * XDSMetadataUpdateError for an update.
 */
export function readObjects(request: SimElement, code = 'XDSRepositoryMetadataError'): ReadObjects {
  const refusals: DmpRefusal[] = [];
  const reader = objectReader((reason, context, location) =>
    refusals.push(
      registryRefusal(10, code, `ebrim.${reason}`, context, {
        from: 'dmp',
        ...(location === undefined ? {} : { location }),
      }),
    ),
  );
  const list = first(request, NS.rim, 'RegistryObjectList');
  const objects = list ? elements(list).filter(({ namespace }) => namespace === NS.rim) : [];
  if (objects.length > OBJECT_LIMIT)
    throw new DmpRefused([registryRefusal(10, code, 'ebrim.count', `plus de ${OBJECT_LIMIT} objets dans le message`)]);
  const packages = objects.filter(({ local }) => local === 'RegistryPackage');
  const markers = objects.filter(({ local }) => local === 'Classification');
  const isMarked = (object: SimElement, node: string) =>
    [...rim(object, 'Classification'), ...markers].some(
      (c) =>
        attributeOf(c, 'classificationNode') === node &&
        attributeOf(c, 'classifiedObject') === attributeOf(object, 'id'),
    );
  const sets = packages.filter((object) => isMarked(object, SCHEME.setMarker));
  const [setElement] = sets;
  if (!setElement || sets.length !== 1)
    throw new DmpRefused([registryRefusal(10, code, 'set.count', 'un lot de soumission et un seul est attendu')]);
  if (packages.some((object) => !sets.includes(object)))
    refusals.push(registryRefusal(10, code, 'folder.unsupported', 'classeurs non admis', { from: 'dmp' }));
  return {
    set: reader.set(setElement),
    entries: objects.filter(({ local }) => local === 'ExtrinsicObject').map(reader.entry),
    associations: objects.filter(({ local }) => local === 'Association').map(reader.association),
    refusals,
  };
}

type Report = (reason: string, context: string, location?: string) => void;

function objectReader(report: Report) {
  const slots = (object: SimElement): Map<string, readonly string[]> => {
    const found = new Map<string, readonly string[]>();
    for (const slot of rim(object, 'Slot')) {
      const name = attributeOf(slot, 'name') ?? '';
      const values = rim(slot, 'ValueList')
        .flatMap((list) => rim(list, 'Value'))
        .map(textOfValue);
      if (found.has(name)) report('slotRepeated', `Slot répété : ${name}`, attributeOf(object, 'id'));
      if (values.some((value) => value.length > SLOT_LIMIT))
        report('slotLength', `valeur trop longue : Slot ${name}`, attributeOf(object, 'id'));
      if (values.length === 0) report('slotEmpty', `Slot sans valeur : ${name}`, attributeOf(object, 'id'));
      found.set(name, values);
    }
    return found;
  };
  const localized = (parent: SimElement, local: string): string | undefined => {
    const [string] = rim(parent, local).flatMap((name) => rim(name, 'LocalizedString'));
    if (!string) return undefined;
    const charset = attributeOf(string, 'charset');
    if (charset !== undefined && charset !== 'UTF8' && charset !== 'UTF-8')
      report('charset', 'LocalizedString/@charset : UTF8 attendu');
    return attributeOf(string, 'value');
  };
  const classified = (object: SimElement, scheme: string) => {
    const id = attributeOf(object, 'id');
    return rim(object, 'Classification')
      .filter((c) => attributeOf(c, 'classificationScheme') === scheme)
      .map((c) => {
        if (attributeOf(c, 'classifiedObject') !== id)
          report('classifiedObject', 'classifiedObject n’est pas l’id de l’objet', id);
        return c;
      });
  };
  const coded = (classification: SimElement): DmpCode => ({
    code: attributeOf(classification, 'nodeRepresentation') ?? '',
    codeSystem: slots(classification).get('codingScheme')?.[0] ?? '',
    displayName: localized(classification, 'Name') ?? '',
  });
  const one = (object: SimElement, scheme: string, name: string): DmpCode | undefined => {
    const found = classified(object, scheme);
    if (found.length > 1) report('codeRepeated', `${name} répété`, attributeOf(object, 'id'));
    return found[0] ? coded(found[0]) : undefined;
  };
  const authors = (object: SimElement, scheme: string): DmpAuthor[] =>
    classified(object, scheme).map((classification) => {
      if ((attributeOf(classification, 'nodeRepresentation') ?? '') !== '')
        report('authorNode', 'auteur avec nodeRepresentation', attributeOf(object, 'id'));
      const values = slots(classification);
      const [person, second] = values.get('authorPerson') ?? [];
      if (second !== undefined)
        report('authorPersons', 'un authorPerson au plus par auteur', attributeOf(object, 'id'));
      return {
        ...(person === undefined ? {} : { person }),
        institutions: values.get('authorInstitution') ?? [],
        roles: values.get('authorRole') ?? [],
        specialties: values.get('authorSpecialty') ?? [],
      };
    });
  const identifier = (object: SimElement, scheme: string): string => {
    const id = attributeOf(object, 'id');
    const found = rim(object, 'ExternalIdentifier').filter((e) => attributeOf(e, 'identificationScheme') === scheme);
    const [only] = found;
    const name = IDENTIFIER_NAME[scheme] ?? '';
    if (!only || found.length !== 1) {
      report('identifier', `${name} : attendu une fois`, id);
      return '';
    }
    if (attributeOf(only, 'registryObject') !== id)
      report('registryObject', 'registryObject n’est pas l’id de l’objet', id);
    if (localized(only, 'Name') !== name) report('identifierName', `nom d’ExternalIdentifier attendu : ${name}`, id);
    return attributeOf(only, 'value') ?? '';
  };
  const patientId = (object: SimElement, scheme: string): DmpPatientId => {
    const cx = identifier(object, scheme);
    if (cx !== '' && !CX_NH.test(cx))
      report('patientId', 'patientId : INS^^^&OID&ISO^NH attendu', attributeOf(object, 'id'));
    return patientOfCx(cx) ?? { extension: '', oid: '' };
  };
  /** Leaves out what is absent. */
  const present = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
      [K in keyof T]: Exclude<T[K], undefined>;
    };

  return {
    set(object: SimElement): DmpSubmissionSet {
      const values = slots(object);
      return {
        id: attributeOf(object, 'id') ?? '',
        uniqueId: identifier(object, SCHEME.setUniqueId),
        patientId: patientId(object, SCHEME.setPatientId),
        authors: authors(object, SCHEME.setAuthor),
        ...present({
          sourceId: identifier(object, SCHEME.setSourceId),
          submissionTime: values.get('submissionTime')?.[0],
          contentType: one(object, SCHEME.contentType, 'contentTypeCode'),
          title: localized(object, 'Name'),
          comments: localized(object, 'Description'),
        }),
      } as DmpSubmissionSet;
    },
    entry(object: SimElement): DmpDocumentEntry {
      const id = attributeOf(object, 'id') ?? '';
      const values = slots(object);
      const value = (name: string) => values.get(name)?.[0];
      if (attributeOf(object, 'objectType') !== SCHEME.stable)
        report('objectType', 'objectType : document stable attendu', id);
      const size = value('size');
      const [version] = rim(object, 'VersionInfo');
      return {
        id,
        uniqueId: identifier(object, SCHEME.entryUniqueId),
        patientId: patientId(object, SCHEME.entryPatientId),
        mimeType: attributeOf(object, 'mimeType') ?? '',
        authors: authors(object, SCHEME.entryAuthor),
        confidentiality: classified(object, SCHEME.confidentiality).map(coded),
        events: classified(object, SCHEME.event).map(coded),
        referenceIds: values.get('urn:ihe:iti:xds:2013:referenceIdList') ?? [],
        ...present({
          logicalId: attributeOf(object, 'lid'),
          version: version ? attributeOf(version, 'versionName') : undefined,
          sourcePatientId: value('sourcePatientId'),
          sourcePatientInfo: values.get('sourcePatientInfo'),
          hash: value('hash'),
          size: size === undefined ? undefined : Number(size),
          creationTime: value('creationTime'),
          serviceStartTime: value('serviceStartTime'),
          serviceStopTime: value('serviceStopTime'),
          languageCode: value('languageCode'),
          legalAuthenticator: value('legalAuthenticator'),
          title: localized(object, 'Name'),
          comments: localized(object, 'Description'),
          classCode: one(object, SCHEME.classCode, 'classCode'),
          typeCode: one(object, SCHEME.type, 'typeCode'),
          formatCode: one(object, SCHEME.format, 'formatCode'),
          healthcareFacilityType: one(object, SCHEME.facility, 'healthcareFacilityTypeCode'),
          practiceSetting: one(object, SCHEME.practice, 'practiceSettingCode'),
          repositoryUniqueId: value('repositoryUniqueId'),
        }),
      } as DmpDocumentEntry;
    },
    association(object: SimElement): DmpAssociation {
      const values = slots(object);
      const objectType = attributeOf(object, 'objectType');
      if (objectType !== undefined && objectType !== ASSOCIATION_OBJECT)
        report('associationObjectType', 'Association/@objectType', attributeOf(object, 'id'));
      return {
        id: attributeOf(object, 'id') ?? '',
        type: attributeOf(object, 'associationType') ?? '',
        source: attributeOf(object, 'sourceObject') ?? '',
        target: attributeOf(object, 'targetObject') ?? '',
        ...present({
          submissionSetStatus: values.get('SubmissionSetStatus')?.[0],
          previousVersion: values.get('PreviousVersion')?.[0],
          originalStatus: values.get('OriginalStatus')?.[0],
          newStatus: values.get('NewStatus')?.[0],
        }),
      } as DmpAssociation;
    },
  };
}

function textOfValue(value: SimElement): string {
  return value.children
    .filter((child): child is string => typeof child === 'string')
    .join('')
    .trim();
}
