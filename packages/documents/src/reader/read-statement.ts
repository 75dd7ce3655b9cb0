import { elements, type XmlElement } from '@socle-sante/wire/xml';
import { all, attr, compact, dataText, first, flag, NS, plain } from './dom.js';
import type { CdaSubject } from './header.js';
import type { CdaMedia } from './parsed.js';
import {
  addressesOf,
  codeOf,
  codesOf,
  intervalOf,
  quantityOf,
  readCode,
  readIds,
  telecomsOf,
} from './read-data-types.js';
import { organizationOf, readAuthor, readInformant, readPerformer, readSubject } from './read-entities.js';
import { readTiming } from './read-timing.js';
import { readDose, readRatio, readValue } from './read-value.js';
import type {
  CdaEntry,
  CdaExternalReference,
  CdaPrecondition,
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
export function readEntry(element: XmlElement, media: MediaReader, subject: CdaSubject | undefined): CdaEntry {
  return compact<CdaEntry>({
    typeCode: attr(element, 'typeCode'),
    templateIds: readIds(element, 'templateId'),
    statement: statementIn(element, media, subject),
    element,
  });
}

function statementIn(
  parent: XmlElement,
  media: MediaReader,
  subject: CdaSubject | undefined,
): CdaStatement | undefined {
  for (const node of elements(parent)) {
    if (node.namespace === NS.hl7 && isKind(node.local)) return readStatement(node, node.local, media, subject);
  }
  return undefined;
}

/** Reads one clinical statement and all those below it. */
function readStatement(
  element: XmlElement,
  kind: CdaStatementKind,
  media: MediaReader,
  above: CdaSubject | undefined,
): CdaStatement {
  const own = first(element, 'subject');
  const subject = own === undefined ? above : readSubject(own);
  const maxDose = first(element, 'maxDoseQuantity');
  const text = first(element, 'text');
  const value = first(element, 'value');
  const status = codeOf(element, 'statusCode');
  const dose = first(element, 'doseQuantity');
  const rate = first(element, 'rateQuantity');
  return compact<CdaStatement>({
    kind,
    classCode: attr(element, 'classCode'),
    moodCode: attr(element, 'moodCode'),
    negationInd: flag(element, 'negationInd') === true,
    templateIds: readIds(element, 'templateId'),
    ids: readIds(element),
    xmlId: attr(element, 'ID'),
    code: codeOf(element),
    text: dataText(text),
    textReference: attr(first(text, 'reference'), 'value')?.trim(),
    statusCode: status?.code ?? status?.nullFlavor,
    effectiveTime: intervalOf(element, 'effectiveTime'),
    timings: all(element, 'effectiveTime').map(readTiming),
    effectiveTimes: all(element, 'effectiveTime'),
    priorityCode: codeOf(element, 'priorityCode'),
    values:
      kind === 'observationMedia'
        ? []
        : all(element, 'value').map((node) => readValue(node, media, kind === 'regionOfInterest' ? 'INT' : undefined)),
    interpretationCodes: codesOf(element, 'interpretationCode'),
    methodCodes: codesOf(element, 'methodCode'),
    targetSiteCodes: codesOf(element, 'targetSiteCode'),
    routeCode: codeOf(element, 'routeCode'),
    approachSiteCodes: codesOf(element, 'approachSiteCode'),
    repeatNumber: attr(first(element, 'repeatNumber'), 'value'),
    doseQuantity: dose === undefined ? undefined : readDose(dose),
    rateQuantity: rate === undefined ? undefined : readDose(rate),
    maxDose: maxDose === undefined ? undefined : readRatio(maxDose),
    administrationUnitCode: codeOf(element, 'administrationUnitCode'),
    quantity: quantityOf(element, 'quantity'),
    independent: flag(first(element, 'independentInd'), 'value'),
    expectedUseTime: intervalOf(element, 'expectedUseTime'),
    languageCode: attr(first(element, 'languageCode'), 'code'),
    subject,
    preconditions: all(element, 'precondition').map((node) => readPrecondition(node, media)),
    product: productOf(element),
    media: kind === 'observationMedia' && value !== undefined ? media(value, element) : undefined,
    authors: all(element, 'author').map(readAuthor),
    performers: all(element, 'performer').map(readPerformer),
    informants: all(element, 'informant').flatMap((node) => readInformant(node) ?? []),
    participants: all(element, 'participant').map(readStatementParticipant),
    specimens: all(element, 'specimen').map(readSpecimen),
    references: all(element, 'reference').map(readReference),
    referenceRanges: all(element, 'referenceRange').map((node) => readReferenceRange(node, media)),
    relations: [...all(element, 'entryRelationship'), ...all(element, 'component')].map((node) =>
      readRelation(node, media, subject),
    ),
    element,
  });
}

function readRelation(element: XmlElement, media: MediaReader, subject: CdaSubject | undefined): CdaRelation {
  return compact<CdaRelation>({
    typeCode: attr(element, 'typeCode'),
    inversionInd: flag(element, 'inversionInd') === true,
    negationInd: flag(element, 'negationInd') === true,
    sequenceNumber: attr(first(element, 'sequenceNumber'), 'value'),
    statement: statementIn(element, media, subject),
    element,
  });
}

function readPrecondition(element: XmlElement, media: MediaReader): CdaPrecondition {
  const criterion = first(element, 'criterion');
  const text = first(criterion, 'text');
  const value = first(criterion, 'value');
  return compact<CdaPrecondition>({
    templateIds: [...readIds(element, 'templateId'), ...readIds(criterion, 'templateId')],
    code: codeOf(criterion),
    text: dataText(text),
    textReference: attr(first(text, 'reference'), 'value')?.trim(),
    value: value === undefined ? undefined : readValue(value, media),
    element,
  });
}

function readStatementParticipant(element: XmlElement): CdaStatementParticipant {
  const role = first(element, 'participantRole');
  const playing = first(role, 'playingEntity') ?? first(role, 'playingDevice');
  const scoping = first(role, 'scopingEntity');
  return compact<CdaStatementParticipant>({
    typeCode: attr(element, 'typeCode'),
    templateIds: [...readIds(element, 'templateId'), ...readIds(role, 'templateId')],
    time: intervalOf(element, 'time'),
    classCode: attr(role, 'classCode'),
    ids: readIds(role),
    code: codeOf(role),
    addresses: addressesOf(role),
    telecoms: telecomsOf(role),
    scoping:
      scoping === undefined
        ? undefined
        : compact<NonNullable<CdaStatementParticipant['scoping']>>({ ids: readIds(scoping), code: codeOf(scoping) }),
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
  const playing = first(role, 'specimenPlayingEntity');
  return compact<CdaSpecimen>({
    ids: readIds(role),
    code: codeOf(playing),
    names: all(playing, 'name').flatMap((name) => plain(name) ?? []),
    element,
  });
}

const externals = ['externalAct', 'externalDocument', 'externalObservation', 'externalProcedure'] as const;

function readReference(element: XmlElement): CdaExternalReference {
  const local = externals.find((name) => first(element, name) !== undefined);
  const target = local === undefined ? undefined : first(element, local);
  const text = first(target, 'text');
  return compact<CdaExternalReference>({
    typeCode: attr(element, 'typeCode'),
    kind: local ?? 'unknown',
    ids: readIds(target),
    code: codeOf(target),
    text: dataText(text),
    textReference: attr(first(text, 'reference'), 'value')?.trim(),
    element,
  });
}

function readReferenceRange(element: XmlElement, media: MediaReader): CdaReferenceRange {
  const range = first(element, 'observationRange');
  const value = first(range, 'value');
  const interpretation = first(range, 'interpretationCode');
  return compact<CdaReferenceRange>({
    text: dataText(first(range, 'text')),
    value: value === undefined ? undefined : readValue(value, media),
    interpretationCode: interpretation === undefined ? undefined : readCode(interpretation),
  });
}
