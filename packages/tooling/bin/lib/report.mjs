import { stdout } from 'node:process';

const colour = stdout.isTTY === true && process.env.NO_COLOR === undefined;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

/** One line for a step that is over: how it ended, what it was, how long it took. */
export function stepLine(good, title, milliseconds) {
  const mark = good ? paint(32, '✓') : paint(31, '✗');
  return `  ${mark} ${title.padEnd(68)} ${`${(milliseconds / 1000).toFixed(1)} s`.padStart(8)}`;
}

/** Runs a step and prints its line; when it fails, prints all that it wrote and throws. */
export async function step(title, action) {
  const start = performance.now();
  try {
    await action();
    stdout.write(`${stepLine(true, title, performance.now() - start)}\n`);
  } catch (error) {
    stdout.write(`${stepLine(false, title, performance.now() - start)}\n`);
    stdout.write(`\n${error.message}\n`);
    throw new StepFailed(title);
  }
}

/** A step failed, and all about it has been printed. */
export class StepFailed extends Error {
  constructor(title) {
    super(`${title}: failed`);
    this.name = 'StepFailed';
  }
}
