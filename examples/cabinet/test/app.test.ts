import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '@socle-sante/gateway/handlers';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cabinetApp } from '../server/app.ts';
import { type CabinetServices, simulatedServices } from '../server/services.ts';

const ORIGIN = 'http://cabinet.test';
let national: CabinetServices;
let pages: string;

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'cabinet-'));
  await writeFile(join(pages, 'index.html'), '<meta property="csp-nonce" nonce="%NONCE%"><title>Cabinet</title>');
  national = await simulatedServices();
});
afterAll(() => national.close());

function post(app: Hono, operation: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(`${ORIGIN}/socle/v1${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-socle-request': '1', origin: ORIGIN, ...headers },
    body: JSON.stringify(body),
  });
}

async function refusal(response: Response) {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
}

describe('who may do what', () => {
  const secretary: Session = {
    userRef: 'u-2',
    displayName: 'Secrétariat TEST',
    userKind: 'secretaire',
    superuser: false,
  };
  const visitor: Session = { userRef: 'u-3', displayName: 'Visiteur TEST', userKind: 'visiteur', superuser: false };

  it('answers the doctor', async () => {
    const response = await post(cabinetApp(national, pages), '/identity/get', { patientRef: 'p-0001' });
    expect(response.status).toBe(200);
  });

  it('answers nobody who is not signed in', async () => {
    const app = cabinetApp(national, pages, { session: () => undefined });
    expect(await refusal(await post(app, '/identity/get', { patientRef: 'p-0001' }))).toBe('401 gateway.expired');
    expect(await refusal(await post(app, '/ins/search', { patientRef: 'p-0001' }))).toBe('401 gateway.expired');
  });

  it('refuses what is not written for a kind of user, and every gesture of an unknown kind', async () => {
    const before = national.sandbox.insi.log.length;
    const desk = cabinetApp(national, pages, { session: () => secretary });
    expect((await post(desk, '/identity/get', { patientRef: 'p-0001' })).status).toBe(200);
    expect(await refusal(await post(desk, '/audit/list', {}))).toBe('403 gateway.forbidden');
    const stranger = cabinetApp(national, pages, { session: () => visitor });
    expect(await refusal(await post(stranger, '/identity/get', { patientRef: 'p-0001' }))).toBe(
      '403 gateway.forbidden',
    );
    expect(await refusal(await post(stranger, '/ins/search', { patientRef: 'p-0001' }))).toBe('403 gateway.forbidden');
    expect(national.sandbox.insi.log.length).toBe(before);
  });

  it('refuses a page of another origin', async () => {
    const response = await post(
      cabinetApp(national, pages),
      '/identity/get',
      { patientRef: 'p-0001' },
      { origin: 'https://elsewhere.example' },
    );
    expect(await refusal(response)).toBe('403 gateway.csrf');
  });
});

describe('the pages', () => {
  it('are served with a strict policy and a nonce of their own', async () => {
    const app = cabinetApp(national, pages);
    const [one, two] = [await app.request(`${ORIGIN}/`), await app.request(`${ORIGIN}/dossier/p-0001`)];
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain("'unsafe-eval'");
    expect(await one.text()).toContain(`nonce="${nonce}"`);
    expect(nonce.length).toBeGreaterThan(20);
    expect(two.headers.get('content-security-policy')).not.toBe(policy);
    expect(one.headers.get('cache-control')).toBe('no-store');
  });

  it('does not answer a page for a missing file', async () => {
    expect((await cabinetApp(national, pages).request(`${ORIGIN}/assets/missing.js`)).status).toBe(404);
  });
});
