import { spawn } from 'node:child_process';

/**
 * Runs a command, silent, and gives what it wrote. It throws when the command fails; the error holds the whole output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // npm and pnpm are command files on Windows, and those want a shell.
    const shell = process.platform === 'win32' && !command.endsWith('.exe');
    const child = spawn(command, args, { ...options, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (cause) => reject(new CommandError(command, args, output, String(cause))));
    child.on('close', (status, signal) => {
      if (status === 0) resolve(output);
      else reject(new CommandError(command, args, output, signal ?? `status ${status}`));
    });
  });
}

/** A command that did not end well; the message holds all that it wrote. */
export class CommandError extends Error {
  constructor(command, args, output, how) {
    super(`${output.trimEnd()}\n${[command, ...args].join(' ')} failed (${how})`.trimStart());
    this.name = 'CommandError';
    this.output = output;
  }
}

/** npm itself, even when it is not on the PATH: a script started by npm is told where it is. */
export function npm(args, options) {
  const path = process.env.npm_execpath ?? '';
  return path.endsWith('npm-cli.js') ? run(process.execPath, [path, ...args], options) : run('npm', args, options);
}
