import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithConformance } from '../src/conformance.ts';
import { vitestBin } from '../src/paths.ts';

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { title: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Runs the fixture tests in their own process, with the set-up file that every unit test has. */
function runFixture(): Promise<Report> {
  const fixture = join(import.meta.dirname, 'fixtures/no-leak');
  const args = [vitestBin, 'run', '--config', join(fixture, 'vitest.fixture.config.ts'), '--reporter=json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: fixture, maxBuffer: 1 << 24 }, (_failure, stdout, stderr) => {
      const json = stdout.split('\n').find((line) => line.startsWith('{"numTotalTestSuites"'));
      if (json === undefined) reject(new Error(`no report:\n${stdout}\n${stderr}`));
      else resolve(JSON.parse(json) as Report);
    });
  });
}

describeWithConformance('the set-up file that watches for personal data', () => {
  it('fails the tests that leak, says where, and repeats nothing', { timeout: 60_000 }, async () => {
    const { testResults } = await runFixture();
    const tests = testResults.flatMap((file) => file.assertionResults);
    expect(Object.fromEntries(tests.map((test) => [test.title, test.status]))).toEqual({
      'leaks by the console': 'failed',
      'leaks by the standard error': 'failed',
      'leaks by the file descriptor': 'failed',
      'leaks by an error that it constructs': 'failed',
      'leaks by an injected logger': 'failed',
      'is clean': 'passed',
      'is allowed to': 'passed',
    });
    const messages = tests.flatMap((test) =>
      test.failureMessages.map((message) => message.split('\n    at ')[0] ?? ''),
    );
    const sources = messages.map((message) => /in ([a-z.]+(?:\(\d\))?|error \w+):/i.exec(message)?.[1]);
    expect(sources).toEqual(['console.info', 'process.stderr', 'fs.writeSync(1)', 'error SocleRefusedError', 'logger']);
    for (const message of messages) expect(message).not.toMatch(/ADRUN|275126322/);
  });
});
