import { DMP_SCENARIOS, SCENARIOS } from '@socle-sante/sandbox';
import { type Command, optionFlag, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { printJson, printLine, table } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { scenarioNamed } from '../sandbox/serve.js';
import { callControl, readState, requireState, stateDirectory } from '../sandbox/state.js';

const STATE = {
  state: { type: 'string', value: 'DIR', help: { fr: 'dossier donné à « start »', en: 'folder given to "start"' } },
} as const;

export const sandboxStatus: Command = {
  path: ['sandbox', 'status'],
  usage: '',
  summary: { fr: 'dit si un simulateur lancé ici tourne', en: 'tells whether a simulator started here is running' },
  options: STATE,
  example: 'socle sandbox status --json',
  async run(invocation) {
    const state = await readState(stateDirectory(invocation.io, optionText(invocation, 'state')));
    const fr = invocation.locale === 'fr';
    if (!state) {
      if (invocation.json) printJson(invocation, { running: false });
      else printLine(invocation, fr ? 'Aucun simulateur ne tourne.' : 'No simulator is running.');
      return EXIT.ok;
    }
    const status = await callControl(state, 'GET', '/status');
    if (invocation.json) printJson(invocation, { running: true, pid: state.pid, startedAt: state.startedAt, status });
    else {
      printLine(invocation, fr ? `Simulateur en marche (pid ${state.pid})` : `Simulator running (pid ${state.pid})`);
      printLine(
        invocation,
        table(
          ['', ''],
          Object.entries(status ?? {}).map(([key, value]) => [key, String(value)]),
        ),
      );
    }
    return EXIT.ok;
  },
};

export const sandboxStop: Command = {
  path: ['sandbox', 'stop'],
  usage: '',
  summary: { fr: 'arrête le simulateur lancé ici', en: 'stops the simulator started here' },
  options: STATE,
  example: 'socle sandbox stop',
  async run(invocation) {
    const directory = stateDirectory(invocation.io, optionText(invocation, 'state'));
    const state = await requireState(directory);
    await callControl(state, 'POST', '/stop');
    for (let wait = 0; wait < 100 && (await readState(directory)); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (invocation.json) printJson(invocation, { stopped: true });
    else printLine(invocation, invocation.locale === 'fr' ? 'Arrêté.' : 'Stopped.');
    return EXIT.ok;
  },
};

export const sandboxReset: Command = {
  path: ['sandbox', 'reset'],
  usage: '',
  summary: {
    fr: 'oublie échanges, identifiants vus et scénario',
    en: 'forgets exchanges, identifiers seen and scenario',
  },
  options: {
    ...STATE,
    records: {
      type: 'boolean',
      help: {
        fr: 'remet aussi les dossiers du DMP dans leur état de départ',
        en: 'also puts the records of the DMP back as they were at first',
      },
    },
  },
  example: 'socle sandbox reset --records',
  async run(invocation) {
    await callControl(
      await requireState(stateDirectory(invocation.io, optionText(invocation, 'state'))),
      'POST',
      '/reset',
      { records: optionFlag(invocation, 'records') },
    );
    if (invocation.json) printJson(invocation, { reset: true });
    else printLine(invocation, invocation.locale === 'fr' ? 'Remis à zéro.' : 'Reset.');
    return EXIT.ok;
  },
};

export const sandboxScenario: Command = {
  path: ['sandbox', 'scenario'],
  usage: '[NAME]',
  summary: {
    fr: 'injecte une panne dans le simulateur qui tourne ; sans nom, retour à la normale',
    en: 'injects a fault into the running simulator; without a name, back to normal',
  },
  details: {
    fr: `INSi : ${SCENARIOS.join(', ')}\nDMP : ${DMP_SCENARIOS.map((name) => `dmp:${name}`).join(', ')}`,
    en: `INSi: ${SCENARIOS.join(', ')}\nDMP: ${DMP_SCENARIOS.map((name) => `dmp:${name}`).join(', ')}`,
  },
  options: {
    ...STATE,
    times: { type: 'string', value: 'N', help: { fr: 'pour N appels seulement', en: 'for N calls only' } },
  },
  example: 'socle sandbox scenario dmp:timeout-after-acceptance --times 1',
  async run(invocation) {
    const [name] = invocation.positionals;
    const times = optionText(invocation, 'times');
    const count = times === undefined ? undefined : Number(times);
    if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
      throw new UsageError(
        { fr: '--times : un entier positif.', en: '--times: a positive whole number.' },
        this.example,
      );
    }
    if (name !== undefined && !scenarioNamed(name)) {
      throw new UsageError(
        { fr: `Scénario inconnu : ${name}.`, en: `Unknown scenario: ${name}.` },
        'socle sandbox scenario --help',
      );
    }
    const state = await requireState(stateDirectory(invocation.io, optionText(invocation, 'state')));
    await callControl(state, 'POST', '/scenario', {
      ...(name === undefined ? {} : { name }),
      ...(count === undefined ? {} : { times: count }),
    });
    if (invocation.json) printJson(invocation, { scenario: name ?? null });
    else if (invocation.locale === 'fr')
      printLine(invocation, name ? `Scénario en cours : ${name}.` : 'Retour à la normale.');
    else printLine(invocation, name ? `Scenario in force: ${name}.` : 'Back to normal.');
    return EXIT.ok;
  },
};

export const sandboxLog: Command = {
  path: ['sandbox', 'log'],
  usage: '',
  summary: { fr: 'les échanges reçus, sans donnée personnelle', en: 'the exchanges received, without personal data' },
  options: STATE,
  example: 'socle sandbox log --json',
  async run(invocation) {
    const state = await requireState(stateDirectory(invocation.io, optionText(invocation, 'state')));
    const log = await callControl(state, 'GET', '/log');
    const entries = Array.isArray(log) ? log : [];
    if (invocation.json) {
      printJson(invocation, entries);
      return EXIT.ok;
    }
    const columns = [
      'sequence',
      'at',
      'listener',
      'endpoint',
      'operation',
      'status',
      'codeCr',
      'faultCode',
      'errorCodes',
      'scenario',
    ];
    printLine(
      invocation,
      table(
        columns,
        entries.map((entry: Record<string, unknown>) => columns.map((column) => String(entry[column] ?? ''))),
      ),
    );
    return EXIT.ok;
  },
};
