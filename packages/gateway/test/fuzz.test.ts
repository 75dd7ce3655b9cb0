import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, operationIds } from '../src/contract.js';
import { validInputs } from './inputs.js';
import { bodyOf, post, stage } from './support.js';

const posts = operationIds.filter((id) => contract[id].method === 'POST');

/** Any JSON, and valid bodies with some members replaced by any JSON. */
const bodies = (id: (typeof posts)[number]) =>
  fc.oneof(
    fc.jsonValue(),
    fc
      .dictionary(
        fc.constantFrom(...Object.keys(validInputs[id]), '__proto__', 'constructor', 'traits', 'cursor'),
        fc.jsonValue(),
      )
      .map((patch) => ({
        ...validInputs[id],
        ...patch,
      })),
  );

describe('bodies that are not what the contract says', () => {
  it.each(posts)('%s never answers 500', async (id) => {
    const { demo, faults } = stage();
    await fc.assert(
      fc.asyncProperty(bodies(id), async (body) => {
        const response = await demo.handler(post(contract[id].path, JSON.stringify(body)));
        const text = await response.text();
        expect(response.status, `${text} for ${JSON.stringify(body)}`).toBeLessThan(500);
        if (response.status >= 400) expect(JSON.parse(text)).toHaveProperty('error.code');
      }),
      { numRuns: 60 },
    );
    expect(faults).toEqual([]);
  });

  it.each(posts)('%s never answers 500 to octets that are no JSON', async (id) => {
    const { demo } = stage();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (octets) => {
        const request = new Request(`http://localhost/socle/v1${contract[id].path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-socle-request': '1' },
          body: Uint8Array.from(octets),
        });
        const response = await demo.handler(request);
        expect([200, 400]).toContain(response.status);
      }),
      { numRuns: 30 },
    );
  });

  it('says which field is wrong, never what it held', async () => {
    const { demo } = stage();
    const traits = { birthName: 'SECRET', firstName: 'ZOE', sex: 'X', birthDate: '31/12/1975' };
    const { error } = await bodyOf(await demo.handler(post('/identity/save', { traits })));
    expect(error).toMatchObject({ code: 'gateway.badRequest' });
    expect(Object.keys(error?.fields ?? {}).sort()).toEqual(['traits.birthDate', 'traits.sex']);
    expect(JSON.stringify(error)).not.toMatch(/SECRET|1975|ZOE/);
  });
});
