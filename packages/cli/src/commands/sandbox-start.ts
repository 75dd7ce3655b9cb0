import { spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { readJsonFile } from '../files/read-json.js';
import { ScenarioFile } from '../files/scenario-file.js';
import { type Command, type Invocation, optionFlag, optionText } from '../frame/command.js';
import { EXIT, type ExitCode } from '../frame/exit.js';
import { note, printJson, printLine, table } from '../frame/print.js';
import { UsageError } from '../frame/usage-error.js';
import { scenarioNamed, serveSandbox } from '../sandbox/serve.js';
import { readState, type SandboxState, stateDirectory } from '../sandbox/state.js';

const EXAMPLE = 'socle sandbox start --detach';
const DETACH_TIMEOUT_MS = 30_000;

export const sandboxStart: Command = {
  path: ['sandbox', 'start'],
  usage: '',
  summary: {
    fr: 'démarre les simulateurs sur cette machine, avec une PKI de test neuve',
    en: 'starts the simulators on this machine, with a fresh test PKI',
  },
  options: {
    'port-base': {
      type: 'string',
      value: 'N',
      help: { fr: 'premier port (sinon ports libres)', en: 'first port (free ports otherwise)' },
    },
    state: {
      type: 'string',
      value: 'DIR',
      help: { fr: 'dossier des certificats et de l’état', en: 'folder of the certificates and of the state' },
    },
    scenario: {
      type: 'string',
      value: 'FILE|NAME',
      help: {
        fr: 'mode, panne ou dérive : un fichier (schemas/scenario.schema.json), ou un nom (unavailable, dmp:slow-body…)',
        en: 'mode, fault or drift: a file (schemas/scenario.schema.json), or a name (unavailable, dmp:slow-body…)',
      },
    },
    detach: {
      type: 'boolean',
      help: {
        fr: 'rend la main ; socle sandbox stop l’arrête',
        en: 'gives the prompt back; socle sandbox stop ends it',
      },
    },
  },
  example: EXAMPLE,
  async run(invocation) {
    const directory = stateDirectory(invocation.io, optionText(invocation, 'state'));
    if (await readState(directory)) {
      throw new UsageError(
        { fr: `Un simulateur tourne déjà depuis ${directory}.`, en: `A simulator already runs from ${directory}.` },
        'socle sandbox stop',
      );
    }
    const portBase = Number(optionText(invocation, 'port-base') ?? '0');
    if (!Number.isInteger(portBase) || portBase < 0 || portBase > 65_000) {
      throw new UsageError(
        { fr: '--port-base : entier de 0 à 65000.', en: '--port-base: a whole number up to 65000.' },
        EXAMPLE,
      );
    }
    const wanted = optionText(invocation, 'scenario');
    const scenario = !wanted
      ? {}
      : (scenarioNamed(wanted) ??
        (await readJsonFile(wanted, invocation.io.cwd, ScenarioFile, { fr: 'Scénario', en: 'Scenario' })));
    if (optionFlag(invocation, 'detach')) return detach(invocation, directory);
    return serveHere(invocation, directory, portBase, scenario);
  },
};

async function serveHere(
  invocation: Invocation,
  directory: string,
  portBase: number,
  scenario: ScenarioFile,
): Promise<ExitCode> {
  const asked = new AbortController();
  const served = await serveSandbox({
    directory,
    portBase,
    scenario,
    clock: invocation.io.clock,
    onStop: () => asked.abort(),
  });
  present(invocation, served.state);
  note(invocation, invocation.locale === 'fr' ? 'Ctrl-C pour arrêter.' : 'Ctrl-C to stop.');
  const end = AbortSignal.any([asked.signal, invocation.io.signal]);
  if (!end.aborted) await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
  await served.close();
  return EXIT.ok;
}

async function detach(invocation: Invocation, directory: string): Promise<ExitCode> {
  const program = process.argv[1];
  if (program === undefined) {
    throw new UsageError({ fr: '--detach : programme introuvable.', en: '--detach: the program was not found.' });
  }
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const log = await open(join(directory, 'sandbox.log'), 'w', 0o600);
  const forwarded = ['port-base', 'scenario'].flatMap((name) => {
    const value = optionText(invocation, name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  const child = spawn(
    process.execPath,
    [...loaders(), program, 'sandbox', 'start', '--state', directory, ...forwarded],
    {
      cwd: invocation.io.cwd,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.unref();
  const limit = Date.now() + DETACH_TIMEOUT_MS;
  for (;;) {
    const state = await readState(directory);
    if (state && state.pid === child.pid) {
      await log.close();
      present(invocation, state);
      return EXIT.ok;
    }
    if (ended || Date.now() > limit || invocation.io.signal.aborted) {
      await log.close();
      throw new UsageError({
        fr: `Le simulateur n’a pas démarré : voir ${join(directory, 'sandbox.log')}.`,
        en: `The simulator did not start: see ${join(directory, 'sandbox.log')}.`,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What this process was told to load before the program (a compiler of TypeScript, say); a debugger is not for the child. */
function loaders(): string[] {
  return process.execArgv.filter((argument) => !argument.startsWith('--inspect'));
}

/** Addresses and files, as a table or as JSON. The token of the control door is not shown. */
function present(invocation: Invocation, state: SandboxState): void {
  if (invocation.json) {
    const { control: _, ...shown } = state;
    printJson(invocation, shown);
    return;
  }
  const fr = invocation.locale === 'fr';
  printLine(invocation, table(['service', 'URL'], Object.entries(state.services)));
  printLine(invocation);
  printLine(invocation, `${fr ? 'Autorités' : 'Authorities'} : ${state.caFile}`);
  printLine(invocation, `${fr ? 'Environnement' : 'Environment'} : ${state.environmentFile}`);
  printLine(invocation, `${fr ? 'Identité' : 'Identity'} : ${state.identityFile}`);
}
