import type { ExplainedRule, ExplainedStep, Pack, RuleCost } from '@socle-sante/schematron';
import { type Command, type Invocation, optionText } from '../../frame/command.js';
import { EXIT, type ExitCode } from '../../frame/exit.js';
import { note, paint, printJson, printLine } from '../../frame/print.js';
import { UsageError } from '../../frame/usage-error.js';
import { checkOptions, placeText } from '../../schematron/check.js';
import { measure } from '../../schematron/cost.js';
import { documentPaths } from '../../schematron/document-list.js';
import { type Definition, GeneratedCode } from '../../schematron/generated.js';
import { withPacks } from '../../schematron/pack-failure.js';
import { openPacks, PACK_OPTIONS, type RulePack } from '../../schematron/packs.js';
import { findRules } from '../../schematron/rule-search.js';

const EXAMPLE = 'socle schematron explain a-patient-has-a-name --pack rules.sch';
/** Rules, and functions of each, that the text shows; JSON has them all. */
const MOST_RULES = 10;
const MOST_FUNCTIONS = 60;

/** A rule, with the code that it uses and what it cost. */
interface Explained {
  readonly rules: RulePack;
  readonly rule: ExplainedRule;
  readonly code: readonly Definition[];
  readonly cost?: RuleCost;
}

export const schematronExplain: Command = {
  path: ['schematron', 'explain'],
  usage: 'RULE --pack FILE.sch|DIR',
  summary: {
    fr: 'montre une règle, ce qu’elle est devenue, et son coût',
    en: 'shows a rule, what it compiled to, and its cost',
  },
  details: {
    fr: 'RULE : identifiant d’un contrôle, d’une règle ou d’un motif, contexte d’une règle, « fichier.sch:ligne », ou un morceau du message. Le coût est mesuré sur les documents de --on, sinon compté : fonctions, boucles, accès par index.',
    en: 'RULE: id of a check, a rule or a pattern, context of a rule, "file.sch:line", or a piece of the message. The cost is measured on the documents of --on, otherwise counted: functions, loops, look-ups by index.',
  },
  options: {
    ...PACK_OPTIONS,
    on: {
      type: 'string',
      value: 'DIR|FILE',
      help: { fr: 'documents sur lesquels mesurer le coût', en: 'documents to measure the cost on' },
    },
  },
  example: EXAMPLE,
  run: (invocation) => withPacks(invocation, () => run(invocation)),
};

async function run(invocation: Invocation): Promise<ExitCode> {
  const [asked, more] = invocation.positionals;
  if (asked === undefined || asked.trim() === '' || more !== undefined) {
    throw new UsageError({ fr: 'Nommez une règle.', en: 'Name one rule.' }, EXAMPLE);
  }
  const packs = await openPacks(invocation, EXAMPLE);
  const found = packs.flatMap((rules) => findRules(rules.pack, asked).map((rule) => ({ rules, rule })));
  if (found.length === 0) {
    throw new UsageError(
      { fr: `Aucune règle ne répond à « ${asked} ».`, en: `No rule answers to "${asked}".` },
      EXAMPLE,
    );
  }
  const costs = await costsOf(packs, invocation);
  const explained = found.map<Explained>(({ rules, rule }) => {
    const names = [...rule.contexts.flat().flatMap(({ name }) => name ?? []), ...rule.checks.map(({ name }) => name)];
    const code = new GeneratedCode(rules.folder, rules.pack.manifest).closure(names, rule.rank.pattern);
    const cost = costs(rules, rule);
    return { rules, rule, code, ...(cost === undefined ? {} : { cost }) };
  });
  if (invocation.json) printJson(invocation, { rules: explained.map(toJson) });
  else {
    for (const each of explained.slice(0, MOST_RULES)) printRule(invocation, each);
    if (explained.length > MOST_RULES) {
      const count = explained.length - MOST_RULES;
      note(invocation, invocation.locale === 'fr' ? `Et ${count} autre(s) : --json.` : `And ${count} more: --json.`);
    }
  }
  return EXIT.ok;
}

