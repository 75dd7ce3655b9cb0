import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { CliIo } from '../frame/io.js';
import { UsageError } from '../frame/usage-error.js';

/** What a running sandbox leaves on disk so that other commands find it. */
export const SandboxState = z.object({
  pid: z.int(),
  startedAt: z.string(),
  control: z.object({ url: z.url(), token: z.string() }),
  /** The environment and identity files written beside, usable with `--env` and `--identity`. */
  environmentFile: z.string(),
  identityFile: z.string(),
  services: z.record(z.string(), z.string()),
  caFile: z.string(),
  identities: z.array(
    z.object({ role: z.string(), certificate: z.string(), key: z.string(), pfx: z.string().optional() }),
  ),
});

export type SandboxState = z.infer<typeof SandboxState>;

/** `--state DIR`, `SOCLE_STATE_DIR`, else the state folder of the user (XDG). */
export function stateDirectory(io: Pick<CliIo, 'env' | 'cwd'>, option: string | undefined): string {
  if (option) return resolve(io.cwd, option);
  const fromEnvironment = io.env['SOCLE_STATE_DIR'];
  if (fromEnvironment) return resolve(io.cwd, fromEnvironment);
  return join(io.env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'socle', 'sandbox');
}

const fileOf = (directory: string) => join(directory, 'state.json');

export async function writeState(directory: string, state: SandboxState): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(fileOf(directory), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

export async function removeState(directory: string): Promise<void> {
  await rm(fileOf(directory), { force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The sandbox that runs from this folder, or undefined; a stale file is not an error. */
export async function readState(directory: string): Promise<SandboxState | undefined> {
  let text: string;
  try {
    text = await readFile(fileOf(directory), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const state = SandboxState.parse(JSON.parse(text));
    return alive(state.pid) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Same, but its absence is an error that says what to do. */
export async function requireState(directory: string): Promise<SandboxState> {
  const state = await readState(directory);
  if (state) return state;
  throw new UsageError(
    { fr: 'Aucun simulateur lancé ici ne tourne.', en: 'No simulator started here is running.' },
    'socle sandbox start --detach',
  );
}

/** Asks the running sandbox something through its control door. */
export async function callControl(
  state: SandboxState,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${state.control.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${state.control.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) {
    throw new UsageError({
      fr: `Le simulateur a refusé ${path} (${response.status}).`,
      en: `The simulator refused ${path} (${response.status}).`,
    });
  }
  return response.json();
}
