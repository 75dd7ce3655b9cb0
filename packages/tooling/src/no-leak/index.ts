import { onTestFinished } from 'vitest';

export { watch } from './capture.ts';

let reasonToShow: string | undefined;

/**
 * Lets the current test write personal data on purpose, for example a command asked to print an identity.
 *
 * @param reason why the person at the keyboard asked for it
 */
export function allowPersonalOutput(reason: string): void {
  if (reason.trim() === '') throw new Error('allowPersonalOutput wants the reason why this output may be personal.');
  reasonToShow = reason;
  onTestFinished(() => {
    reasonToShow = undefined;
  });
}

/** True while the current test may write personal data. Read by the set-up file. */
export function personalOutputAllowed(): boolean {
  return reasonToShow !== undefined;
}
