/** Use of a postal address (CI-SIS, volet Structuration minimale, element `addr`). */
export type AddressUse = 'H' | 'HP' | 'HV' | 'WP' | 'TMP';

/** Use of a telecom. */
export type TelecomUse = 'H' | 'HP' | 'HV' | 'WP' | 'DIR' | 'PUB' | 'EC' | 'MC' | 'PG';

/** Why a value is not there, where the header may say so. */
export type HeaderNullFlavor = 'UNK' | 'NASK' | 'ASKU' | 'NAV' | 'MSK';

/** An address: either `lines` or the parts, never both; or `nullFlavor` alone. The parts are written in this order. */
export interface PostalAddress {
  readonly use?: AddressUse;
  /** Up to seven lines (`streetAddressLine`), when the parts are not known apart. */
  readonly lines?: readonly string[];
  readonly houseNumber?: string;
  readonly houseNumberNumeric?: string;
  readonly streetNameType?: string;
  readonly streetName?: string;
  readonly additionalLocator?: string;
  readonly unitID?: string;
  readonly postBox?: string;
  readonly precinct?: string;
  readonly postalCode?: string;
  /** Code officiel géographique of a place of birth. */
  readonly county?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
  readonly nullFlavor?: HeaderNullFlavor;
}

/** A telephone number, a mail address…: a URL `tel:`, `mailto:`, `fax:`, `http:`, `ftp:` or `mllp:` (`https:` is refused by the official rules), or `nullFlavor` alone. */
export interface Telecom {
  readonly value?: string;
  readonly use?: TelecomUse;
  readonly nullFlavor?: HeaderNullFlavor;
}

/** Addresses and telecoms, as every participant may have. */
export interface Contact {
  readonly addresses?: readonly PostalAddress[];
  readonly telecoms?: readonly Telecom[];
}

/** An identifier of an instance: an OID or UUID alone, or with an extension. */
export interface InstanceId {
  readonly root: string;
  readonly extension?: string;
}

/** A period. Each end is an ISO 8601 instant with its offset (`2026-01-15T10:00:00+01:00`) or a day (`2026-01-15`). */
export interface Period {
  readonly start?: string;
  readonly stop?: string;
}
