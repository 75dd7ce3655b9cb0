import type { Finding } from '@socle-sante/core/finding';
import type { ParsedCda } from '../reader/parsed.js';
import type { DocumentEntry, RegistryObjects } from '../xds/types.js';

/** Who sends an archive and with what, for README.TXT and INDEX.HTM. */
export interface XdmIssuer {
  /** Person or service. */
  readonly name: string;
  readonly organization: string;
  /** Struct_IdNat. */
  readonly organizationId?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly software: { readonly name: string; readonly version: string; readonly vendor: string };
}

/** A document of an archive: its metadata and its bytes. */
export interface XdmDocument {
  /** `URI` of the metadata, relative to METADATA.XML. */
  readonly uri: string;
  /** Name in the archive. */
  readonly path: string;
  readonly entry: DocumentEntry;
  readonly bytes: Uint8Array;
  /** The document read, when it is a CDA. */
  readonly cda?: ParsedCda;
  /** `C` replaces, `D` deletes (slot `urn:action:extraMetadataSlot`); absent on a first sending. */
  readonly action?: string;
}

/** One folder of an archive: one submission set and its documents. */
export interface XdmSubset {
  /** Folder of METADATA.XML, for example `IHE_XDM/SUBSET01`. */
  readonly path: string;
  readonly objects: RegistryObjects;
  readonly documents: readonly XdmDocument[];
}

/** An archive, read. `subsets` is empty when it is refused: then the findings say why. */
export interface XdmArchive {
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly subsets: readonly XdmSubset[];
  readonly findings: readonly Finding[];
}
