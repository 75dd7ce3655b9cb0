import { text } from '@socle-sante/wire/xml';
import {
  type CdaCode,
  type CdaInterval,
  type CdaSection,
  type CdaStatement,
  type CdaValue,
  type ClinicalEntry,
  clinicalEntries,
  clinicalEntry,
  type ImmunizationEntry,
  type LaboratoryEntry,
  type ParsedCda,
  personDisplayName,
  type ResultEntry,
} from '../../src/cda-reader.ts';

/** Every section, those above first. */
export function sectionsOf({ body }: ParsedCda): CdaSection[] {
  const all = (list: readonly CdaSection[]): CdaSection[] =>
    list.flatMap((section) => [section, ...all(section.sections)]);
  return body.kind === 'structured' ? all(body.sections) : [];
}

export const hasTemplate = (section: CdaSection, root: string): boolean =>
  section.templateIds.some((id) => id.root === root);

/** The words that a code points to, else its own label. */
export function words(parsed: ParsedCda, code: CdaCode | undefined): string | undefined {
  const reference = code?.originalTextReference?.replace(/^#/, '');
  const target = reference === undefined ? undefined : parsed.ids.get(reference);
  const said = target === undefined ? undefined : text(target).replace(/\s+/g, ' ').trim();
  return said === undefined || said === '' ? code?.displayName : said;
}

/** A date to the minute: what an official example leaves out of its seconds or of its offset is no difference. */
export const minute = (raw: string | undefined): string | undefined => raw?.slice(0, 12);
const moment = (when: CdaInterval | undefined): string | undefined =>
  minute(when?.value?.raw ?? when?.high?.raw ?? when?.low?.raw);

const coded = (code: CdaCode | undefined) => (code?.code === undefined ? undefined : `${code.codeSystem}|${code.code}`);

function valueFacts(parsed: ParsedCda, value: CdaValue | undefined): unknown {
  switch (value?.type) {
    case 'quantity':
      return [value.quantity.value, value.quantity.unit];
    case 'range':
      // A bound without `inclusive` is included.
      return [value.low, value.high].map(
        (bound) => bound && [bound.value, bound.unit, (bound.inclusive ?? true) ? 'in' : 'out'],
      );
    case 'number':
      return value.raw;
    case 'coded':
      return [coded(value.code), value.code.code === undefined ? words(parsed, value.code) : undefined];
    case 'text':
      return value.text;
    default:
      return undefined;
  }
}

function resultFacts(parsed: ParsedCda, entry: ResultEntry): unknown {
  const { statement } = entry;
  const [range] = statement.referenceRanges;
  return {
    result: coded(entry.code),
    translations: entry.code?.translations.map(coded),
    status: entry.status,
    at: moment(entry.when),
    value: valueFacts(parsed, entry.values[0]),
    interpretations: entry.interpretations.map(coded),
    method: coded(statement.methodCodes[0]),
    material: statement.participants
      .filter(({ typeCode }) => typeCode === 'DEV' || typeCode === 'CSM')
      .map(({ typeCode, playing }) => [typeCode, coded(playing?.code)]),
    reference: range && [valueFacts(parsed, range.value), coded(range.interpretationCode)],
    previous: entry.previous.map((one) => [coded(one.code), moment(one.when), valueFacts(parsed, one.values[0])]),
    ...inner(parsed, statement),
  };
}

function people({ performers, participants }: CdaStatement): unknown {
  const [performer] = performers;
  const who = participants.find(({ typeCode }) => typeCode === 'AUTHEN');
  return {
    performer: performer && [
      moment(performer.time),
      performer.entity?.ids.map(({ extension }) => extension),
      performer.entity?.organization?.ids.map(({ extension }) => extension),
      performer.entity?.organization?.names,
      performer.entity?.organization?.standardIndustryClassCode?.code,
    ],
    validation: who && [moment(who.time), who.ids.map(({ extension }) => extension)],
  };
}

const ORDER = ['specimen', 'laboratoryResult', 'laboratoryBattery', 'laboratoryIsolate', 'comment'];

/** What a statement holds, by kind: the order between kinds is no difference. */
function inner(parsed: ParsedCda, statement: CdaStatement): Record<string, unknown> {
  const entries = statement.relations.flatMap(({ statement: below }) => (below ? (clinicalEntry(below) ?? []) : []));
  const images = statement.relations.filter(({ statement: below }) => below?.kind === 'observationMedia').length;
  return {
    inner: ORDER.flatMap((kind) => entries.filter((entry) => entry.kind === kind).map((one) => facts(parsed, one))),
    images,
  };
}

function facts(parsed: ParsedCda, entry: ClinicalEntry): unknown {
  switch (entry.kind) {
    case 'laboratoryResult':
      return { ...(resultFacts(parsed, entry) as object), ...(people(entry.statement) as object) };
    case 'laboratoryReport':
    case 'laboratoryBattery':
    case 'laboratoryIsolate':
      return laboratoryFacts(parsed, entry);
    case 'specimen':
      return {
        specimen: [coded(entry.act), coded(entry.material), moment(entry.when), moment(entry.received)],
        sites: entry.sites.map(coded),
        by: entry.statement.performers.map(({ entity }) => [
          entity?.ids.map(({ extension }) => extension),
          personDisplayName(entity?.person),
        ]),
      };
    case 'comment':
      return {
        comment: words(parsed, { originalTextReference: entry.textReference, translations: [], qualifiers: [] }),
      };
    default:
      return entry.kind;
  }
}

function laboratoryFacts(parsed: ParsedCda, entry: LaboratoryEntry): unknown {
  return {
    kind: entry.kind,
    code: coded(entry.code),
    translations: entry.code?.translations.map(coded),
    status: entry.status,
    at: moment(entry.when),
    ...(people(entry.statement) as object),
    ...inner(parsed, entry.statement),
  };
}

export function vaccinationFacts(entry: ImmunizationEntry): unknown {
  const { product, performer } = entry;
  return {
    absent: entry.absent,
    code: coded(entry.code),
    when: entry.when?.value?.raw,
    route: coded(entry.route),
    sites: entry.sites.map(coded),
    vaccine: [coded(product?.code), product?.code?.translations.map(coded), product?.lotNumber],
    rank: entry.rank,
    performer: performer?.entity?.ids.map(({ extension }) => extension),
    author: entry.statement.authors.map(({ ids, code }) => [ids[0]?.extension, coded(code)]),
    reactions: entry.reactions.map(({ problem, category, period }) => [
      coded(problem),
      coded(category),
      period?.low?.raw,
    ]),
  };
}

/** The codes, values, dates and people of a report of biology, whatever its text. */
export function biologyFacts(parsed: ParsedCda): unknown {
  const sections = sectionsOf(parsed);
  const entries = sections.flatMap(clinicalEntries);
  const titled = (root: string) => sections.filter((section) => hasTemplate(section, root)).map(({ title }) => title);
  return {
    reports: entries.filter(({ kind }) => kind === 'laboratoryReport').map((entry) => facts(parsed, entry)),
    reason: sections
      .filter((section) => hasTemplate(section, '1.2.250.1.213.1.1.2.128'))
      .flatMap((section) => section.entries.flatMap(({ statement }) => codesBelow(statement))),
    vaccinations: entries.flatMap((entry) => (entry.kind === 'immunization' ? [vaccinationFacts(entry)] : [])),
    chapters: sections
      .filter((section) => hasTemplate(section, '1.3.6.1.4.1.19376.1.3.3.2.1'))
      .map(({ code }) => coded(code)),
    freeTexts: titled('1.2.250.1.213.1.1.2.73'),
    secondIntention: titled('1.2.250.1.213.1.1.2.60').length,
  };
}

/** Coded values of a statement and of what it holds. */
function codesBelow(statement: CdaStatement | undefined): unknown[] {
  if (!statement) return [];
  const own = statement.values.flatMap((value) => (value.type === 'coded' ? [coded(value.code)] : []));
  return [...own, ...statement.relations.flatMap((relation) => codesBelow(relation.statement))];
}
