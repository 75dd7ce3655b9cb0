import { DEFAULT_IDAM, type Sandbox } from '@socle-sante/sandbox';
import { VIRTUAL_VITALE_CARDS } from '@socle-sante/sandbox/insi';
import type { TestRole } from '@socle-sante/sandbox/pki';
import { createKeySigner } from '../../src/assertions/signer.js';
import type { CpsAuthentication, InsiClientOptions } from '../../src/client/options.js';
import { createInsiClient, type InsiClient } from '../../src/client.js';
import { simulatorInsiEnvironment } from '../../src/environments.js';
import type { LpsSoftware } from '../../src/insi/software.js';
import type { VitaleCard } from '../../src/vitale/card.js';

export const SOFTWARE: LpsSoftware = {
  idam: DEFAULT_IDAM,
  version: '2.1.0',
  instance: '3f1d6b2a-7c8d-4e9f-a0b1-c2d3e4f5a6b7',
  nom: 'urn:lps:socle-e2e:2.1.0',
};

/** What every client of a test shares: the simulator's addresses and authorities. */
export function optionsFor(sandbox: Sandbox): Pick<InsiClientOptions, 'environment' | 'software' | 'tls'> {
  return {
    environment: simulatorInsiEnvironment({ tlsmUrl: sandbox.insi.tlsmUrl, cpxUrl: sandbox.insi.cpxUrl }),
    software: SOFTWARE,
    tls: { ca: sandbox.pki.caPem },
  };
}

/** Mutual TLS with a structure certificate. */
export function structureClient(sandbox: Sandbox, more: Partial<InsiClientOptions> = {}): InsiClient {
  return createInsiClient({
    ...optionsFor(sandbox),
    authentication: { mode: 'certificate', trigger: 'user', identity: pemOf(sandbox, 'insi-manu') },
    ...more,
  });
}

/** One-way TLS with a card. */
export function cardClient(sandbox: Sandbox, more: Partial<InsiClientOptions> = {}): InsiClient {
  return createInsiClient({ ...optionsFor(sandbox), authentication: cps(sandbox), ...more });
}

export function cps(sandbox: Sandbox, role: TestRole = 'cps-sign'): CpsAuthentication {
  const { certPem, keyPem } = sandbox.pki.identity(role);
  return {
    mode: 'cps',
    signer: createKeySigner({ certificate: certPem, privateKeyPem: keyPem }),
    identifiantFacturation: '991000000',
  };
}

export function pemOf(sandbox: Sandbox, role: TestRole) {
  const { certPem, keyPem, chainPem } = sandbox.pki.identity(role);
  return { cert: certPem, key: keyPem, ca: chainPem };
}

/** A card of the simulator as a reader gives it: each person on a position of their own. */
export function vitaleCard(name: string): VitaleCard {
  const card = VIRTUAL_VITALE_CARDS.find(({ card: known }) => known === name);
  if (!card) throw new Error(`There is no virtual card ${name}.`);
  const { serial, grandRegime, organisme, codeCentre, assure } = card;
  return {
    serial,
    type: 'V2',
    nature: 'T',
    grandRegime,
    organisme,
    codeCentre,
    assure: { num: assure.nir, cle: assure.cle },
    beneficiaries: card.beneficiaries.map(({ nom, prenom, dateNaissance, rangNaissance }, position) => ({
      index: position + 1,
      nom,
      prenom,
      dateNaissance,
      rangNaissance,
    })),
  };
}

/** The position of somebody on a card. */
export function positionOf(card: VitaleCard, prenom: string): number {
  const found = card.beneficiaries.find((person) => person.prenom === prenom);
  if (!found) throw new Error(`Nobody has that prénom on the card.`);
  return found.index;
}
