import type { DmpCore } from '@socle-sante/sandbox/dmp';

/** What the demonstration adds to the records of the simulator. */
export function seedMore(_core: DmpCore, _now: Date): void {}
