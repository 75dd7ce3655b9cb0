// Where INSi answers. Data, all of it replaceable: nothing else in the package knows a host name.

import { InsiInputError } from './insi/errors.js';

/** The environments that the Assurance Maladie operates. */
export type InsiEnvironmentName = 'bas' | 'production';

/** `tlsm`: mutual TLS with a structure certificate. `cpx`: one-way TLS with a signed assertion. */
export type InsiListener = 'cpx' | 'tlsm';

/** One address and where it was published. */
export interface InsiEndpoint {
  readonly url: string;
  readonly source: string;
}

/** One place where INSi, or a simulator of it, answers. */
export interface InsiEnvironment {
  readonly name: string;
  /** `bas`: the vendors' test service (« bac à sable »). `simulator`: on your own machines. */
  readonly kind: 'production' | 'bas' | 'simulator';
  readonly endpoints: Readonly<Record<InsiListener, InsiEndpoint>>;
  /** Common names that may issue the structure certificate of the client; empty: any (a simulator). */
  readonly clientCertificateIssuers: readonly string[];
  /** Common names that may issue the signature certificate of a card; empty: any. */
  readonly cardCertificateIssuers: readonly string[];
  /** Authorities of the server certificate, root first. Their files are not shipped: give them in `tls.ca`. */
  readonly serverAuthorities: readonly string[];
  /** Where the authorities publish their files. */
  readonly authoritiesUrl: string;
}

/** What may be replaced in an environment: addresses as plain strings. */
export interface InsiEnvironmentOverrides extends Partial<Omit<InsiEnvironment, 'endpoints'>> {
  readonly endpoints?: Partial<Record<InsiListener, string>>;
}

const SERVER_AUTHORITIES = ['AC RACINE IGC-SANTE ELEMENTAIRE', 'AC IGC-SANTE ELEMENTAIRE ORGANISATIONS'];
const AUTHORITIES_URL = 'http://igc-sante.esante.gouv.fr/PC/';
const ORGANISATIONS = 'AC IGC-SANTE ELEMENTAIRE ORGANISATIONS';
const PERSONNES = 'AC IGC-SANTE FORT PERSONNES';

/** The published environments. In the BAS the server still presents a certificate of the production authorities. */
export const INSI_ENVIRONMENTS: Readonly<Record<InsiEnvironmentName, InsiEnvironment>> = Object.freeze({
  bas: {
    name: 'bas',
    kind: 'bas',
    endpoints: {
      cpx: { url: 'https://qualiflps.services-ps.ameli.fr:443/lps', source: 'GIE SESAM-Vitale example kit 2.06.01' },
      tlsm: {
        url: 'https://qualiflps-services-ps-tlsm.ameli.fr:443/lps',
        source: 'WSDL DESIR_ICIR_EXP_1.5.0, soap12:address',
      },
    },
    clientCertificateIssuers: [`TEST ${ORGANISATIONS}`, ORGANISATIONS],
    cardCertificateIssuers: [`TEST ${PERSONNES}`, PERSONNES],
    serverAuthorities: SERVER_AUTHORITIES,
    authoritiesUrl: AUTHORITIES_URL,
  },
  production: {
    name: 'production',
    kind: 'production',
    endpoints: {
      cpx: {
        url: 'https://services-ps.ameli.fr/lps',
        source: 'public client configurations; to be confirmed by the CNDA contract',
      },
      tlsm: {
        url: 'https://services-ps-tlsm.ameli.fr/lps',
        source: 'public client configurations; to be confirmed by the CNDA contract',
      },
    },
    clientCertificateIssuers: [ORGANISATIONS],
    cardCertificateIssuers: [PERSONNES],
    serverAuthorities: SERVER_AUTHORITIES,
    authoritiesUrl: AUTHORITIES_URL,
  },
});

/**
 * A published environment by name, or an environment object as it is.
 * @throws InsiInputError `insi.input.options` for a name that does not exist.
 */
export function resolveInsiEnvironment(environment: InsiEnvironment | InsiEnvironmentName): InsiEnvironment {
  if (typeof environment === 'object' && environment !== null) return environment;
  if (Object.hasOwn(INSI_ENVIRONMENTS, environment)) return INSI_ENVIRONMENTS[environment];
  throw new InsiInputError({
    code: 'insi.input.options',
    message: `The environment must be one of ${Object.keys(INSI_ENVIRONMENTS).join(', ')}, or an object.`,
    audience: 'vendor',
  });
}

/** A copy of an environment with some of its data replaced: an address behind a relay, another authority. */
export function customInsiEnvironment(
  base: InsiEnvironment | InsiEnvironmentName,
  overrides: InsiEnvironmentOverrides,
): InsiEnvironment {
  const { endpoints, ...data } = overrides;
  const from = resolveInsiEnvironment(base);
  const endpoint = (listener: InsiListener): InsiEndpoint => {
    const url = endpoints?.[listener];
    return url === undefined ? from.endpoints[listener] : { url, source: 'caller' };
  };
  return { ...from, ...data, endpoints: { cpx: endpoint('cpx'), tlsm: endpoint('tlsm') } };
}

/** An environment for a simulator: two addresses, and certificates of any authority. */
export function simulatorInsiEnvironment(urls: { readonly tlsmUrl: string; readonly cpxUrl: string }): InsiEnvironment {
  return customInsiEnvironment('bas', {
    name: 'simulator',
    kind: 'simulator',
    endpoints: { tlsm: urls.tlsmUrl, cpx: urls.cpxUrl },
    clientCertificateIssuers: [],
    cardCertificateIssuers: [],
    serverAuthorities: [],
  });
}

/**
 * True when an environment says that it is the production, or when one of its addresses is a production host: a
 * production address under another label stays production, and test OIDs stay forbidden there.
 */
export function isProductionInsiEnvironment(environment: InsiEnvironment): boolean {
  return (
    environment.kind === 'production' ||
    Object.values(environment.endpoints).some(({ url }) => isProductionInsiAddress(url))
  );
}

/** True for an address on a host of the production. */
export function isProductionInsiAddress(url: string): boolean {
  return Object.values(INSI_ENVIRONMENTS.production.endpoints).some((endpoint) => hostOf(endpoint.url) === hostOf(url));
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.toLowerCase().replace(/\.$/, '');
  } catch {
    return '';
  }
}
