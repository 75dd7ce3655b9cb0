import { isSocleError } from '@socle-sante/core/error';
import { maskMatricule } from '@socle-sante/core/matricule';
import { createIdentity, type IdentityState, statusOf, transition } from '@socle-sante/core/rniv';
import type { TraitsLocaux } from '@socle-sante/core/traits';
import { createInsiClient, type InsiSnapshot, simulatorInsiEnvironment, snapshotTraits } from '@socle-sante/ins';
import { decodeDatamatrix, encodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { encodePid } from '@socle-sante/ins/hl7v2';
import type { Sandbox } from '@socle-sante/sandbox';

/** One line told to the person who started the journey. */
export type Tell = (line: string) => void;

const ZOE: TraitsLocaux = {
  nomNaissance: 'ADRUN',
  listePrenoms: 'ZOE',
  premierPrenom: 'ZOE',
  sexe: 'F',
  dateNaissance: '1975-12-31',
};

/**
 * The INS journey of the product, from provisional to qualified, against the simulator over mutual TLS: what the pages
 * do, without pages. Official public test identities. Throws when a step does not give what it must.
 *
 * @returns The identity, qualified.
 */
export async function insJourney(sandbox: Sandbox, tell: Tell): Promise<IdentityState> {
  const structure = sandbox.pki.identity('insi-manu');
  const client = createInsiClient({
    environment: {
      ...simulatorInsiEnvironment(sandbox.insi),
      clientCertificateIssuers: [...sandbox.env().insi.clientAuthorities],
    },
    authentication: {
      mode: 'certificate',
      identity: { cert: structure.certPem, key: structure.keyPem, ca: structure.chainPem },
      trigger: 'user',
    },
    software: {
      idam: sandbox.env().insi.idam[0] ?? '',
      version: '1.0.0',
      instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
      nom: 'urn:lps:cabinet:1.0.0',
    },
    tls: { ca: sandbox.pki.caPem },
  });
  try {
    let zoe = createIdentity(ZOE);
    tell(`identité créée                    ${statusOf(zoe)}`);

    const { lieuNaissance: _, ...asked } = ZOE;
    const search = await client.searchByTraits({ traits: { ...asked, prenoms: ZOE.listePrenoms }, state: zoe });
    if (search.outcome !== 'found') throw new Error(`search: ${search.outcome}`);
    tell(
      `INSi : une identité, ${maskMatricule(search.identity.ins.matricule)}, ${search.attempts.length} appel, TLS mutuel`,
    );

    zoe = accept(zoe, search.identity);
    tell(`traits comparés et acceptés        ${statusOf(zoe)}`);
    if (encodeDatamatrix(zoe).ok) throw new Error('a récupérée identity must not give a datamatrix');

    zoe = step(zoe, {
      type: 'documentChecked',
      at: new Date().toISOString(),
      document: { type: 'CN' },
      coherent: true,
    });
    tell(`carte d’identité contrôlée         ${statusOf(zoe)}`);

    const symbol = encodeDatamatrix(zoe);
    if (!symbol.ok || !decodeDatamatrix(symbol.value).ok) throw new Error('datamatrix');
    tell(`datamatrix INS écrit et relu       ${symbol.value.length} caractères`);
    const pid = encodePid(zoe, { setId: 1 });
    if (!pid.ok || !pid.carriesIns) throw new Error('PID');
    tell('segment HL7 v2 PID écrit           INS en PID-3, PID-32 VALI');

    await refusedKey(client, tell);
    return zoe;
  } finally {
    await client.close();
  }
}

/** HERMANN: the service answers 00 with a wrong key, the identity must be refused (CNDA test 2.08). */
async function refusedKey(client: ReturnType<typeof createInsiClient>, tell: Tell): Promise<void> {
  try {
    await client.searchByTraits({
      traits: { nomNaissance: 'HERMANN', prenoms: 'GATIEN', sexe: 'M', dateNaissance: '1981-03-24' },
    });
  } catch (error) {
    if (!isSocleError(error)) throw error;
    tell(`clé de matricule fausse : refusée  ${error.code}`);
    return;
  }
  throw new Error('a wrong key was accepted');
}

function accept(state: IdentityState, snapshot: InsiSnapshot): IdentityState {
  return step(state, {
    type: 'insiFound',
    at: snapshot.at,
    ins: snapshot.ins,
    traits: snapshotTraits(snapshot),
    accepted: true,
    messageId: snapshot.messageId,
  });
}

function step(state: IdentityState, event: Parameters<typeof transition>[1]): IdentityState {
  const next = transition(state, event);
  if (next.ok) return next.state;
  throw new Error(next.findings.map(({ rule }) => rule).join(', '));
}
