import { BENCH_CASES } from '../bench/cases.js';
import { benchReport, benchRows } from '../bench/report.js';
import { runBench } from '../bench/runner.js';
import { type Command, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { note, printJson, printLine, table } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';

export const bench: Command = {
  path: ['bench'],
  usage: '',
  summary: {
    fr: 'les mesures : chaque chiffre en rapport avec sa référence, dans la même exécution',
    en: 'the benchmark: every figure as a ratio to its reference, in the same run',
  },
  options: {
    only: {
      type: 'string',
      value: 'NAME',
      help: { fr: 'les mesures dont le nom commence ainsi', en: 'the cases whose name begins so' },
    },
    rounds: { type: 'string', value: 'N', help: { fr: 'tours (7)', en: 'turns (7)' } },
  },
  example: 'socle bench --json',
  async run(invocation) {
    const prefix = optionText(invocation, 'only') ?? '';
    const rounds = Number(optionText(invocation, 'rounds') ?? '7');
    const cases = BENCH_CASES.filter(({ name }) => name.startsWith(prefix));
    if (cases.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
      throw new UsageError(
        {
          fr: 'Aucune mesure ne porte ce nom, ou --rounds est faux.',
          en: 'No case has this name, or --rounds is wrong.',
        },
        `socle bench --only ${BENCH_CASES[0]?.name ?? ''}`,
      );
    }
    const results = await runBench(cases, {
      rounds,
      signal: invocation.io.signal,
      onCase: (name, index, total) => note(invocation, `${index + 1}/${total} ${name}`),
    });
    if (invocation.json) {
      printJson(invocation, benchReport(results, invocation.io.clock()));
      return EXIT.ok;
    }
    const fr = invocation.locale === 'fr';
    const rows = benchRows(results).map((row) => [
      row.name,
      row.subjectTime,
      row.referenceTime,
      row.ratio,
      row.spread,
      row.reference,
    ]);
    printLine(
      invocation,
      table(
        fr
          ? ['mesure', 'temps', 'référence', 'rapport', 'étendue', 'par rapport à']
          : ['case', 'time', 'reference', 'ratio', 'spread', 'compared with'],
        rows,
      ),
    );
    return EXIT.ok;
  },
};