async function costsOf(
  packs: readonly RulePack[],
  invocation: Invocation,
): Promise<(rules: RulePack, rule: ExplainedRule) => RuleCost | undefined> {
  const on = optionText(invocation, 'on');
  if (on === undefined) return () => undefined;
  const files = documentPaths([on], invocation, EXAMPLE);
  const { packs: measured } = await measure(packs, files, invocation, { ...checkOptions(invocation), rounds: 3 });
  return (rules, { rank }) => {
    const costs = measured.find((each) => each.rules === rules)?.costs ?? [];
    const cost = costs.find(({ pattern, rule }) => pattern === rank.pattern && rule === rank.rule);
    return cost ?? { ...rank, fired: 0, milliseconds: 0, tried: 0, matching: 0, checks: [] };
  };
}

/** What the code of a rule is made of: its cost before any document. */
function countsOf({ rule, code }: Explained): Readonly<Record<'functions' | 'loops' | 'kept' | 'bytes', number>> & {
  readonly indexed: boolean;
} {
  const functions = code.filter(isFunction);
  const text = functions.map((each) => each.code).join('\n');
  return {
    functions: functions.length,
    loops: (text.match(/\b(?:for|while) \(/g) ?? []).length,
    kept: code.filter((each) => /^let /.test(each.code)).length,
    bytes: Buffer.byteLength(text),
    indexed: rule.contexts.some((steps) => steps.some(({ index }) => index !== undefined)),
  };
}

function isFunction({ code }: Definition): boolean {
  return /^(?:\/\*.*\*\/\n)?function /.test(code);
}

function indented({ code }: Definition): string {
  return code.replace(/^/gm, '  ');
}

function printRule(invocation: Invocation, explained: Explained): void {
  const { rules, rule, code, cost } = explained;
  const { pack } = rules;
  const fr = invocation.locale === 'fr';
  const line = (label: string, text: string) => printLine(invocation, `  ${label.padEnd(10)} ${text}`);
  const name = rule.id ?? rule.context;
  printLine(invocation, paint(invocation, 'bold', `${rules.name} · ${rule.pattern} · ${name}`));
  line(fr ? 'contexte' : 'context', rule.context);
  line(fr ? 'source' : 'source', placeText(rule.place, pack));
  for (const steps of rule.contexts) line(fr ? 'chemin' : 'way', stepsText(steps, pack, fr));
  for (const each of rule.checks) {
    const role = each.role === undefined ? '' : ` [${each.role}]`;
    printLine(invocation, paint(invocation, 'cyan', `  ${each.kind} ${each.id ?? ''}${role}`.trimEnd()));
    line('  test', each.test);
    line('  message', each.template);
    line('  source', placeText(each.place, pack));
    line(fr ? '  fonction' : '  function', each.name);
    const own = cost?.checks.find(({ check }) => check === each.number);
    if (own !== undefined) {
      const time = microseconds(own.milliseconds, own.calls);
      line(fr ? '  coût' : '  cost', fr ? `${time}, ${own.calls} appels` : `${time}, ${own.calls} calls`);
    }
  }
  printLine(invocation, costText(explained, fr));
  const functions = code.filter(isFunction);
  for (const each of functions.slice(0, MOST_FUNCTIONS)) {
    printLine(invocation, paint(invocation, 'dim', `  // ${each.module}:${each.line}`));
    printLine(invocation, indented(each));
  }
  if (functions.length > MOST_FUNCTIONS) {
    const count = functions.length - MOST_FUNCTIONS;
    note(invocation, fr ? `  et ${count} autres fonctions : --json` : `  and ${count} more functions: --json`);
    return;
  }
  for (const each of code) if (!isFunction(each)) printLine(invocation, indented(each));
  printLine(invocation);
}

function costText(explained: Explained, fr: boolean): string {
  const { functions, loops, indexed, bytes } = countsOf(explained);
  const index = fr ? (indexed ? 'oui' : 'non') : indexed ? 'yes' : 'no';
  const counted = fr
    ? `${functions} fonctions, ${loops} boucles, ${bytes} octets, accès par index : ${index}`
    : `${functions} functions, ${loops} loops, ${bytes} bytes, look-up by index: ${index}`;
  const { cost } = explained;
  if (cost === undefined) return `  ${(fr ? 'coût' : 'cost').padEnd(10)} ${counted}`;
  const { fired, tried, milliseconds, matching } = cost;
  const measured = fr
    ? `tirée ${fired} fois (${microseconds(milliseconds, fired)}), contexte essayé ${tried} fois (${microseconds(matching, tried)})`
    : `fired ${fired} times (${microseconds(milliseconds, fired)}), context tried ${tried} times (${microseconds(matching, tried)})`;
  return `  ${(fr ? 'coût' : 'cost').padEnd(10)} ${counted}\n  ${''.padEnd(10)} ${measured}`;
}

function microseconds(milliseconds: number, count: number): string {
  return count === 0 ? '0 µs' : `${((milliseconds * 1000) / count).toFixed(2)} µs`;
}

function stepsText(steps: readonly ExplainedStep[], pack: Pack, fr: boolean): string {
  if (steps.length === 0) return '/';
  return steps
    .map(({ axis, kind, node, name, index }) => {
      const of = node === undefined ? (kind === 'node' ? 'node()' : '*') : prefixed(node, pack);
      const by =
        index === undefined
          ? ''
          : ` {${fr ? 'index' : 'index'} ${index.child === undefined ? '' : `${prefixed(index.child, pack)}/`}@${prefixed(index.attribute, pack)} = ${values(index.values)}}`;
      const test = name === undefined ? '' : ` [${name}]`;
      return `${axis === 'child' ? '/' : '//'}${kind === 'attribute' ? '@' : ''}${of}${by}${test}`;
    })
    .join('');
}

function values(all: readonly string[]): string {
  const shown = all.slice(0, 3).map((value) => `"${value}"`);
  return all.length > 3 ? `${shown.join(', ')}, … (${all.length})` : shown.join(', ');
}

/** A name in Clark notation, with the prefix of the schema. */
function prefixed(name: string, { manifest }: Pack): string {
  const [, uri = '', local = name] = /^\{(.*)\}(.*)$/.exec(name) ?? [];
  if (uri === '') return local;
  const prefix = Object.entries(manifest.namespaces).find(([, each]) => each === uri)?.[0];
  return prefix === undefined ? name : `${prefix}:${local}`;
}

function toJson(explained: Explained): Readonly<Record<string, unknown>> {
  const { rules, rule, code, cost } = explained;
  const { pack } = rules;
  return {
    pack: rules.name,
    pattern: rule.pattern,
    rule: rule.id ?? rule.context,
    context: rule.context,
    source: placeText(rule.place, pack),
    function: rule.name,
    ways: rule.contexts,
    checks: rule.checks.map((each) => {
      const own = cost?.checks.find(({ check }) => check === each.number);
      return {
        kind: each.kind,
        ...(each.id === undefined ? {} : { id: each.id }),
        ...(each.role === undefined ? {} : { role: each.role }),
        ...(each.flag === undefined ? {} : { flag: each.flag }),
        test: each.test,
        message: each.template,
        source: placeText(each.place, pack),
        function: each.name,
        ...(own === undefined ? {} : { cost: { calls: own.calls, found: own.found, milliseconds: own.milliseconds } }),
      };
    }),
    functions: code.map(({ name, module, line, code: text }) => ({ name, module, line, code: text })),
    cost: {
      ...countsOf(explained),
      ...(cost === undefined
        ? {}
        : {
            measured: {
              fired: cost.fired,
              milliseconds: cost.milliseconds,
              tried: cost.tried,
              contextMilliseconds: cost.matching,
            },
          }),
    },
  };
}
