import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { demoRecords } from '@socle-sante/gateway/demo';
import { authorizeByKind, createGateway, createMemoryPorts } from '@socle-sante/gateway/handlers';
import { Hono } from 'hono';
import type { CabinetServices } from './services.ts';

/** Who is signed in. A product resolves its own session here: Pro Santé Connect, then a cookie of its own. */
const DOCTOR = {
  userRef: 'u-medecin',
  displayName: 'Dr CAMILLE TEST0000001',
  userKind: 'medecin',
  superuser: true,
  idTail: '013',
} as const;

/** What each kind of user may do. What is not written here is refused. */
const authorize = authorizeByKind({ medecin: ['*'] });

/** The gateway and the pages of the product, in one Hono application. */
export function cabinetApp(national: CabinetServices, pages: string): Hono {
  const gateway = createGateway({
    ports: createMemoryPorts({ session: DOCTOR, records: demoRecords(), site: { name: 'Cabinet M TEST' } }),
    services: national.services,
    authorize,
    environment: national.environment,
    certificates: national.certificates,
    onFault: ({ operation, reference, name }) => console.error(`${operation} ${reference} ${name}`),
  });

  const app = new Hono();
  app.all('/socle/*', (context) => gateway(context.req.raw));
  app.use('/assets/*', serveStatic({ root: pages }));
  app.get('*', async (context) => {
    const nonce = randomBytes(16).toString('base64');
    const page = await readFile(join(pages, 'index.html'), 'utf8');
    context.header('Content-Security-Policy', contentSecurityPolicy(nonce));
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Permissions-Policy', 'camera=(self)');
    context.header('Cache-Control', 'no-store');
    return context.html(page.replaceAll('%NONCE%', nonce));
  });
  return app;
}

/** No foreign origin, no inline script. `wasm-unsafe-eval`: the reader of datamatrix is WebAssembly. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
