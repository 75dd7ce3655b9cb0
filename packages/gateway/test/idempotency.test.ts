import { describe, expect, it } from 'vitest';
import { bodyOf, requestOf, stage } from './support.js';

const traits = { birthName: 'EXEMPLE', firstName: 'ANNA', sex: 'F', birthDate: '1990-05-06' };
const save = (key: string, body: object = { traits }) => requestOf('identity.save', body, { 'idempotency-key': key });

describe('idempotency keys', () => {
  it('gives the first answer again, once stored, once traced', async () => {
    const { demo } = stage();
    const first = await demo.handler(save('key-00001'));
    const again = await demo.handler(save('key-00001'));
    expect(first.status).toBe(200);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('x-socle-contract')).toBe('1.0');
    expect(demo.ports.audit.entries.filter(({ kind }) => kind === 'identity.created')).toHaveLength(1);
  });

  it('refuses the same key with another body', async () => {
    const { demo } = stage();
    await demo.handler(save('key-00002'));
    const other = await demo.handler(save('key-00002', { traits: { ...traits, firstName: 'BERTHE' } }));
    expect(other.status).toBe(409);
    expect((await bodyOf(other)).error?.code).toBe('gateway.idempotency');
  });

  it('makes one of two that run at the same time wait', async () => {
    const { demo } = stage();
    const answers = await Promise.all([demo.handler(save('key-00003')), demo.handler(save('key-00003'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(demo.ports.audit.entries.filter(({ kind }) => kind === 'identity.created')).toHaveLength(1);
  });

  it('keeps no refusal, and nothing for another user', async () => {
    const { demo } = stage();
    const wrong = { traits: { ...traits, birthName: 'EXEMPLE3' } };
    expect((await demo.handler(save('key-00004', wrong))).status).toBe(400);
    expect((await demo.handler(save('key-00004'))).status).toBe(200);
    demo.set({ role: 'secretaire' });
    const other = await demo.handler(save('key-00004', { traits: { ...traits, firstName: 'CLARA' } }));
    expect(other.status).toBe(200);
    expect(other.headers.get('idempotency-replayed')).toBeNull();
  });

  it('forgets after a day', async () => {
    const { demo, clock } = stage();
    await demo.handler(save('key-00005'));
    clock.advance(25 * 3_600_000);
    expect((await demo.handler(save('key-00005'))).headers.get('idempotency-replayed')).toBeNull();
  });

  it('refuses a key that is none', async () => {
    const { demo } = stage();
    expect((await demo.handler(save('short'))).status).toBe(400);
  });
});
