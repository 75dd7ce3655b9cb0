// pnpm test:nodes: the unit tests, and every entry of the built packages, on the other Node versions that we promise.
import { stdout } from 'node:process';
import { explain } from '../gate/failure.ts';
import { canRunOtherNodes, OTHER_NODES, testOtherNode } from '../nodes.ts';

if (!canRunOtherNodes) {
  stdout.write(`left out: Node ${OTHER_NODES.join(', ')} are taken from the registry for Linux on x64 only\n`);
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  try {
    let passed = 0;
    for (const major of OTHER_NODES) {
      const { version, totals } = await testOtherNode(major);
      stdout.write(`✓ Node ${version}: ${totals.passed} passed\n`);
      passed += totals.passed;
    }
    stdout.write(`${passed} passed, 0 failed\n`);
  } catch (error) {
    stdout.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
