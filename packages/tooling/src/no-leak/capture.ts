import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { format, inspect } from 'node:util';

/** One thing that left the code under test: where it came out, and its text (made only when it is looked at). */
export interface Outflow {
  readonly source: string;
  readonly text: () => string;
}

const outflows: Outflow[] = [];

/** Adds something to what is looked at when the test ends: the line of an injected logger, an observed exchange. */
export function watch(source: string, value: unknown): void {
  outflows.push({ source, text: () => textOf(value) });
}

/** Everything captured since the last call. */
export function takeOutflows(): Outflow[] {
  return outflows.splice(0);
}

const CONSOLE_METHODS = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

let listening = false;

/**
 * Listens to the console, to the two standard streams, and to writes on their file descriptors (as fast loggers do). Once a
 * process: test files that share one call it again.
 */
export function captureStreams(): void {
  if (listening) return;
  listening = true;
  for (const method of CONSOLE_METHODS) {
    const original = console[method].bind(console) as (...values: unknown[]) => void;
    console[method] = (...values: unknown[]) => {
      const text = format(...values);
      outflows.push({ source: `console.${method}`, text: () => text });
      original(...values);
    };
  }
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = process[name];
    const original = stream.write.bind(stream) as (...values: unknown[]) => boolean;
    stream.write = (...values: unknown[]) => {
      watch(`process.${name}`, decoded(values[0]));
      return original(...values);
    };
  }
  captureDescriptors();
}

function captureDescriptors(): void {
  const patched = fs as unknown as Record<'write' | 'writeSync', (...values: unknown[]) => unknown>;
  for (const name of ['write', 'writeSync'] as const) {
    const original = patched[name];
    patched[name] = (...values) => {
      if (values[0] === 1 || values[0] === 2) watch(`fs.${name}(${values[0]})`, decoded(values[1]));
      return original.apply(fs, values);
    };
  }
  syncBuiltinESMExports();
}

/** A class of errors, its constructor being public or not. */
interface ErrorClass {
  readonly prototype: Error;
}

/**
 * Sees every error that a class and its subclasses construct, thrown or not, without a hook in the product: `super()` looks
 * up the parent class at the time of the call, so a parent slipped in here receives every construction.
 */
export function captureErrors(errorClass: ErrorClass): void {
  class WatchedError extends Error {
    constructor(message?: string, options?: ErrorOptions) {
      super(message, options);
      outflows.push({ source: `error ${new.target.name}`, text: () => textOf(this) });
    }
  }
  Object.setPrototypeOf(errorClass, WatchedError);
}

function decoded(chunk: unknown): unknown {
  return chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : chunk;
}

/** All that a logger could print of a value: its text, its JSON, and what inspecting it shows, causes included. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const shown = inspect(value, {
    depth: 8,
    maxStringLength: null,
    maxArrayLength: 1000,
    breakLength: Number.POSITIVE_INFINITY,
  });
  return `${String(value)}\n${json(value)}\n${shown}`;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
