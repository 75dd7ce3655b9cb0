import { type Finding, finding, type Severity, type SourceRef } from '@socle-sante/core/finding';
import type { Deviation, RuleFault, SchematronFinding, SchematronVerdict } from '@socle-sante/schematron';
import type { NativeLayer } from './layers.js';
import { GENERIC_RULES } from './models.js';

/** How findings are told. */
export interface TellingOptions {
  /**
   * Messages of rules quote values of the document (dates, codes, names), which may be of a person: they are hidden by default, `…`
   * stands for them. `show` is for the screen of who may read the document.
   */
  readonly values?: 'hide' | 'show';
  /** Links an assertion to the native rule that says the same. */
  readonly native?: NativeLayer;
}

const HEADER = GENERIC_RULES.find(({ key }) => key === 'structuration-minimale')?.file;
/** How many names of an incomplete pack are told. */
const MOST_NAMES = 3;

/**
 * What the official rules found, in the shape of every other finding. The message of the rule is in `params.message` as the kit
 * wrote it, in French.
 */
export function officialFindings(file: string, verdict: SchematronVerdict, options: TellingOptions = {}): Finding[] {
  const pack = packName(file);
  const ref: SourceRef = { document: 'ContenuCDA-3-0', section: pack };
  const native = file === HEADER ? options.native : undefined;
  return [
    ...verdict.findings.map((found) =>
      fromRule(found, pack, ref, { ...(native === undefined ? {} : { native }), values: options.values ?? 'hide' }),
    ),
    ...verdict.faults.filter(({ recovered }) => recovered !== true).map((fault) => fromFault(fault, pack, ref)),
    ...fromDeviations(pack, verdict.deviations),
  ];
}

/** Name of a schematron without its folder and its ending. */
export function packName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.sch$/i, '');
}

/** The kit: role `error`, or none, is a failure; `warning` and `info` (`information`, `hint`) are not. */
export function severityOf({ role }: Pick<SchematronFinding, 'role'>): Severity {
  const word = role?.trim().toLowerCase() ?? '';
  if (word === 'warning' || word === 'warn') return 'warning';
  if (word === 'info' || word === 'information' || word === 'hint') return 'info';
  return 'error';
}

function fromRule(
  found: SchematronFinding,
  pack: string,
  ref: SourceRef,
  { values, native }: Required<Pick<TellingOptions, 'values'>> & Pick<TellingOptions, 'native'>,
): Finding {
  const same = native?.ruleFor(found.text, found.location);
  const params = {
    message: values === 'show' ? found.text : found.template,
    pack,
    pattern: found.pattern,
    ...(found.id === undefined ? {} : { id: found.id }),
    ...(same === undefined ? {} : { native: same }),
  };
  const rule = found.kind === 'assert' ? 'official.assert' : 'official.report';
  return at(finding(rule, severityOf(found), [], params, ref), found);
}

function fromFault(fault: RuleFault, pack: string, ref: SourceRef): Finding {
  const params = { code: fault.code, pack, pattern: fault.pattern, expression: fault.expression.slice(0, 300) };
  return at(finding('official.fault', 'error', [], params, ref), fault);
}

function at(found: Finding, place: { location: string; line: number; column: number }): Finding {
  const { location, line, column } = place;
  return { ...found, wire: { pointer: location, ...(line > 0 ? { line, column } : {}) } };
}

/** One note for a pack whose faults lose rules; each fault is in the report. */
function fromDeviations(pack: string, deviations: readonly Deviation[]): Finding[] {
  const lost = deviations.filter(({ incomplete }) => incomplete);
  if (lost.length === 0) return [];
  const names = lost.slice(0, MOST_NAMES).map(({ code, subject }) => (code.startsWith('kit.') ? code : subject));
  const faults = `${names.join(', ')}${lost.length > MOST_NAMES ? ', …' : ''}`;
  return [finding('official.incomplete', 'info', [], { pack, count: lost.length, faults })];
}
