import type { Coded } from '@socle-sante/core/coded';
import type { CrBioContent } from '../models/schema/cr-bio.js';
import type { CseCs8Content } from '../models/schema/cse-cs8.js';
import type { CseCs9Content, CseCs24Content } from '../models/schema/cse-later.js';
import type { CseMdeContent } from '../models/schema/cse-mde.js';
import type { EDispMedContent } from '../models/schema/edisp-med.js';
import type { EpMedDmContent } from '../models/schema/ep-med-dm.js';
import type { ImgCrContent } from '../models/schema/img-cr.js';
import type { ImgDaContent } from '../models/schema/img-da.js';
import type { IpsFrContent } from '../models/schema/ips-fr.js';
import type { LdlEesContent } from '../models/schema/ldl-ees.js';
import type { LdlSesContent } from '../models/schema/ldl-ses.js';
import type { TlmDaContent } from '../models/schema/tlm-da.js';
import type { VacContent, VacNoteContent } from '../models/schema/vaccination.js';
import type { VsmContent } from '../models/schema/vsm.js';

/** The content of each model of structured documents (CDA N3) that the builder writes. */
export interface StructuredContents {
  /** Volet de synthèse médicale. */
  readonly vsm: VsmContent;
  /** Compte rendu d’examens de biologie médicale. */
  readonly 'cr-bio': CrBioContent;
  /** Lettre de liaison à l’entrée en établissement de santé. */
  readonly 'ldl-ees': LdlEesContent;
  /** Synthèse médicale (International Patient Summary), ou document de liaison d’urgence. */
  readonly 'ips-fr': IpsFrContent;
  /** Lettre de liaison à la sortie d’un établissement de santé. */
  readonly 'ldl-ses': LdlSesContent;
  /** Demande d’acte de télémédecine. */
  readonly 'tlm-da': TlmDaContent;
  /** Mesures de signes vitaux. */
  readonly 'cse-mde': CseMdeContent;
  /** Certificat de santé de l’enfant du huitième jour. */
  readonly 'cse-cs8': CseCs8Content;
  /** Certificat de santé de l’enfant du neuvième mois. */
  readonly 'cse-cs9': CseCs9Content;
  /** Certificat de santé de l’enfant du vingt-quatrième mois. */
  readonly 'cse-cs24': CseCs24Content;
  /** Historique des vaccinations. */
  readonly vac: VacContent;
  /** Note de vaccination. */
  readonly 'vac-note': VacNoteContent;
  /** Compte rendu d’examen d’imagerie médicale. */
  readonly 'img-cr': ImgCrContent;
  /** Demande d’actes d’imagerie. */
  readonly 'img-da': ImgDaContent;
  /** Prescription de médicaments et de dispositifs médicaux. */
  readonly 'ep-med-dm': EpMedDmContent;
  /** Dispensation de médicaments. */
  readonly 'edisp-med': EDispMedContent;
}

export type StructuredModel = keyof StructuredContents;

/** A document that comes along with a structured one, as PDF/A-1. */
export interface Attachment {
  /** As the reader sees it: `CR d’échographie du 01/12/2025`. */
  readonly title: string;
  /** What it is, when a code says it (type of document, JDV_J07). */
  readonly type?: Coded;
  /** Its date: a year, a month, a day or an instant. */
  readonly at?: string;
  readonly content: Uint8Array;
}

/** A structured content: the narrative and the entries are made from it together. */
export type StructuredBody = {
  readonly [Model in StructuredModel]: {
    readonly kind: 'structured';
    readonly model: Model;
    readonly content: StructuredContents[Model];
    /** The PDF copy of the document (FR-Document-PDF-copie), mandatory for the biology report. */
    readonly pdfCopy?: Uint8Array;
    /** Documents that come along, where the model has a place for them (FR-Documents-ajoutes). */
    readonly attachments?: readonly Attachment[];
  };
}[StructuredModel];
