import type { Deviation, SchematronFinding } from '@socle-sante/schematron';
import { plainLine } from '../cda/as-text.js';
import { type Invocation, optionFlag } from '../frame/command.js';
import { note, paint, printLine } from '../frame/print.js';
import { placeText, severityOf } from './check.js';
import { type Checked, isWrong } from './checked.js';
import type { RulePack } from './packs.js';

const WORDS = {
  error: { fr: 'erreur', en: 'error', style: 'red' },
  warning: { fr: 'avertissement', en: 'warning', style: 'yellow' },
  info: { fr: 'information', en: 'note', style: 'cyan' },
  fault: { fr: 'règle en défaut', en: 'faulty rule', style: 'red' },
} as const;

/** What was found in a document, one line for the place and one for the message. */
export function printChecked(invocation: Invocation, checked: Checked): void {
  const { locale } = invocation;
  const { file, verdicts, failure } = checked;
  if (failure !== undefined) {
    printLine(invocation, paint(invocation, 'red', `${file} : ${failure.message} (${failure.code})`));
    if (verdicts.length === 0) return;
  }
  const good = failure === undefined && !isWrong(checked);
  const word = locale === 'fr' ? (good ? 'conforme' : 'à corriger') : good ? 'passes' : 'to correct';
  if (failure === undefined) printLine(invocation, paint(invocation, good ? 'green' : 'red', `${file} : ${word}`));
  for (const { rules, verdict } of verdicts) {
    for (const found of verdict.findings) printFinding(invocation, found, rules, verdicts.length > 1);
    for (const fault of verdict.faults) {
      const { style } = WORDS.fault;
      const message = optionFlag(invocation, 'show') ? ` ${plainLine(fault.message)}` : '';
      const place = `${fault.line}:${fault.column}`;
      printLine(
        invocation,
        `  ${place.padEnd(8)}${paint(invocation, style, `[${WORDS.fault[locale]}]`)} ${fault.code}${message}`,
      );
      printLine(invocation, `          ${plainLine(fault.expression)}`);
      printLine(
        invocation,
        paint(invocation, 'dim', `          ${fault.location} · ${placeText(fault.place, rules.pack)}`),
      );
    }
  }
}

function printFinding(invocation: Invocation, found: SchematronFinding, rules: RulePack, several: boolean): void {
  const { style, ...words } = WORDS[severityOf(found)];
  const text = plainLine(optionFlag(invocation, 'show') ? found.text : found.template);
  const place = `${found.line}:${found.column}`;
  const name = [...(several ? [rules.name] : []), found.pattern, found.id ?? found.rule].map(plainLine).join(' · ');
  printLine(invocation, `  ${place.padEnd(8)}${paint(invocation, style, `[${words[invocation.locale]}]`)} ${text}`);
  printLine(invocation, `          ${found.location}`);
  printLine(invocation, paint(invocation, 'dim', `          ${name} · ${placeText(found.place, rules.pack)}`));
}

/** Liberties that were taken to read the packs, counted by kind; those that make the verdict incomplete one by one. */
export function printDeviations(invocation: Invocation, packs: readonly RulePack[]): void {
  for (const { name, pack } of packs) {
    const { deviations } = pack.manifest;
    if (deviations.length === 0) continue;
    note(invocation, `${name} : ${counted(deviations, invocation)}`);
    printIncomplete(invocation, deviations);
  }
}

function counted(deviations: readonly Deviation[], { locale }: Invocation): string {
  const counts = new Map<string, number>();
  for (const { code } of deviations) counts.set(code, (counts.get(code) ?? 0) + 1);
  const list = [...counts].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`)).join(', ');
  return locale === 'fr' ? `écarts connus : ${list}` : `known deviations: ${list}`;
}

function printIncomplete(invocation: Invocation, deviations: readonly Deviation[]): void {
  const word = invocation.locale === 'fr' ? 'verdict incomplet' : 'incomplete verdict';
  for (const { incomplete, subject, message } of deviations) {
    if (incomplete) note(invocation, `  [${word}] ${subject}: ${message}`);
  }
}

/** How many documents, how many findings, how long; and what was mended, or missed, while the rules ran. */
export function printSummary(invocation: Invocation, done: readonly Checked[], milliseconds: number): void {
  const met = new Map<string, Deviation>();
  const counts = { error: 0, warning: 0, info: 0, fault: 0 };
  for (const { verdicts } of done) {
    for (const { rules, verdict } of verdicts) {
      for (const found of verdict.findings) counts[severityOf(found)] += 1;
      counts.fault += verdict.faults.length;
      const own = verdict.deviations.slice(rules.pack.manifest.deviations.length);
      for (const each of [...own, ...rules.mended.values()]) met.set(`${each.code} ${each.subject}`, each);
    }
  }
  if (met.size > 0) {
    const word = invocation.locale === 'fr' ? 'Documents lus par les règles' : 'Documents that rules read';
    note(invocation, `${word} : ${counted([...met.values()], invocation)}`);
    printIncomplete(invocation, [...met.values()]);
  }
  const unread = done.filter(({ failure }) => failure !== undefined).length;
  const wrong = done.filter((each) => each.failure === undefined && isWrong(each)).length;
  const good = done.length - unread - wrong;
  const time = milliseconds < 10_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  printLine(
    invocation,
    invocation.locale === 'fr'
      ? `${done.length} document(s) : ${good} conforme(s), ${wrong} à corriger, ${unread} non contrôlé(s) — ${counts.error} erreur(s), ${counts.warning} avertissement(s), ${counts.info} information(s), ${counts.fault} règle(s) en défaut — ${time}`
      : `${done.length} document(s): ${good} pass, ${wrong} to correct, ${unread} not checked — ${counts.error} error(s), ${counts.warning} warning(s), ${counts.info} note(s), ${counts.fault} faulty rule(s) — ${time}`,
  );
}
