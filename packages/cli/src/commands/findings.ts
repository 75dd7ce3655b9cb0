import { describeFinding, type Finding, type FindingCatalogue, hasErrors } from '@socle-sante/core/finding';
import { coreFindings } from '@socle-sante/core/messages';
import { dmpFindings } from '@socle-sante/dmp/messages';
import { documentsFindings } from '@socle-sante/documents/messages';
import { insFindings } from '@socle-sante/ins/messages';
import { vihfFindings } from '@socle-sante/vihf/messages';
import { wireFindings } from '@socle-sante/wire/tls';
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
    printLine(invocation, `    ${text.why}`);
    printLine(invocation, `    → ${text.action}`);
    printLine(invocation, paint(invocation, 'dim', `    ${finding.rule}`));
  }
}

/** Findings with their texts, for `--json`. */
export function findingsAsJson(invocation: Invocation, findings: readonly Finding[]): unknown[] {
  return findings.map((finding) => ({ ...finding, text: describeFinding(finding, invocation.locale, ...CATALOGUES) }));
}

export function exitFor(findings: readonly Finding[]): ExitCode {
  return hasErrors(findings) ? EXIT.findings : EXIT.ok;
}
