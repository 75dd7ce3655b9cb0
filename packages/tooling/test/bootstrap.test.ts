import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandError, run } from '../bin/lib/command.mjs';
import { stepLine } from '../bin/lib/report.mjs';

const bootstrap = join(import.meta.dirname, '../bin/bootstrap.mjs');

interface Result {
  readonly status: number;
  readonly output: string;
}

/** Runs the bootstrap in a Node that pretends to be another one. */
function runAs(pretence: Readonly<Record<string, string>>, ...args: string[]): Promise<Result> {
  const lies = Object.entries(pretence).map(([path, value]) => {
    const [owner, name] = path.includes('.') ? ['process.versions', path.split('.')[1]] : ['process', path];
    return `Object.defineProperty(${owner}, ${JSON.stringify(name)}, { value: ${JSON.stringify(value)} });`;
  });
  const preload = `data:text/javascript,${encodeURIComponent(lies.join(''))}`;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', preload, bootstrap, ...args], (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

describe('bootstrap', () => {
  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])(
    'says what to do on Node %s where none can be fetched',
    async (version) => {
      const { status, output } = await runAs({ 'versions.node': version, platform: 'darwin' }, 'test');
      expect(status).toBe(1);
      expect(output).toMatch(/^Socle needs Node 20\.19 or newer; this is v[\d.]+\. Install a newer one/);
    },
  );

  it('names its commands when it is given another', async () => {
    const { status, output } = await runAs({}, 'unknown');
    expect(status).toBe(2);
    expect(output).toBe('bootstrap: start, test, setup; not unknown\n');
  });
});

describe('run', () => {
  it('is silent and gives what the command wrote', async () => {
    expect(await run(process.execPath, ['-e', 'console.log("a"); console.error("b")'])).toMatch(/a|b/);
  });

  it('throws with the whole output of a command that fails', async () => {
    const failure = await run(process.execPath, ['-e', 'console.log("told"); process.exit(3)']).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(CommandError);
    expect((failure as CommandError).output).toBe('told\n');
    expect((failure as CommandError).message).toContain('status 3');
  });

  it('throws when there is no such command', async () => {
    await expect(run('socle-has-no-such-command', [])).rejects.toThrow(/ENOENT/);
  });
});

describe('stepLine', () => {
  it('is one line, with the time in a column', () => {
    expect(stepLine(true, 'lint', 1234)).toMatch(/^ {2}✓ lint {60,}\s+1\.2 s$/);
    expect(stepLine(false, 'lint', 61_000)).toMatch(/^ {2}✗ lint\s+61\.0 s$/);
  });
});
