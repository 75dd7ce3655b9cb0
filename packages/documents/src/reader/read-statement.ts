import { elements, type XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, first, NS, ownText, plain } from './dom.js';
import type { CdaMedia } from './parsed.js';
import { codeOf, codesOf, intervalOf, quantityOf, readCode, readIds } from './read-data-types.js';
import { organizationOf, readAssignedEntity, readAuthor, readPerformer } from './read-entities.js';
import { readDose, readValue } from './read-value.js';
import type {
  CdaEntry,
  CdaExternalReference,
  CdaProduct,
  CdaReferenceRange,
  CdaRelation,
  CdaSpecimen,
  CdaStatement,
  CdaStatementKind,
  CdaStatementParticipant,
} from './statement.js';

/** Makes the media of an element; the caller knows where the long contents are. */
export type MediaReader = (element: XmlElement, carrier: XmlElement) => CdaMedia;

const kinds: ReadonlySet<string> = new Set<CdaStatementKind>([
  'act',
  'encounter',
  'observation',
  'observationMedia',
  'organizer',
  'procedure',
  'regionOfInterest',
  'substanceAdministration',
  'supply',
]);

function isKind(local: string): local is CdaStatementKind {
  return kinds.has(local);
}

/** Reads an `entry` of a section. */
export function readEntry(element: XmlElement, media: MediaReader): CdaEntry {
  return compact<CdaEntry>({
    typeCode: attr(element, 'typeCode'),
    templateIds: readIds(element, 'templateId'),
    statement: statementIn(element, media),
    element,
  });
}

function statementIn(parent: XmlElement, media: MediaReader): CdaStatement | undefined {
  for (const node of elements(parent)) {
    if (node.namespace === NS.hl7 && isKind(node.local)) return readStatement(node, node.local, media);
  }
  return undefined;
}

/** Reads one clinical statement and all those below it. */
function readStatement(element: XmlElement, kind: CdaStatementKind, media: MediaReader): CdaStatement {
  const text = first(element, 'text');
  const value = first(element, 'value');
  const status = codeOf(element, 'statusCode');
  const dose = first(element, 'doseQuantity');
  const rate = first(element, 'rateQuantity');
  return compact<CdaStatement>({
    kind,
    classCode: attr(element, 'classCode'),
    moodCode: attr(element, 'moodCode'),
    negationInd: isTrue(attr(element, 'negationInd')),
    templateIds: readIds(element, 'templateId'),
    ids: readIds(element),
    xmlId: attr(element, 'ID'),
    code: codeOf(element),
    text: ownText(text),
    textReference: attr(first(text, 'reference'), 'value')?.trim(),
    statusCode: status?.code ?? status?.nullFlavor,
    effectiveTime: intervalOf(element, 'effectiveTime'),
    effectiveTimes: all(element, 'effectiveTime'),
    priorityCode: codeOf(element, 'priorityCode'),
    values: kind === 'observationMedia' ? [] : all(element, 'value').map((node) => readValue(node, media)),
    interpretationCodes: codesOf(element, 'interpretationCode'),
    methodCodes: codesOf(element, 'methodCode'),
    targetSiteCodes: codesOf(element, 'targetSiteCode'),
    routeCode: codeOf(element, 'routeCode'),
    approachSiteCodes: codesOf(element, 'approachSiteCode'),
    repeatNumber: attr(first(element, 'repeatNumber'), 'value'),
    doseQuantity: dose === undefined ? undefined : readDose(dose),
    rateQuantity: rate === undefined ? undefined : readDose(rate),
    quantity: quantityOf(element, 'quantity'),
    product: productOf(element),
    media: kind === 'observationMedia' && value !== undefined ? media(value, element) : undefined,
    authors: all(element, 'author').map(readAuthor),
    performers: all(element, 'performer').map(readPerformer),
    informants: all(element, 'informant').flatMap((node) => all(node, 'assignedEntity').map(readAssignedEntity)),
    participants: all(element, 'participant').map(readStatementParticipant),
    specimens: all(element, 'specimen').map(readSpecimen),
    references: all(element, 'reference').map(readReference),
    referenceRanges: all(element, 'referenceRange').map((node) => readReferenceRange(node, media)),
    relations: [...all(element, 'entryRelationship'), ...all(element, 'component')].map((node) =>
      readRelation(node, media),
    ),
    element,
  });
}

