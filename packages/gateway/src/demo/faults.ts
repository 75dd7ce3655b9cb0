import {
  SocleAnswerError,
  SocleArgumentError,
  type SocleError,
  type SocleErrorInit,
  SocleRefusedError,
  SocleUnreachableError,
} from '@socle-sante/core/error';
import { finding } from '@socle-sante/core/finding';

type Make = (init: SocleErrorInit) => SocleError;

interface Row {
  readonly make: Make;
  readonly code: string;
  readonly officialCode?: string;
  readonly retryable?: boolean;
  readonly audience: NonNullable<SocleErrorInit['audience']>;
  /** Sentence of the service, marked so that nobody takes it for the official one. */
  readonly reason?: string;
}

const refused: Make = (init) => new SocleRefusedError(init);
const unreachable: Make = (init) => new SocleUnreachableError(init);
const answer: Make = (init) => new SocleAnswerError(init);
const argument: Make = (init) => new SocleArgumentError(init);

/** The failures of the real client, by official code in lower case or by a name of ours. */
const rows: Readonly<Record<string, Row>> = {
  desir_550: {
    make: refused,
    code: 'insi.config.refused',
    officialCode: 'desir_550',
    audience: 'vendor',
    reason: '[SIM] logiciel non autorisé',
  },
  desir_560: {
    make: refused,
    code: 'insi.config.refused',
    officialCode: 'DESIR_560',
    audience: 'admin',
    reason: '[SIM] niveau d’accès insuffisant',
  },
  desir_1020: {
    make: unreachable,
    code: 'insi.unavailable',
    officialCode: 'desir_1020',
    retryable: true,
    audience: 'user',
    reason: '[SIM] service indisponible',
  },
  insi_102: {
    make: refused,
    code: 'insi.technical',
    officialCode: 'insi_102',
    retryable: true,
    audience: 'user',
    reason: '[SIM] erreur technique',
  },
  insi_101: {
    make: refused,
    code: 'insi.technical',
    officialCode: 'insi_101',
    retryable: true,
    audience: 'user',
    reason: '[SIM] erreur technique',
  },
  key: { make: answer, code: 'insi.protocol.matriculeKey', officialCode: '00', audience: 'user' },
  timeout: { make: unreachable, code: 'timeout', retryable: true, audience: 'user' },
  tls: { make: unreachable, code: 'tls.unknownAuthority', audience: 'admin' },
  absent: { make: argument, code: 'insi.vitale.absent', audience: 'user' },
  swapped: { make: argument, code: 'insi.vitale.swapped', audience: 'user' },
  expired: { make: argument, code: 'insi.vitale.expired', audience: 'user' },
  unreadable: { make: argument, code: 'insi.vitale.unreadable', audience: 'user' },
};

/** The error that the real client would reject with. An unknown code becomes a technical refusal that keeps it. */
export function demoFault(code: string, messageId: string): SocleError {
  const row: Row = rows[code.toLowerCase()] ?? {
    make: refused,
    code: 'insi.technical',
    officialCode: code,
    audience: 'user',
  };
  const error = row.make({
    code: row.code,
    service: 'insi',
    message: `simulated ${row.code}`,
    messageId,
    audience: row.audience,
    retryable: row.retryable ?? false,
    ...(row.officialCode === undefined ? {} : { officialCode: row.officialCode }),
    findings: code === 'key' ? [finding('ins.matricule.key', 'error', ['ins', 'matricule'])] : [],
  });
  return row.reason === undefined ? error : Object.assign(error, { fault: { reason: row.reason } });
}
