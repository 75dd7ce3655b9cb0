import { dmpServiceUrl } from '@socle-sante/dmp';
import { checkClientChain, fromFindings } from '../doctor/certificates.js';
import { type Diagnosis, ok, problem } from '../doctor/diagnosis.js';
import { checkDmpIdentity } from '../doctor/dmp.js';
import { checkEndpoint } from '../doctor/endpoint.js';
import { checkRuntime } from '../doctor/runtime.js';
import { type Command, type Invocation, optionText } from '../frame/command.js';
import { EXIT } from '../frame/exit.js';
import { SERVICE_OPTIONS } from '../frame/help.js';
import { note, paint, printJson, printLine } from '../frame/print.js';
import { readState, stateDirectory } from '../sandbox/state.js';
import { dmpExchange, dmpSettings } from '../service/dmp.js';
import { readSettings } from '../service/files.js';
import { openInsi } from '../service/insi.js';

const MARKS = { ok: '✓', warning: '!', error: '✗' } as const;
const COLOURS = { ok: 'green', warning: 'yellow', error: 'red' } as const;

export const doctor: Command = {
  path: ['doctor'],
  usage: '',
  summary: {
    fr: 'horloge, certificats, adresses, versions : ce qui ferait échouer le premier appel',
    en: 'clock, certificates, addresses, versions: what would make the first real call fail',
  },
  details: {
    fr: 'Aucune donnée de patient ne part : un GET vide vers chaque adresse. Code de sortie 1 s’il y a une erreur.',
    en: 'No patient data leaves: an empty GET to each address. Exit status 1 when there is an error.',
  },
  options: { env: SERVICE_OPTIONS.env, identity: SERVICE_OPTIONS.identity },
  example: 'socle doctor --env bas.json --identity structure.json',
  async run(invocation) {
    const results: Diagnosis[] = [checkRuntime(process.version)];
    const named = optionText(invocation, 'env');
    if (named !== undefined || (await readState(stateDirectory(invocation.io, undefined)))) {
      const { environment, identity } = await readSettings(invocation);
      if (environment.insi && identity.insi) results.push(...(await insi(invocation)));
      if (environment.dmp && identity.dmp) results.push(...(await dmp(invocation)));
    } else {
      note(
        invocation,
        invocation.locale === 'fr'
          ? 'Sans --env ni simulateur : seules les versions sont contrôlées.'
          : 'Without --env nor a simulator: only versions are checked.',
      );
    }
    if (invocation.json) {
      printJson(
        invocation,
        results.map(({ check, state, text }) => ({ check, state, text: text[invocation.locale] })),
      );
    } else {
      for (const { check, state, text } of results) {
        printLine(
          invocation,
          `${paint(invocation, COLOURS[state], MARKS[state])} ${check.padEnd(12)} ${text[invocation.locale]}`,
        );
      }
    }
    return results.some(({ state }) => state === 'error') ? EXIT.findings : EXIT.ok;
  },
};

async function insi(invocation: Invocation): Promise<Diagnosis[]> {
  const { clock, signal } = invocation.io;
  const { client, settings, identity, exchange, close } = await openInsi(invocation, { preflight: 'report' });
  try {
    const preflight = await client.preflight();
    return [
      ...(preflight.length === 0
        ? [ok('certificate', 'Certificat INSi conforme', 'INSi certificate as it must be')]
        : fromFindings('certificate', preflight)),
      ...fromFindings('certificate', identity.findings),
      ...checkClientChain(identity, settings.tls, clock()),
      ...(await checkEndpoint('insi', settings.environment.endpoints.tlsm.url, exchange, clock, signal)),
      ...(settings.production
        ? [
            problem(
              'environment',
              'warning',
              'Environnement de production : vrais patients.',
              'Production environment: real patients.',
            ),
          ]
        : []),
    ];
  } finally {
    await close();
  }
}

async function dmp(invocation: Invocation): Promise<Diagnosis[]> {
  const { clock, signal } = invocation.io;
  const settings = await dmpSettings(invocation);
  const { exchange, close } = dmpExchange(settings, clock);
  try {
    return [
      ...checkDmpIdentity(settings, clock()),
      ...(await checkEndpoint('dmp', dmpServiceUrl(settings.environment, 'patients'), exchange, clock, signal)),
    ];
  } finally {
    await close();
  }
}