function readRelation(element: XmlElement, media: MediaReader): CdaRelation {
  return compact<CdaRelation>({
    typeCode: attr(element, 'typeCode'),
    inversionInd: isTrue(attr(element, 'inversionInd')),
    negationInd: isTrue(attr(element, 'negationInd')),
    sequenceNumber: attr(first(element, 'sequenceNumber'), 'value'),
    statement: statementIn(element, media),
  });
}

function readStatementParticipant(element: XmlElement): CdaStatementParticipant {
  const role = first(element, 'participantRole');
  const playing = first(role, 'playingEntity') ?? first(role, 'playingDevice');
  return compact<CdaStatementParticipant>({
    typeCode: attr(element, 'typeCode'),
    templateIds: [...readIds(element, 'templateId'), ...readIds(role, 'templateId')],
    time: intervalOf(element, 'time'),
    classCode: attr(role, 'classCode'),
    ids: readIds(role),
    code: codeOf(role),
    playing:
      playing === undefined
        ? undefined
        : compact<NonNullable<CdaStatementParticipant['playing']>>({
            classCode: attr(playing, 'classCode'),
            code: codeOf(playing),
            names: [...all(playing, 'name'), ...all(playing, 'manufacturerModelName')].flatMap(
              (name) => plain(name) ?? [],
            ),
          }),
    element,
  });
}

/** `consumable/manufacturedProduct` of a treatment or a vaccination, `product/manufacturedProduct` of a supply. */
function productOf(element: XmlElement): CdaProduct | undefined {
  const product =
    first(element, 'consumable', 'manufacturedProduct') ?? first(element, 'product', 'manufacturedProduct');
  if (product === undefined) return undefined;
  const material = first(product, 'manufacturedMaterial') ?? first(product, 'manufacturedLabeledDrug');
  const own = all(material, 'name').flatMap((name) => plain(name) ?? []);
  return compact<CdaProduct>({
    templateIds: [...readIds(product, 'templateId'), ...readIds(material, 'templateId')],
    ids: readIds(product),
    code: codeOf(material),
    names: own,
    lotNumber: plain(first(material, 'lotNumberText')),
    manufacturer: organizationOf(product, 'manufacturerOrganization'),
    element: product,
  });
}

function readSpecimen(element: XmlElement): CdaSpecimen {
  const role = first(element, 'specimenRole');
  return compact<CdaSpecimen>({ ids: readIds(role), code: codeOf(first(role, 'specimenPlayingEntity')) });
}

const externals = ['externalAct', 'externalDocument', 'externalObservation', 'externalProcedure'] as const;

function readReference(element: XmlElement): CdaExternalReference {
  const local = externals.find((name) => first(element, name) !== undefined);
  const target = local === undefined ? undefined : first(element, local);
  return compact<CdaExternalReference>({
    typeCode: attr(element, 'typeCode'),
    kind: local ?? 'unknown',
    ids: readIds(target),
    code: codeOf(target),
  });
}

function readReferenceRange(element: XmlElement, media: MediaReader): CdaReferenceRange {
  const range = first(element, 'observationRange');
  const value = first(range, 'value');
  const interpretation = first(range, 'interpretationCode');
  return compact<CdaReferenceRange>({
    text: plain(first(range, 'text')),
    value: value === undefined ? undefined : readValue(value, media),
    interpretationCode: interpretation === undefined ? undefined : readCode(interpretation),
  });
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
