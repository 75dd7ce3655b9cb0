import { type Finding, hasErrors } from '@socle-sante/core/finding';
import { compareLayers, type OfficialReport } from '@socle-sante/documents/official';
import { findingsAsJson, printFindings } from '../commands/findings.js';
import type { Invocation } from '../frame/command.js';
import { paint, printLine } from '../frame/print.js';

/** What was asked of a document, and answered. */
export interface LayersOfDocument {
  readonly file: string;
  readonly native?: readonly Finding[];
  readonly official?: OfficialReport;
}

/** Whether nothing that was asked found an error. */
export function passes({ native, official }: LayersOfDocument): boolean {
  return !hasErrors(native ?? []) && !hasErrors(official?.findings ?? []);
}

const TEXTS = {
  fr: {
    native: ['conforme aux règles natives', 'à corriger'],
    official: ['conforme aux règles officielles', 'à corriger'],
    both: ['conforme aux règles natives et officielles', 'à corriger'],
    incomplete: 'contrôle officiel incomplet : des règles du kit ont des défauts',
    skipped: {
      noSchema: 'absent du dossier',
      noVocabulary: 'absentes du dossier',
      notWellFormed: 'document illisible',
    },
    steps: { xsd: 'le schéma XML', rules: 'les règles', vocabularies: 'les terminologies' },
    notDone: 'sans contrôle par {step} ({why})',
    model: 'modèle',
    groups: ['Dit par les deux', 'Règles natives seules', 'Règles officielles seules'],
  },
  en: {
    native: ['passes the native rules', 'to correct'],
    official: ['passes the official rules', 'to correct'],
    both: ['passes the native and the official rules', 'to correct'],
    incomplete: 'incomplete official check: rules of the kit have faults',
    skipped: { noSchema: 'not in the folder', noVocabulary: 'not in the folder', notWellFormed: 'unreadable document' },
    steps: { xsd: 'XML schema', rules: 'rules', vocabularies: 'terminologies' },
    notDone: '{step} not checked: {why}',
    model: 'model',
    groups: ['Said by both', 'Native rules alone', 'Official rules alone'],
  },
} as const;

/** A document as a person reads it: its verdict, then what each layer says. */
export function printLayers(invocation: Invocation, document: LayersOfDocument): void {
  const { file, native, official } = document;
  const texts = TEXTS[invocation.locale];
  const [good, bad] = texts[official === undefined ? 'native' : native === undefined ? 'official' : 'both'];
  const passed = passes(document);
  printLine(invocation, paint(invocation, passed ? 'green' : 'red', `${file} : ${passed ? good : bad}`));
  if (official !== undefined) printSteps(invocation, official);
  if (native === undefined || official === undefined) {
    printFindings(invocation, native ?? official?.findings ?? []);
    return;
  }
  const sides = compareLayers(native, official.findings);
  const groups = [sides.both.flatMap((each) => [each.official, ...each.native]), sides.native, sides.official] as const;
  const counts = [sides.both.length, sides.native.length, sides.official.length];
  for (const [index, findings] of groups.entries()) {
    printLine(invocation, paint(invocation, 'bold', `  ${texts.groups[index]} : ${counts[index]}`));
    printFindings(invocation, [...new Set(findings)]);
  }
}

function printSteps(invocation: Invocation, { selection, steps, complete, target }: OfficialReport): void {
  const texts = TEXTS[invocation.locale];
  const { model } = selection;
  const words = [
    target.name,
    ...(model === undefined ? [] : [`${texts.model} ${model.model} ${model.version}`]),
    ...steps.flatMap(({ step, why }) =>
      why === undefined
        ? []
        : [texts.notDone.replace('{step}', texts.steps[step]).replace('{why}', texts.skipped[why])],
    ),
    ...(complete ? [] : [texts.incomplete]),
  ];
  printLine(invocation, paint(invocation, 'dim', `    ${words.join(' · ')}`));
}

/** The same for `--json`: one list, in which a finding said by both layers stands once. */
export function layersAsJson(invocation: Invocation, document: LayersOfDocument): Readonly<Record<string, unknown>> {
  const { file, native, official } = document;
  const valid = passes(document);
  if (official === undefined) return { file, valid, findings: findingsAsJson(invocation, native ?? []) };
  const { selection, steps, complete, deviations, target } = official;
  const report = { target: target.name, model: selection.model, steps, complete, deviations };
  if (native === undefined) {
    return { file, valid, official: report, findings: findingsAsJson(invocation, official.findings) };
  }
  const sides = compareLayers(native, official.findings);
  const lines = [
    ...sides.both.map((each) => ({ finding: each.official, layers: ['native', 'official'] })),
    ...sides.native.map((finding) => ({ finding, layers: ['native'] })),
    ...sides.official.map((finding) => ({ finding, layers: ['official'] })),
  ];
  const texts = findingsAsJson(
    invocation,
    lines.map(({ finding }) => finding),
  );
  return {
    file,
    valid,
    official: report,
    comparison: { both: sides.both.length, native: sides.native.length, official: sides.official.length },
    findings: lines.map(({ layers }, index) => ({ layers, ...texts[index] })),
  };
}
