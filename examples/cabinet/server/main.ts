// Starts everything on this machine: simulators, journey in the terminal, then the product and its address.
// PORT (default 4321), SOCLE_JOURNEY=only | none.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { build } from 'vite';
import { cabinetApp } from './app.ts';
import { dmpJourney } from './dmp-journey.ts';
import { insJourney } from './journey.ts';
import { simulatedServices } from './services.ts';

const root = resolve(import.meta.dirname, '..');
const pages = resolve(root, 'dist');
const wanted = Number(process.env['PORT'] ?? 4321);
const journey = process.env['SOCLE_JOURNEY'];

const national = await simulatedServices();
console.log(`Simulateur INSi strict   ${national.sandbox.insi.tlsmUrl} (TLS mutuel)`);
console.log(`                         ${national.sandbox.insi.cpxUrl} (assertion PS)`);
console.log(`Simulateur DMP strict    ${national.sandbox.dmp.url} (TLS mutuel, carte)\n`);

if (journey !== 'none') {
  console.log('Parcours INS, contre le simulateur :');
  const tell = (line: string) => console.log(`  ✓ ${line}`);
  const patient = await insJourney(national.sandbox, tell);
  console.log('\nParcours DMP de la même identité : une lettre de liaison (PDF/A-1, séjour inventé) :');
  await dmpJourney(national.sandbox, patient, tell);
  console.log();
}

if (journey === 'only') {
  await national.close();
} else {
  if (process.env['SOCLE_PAGES'] !== 'built' || !existsSync(pages)) await build({ root, logLevel: 'error' });
  const server = serve(
    { fetch: cabinetApp(national, pages).fetch, hostname: '127.0.0.1', port: wanted },
    ({ port }) => {
      console.log(`Cabinet prêt : http://localhost:${port}`);
      console.log('Essayez : ADRUN, ZOE, féminin, 31/12/1975. Ctrl-C pour arrêter.');
      if (journey !== 'none') console.log('Une fois qualifiée, ouvrez son DMP : la lettre y est, masquée.');
    },
  );
  server.once('error', async (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Le port ${wanted} est pris : PORT=4322 npm start`
        : `Le serveur n’a pas démarré : ${error.message}`,
    );
    await national.close();
    process.exit(1);
  });
  const stop = () => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    national.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
