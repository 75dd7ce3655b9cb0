import { createTestPki, type TestPki } from '@socle-sante/sandbox/pki';

let shared: Promise<TestPki> | undefined;

/** One PKI for the test files that run in the same process: its keys take a second of processor to make. */
export function testPki(): Promise<TestPki> {
  shared ??= createTestPki();
  return shared;
}
