import type { Coded } from '@socle-sante/core/coded';
import type { Contact, InstanceId, Period, PostalAddress } from './contact.js';
import type { Author, Organization, PersonName, Professional } from './people.js';

/** An author of one document. `time` is an ISO instant with its offset; the creation of the document by default. */
export type DocumentAuthor = Author & { readonly time?: string };

/** Person who takes the responsibility of the document; the patient for a document of the patient. */
export interface LegalAuthenticator {
  /** ISO instant with its offset; the creation of the document by default. */
  readonly time?: string;
  readonly signatory: Professional | PatientSignatory;
}

/** The patient as signatory: INS and names come from `Submission.patient`. */
export interface PatientSignatory {
  readonly kind: 'patient';
}

/** A further person who vouches for the content. */
export interface Authenticator {
  readonly time: string;
  readonly professional: Professional;
  /** Template that a model asks for (biology: 1.3.6.1.4.1.19376.1.3.3.1.5). */
  readonly templateId?: string;
}

/** The person who typed the document. */
export interface DataEnterer {
  readonly time?: string;
  readonly professional: Professional;
}

/** `ECON` to be told in an emergency, `NOK` personne de confiance, `CON` who informed, `CAREGIVER` aidant, `PAT` who is helped. */
export type RelatedKind = 'ECON' | 'NOK' | 'CON' | 'CAREGIVER' | 'PAT';

/** Who gave information: a professional, or somebody related to the patient. */
export type Informant =
  | { readonly kind: 'professional'; readonly professional: Professional }
  | ({
      readonly kind: 'related';
      readonly relation: RelatedKind;
      /** JDV_J11: `FTH`, `TUTEUR`… */
      readonly relationship?: Coded;
      readonly name: PersonName;
    } & Contact);

/** The structure that keeps the document. */
export interface Custodian extends Contact {
  /** Struct_IdNat, or the identifier of the host for a document of the patient. */
  readonly idNat: string;
  readonly name?: string;
  /** True when the patient wrote the document: the identifier is then that of the organisation that hosts it (root 1.2.250.1.213.4.1). */
  readonly patientHost?: boolean;
}

/** Who the document is meant for. Not for the routing of MSSanté messages: addresses stay outside the document. */
export interface Recipient extends Contact {
  readonly idNat?: string;
  readonly name?: PersonName;
  readonly organization?: Organization;
}

/** JDV_J144: REF sent by, REFB sent to, INF informed, RESP in charge, PRF did, CON advised, VRF checked. */
export type ParticipantType = 'REF' | 'REFB' | 'INF' | 'RESP' | 'PRF' | 'CON' | 'VRF';

/** Another person or structure concerned: médecin traitant (INF + function PCP), prescriber (REF), sampler (PRF + PRELV)… */
export interface Participant extends Contact {
  readonly type: ParticipantType;
  /** PROV: a professional or a structure. AGNT: somebody else. */
  readonly class: 'PROV' | 'AGNT';
  /** JDV_J47. */
  readonly function?: Coded;
  /** Absent when not known. */
  readonly time?: Period;
  readonly id?: InstanceId;
  /** JDV_J01. */
  readonly specialty?: Coded;
  readonly name?: PersonName;
  readonly organization?: Organization;
  readonly templateId?: string;
}

/** The order that this document answers. */
export interface Order {
  readonly id: InstanceId;
  readonly code?: Coded;
  /** Imaging: accession number. */
  readonly accessionNumber?: InstanceId;
}

/** Who did the act. */
export interface Performer {
  /** Template that a model asks for. */
  readonly templateId?: string;
  readonly professional: Pick<Professional, 'idNat' | 'specialty' | 'function' | 'addresses' | 'telecoms'> & {
    readonly name?: PersonName;
  };
  readonly time?: Period;
  /** `setting` (cadre d’exercice) is mandatory: it becomes practiceSettingCode. */
  readonly organization: Partial<Organization> & { readonly setting: Coded };
}

/** The same act in another code system, or something that makes it more precise. */
export type Translation = Coded & {
  /** What the code is of the act: imaging says its modality (`121139`) and its region (`39111-0`). */
  readonly qualifier?: Coded;
};

/** An act that the document tells (`documentationOf/serviceEvent`). The first one has the performer and the dates. */
export interface ServiceEvent {
  /** Not an act, but something said of the whole document: a prescription « bizone », an urgency. */
  readonly information?: true;
  readonly ids?: readonly InstanceId[];
  readonly code?: Coded;
  readonly translations?: readonly Translation[];
  /** ISO instant with its offset, or a day. */
  readonly start?: string;
  readonly stop?: string;
  /** Biology: the report is whole, or more results will come. */
  readonly status?: 'completed' | 'active';
  readonly performer?: Performer;
}

/** A consent that goes with the document. */
export interface Consent {
  readonly ids?: readonly InstanceId[];
  readonly code: Coded;
}

/** JDV_J140, without RESP, which the schema of CDA refuses here: say it with `Encounter.responsible`. */
export type EncounterParticipantType = 'ADM' | 'ATND' | 'CON' | 'DIS' | 'REF';

/** The structure where the care took place. */
export interface Facility {
  readonly ids?: readonly InstanceId[];
  /** Modalité d’exercice: JDV_J02 (CI-SIS), JDV_J61 (DMP). */
  readonly type: Coded;
  readonly name?: string;
  readonly address?: PostalAddress;
}

/** The visit, stay or session (`componentOf/encompassingEncounter`). */
export interface Encounter {
  readonly ids?: readonly InstanceId[];
  /** JDV_J142: `IMP`, `AMB`, `EMER`… */
  readonly code?: Coded;
  readonly start?: string;
  readonly stop?: string;
  /** How it ended, codeSystem 1.2.250.1.213.2.14. */
  readonly disposition?: Coded;
  readonly responsible?: Professional;
  readonly participants?: readonly {
    readonly type: EncounterParticipantType;
    readonly time?: Period;
    readonly professional: Professional;
  }[];
  readonly facility: Facility;
}
