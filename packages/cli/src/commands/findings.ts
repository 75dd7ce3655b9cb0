import {
  describeFinding,
  type Finding,
  type FindingCatalogue,
  type FindingText,
  hasErrors,
} from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { dmpFindings } from '@socle-sante/dmp/messages';
import { documentsFindings } from '@socle-sante/documents/messages';
import { insFindings } from '@socle-sante/ins/messages';
import { vihfFindings } from '@socle-sante/vihf/messages';
import { wireFindings } from '@socle-sante/wire/tls';
import { plainLine } from '../cda/as-text.js';
import type { Invocation } from '../frame/command.js';
import { EXIT, type ExitCode } from '../frame/exit.js';
import { paint, printLine } from '../frame/print.js';

const CATALOGUES: readonly FindingCatalogue[] = [
  coreFindings,
  documentsFindings,
  insFindings,
  vihfFindings,
  dmpFindings,
  wireFindings,
];
const WORDS = {
  error: { fr: 'bloquant', en: 'blocking', style: 'red' },
  warning: { fr: 'à vérifier', en: 'to check', style: 'yellow' },
  info: { fr: 'information', en: 'note', style: 'cyan' },
} as const;

/** Findings as a person reads them: severity, title, why, what to do, and the rule to look up. */
export function printFindings(invocation: Invocation, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const text = describeFinding(finding, invocation.locale, ...CATALOGUES);
    const word = WORDS[finding.severity];
    const place = finding.path.length > 0 ? ` (${finding.path.join('.')})` : '';
    printLine(invocation, `${paint(invocation, word.style, `[${word[invocation.locale]}]`)} ${text.title}${place}`);
    // A message of a rule may quote the document.
    printLine(invocation, `    ${plainLine(text.why)}`);
    printLine(invocation, `    → ${text.action}`);
    printLine(
      invocation,
      paint(invocation, 'dim', `    ${[finding.rule, ...whereIn(finding, invocation)].join(' · ')}`),
    );
  }
}

/** Where in the document, when it was read from a text. */
function whereIn({ wire }: Finding, { locale }: Invocation): string[] {
  const { pointer, line } = wire ?? {};
  return [
    ...(pointer === undefined || pointer === '' ? [] : [plainLine(pointer)]),
    ...(line === undefined ? [] : [`${locale === 'fr' ? 'ligne' : 'line'} ${line}`]),
  ];
}

/** A finding with its text. */
export interface FindingJson extends Finding {
  readonly text: FindingText;
}

/** Findings with their texts, for `--json`. */
export function findingsAsJson(invocation: Invocation, findings: readonly Finding[]): FindingJson[] {
  return findings.map((finding) => ({ ...finding, text: describeFinding(finding, invocation.locale, ...CATALOGUES) }));
}

export function exitFor(findings: readonly Finding[]): ExitCode {
  return hasErrors(findings) ? EXIT.findings : EXIT.ok;
}
