import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DMP_SCENARIOS, type Sandbox, SCENARIOS, startSandbox, writeSandboxFiles } from '@socle-sante/sandbox';
import type { EnvironmentFile } from '../files/environment-file.js';
import type { ScenarioFile } from '../files/scenario-file.js';
import { UsageError } from '../frame/usage-error.js';
import { type Control, openControl } from './control.js';
import { sandboxIdentities } from './identities.js';
import { removeState, type SandboxState, writeState } from './state.js';

export interface ServeOptions {
  readonly directory: string;
  readonly portBase: number;
  readonly scenario: ScenarioFile;
  readonly clock: () => Date;
  /** Called when another process asks for the end. */
  readonly onStop: () => void;
}

export interface ServedSandbox {
  readonly sandbox: Sandbox;
  readonly state: SandboxState;
  close(): Promise<void>;
}

/** Starts the simulators, writes what a client needs beside, and opens the control door. */
export async function serveSandbox(options: ServeOptions): Promise<ServedSandbox> {
  const { directory, scenario } = options;
  const insi = scenario.insi ?? {};
  const dmp = scenario.dmp ?? {};
  const sandbox = await startSandbox({
    portBase: options.portBase,
    clock: options.clock,
    insi: { ...(insi.mode ? { mode: insi.mode } : {}), ...(insi.idam ? { idam: insi.idam } : {}) },
    dmp: {
      state: join(directory, 'dmp'),
      ...(dmp.level ? { level: dmp.level } : {}),
      ...(dmp.slowMs === undefined ? {} : { slowMs: dmp.slowMs }),
      ...(dmp.maxResults === undefined ? {} : { maxResults: dmp.maxResults }),
    },
  });
  let control: Control | undefined;
  try {
    applyScenario(sandbox, insi.scenario, insi.times);
    if (dmp.scenario !== undefined) applyScenario(sandbox, `${DMP_PREFIX}${dmp.scenario}`, dmp.times);
    const files = await writeSandboxFiles(sandbox, directory);
    const environmentFile = join(directory, 'environment.json');
    const identityFile = join(directory, 'identity.json');
    const identities = sandboxIdentities(sandbox, files);
    await writeFile(environmentFile, json(environmentOf(sandbox, files.caFile)));
    await writeFile(identityFile, json(identities.card), { mode: 0o600 });
    await writeFile(join(directory, 'identity-structure.json'), json(identities.structure), { mode: 0o600 });
    await writeFile(join(directory, 'identity-staff.json'), json(identities.staff), { mode: 0o600 });
    control = await openControl({
      status: () => ({
        ...servicesOf(sandbox),
        mode: sandbox.insi.mode,
        level: sandbox.dmp.level,
        exchanges: sandbox.insi.log.length + sandbox.dmp.log.length,
      }),
      log: () => [...sandbox.insi.log, ...sandbox.dmp.log].sort((a, b) => a.at.localeCompare(b.at)),
      reset: (records) => sandbox.reset({ records }),
      scenario: (name, times) => applyScenario(sandbox, name, times),
      stop: options.onStop,
    });
    const state: SandboxState = {
      pid: process.pid,
      startedAt: options.clock().toISOString(),
      control: { url: control.url, token: control.token },
      environmentFile,
      identityFile,
      services: servicesOf(sandbox),
      caFile: files.caFile,
      identities: Object.entries(files.identities).map(([role, { certificate, key, pfx }]) => ({
        role,
        certificate,
        key,
        pfx,
      })),
    };
    await writeState(directory, state);
    const door = control;
    return {
      sandbox,
      state,
      async close() {
        await removeState(directory);
        await Promise.all([door.close(), sandbox.stop()]);
      },
    };
  } catch (error) {
    await control?.close();
    await sandbox.stop();
    throw error;
  }
}

/** Before the name of a scenario of the DMP: some names exist on both sides. */
const DMP_PREFIX = 'dmp:';

/** A scenario file with one scenario in it, for who gives its name instead; undefined when no simulator knows it. */
export function scenarioNamed(name: string): ScenarioFile | undefined {
  if ((SCENARIOS as readonly string[]).includes(name)) return { insi: { scenario: name } };
  const bare = name.startsWith(DMP_PREFIX) ? name.slice(DMP_PREFIX.length) : '';
  return (DMP_SCENARIOS as readonly string[]).includes(bare) ? { dmp: { scenario: bare } } : undefined;
}

function applyScenario(sandbox: Sandbox, name: string | undefined, times?: number): void {
  const limit = times === undefined ? {} : { times };
  const insi = SCENARIOS.find((known) => known === name);
  const dmp = DMP_SCENARIOS.find((known) => `${DMP_PREFIX}${known}` === name);
  if (name !== undefined && insi === undefined && dmp === undefined) {
    const known = [...SCENARIOS, ...DMP_SCENARIOS.map((scenario) => `${DMP_PREFIX}${scenario}`)].join(', ');
    throw new UsageError({
      fr: `Scénario inconnu : ${name}. Connus : ${known}.`,
      en: `Unknown scenario: ${name}. Known: ${known}.`,
    });
  }
  if (name === undefined || insi !== undefined) sandbox.insi.setScenario(insi, limit);
  if (name === undefined || dmp !== undefined) sandbox.dmp.setScenario(dmp, limit);
}

function servicesOf(sandbox: Sandbox): Record<string, string> {
  return { insiTlsm: sandbox.insi.tlsmUrl, insiCpx: sandbox.insi.cpxUrl, dmp: sandbox.dmp.url };
}

function environmentOf(sandbox: Sandbox, caFile: string): EnvironmentFile {
  const { insi, dmp } = sandbox.env();
  return {
    name: 'sandbox',
    production: false,
    insi: { tlsmUrl: insi.tlsmUrl, cpxUrl: insi.cpxUrl, ca: [caFile], issuers: [...insi.clientAuthorities] },
    dmp: { baseUrl: dmp.url, simulator: true, repositoryUniqueId: dmp.repositoryUniqueId, ca: [caFile] },
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
