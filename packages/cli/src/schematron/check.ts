import {
  type Deviation,
  LimitError,
  type Pack,
  type RuleFault,
  type SchematronFinding,
  type SchematronVerdict,
  validateInSlices,
  type XDocument,
} from '@socle-sante/schematron';
import { type Invocation, optionText } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import type { DocumentFailure } from './document-list.js';
import type { RulePack } from './packs.js';

/** A finding as `--json` writes it: eight members in this order, then more. */
export interface FindingJson {
  readonly kind: 'assert' | 'report';
  readonly pattern: string;
  readonly rule: string;
  /** '' when the check has none. */
  readonly role: string;
  readonly location: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly id?: string;
  readonly flag?: string;
  readonly see?: string;
  readonly diagnostics?: SchematronFinding['diagnostics'];
  readonly properties?: SchematronFinding['properties'];
  readonly test: string;
  readonly pack: string;
  /** `file:line:column` of the check in the schematron. */
  readonly source: string;
}

/** How a document is checked by a command. */
export interface CheckOptions {
  readonly phase?: string;
  readonly milliseconds?: number;
  readonly keepFirings?: boolean;
}

/** Options of checks, from the command line. */
export function checkOptions(invocation: Invocation): CheckOptions {
  const phase = optionText(invocation, 'phase');
  const timeout = optionText(invocation, 'timeout');
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(seconds > 0)) {
    throw new UsageError({
      fr: '--timeout : un nombre de secondes, plus grand que zéro.',
      en: '--timeout: a number of seconds above zero.',
    });
  }
  return {
    ...(phase === undefined ? {} : { phase }),
    ...(seconds === undefined ? {} : { milliseconds: seconds * 1000 }),
  };
}

/** What a pack says of a document, or why it did not finish. Ends when the user interrupts, with the error of that. */
export async function check(
  document: XDocument,
  rules: RulePack,
  invocation: Invocation,
  options: CheckOptions,
  pack: Pack = rules.pack,
): Promise<SchematronVerdict | DocumentFailure> {
  const { phase, milliseconds, keepFirings } = options;
  try {
    return await validateInSlices(document, pack, {
      signal: invocation.io.signal,
      sliceMs: 50,
      ...(rules.loader === undefined ? {} : { loader: rules.loader }),
      ...(phase === undefined ? {} : { phase }),
      ...(milliseconds === undefined ? {} : { limits: { milliseconds } }),
      ...(keepFirings === undefined ? {} : { keepFirings }),
    });
  } catch (error) {
    if (!(error instanceof LimitError) || error.code === 'limit.aborted') throw error;
    const fr = `${rules.name} : arrêté par une borne (${error.code}).`;
    const en = `${rules.name}: stopped by a bound (${error.code}).`;
    return { code: error.code, message: invocation.locale === 'fr' ? fr : en };
  }
}

/** A failure: role `error`, or none, or another one that the kit does not know as a warning or a remark. */
export function severityOf({ role }: Pick<SchematronFinding, 'role'>): 'error' | 'warning' | 'info' {
  const word = role?.trim().toLowerCase() ?? '';
  if (word === 'warning' || word === 'warn') return 'warning';
  return word === 'info' || word === 'information' || word === 'hint' ? 'info' : 'error';
}

export function findingJson(found: SchematronFinding, rules: RulePack): FindingJson {
  const { kind, pattern, rule, role = '', location, line, column, text, id, flag, see } = found;
  return {
    kind,
    pattern,
    rule,
    role,
    location,
    line,
    column,
    text,
    ...(id === undefined ? {} : { id }),
    ...(flag === undefined ? {} : { flag }),
    ...(see === undefined ? {} : { see }),
    ...(found.diagnostics.length === 0 ? {} : { diagnostics: found.diagnostics }),
    ...(found.properties.length === 0 ? {} : { properties: found.properties }),
    test: found.test,
    pack: rules.name,
    source: placeText(found.place, rules.pack),
  };
}

export function faultJson(fault: RuleFault, rules: RulePack): Readonly<Record<string, unknown>> {
  const { place, ...rest } = fault;
  return { ...rest, pack: rules.name, source: placeText(place, rules.pack) };
}

/** Liberties that were taken to run the rules: those of the pack, and those of the documents that rules read. */
export function deviationsOf(verdict: SchematronVerdict, rules: RulePack): readonly Deviation[] {
  return [...verdict.deviations, ...rules.mended.values()];
}

export function deviationJson(
  { code, subject, message, noted, incomplete }: Deviation,
  { name }: RulePack,
): Readonly<Record<string, unknown>> {
  return { code, subject, message, ...(noted === undefined ? {} : { noted }), incomplete, pack: name };
}

/** `file:line:column` */
export function placeText(
  { file, line, column }: { readonly file: number; readonly line: number; readonly column: number },
  { manifest }: Pack,
): string {
  return `${manifest.files[file] ?? ''}:${line}:${column}`;
}
