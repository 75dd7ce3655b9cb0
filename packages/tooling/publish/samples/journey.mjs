import { createInsiClient, customInsiEnvironment, simulatorInsiEnvironment } from '@socle-sante/ins';
import { startSandbox } from '@socle-sante/sandbox';

const sandbox = await startSandbox();
const { insi, ca, identities } = sandbox.env();
const { certificate, key, chain } = identities['insi-auto'];

const client = createInsiClient({
  environment: customInsiEnvironment(simulatorInsiEnvironment(insi), {
    clientCertificateIssuers: insi.clientAuthorities,
  }),
  authentication: { mode: 'certificate', trigger: 'automatic', identity: { cert: certificate, key, ca: chain } },
  software: {
    idam: insi.idam[0],
    version: '1.0.0',
    instance: '3f0b6f0e-55c4-4f0b-8d6e-2b1f2c9a7d10',
    nom: 'urn:lps:my-product:1.0.0',
  },
  tls: { ca: [ca] },
});

const result = await client.searchByTraits({
  traits: { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' },
});
console.log(result.outcome, result.outcome === 'found' ? result.identity.ins.matricule : '');

await client.close();
await sandbox.stop();
