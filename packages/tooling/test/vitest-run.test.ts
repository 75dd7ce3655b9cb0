import { describe, expect, it } from 'vitest';
import { countTests } from '../src/vitest-run.ts';

const report = JSON.stringify({
  numPassedTests: 2,
  numFailedTests: 1,
  testResults: [
    {
      assertionResults: [
        { fullName: 'a passes', status: 'passed' },
        { fullName: 'a fails', status: 'failed' },
      ],
    },
    {
      assertionResults: [
        { fullName: 'b passes', status: 'passed' },
        { fullName: 'b is left out', status: 'skipped' },
        { fullName: 'b is to come', status: 'todo' },
      ],
    },
  ],
});

describe('totals', () => {
  it('counts what passed and failed, and names what did not run', () => {
    expect(countTests(report)).toEqual({ passed: 2, failed: 1, leftOut: ['b is left out', 'b is to come'] });
  });
});
