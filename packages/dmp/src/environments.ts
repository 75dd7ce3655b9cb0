// Where the DMP answers. Data, all of it replaceable: nothing else in the package knows a host name.

import { INS_OIDS, type InsOid } from '@socle-sante/core/ins-identifier';
import { DmpInputError } from './errors.js';

/** The services behind one base address (WSDL annex v2.01.04). */
export type DmpService = 'patients' | 'patientsSpecific' | 'patientsPDQ' | 'habilitations' | 'registry' | 'repository';

/** One place where the DMP, or a simulator of it, answers. */
export interface DmpEnvironment {
  readonly name: string;
  /** `test`: a platform of the operator for vendors. `simulator`: on your own machines. */
  readonly kind: 'production' | 'test' | 'simulator';
  /** Up to `/services`, without a final slash: `https://{host}/si-dmp-server/v2/services`. */
  readonly baseUrl: string;
  /** Host of the web access (TD0.9); absent, no address can be made. */
  readonly webHost?: string;
  /** `receiver` of the HL7 v3 messages. Default 1.2.250.1.213.4.1.1.1. */
  readonly receiverOid: string;
  /** Repository that answers when an entry does not name its own. Default 1.2.250.1.213.4.1.1.1.2. */
  readonly repositoryUniqueId: string;
  /** `processingCode` of the HL7 v3 messages. Samples send `D`; the value of the production is not published. */
  readonly processingCode: 'P' | 'D' | 'T';
  /** Authorities of the INS that may be sent there. */
  readonly insOids: readonly InsOid[];
}

/** OID of the DMP as receiver of HL7 v3 messages, and of its repository (sample messages v02.05.00). */
const RECEIVER_OID = '1.2.250.1.213.4.1.1.1';
export const DMP_REPOSITORY_UNIQUE_ID = '1.2.250.1.213.4.1.1.1.2';

/** What may be given for an environment; the rest has a default. */
export interface DmpEnvironmentInput extends Partial<Omit<DmpEnvironment, 'baseUrl' | 'kind'>> {
  /** `https://{host}` or the whole base up to `/services`. */
  readonly baseUrl: string;
  readonly kind: DmpEnvironment['kind'];
}

/**
 * An environment from its address. Production takes only the OIDs of real identities (`.8`, `.9`), a test platform `.10`,
 * a simulator all of them.
 *
 * No address is built in: the host of the production is not published, and those of the test platforms change; the contract
 * with the operator gives them.
 * @throws DmpInputError `dmp.input.options` for an address that is not http or https.
 */
export function dmpEnvironment(input: DmpEnvironmentInput): DmpEnvironment {
  const url = URL.canParse(input.baseUrl) ? new URL(input.baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '') {
    throw new DmpInputError({
      code: 'dmp.input.options',
      message: 'The address of the DMP must be an http or https URL, without user or query.',
      audience: 'vendor',
    });
  }
  const path = url.pathname.replace(/\/+$/, '');
  const oids: Readonly<Record<DmpEnvironment['kind'], readonly InsOid[]>> = {
    production: [INS_OIDS.nir, INS_OIDS.nia],
    test: [INS_OIDS.nirTest],
    simulator: Object.values(INS_OIDS),
  };
  return {
    name: input.name ?? input.kind,
    kind: input.kind,
    baseUrl: `${url.origin}${path === '' ? '/si-dmp-server/v2/services' : path}`,
    ...(input.webHost === undefined ? {} : { webHost: input.webHost }),
    receiverOid: input.receiverOid ?? RECEIVER_OID,
    repositoryUniqueId: input.repositoryUniqueId ?? DMP_REPOSITORY_UNIQUE_ID,
    processingCode: input.processingCode ?? (input.kind === 'production' ? 'P' : 'D'),
    insOids: input.insOids ?? oids[input.kind],
  };
}

/** Address of one service. */
export function dmpServiceUrl(environment: DmpEnvironment, service: DmpService): string {
  return `${environment.baseUrl}/${service}`;
}
