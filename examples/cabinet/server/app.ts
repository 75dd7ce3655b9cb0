import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { demoDocuments, demoImported, demoPatients, demoRecords } from '@socle-sante/gateway/demo';
import { authorizeByKind, createGateway, createMemoryPorts, type Session } from '@socle-sante/gateway/handlers';
import { Hono } from 'hono';
import type { CabinetServices } from './services.ts';

const DOCTOR: Session = {
  userRef: 'u-medecin',
  displayName: 'Dr CAMILLE TEST0000001',
  userKind: 'medecin',
  superuser: true,
  idTail: '013',
};

/** What each kind of user may do. What is not written here is refused. */
const authorize = authorizeByKind({
  medecin: ['*'],
  secretaire: ['session.*', 'environment.*', 'status.*', 'notices.*', 'identity.*', 'ins.*'],
});

/** What may be changed of the product, for its tests. */
export interface CabinetOptions {
  /** Who sends a request. */
  readonly session?: (request: Request) => Session | undefined;
  /** When the doctor read the notice of traceability: ISO instant. Absent: never, so that the first page shows it. */
  readonly noticeReadAt?: string | undefined;
}

/**
 * The gateway and the pages of the product, in one Hono application. `session` says who sends a request: a product reads
 * its own cookie there, after Pro Santé Connect; here the doctor is always signed in.
 */
export function cabinetApp(national: CabinetServices, pages: string, options: CabinetOptions = {}): Hono {
  const { session = () => DOCTOR, noticeReadAt } = options;
  const gateway = createGateway({
    ports: createMemoryPorts({
      session,
      records: demoRecords(),
      imported: demoImported(),
      documents: demoDocuments(),
      site: { name: 'Cabinet M TEST' },
      // ALI is seen for the first time: the choice of the person is still to collect.
      careTeam: (patientRef) => patientRef !== demoPatients.ali,
      ...(noticeReadAt === undefined
        ? {}
        : { acknowledged: new Map([[`${DOCTOR.userRef} dmp.traceability`, noticeReadAt]]) }),
    }),
    services: national.services,
    authorize,
    environment: national.environment,
    certificates: national.certificates,
    onFault: ({ operation, reference, name }) => console.error(`${operation} ${reference} ${name}`),
  });

  const app = new Hono();
  app.all('/socle/*', (context) => gateway(context.req.raw));
  // Their names change with their content: they are loaded once.
  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('/assets/*', serveStatic({ root: pages }));
  app.all('/assets/*', (context) => context.notFound());
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
    // The PDF of a document is shown from its own octets.
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
