import type { Coded } from '@socle-sante/core/coded';
import { type Finding, finding, under } from '@socle-sante/core/finding';
import { SYSTEMS } from '../cda/oids.js';
import { sniff } from '../narrative/sniff.js';
import type { Path } from '../submission/walk.js';
import { INTERPRETATION_SYSTEM, INTERPRETATIONS } from './lab/interpretations.js';
import { saysSomething } from './lab/reports.js';
import type { CrBioContent } from './schema/cr-bio.js';
import type {
  LabBattery,
  LabImage,
  LabIsolate,
  LabReference,
  LabReport,
  LabResult,
  LabValue,
  PreviousResult,
} from './schema/lab.js';
import { checkVaccination } from './vaccination-checks.js';

/** Nomenclature of the germs, besides SNOMED CT. */
const NCBI = '2.16.840.1.113883.3.9471';
const IMAGES = new Set(['image/png', 'image/jpeg']);

/** What the content of a report of biology must be, besides its form. Paths are relative to the document. */
export function checkBiologyContent({ chapters, vaccinations }: CrBioContent): Finding[] {
  const path = ['body', 'content'];
  return [
    ...each(chapters, [...path, 'chapters'], ({ subChapters = [], ...chapter }) => [
      ...(saysSomething(chapter) || subChapters.length === 0 ? checkReport(chapter) : []),
      ...each(subChapters, ['subChapters'], checkReport),
    ]),
    ...each(vaccinations, [...path, 'vaccinations'], checkVaccination),
  ];
}

/** A list checked item by item, with the path of each. */
function each<Item>(list: readonly Item[] | undefined, path: Path, check: (item: Item) => Finding[]): Finding[] {
  return (list ?? []).flatMap((item, index) => under([...path, index], check(item)));
}

function checkReport(report: LabReport): Finding[] {
  return [
    ...(saysSomething(report) ? [] : [finding('documents.biology.empty', 'error', [])]),
    ...inSystem(report.code, SYSTEMS.loinc, ['code']),
    ...each(report.results, ['results'], checkResult),
    ...each(report.batteries, ['batteries'], checkBattery),
    ...each(report.isolates, ['isolates'], checkIsolate),
    ...each(report.images, ['images'], checkImage),
  ];
}

function checkBattery(battery: LabBattery): Finding[] {
  return [
    ...inSystem(battery.code, SYSTEMS.loinc, ['code']),
    ...each(battery.results, ['results'], checkResult),
    ...each(battery.images, ['images'], checkImage),
  ];
}

function checkIsolate(isolate: LabIsolate): Finding[] {
  return [
    ...inSystem(isolate.germ.code, SYSTEMS.snomed, ['germ', 'code']),
    ...inSystem(isolate.taxonomy, NCBI, ['taxonomy']),
    ...each(isolate.results, ['results'], checkResult),
    ...each(isolate.antibiogram, ['antibiogram'], checkResult),
    ...each(isolate.batteries, ['batteries'], checkBattery),
    ...each(isolate.images, ['images'], checkImage),
  ];
}

function checkResult(result: LabResult): Finding[] {
  const { code, localCode, value, status, reference, otherReferences } = result;
  return [
    ...(code || localCode ? [] : [finding('documents.biology.code', 'error', ['code'])]),
    ...inSystem(code, SYSTEMS.loinc, ['code']),
    ...(value === undefined && status !== 'aborted' ? [finding('documents.biology.value', 'error', ['value'])] : []),
    ...(value ? under(['value'], checkValue(value)) : []),
    ...checkInterpretation(result),
    ...(reference ? under(['reference'], checkReference(reference)) : []),
    ...each(otherReferences, ['otherReferences'], checkReference),
    ...each(result.previous, ['previous'], (one) => [
      ...under(['value'], checkValue(one.value)),
      ...checkInterpretation(one),
    ]),
  ];
}

function checkInterpretation({ interpretation }: Pick<LabResult | PreviousResult, 'interpretation'>): Finding[] {
  if (!interpretation) return [];
  const { code, codeSystem } = interpretation;
  const right = INTERPRETATIONS.has(code) && codeSystem === INTERPRETATION_SYSTEM;
  return right ? [] : [finding('documents.biology.interpretation', 'error', ['interpretation'], { code })];
}

function checkValue(value: LabValue): Finding[] {
  if (value.kind === 'coded' && !value.code && value.text === undefined) {
    return [finding('documents.biology.value', 'error', [])];
  }
  return value.kind === 'range' ? checkBounds(value) : [];
}

function checkReference(reference: LabReference): Finding[] {
  const { low, high, unit, text } = reference;
  const bounded = low !== undefined || high !== undefined;
  if (!bounded) return text === undefined ? [finding('documents.biology.range', 'error', [])] : [];
  return [
    ...checkBounds(reference),
    ...(unit === undefined ? [finding('documents.biology.unit', 'error', ['unit'])] : []),
  ];
}

/** At least one bound, the low one under the high one. */
function checkBounds({ low, high }: Pick<LabReference, 'low' | 'high'>): Finding[] {
  const wrong = low === undefined ? high === undefined : high !== undefined && Number(low) > Number(high);
  return wrong ? [finding('documents.biology.range', 'error', [])] : [];
}

function checkImage({ content }: LabImage): Finding[] {
  const type = sniff(content);
  return type !== undefined && IMAGES.has(type) ? [] : [finding('documents.biology.image', 'error', ['content'])];
}

function inSystem(value: Coded | undefined, codeSystem: string, path: Path): Finding[] {
  if (!value || value.codeSystem === codeSystem) return [];
  return [finding('documents.biology.system', 'error', path, { codeSystem })];
}
