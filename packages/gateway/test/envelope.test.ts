import { describe, expect, it } from 'vitest';
import { CONTRACT_HEADER, contract, operationIds } from '../src/contract.js';
import { openApiDocument } from '../src/handlers.js';
import { bodyOf, post, requestOf, stage } from './support.js';

/** Operations of the site only; and the polls of the queue, which show titles that the user sees already. */
const untraced = /^(?:session\.|environment\.|status\.|notices\.due$|submission\.(?:get|list)$|events$)/;

describe('envelopes', () => {
  it.each(operationIds.filter((id) => contract[id].response === 'json'))(
    '%s answers { data, meta } or { error }',
    async (id) => {
      const { demo, faults } = stage();
      const response = await demo.handler(requestOf(id));
      const body = await bodyOf(response);
      expect(response.headers.get(CONTRACT_HEADER)).toBe('1.0');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      if (response.ok) expect(Object.keys(body).sort()).toEqual(['data', 'meta']);
      else expect(Object.keys(body)).toEqual(['error']);
      if (response.ok) expect(body.meta).toMatchObject({ at: '2026-11-16T09:00:00.000Z', environment: 'simulator' });
      expect(faults).toEqual([]);
    },
  );

  it.each(operationIds.filter((id) => !untraced.test(id)))('%s leaves a trace', async (id) => {
    const { demo } = stage();
    const response = await demo.handler(requestOf(id));
    await response.text();
    const traces = demo.ports.audit.entries;
    expect(traces.length).toBeGreaterThan(0);
    for (const trace of traces)
      expect(trace).toMatchObject({ operation: id, by: { userRef: 'u-medecin' }, at: '2026-11-16T09:00:00.000Z' });
  });

  it('says when a national service answered', async () => {
    const { client } = stage();
    const metas: unknown[] = [];
    await client.identity.get({ patientRef: 'p-0007' }, { onMeta: (meta) => metas.push(meta.source) });
    await client.ins.search(
      { patientRef: 'p-0007' },
      { onMeta: (meta) => metas.push(meta.source, typeof meta.messageId) },
    );
    expect(metas).toEqual(['local', 'service', 'string']);
  });

  it('refuses unknown routes, other methods and another major version', async () => {
    const { demo } = stage();
    const status = async (request: Request) => (await demo.handler(request)).status;
    expect(await status(new Request('http://localhost/socle/v1/nothing'))).toBe(404);
    expect(await status(new Request('http://localhost/elsewhere'))).toBe(404);
    expect(await status(new Request('http://localhost/socle/v1/identity/get'))).toBe(405);
    expect(await status(requestOf('identity.get', { patientRef: 'p-0010' }, { [CONTRACT_HEADER]: '2.0' }))).toBe(400);
    expect(await status(requestOf('identity.get', { patientRef: 'p-0010' }, { [CONTRACT_HEADER]: '1.7' }))).toBe(200);
  });

  it('refuses other formats, too large bodies and matricules in place of a reference', async () => {
    const { demo } = stage();
    const code = async (request: Request) => (await bodyOf(await demo.handler(request))).error;
    expect(
      await code(post('/identity/get', 'patientRef=1', { 'content-type': 'application/x-www-form-urlencoded' })),
    ).toMatchObject({
      code: 'gateway.mediaType',
    });
    expect(await code(post('/identity/get', { patientRef: 'x'.repeat(40_000) }))).toMatchObject({
      code: 'gateway.tooLarge',
    });
    expect(await code(post('/identity/get', { patientRef: '275126322074974' }))).toMatchObject({
      code: 'gateway.badRequest',
      fields: { patientRef: 'custom' },
    });
    expect(await code(post('/identity/get', '{'))).toMatchObject({ code: 'gateway.badRequest' });
  });

  it('counts the octets of a body that says nothing of its length', async () => {
    const { demo } = stage();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(' '.repeat(8_192)));
      },
    });
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-socle-request': '1' },
      body,
      duplex: 'half',
    };
    const response = await demo.handler(new Request('http://localhost/socle/v1/identity/get', init));
    expect(response.status).toBe(413);
  });

  it('holds nothing that names a person in a path', () => {
    for (const { path } of Object.values(contract)) expect(path).toMatch(/^\/[a-z/-]+$/);
  });

  it('derives an OpenAPI document with every operation', async () => {
    const { demo } = stage();
    const response = await demo.handler(new Request('http://localhost/socle/openapi.json'));
    const document = JSON.parse(await response.text());
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    const names = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (path) => Object.values(path).map(({ operationId }) => operationId),
    );
    expect(names.sort()).toEqual([...operationIds].sort());
    expect(JSON.stringify(document.paths['/socle/v1/ins/accept'].post.requestBody)).not.toMatch(/matricule|ins\b/i);
    expect(JSON.stringify(document)).not.toContain('"additionalProperties":false');
  });
});
