// Runs in every worker of the unit tests: whatever the code under test writes or throws is held against the list of the
// official test identities, and a test during which a matricule, a name or a private key came out fails.
import { SocleError } from '@socle-sante/core/error';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { conformanceFile, hasConformance } from './conformance.ts';
import { captureErrors, captureStreams, takeOutflows } from './no-leak/capture.ts';
import { leakDetector } from './no-leak/detector.ts';
import { personalOutputAllowed } from './no-leak/index.ts';
import { readWatchlist, watchlist } from './no-leak/watchlist.ts';

if (!hasConformance && process.env.CI === 'true') {
  throw new Error('The official test identities are absent (conformance folder), and CI must not pass without them.');
}
const findLeaks = leakDetector(hasConformance ? readWatchlist(conformanceFile('insi/personas.json')) : watchlist([]));

captureStreams();
captureErrors(SocleError);

function check(when: string): void {
  const outflows = takeOutflows();
  if (personalOutputAllowed()) return;
  const lines = outflows.flatMap(({ source, text }) =>
    findLeaks(text()).map((leak) => {
      const whose = leak.person === undefined ? '' : ` of test identity n° ${leak.person}`;
      return `- ${leak.kind}${whose}, in ${source}: …${leak.excerpt}…`;
    }),
  );
  if (lines.length === 0) return;
  throw new Error(`Personal data came out ${when}:\n${[...new Set(lines)].slice(0, 8).join('\n')}`);
}

beforeEach(() => check('before the first test'));
afterEach(() => check('of the code under test'));
afterAll(() => check('after the last test'));
