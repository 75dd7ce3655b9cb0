import { type ExplainedRule, explainRules, type RuleCost } from '@socle-sante/schematron';
import { plainLine } from '../../cda/as-text.js';
import { type Command, type Invocation, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { printJson, printLine, table } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { checkOptions, placeText } from '../../schematron/check.js';
import { type Costs, measure, type PackCost, totalOf } from '../../schematron/cost.js';
import { documentPaths } from '../../schematron/document-list.js';
import { withPacks } from '../../schematron/pack-failure.js';
import { openPacks, PACK_OPTIONS } from '../../schematron/packs.js';

const EXAMPLE = 'socle schematron profile --pack rules.sch documents';

export const schematronProfile: Command = {
  path: ['schematron', 'profile'],
  usage: '--pack FILE.sch|DIR FILE|DIR…',
  summary: {
    fr: 'ce que coûte chaque règle sur des documents',
    en: 'what each rule costs on documents',
  },
  details: {
    fr: 'Chaque document est contrôlé comme d’ordinaire, puis avec une horloge autour de chaque contrôle et de chaque essai de contexte. La part est celle de la somme mesurée. Une variable partagée (let) compte dans le premier contrôle qui la demande.',
    en: 'Each document is checked as usual, then with a clock around each check and each trial of a context. The share is of the sum that was measured. A shared variable (let) counts in the first check that needs it.',
  },
  options: {
    ...PACK_OPTIONS,
    phase: { type: 'string', value: 'PHASE', help: { fr: 'phase du schematron', en: 'phase of the schematron' } },
    rounds: { type: 'string', value: 'N', help: { fr: 'passages par document (3)', en: 'runs of each document (3)' } },
    top: { type: 'string', value: 'N', help: { fr: 'règles montrées (20)', en: 'rules shown (20)' } },
  },
  example: EXAMPLE,
  run: (invocation) => withPacks(invocation, () => run(invocation)),
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const rounds = count(invocation, 'rounds', 3);
  const top = count(invocation, 'top', 20);
  const files = documentPaths(invocation.positionals, invocation, EXAMPLE);
  const packs = await openPacks(invocation, EXAMPLE);
  const costs = await measure(packs, files, invocation, { ...checkOptions(invocation), rounds });
  if (invocation.json) printJson(invocation, toJson(costs, rounds));
  else {
    for (const each of costs.packs) printPack(invocation, each, rounds, top);
    for (const { file, message, code } of costs.failures) invocation.io.err(`${file} : ${message} (${code})\n`);
  }
  if (costs.interrupted) {
    invocation.io.err(invocation.locale === 'fr' ? 'Interrompu.\n' : 'Interrupted.\n');
    return EXIT.interrupted;
  }
  return costs.failures.length > 0 ? EXIT.usage : EXIT.ok;
}

function count(invocation: Invocation, name: string, usual: number): number {
  const value = Number(optionText(invocation, name) ?? usual);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UsageError({ fr: `--${name} : un entier positif.`, en: `--${name}: a positive integer.` }, EXAMPLE);
}

function printPack(invocation: Invocation, cost: PackCost, rounds: number, top: number): void {
  const fr = invocation.locale === 'fr';
  const { rules, documents, milliseconds, costs, passages } = cost;
  const runs = Math.max(1, documents * rounds);
  const mean = (milliseconds / runs).toFixed(2);
  const head = fr
    ? `${rules.name} : ${documents} document(s), ${mean} ms en moyenne, ${costs.length} règles essayées`
    : `${rules.name}: ${documents} document(s), ${mean} ms on average, ${costs.length} rules tried`;
  printLine(invocation, head);
  const sum = sumOf(cost);
  const named = namesOf(cost);
  const rows = costs.slice(0, top).map((each) => {
    const rule = named(each);
    const slowest = [...each.checks].sort((a, b) => b.milliseconds - a.milliseconds)[0];
    const check = rule?.checks.find(({ number }) => number === slowest?.check);
    return [
      percent(totalOf(each), sum),
      (each.milliseconds / runs).toFixed(3),
      (each.matching / runs).toFixed(3),
      String(each.fired / rounds),
      String(each.tried / rounds),
      cut(`${rule?.pattern ?? ''} · ${rule?.id ?? rule?.context ?? ''}`, 60),
      check === undefined || slowest === undefined || slowest.milliseconds === 0
        ? ''
        : `${percent(slowest.milliseconds, Math.max(slowest.milliseconds, each.milliseconds))} ${cut(check.id ?? check.test, 40)}`,
    ];
  });
  const headers = fr
    ? ['part', 'ms/doc', 'contexte', 'tirée', 'essayée', 'règle', 'contrôle le plus long']
    : ['share', 'ms/doc', 'context', 'fired', 'tried', 'rule', 'longest check'];
  if (rows.length > 0) printLine(invocation, table(headers, rows));
  const steps = `${percent(passages.milliseconds, sum)}, ${(passages.milliseconds / runs).toFixed(3)} ms/doc`;
  printLine(invocation, fr ? `Étapes communes des contextes : ${steps}` : `Shared steps of contexts: ${steps}`);
  printLine(invocation);
}

function toJson({ packs, failures, interrupted }: Costs, rounds: number): Readonly<Record<string, unknown>> {
  return {
    packs: packs.map((cost) => packJson(cost, rounds)),
    failures,
    ...(interrupted ? { interrupted } : {}),
  };
}

function packJson(cost: PackCost, rounds: number): Readonly<Record<string, unknown>> {
  const { rules, documents, milliseconds, measured, costs, passages } = cost;
  const sum = sumOf(cost);
  const named = namesOf(cost);
  return {
    pack: rules.name,
    documents,
    rounds,
    /** Of all documents and rounds together, as every time below. */
    milliseconds: rounded(milliseconds),
    measuredMilliseconds: rounded(measured),
    /** Steps of contexts that lead to those of several rules. */
    sharedSteps: { tried: passages.tried, milliseconds: rounded(passages.milliseconds) },
    rules: costs.map((each) => {
      const rule = named(each);
      return {
        pattern: rule?.pattern ?? '',
        rule: rule?.id ?? rule?.context ?? '',
        source: rule === undefined ? '' : placeText(rule.place, rules.pack),
        share: share(totalOf(each), sum),
        milliseconds: rounded(each.milliseconds),
        contextMilliseconds: rounded(each.matching),
        fired: each.fired,
        tried: each.tried,
        checks: each.checks.map(({ check, calls, found, milliseconds: own }) => {
          const told = rule?.checks.find(({ number }) => number === check);
          return {
            kind: told?.kind,
            ...(told?.id === undefined ? {} : { id: told.id }),
            test: told?.test,
            source: told === undefined ? '' : placeText(told.place, rules.pack),
            share: share(own, sum),
            milliseconds: rounded(own),
            calls,
            found,
          };
        }),
      };
    }),
  };
}

/** What is told of a rule that was measured. */
function namesOf({ rules }: PackCost): (cost: RuleCost) => ExplainedRule | undefined {
  const all = new Map<string, ExplainedRule>();
  explainRules(rules.pack, (rule) => {
    all.set(`${rule.rank.pattern} ${rule.rank.rule}`, rule);
    return false;
  });
  return ({ pattern, rule }) => all.get(`${pattern} ${rule}`);
}

function sumOf({ costs, passages }: PackCost): number {
  return costs.reduce((sum, each) => sum + totalOf(each), passages.milliseconds);
}

function share(part: number, sum: number): number {
  return sum === 0 ? 0 : Math.round((part / sum) * 10_000) / 10_000;
}

function percent(part: number, sum: number): string {
  return `${(share(part, sum) * 100).toFixed(1)} %`;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10_000) / 10_000;
}

function cut(text: string, length: number): string {
  const plain = plainLine(text);
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
