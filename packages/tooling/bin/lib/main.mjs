import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { StepFailed, step } from './report.mjs';
import { ensureDependencies, ensurePnpm, pnpmVersion } from './set-up.mjs';

const COMMANDS = { start, test, setup: async () => 0 };

/** Sets everything up, then does what was asked; gives the exit status. */
export async function main([command = 'setup', ...rest]) {
  const action = COMMANDS[command];
  if (action === undefined) {
    stdout.write(`bootstrap: ${Object.keys(COMMANDS).join(', ')}; not ${command}\n`);
    return 2;
  }
  try {
    await step(`package manager: pnpm ${pnpmVersion()}`, ensurePnpm);
    await step('dependencies of the lock file', ensureDependencies);
    return await action(rest);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    if (command === 'test') stdout.write('\n0 passed, 1 failed\n');
    return 1;
  }
}

async function start(rest) {
  await step('build of the packages', () => run(process.execPath, [...TYPESCRIPT, tooling('build.ts')], { cwd: root }));
  stdout.write('\n');
  return lasting([...TYPESCRIPT, join(root, 'examples/cabinet/server/main.ts'), ...rest]);
}

function test(rest) {
  return lasting([...TYPESCRIPT, tooling('gate.ts'), ...rest]);
}

// Node runs TypeScript by tsx, which is found from the root of the repository.
const TYPESCRIPT = ['--import', 'tsx'];

function tooling(command) {
  const path = join(root, 'packages/tooling/src/commands', command);
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  return path;
}

/** Runs Node with the terminal, until it ends; Ctrl-C reaches it, and it decides how to stop. */
function lasting(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', forward);
    child.on('close', (status, signal) => resolve(status ?? (signal === 'SIGINT' ? 0 : 1)));
  });
}
