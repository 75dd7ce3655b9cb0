// A process that deposits documents one after the other and says which were acknowledged, until somebody kills it.

import { dmpInProcessExchange } from '../../src/dmp/wire/in-process.ts';
import { createDmpService } from '../../src/dmp/wire/service.ts';
import { createTestPki } from '../../src/pki.ts';
import { deposit } from './message.ts';

const [state = '', from = '1'] = process.argv.slice(2);
const pki = await createTestPki();
const service = await createDmpService({ pki, clock: () => new Date(), state });
const exchange = dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
for (let n = Number(from); ; n++) {
  // Every third one is large enough to be a file.
  const body = n % 3 === 0 ? 'Texte inventé. '.repeat(8000) : 'Texte inventé.';
  const message = deposit({ pki, now: new Date(), n, body });
  const answer = await exchange({
    method: 'POST',
    url: `https://dmp.simulateur.invalid/si-dmp-server/v2/services/${message.service}`,
    headers: { 'content-type': message.contentType },
    body: message.body,
  });
  const text = Buffer.from(answer.body).toString();
  if (!text.includes('ResponseStatusType:Success')) throw new Error(text.slice(-600));
  process.stdout.write(`${n}\n`);
}
