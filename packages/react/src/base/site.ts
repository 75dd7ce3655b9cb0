import type { DocumentType } from '@socle-sante/gateway/contract';

/** Settings of the place where the product is installed, when the page knows better than the server. */
export interface SiteSettings {
  /** Identity fields shown beyond the mandatory ones: `birthPlace`, `firstNames`, `usedName`, `usedFirstName`, `matricule`… */
  readonly identityFields?: readonly string[];
  /** Documents that the site accepts; those of the session's capabilities otherwise. */
  readonly documentTypes?: readonly DocumentType[];
  /** What is printed at the foot of each sheet: name of the organisation, sentence on personal data (DOC/va1.03). */
  readonly print?: { readonly organisation?: string; readonly foot?: string };
  /** Named commands bound to keys by the vendor. None by default. */
  readonly shortcuts?: Readonly<Record<string, string>>;
}
