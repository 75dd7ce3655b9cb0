// Who calls: from the options to what one call needs. Loading and checking are done once, at the first use.

import { type Clock, type Finding, hasErrors, isSocleError, type RandomBytes } from '@socle-sante/core';
import { type ClientIdentity, loadClientIdentity } from '@socle-sante/wire/tls';
import { createPsAssertionSource } from '../assertions/ps-source.js';
import { buildPscAssertion } from '../assertions/psc.js';
import { type InsiEnvironment, type InsiListener, isProductionInsiEnvironment } from '../environments.js';
import { InsiConfigError, type InsiErrorCode, InsiInputError, InsiUnsupportedError } from '../insi/errors.js';
import { checkInsiCertificate, type InsiTrigger, structureIdentifier } from '../preflight.js';
import type {
  CertificateAuthentication,
  CpsAuthentication,
  InsiAuthentication,
  InsiClientOptions,
  PscAuthentication,
} from './options.js';

/** What one call says of its sender. */
export interface Credentials {
  readonly emetteur: string;
  readonly assertions: readonly string[];
  readonly extraHttpHeaders?: Readonly<Record<string, string>>;
}

/** The authentication of a client. */
export interface Authenticator {
  readonly mode: InsiAuthentication['mode'];
  readonly listener: InsiListener;
  readonly url: string;
  readonly trigger: InsiTrigger;
  /** Key and certificate of mutual TLS. */
  identity(): Promise<ClientIdentity | undefined>;
  credentials(): Promise<Credentials>;
  /** Everything that can be known before a call. */
  preflight(): Promise<readonly Finding[]>;
}

/** What an authenticator needs besides its own options. */
export interface AuthenticatorContext {
  readonly environment: InsiEnvironment;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly options: Pick<InsiClientOptions, 'preflight' | 'experimental' | 'exchange'>;
}

/** @throws InsiUnsupportedError for PSC without its flag, InsiInputError for missing parts. */
export function createAuthenticator(authentication: InsiAuthentication, context: AuthenticatorContext): Authenticator {
  switch (authentication.mode) {
    case 'certificate':
      return byCertificate(authentication, context);
    case 'cps':
      return byCard(authentication, context);
    case 'psc':
      return byPsc(authentication, context);
  }
}

function byCertificate(authentication: CertificateAuthentication, context: AuthenticatorContext): Authenticator {
  const { environment, clock, options } = context;
  if (!authentication.identity && !(options.exchange && authentication.emetteur)) {
    throw new InsiInputError({
      code: 'insi.input.options',
      message: 'mode "certificate" needs an identity (PKCS#12 or PEM), or a custom exchange and an emetteur.',
      audience: 'vendor',
    });
  }
  const identity = once(async () => (authentication.identity ? load(authentication.identity) : undefined));
  const findings = async (): Promise<readonly Finding[]> => {
    const loaded = await identity();
    if (!loaded) return [];
    return [
      ...loaded.findings,
      ...checkInsiCertificate(loaded.certificate, {
        now: clock(),
        trigger: authentication.trigger,
        production: isProductionInsiEnvironment(environment),
        issuers: environment.clientCertificateIssuers,
      }),
    ];
  };
  return {
    mode: 'certificate',
    listener: 'tlsm',
    url: environment.endpoints.tlsm.url,
    trigger: authentication.trigger,
    identity,
    preflight: findings,
    async credentials() {
      const found = await findings();
      if (options.preflight !== 'report' && hasErrors(found)) throw certificateError(found);
      const loaded = await identity();
      const emetteur = authentication.emetteur ?? (loaded && structureIdentifier(loaded.certificate));
      if (!emetteur) throw certificateError(found);
      return { emetteur, assertions: [] };
    },
  };
}

function byCard(authentication: CpsAuthentication, context: AuthenticatorContext): Authenticator {
  const { environment, clock, random } = context;
  const { mode: _mode, trigger, ...input } = authentication;
  const source = createPsAssertionSource({
    ...input,
    clock,
    random,
    cardIssuers: environment.cardCertificateIssuers,
  });
  return {
    mode: 'cps',
    listener: 'cpx',
    url: environment.endpoints.cpx.url,
    trigger: trigger ?? 'user',
    identity: async () => undefined,
    preflight: async () => {
      try {
        return (await source.get()).findings;
      } catch (error) {
        if (isSocleError(error) && error.findings.length > 0) return error.findings;
        throw error;
      }
    },
    async credentials() {
      const { nameId, xml } = await source.get();
      return { emetteur: nameId, assertions: [xml] };
    },
  };
}

function byPsc(authentication: PscAuthentication, context: AuthenticatorContext): Authenticator {
  const { environment, clock, random, options } = context;
  if (!options.experimental?.psc) {
    throw new InsiUnsupportedError({
      code: 'insi.experimental.psc',
      message:
        'The transport of the Pro Santé Connect mode of INSi is not published. Set experimental.psc to try it with your own endpoint and headers; nothing is claimed to work.',
    });
  }
  return {
    mode: 'psc',
    listener: 'cpx',
    url: authentication.endpoint ?? environment.endpoints.cpx.url,
    trigger: 'user',
    identity: async () => undefined,
    preflight: async () => [],
    async credentials() {
      const extraHttpHeaders = await authentication.extraHttpHeaders?.();
      return {
        emetteur: authentication.psId,
        assertions: [buildPscAssertion({ ...authentication, clock, random })],
        ...(extraHttpHeaders ? { extraHttpHeaders } : {}),
      };
    },
  };
}

async function load(input: Parameters<typeof loadClientIdentity>[0]): Promise<ClientIdentity> {
  try {
    return await loadClientIdentity(input);
  } catch (error) {
    if (!isSocleError(error)) throw error;
    throw new InsiConfigError({
      code: error.code as InsiErrorCode,
      origin: 'argument',
      message: error.message,
      userMessage: error.userMessage,
      findings: error.findings,
      cause: error,
    });
  }
}

function certificateError(findings: readonly Finding[]): InsiConfigError {
  const rules = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return new InsiConfigError({
    code: 'insi.config.certificate',
    origin: 'argument',
    message: `The structure certificate cannot serve for INSi (${rules.join(', ') || 'no structure identifier'}): nothing was sent.`,
    findings,
    userMessage: {
      fr: {
        title: 'Le certificat de la structure ne convient pas à INSi',
        action: 'Contactez votre support : le détail indique ce qui doit être corrigé',
      },
      en: {
        title: 'The certificate of the structure does not suit INSi',
        action: 'Contact your support: the details say what must be corrected',
      },
    },
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
