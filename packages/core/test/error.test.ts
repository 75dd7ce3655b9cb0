import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import {
  isSocleError,
  SocleAnswerError,
  SocleArgumentError,
  SocleError,
  type SocleErrorInit,
  SocleRefusedError,
  SocleUnreachableError,
  SocleUnsupportedError,
} from '../src/error.js';
import { finding } from '../src/finding.js';

const secret = '275126322074974';
const init: SocleErrorInit = { code: 'insi.x', service: 'insi', message: `INS ${secret} refused` };

/** Everything that a logger, a serialiser or a developer tool could print. */
function surface(error: Error): string {
  return [
    error.message,
    String(error),
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 10 }),
    JSON.stringify({ ...error }),
  ].join('\n');
}

describe('family by origin', () => {
  test.each([
    [SocleArgumentError, 'argument', 'vendor'],
    [SocleUnreachableError, 'unreachable', 'admin'],
    [SocleRefusedError, 'refused', 'user'],
    [SocleAnswerError, 'answer', 'vendor'],
    [SocleUnsupportedError, 'unsupported', 'vendor'],
  ] as const)('%o', (Class, origin, audience) => {
    const error = new Class(init);
    expect(error).toBeInstanceOf(SocleError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ origin, audience, code: 'insi.x', service: 'insi', retryable: false, findings: [] });
    expect(error.name).toBe(Class.name);
    expect(error.userMessage.fr.title).not.toBe('');
    expect(error.userMessage.en.action).not.toBe('');
    expect(Object.keys(error)).not.toContain('officialCode');
  });

  test('a subclass keeps its own name', () => {
    class InsiInputError extends SocleArgumentError {}
    expect(new InsiInputError(init).name).toBe('InsiInputError');
    expect(String(new InsiInputError(init))).toBe('InsiInputError: INS ••• refused');
  });
});

describe('redaction', () => {
  test('nothing enumerable nor printable holds what was given', () => {
    const inner = new Error(`inner ${secret}`, { cause: new TypeError(`innermost ${secret}`) });
    const error = new SocleRefusedError({
      ...init,
      officialCode: `insi_102 ${secret}`,
      messageId: secret,
      cause: inner,
      userMessage: { fr: { title: secret, action: 'a' }, en: { title: 't', action: secret } },
      findings: [finding('x', 'error', ['a'], { value: secret, n: 3 })],
      raw: { body: `<NomNaissance>ADRUN</NomNaissance> ${secret}` },
    });
    expect(surface(error)).not.toContain(secret);
    expect(surface(error)).not.toContain('ADRUN');
    expect(error.findings[0]?.params).toEqual({ value: '•••', n: 3 });
    expect((error.cause as Error).message).toBe('inner •••');
    expect((error.cause as Error).name).toBe('Error');
    expect(((error.cause as Error).cause as Error).message).toBe('innermost •••');
  });

  test('the raw exchange is there for who asks for it', () => {
    const raw = { body: 'x' };
    const error = new SocleAnswerError({ ...init, raw });
    expect(error.raw).toBe(raw);
    expect(Object.keys(error)).not.toContain('raw');
    expect(new SocleAnswerError(init).raw).toBeUndefined();
  });

  test('causes: a SocleError is kept, a text is redacted, anything else is dropped', () => {
    const inner = new SocleUnreachableError(init);
    expect(new SocleRefusedError({ ...init, cause: inner }).cause).toBe(inner);
    expect(new SocleRefusedError({ ...init, cause: `x ${secret}` }).cause).toBe('x •••');
    expect(new SocleRefusedError({ ...init, cause: { secret } }).cause).toBeUndefined();
    expect('cause' in new SocleRefusedError(init)).toBe(false);
    const coded = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', address: secret });
    expect(new SocleUnreachableError({ ...init, cause: coded }).cause).toMatchObject({
      message: 'refused',
      code: 'ECONNREFUSED',
    });
    const loop = new Error('loop');
    loop.cause = loop;
    expect(new SocleUnreachableError({ ...init, cause: loop }).cause).toBeInstanceOf(Error);
  });
});

test('toJSON', () => {
  const error = new SocleUnreachableError({
    ...init,
    message: 'down',
    retryable: true,
    retryAfterMs: 500,
    httpStatus: 503,
    officialCode: 'c',
    messageId: 'urn:uuid:1',
    audience: 'vendor',
    raw: 'r',
    cause: new Error('e'),
  });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'SocleUnreachableError',
    origin: 'unreachable',
    code: 'insi.x',
    service: 'insi',
    message: 'down',
    officialCode: 'c',
    retryable: true,
    retryAfterMs: 500,
    audience: 'vendor',
    userMessage: error.userMessage,
    findings: [],
    messageId: 'urn:uuid:1',
    httpStatus: 503,
  });
  expect(Object.keys(new SocleArgumentError(init).toJSON())).not.toContain('httpStatus');
});

describe('isSocleError', () => {
  test('tells', () => {
    expect(isSocleError(new SocleArgumentError(init))).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'x', {}, { code: 'x', origin: 'argument' }])
      expect(isSocleError(other)).toBe(false);
  });

  test('works across copies of the package', async () => {
    vi.resetModules();
    const copy = await import('../src/error.js');
    expect(copy.SocleArgumentError).not.toBe(SocleArgumentError);
    const error = new copy.SocleArgumentError(init);
    expect(error).not.toBeInstanceOf(SocleError);
    expect(isSocleError(error)).toBe(true);
  });
});
