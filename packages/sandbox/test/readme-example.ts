import { request } from 'node:https';
import { startSandbox } from '@socle-sante/sandbox';

const sandbox = await startSandbox({ insi: { mode: 'bas' } });
const { insi, ca, identities } = sandbox.env();
const manu = identities['insi-manu'];
const now = new Date().toISOString();
const context = (prefix: string, nature: string, version: string, rest: string) =>
  `<${prefix}:Contexte${nature} xmlns:${prefix}="urn:siram:${nature.toLowerCase()}:ctx${nature.toLowerCase()}" Nature="CTX${nature}" Version="${version}">` +
  `<${prefix}:Id>${crypto.randomUUID()}</${prefix}:Id><${prefix}:Temps>${now}</${prefix}:Temps><${prefix}:Emetteur>${manu.emetteur}</${prefix}:Emetteur>${rest}</${prefix}:Contexte${nature}>`;

const envelope =
  '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Header>' +
  `<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">uuid:${crypto.randomUUID()}</wsa:MessageID>` +
  context('b', 'BAM', '01_02', '<b:COUVERTURE/>') +
  context(
    'l',
    'LPS',
    '01_00',
    `<l:LPS><l:IDAM R="4">${insi.idam[0]}</l:IDAM><l:Version>1.0</l:Version><l:Instance>${crypto.randomUUID()}</l:Instance><l:Nom>urn:lps:demo:1.0</l:Nom></l:LPS>`,
  ) +
  '</soap:Header><soap:Body><r:RECSANSVITALE xmlns:r="http://www.cnamts.fr/INSiRecSans"><r:NomNaissance>ADRUN</r:NomNaissance>' +
  '<r:Prenom>ZOE</r:Prenom><r:Sexe>F</r:Sexe><r:DateNaissance>1975-12-31</r:DateNaissance></r:RECSANSVITALE></soap:Body></soap:Envelope>';

const call = request(insi.tlsmUrl, {
  method: 'POST',
  ca,
  cert: manu.certificate + manu.chain,
  key: manu.key,
  headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
});
call.end(envelope);
const answer = await new Promise<string>((resolve, reject) => {
  call.on('error', reject);
  call.on('response', async (response) => resolve((await response.toArray()).join('')));
});

export const found = answer.includes('<CodeCR>00</CodeCR>'); // true: exactly one identity
export const last = sandbox.insi.log.at(-1); // { codeCr: '00', status: 200, … } and nothing personal
await sandbox.stop();
