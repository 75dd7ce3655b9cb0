import type { IdentitySaveInput } from '@socle-sante/gateway/contract';
import type { IdentityFormProps } from '@socle-sante/react/ins';

/** What the desk knows already of a patient, typed in a search or read on a code. Kept in memory until it is used. */
export interface Draft {
  readonly identity: NonNullable<IdentityFormProps['initial']>;
  readonly collectedBy: NonNullable<IdentitySaveInput['collectedBy']>;
}
