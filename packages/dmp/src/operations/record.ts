// TD1.3b and TD1.4: changes of a record that is not attached to Mon espace santé.

import { type Finding, finding } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import type { TraitsIns } from '@socle-sante/core/traits';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { AdministrativeAuthor } from '../client/types.js';
import type { DmpAddress } from '../patients/types.js';
import { unexpected } from './answer.js';
import { define } from './define.js';
import { acknowledged, REASON_SYSTEM, v3, v3Message } from './hl7v3.js';
import type { DmpCallContext, DmpOperation } from './operation.js';
import { checkAccepted } from './patients.js';

/** What both changes carry. The traits are those of the local, qualified identity. */
export interface RecordChange {
  readonly patient: InsIdentifier;
  readonly traits: TraitsIns;
  readonly author: AdministrativeAuthor;
}

/** TD1.3b. */
export interface AdministrativeDataChange extends RecordChange {
  readonly telecoms?: readonly string[];
  readonly address?: DmpAddress;
}

/** TD1.4. */
export interface RecordClosure extends RecordChange {
  readonly comment?: string;
}

const ACTION = 'urn:hl7-org:v3:PRPA_IN201314UV02';
const PROFESSIONALS = '1.2.250.1.71.4.2.1';
const STRUCTURES = '1.2.250.1.71.4.2.2';

function validateChange(input: RecordChange): Finding[] {
  const findings: Finding[] = [];
  if (input.author.idNat.trim() === '') findings.push(finding('dmp.record.author', 'error', ['author', 'idNat']));
  if (input.author.structure.idNat.trim() === '')
    findings.push(finding('dmp.record.structure', 'error', ['author', 'structure', 'idNat']));
  return findings;
}

/** TD1.3b: replaces the contact data. The code of the reason is official, its label is ours (as for TD1.4). */
export const updateAdministrativeData: DmpOperation<AdministrativeDataChange, { readonly messageId: string }> = define<
  AdministrativeDataChange,
  { readonly messageId: string }
>({
  transaction: 'TD1.3b',
  service: 'patients',
  action: ACTION,
  repeatable: true,
  validate: validateChange,
  body: (input, context) =>
    change(
      { code: 'MODIF_DATA', label: 'Modification des données administratives' },
      input,
      { status: 'active', telecoms: input.telecoms ?? [], ...(input.address ? { address: input.address } : {}) },
      context,
    ),
  read: readAccepted,
});

/** TD1.4: closes the record at the request of the patient. */
export const closeRecord: DmpOperation<RecordClosure, { readonly messageId: string }> = define<
  RecordClosure,
  { readonly messageId: string }
>({
  transaction: 'TD1.4',
  service: 'patients',
  action: ACTION,
  repeatable: false,
  validate: validateChange,
  body: (input, context) =>
    change(
      { code: 'FERM', label: 'Fermeture du DMP' },
      input,
      {
        status: 'terminated',
        telecoms: [],
        reason: v3('reasonOf', { typeCode: 'RSON' }, [
          v3('detectedIssueEvent', { classCode: 'ALRT', moodCode: 'EVN' }, [
            v3('code', { code: 'FERMETURE_DEMANDE_PATIENT', codeSystem: '1.2.250.1.213.4.1.2.4' }),
            input.comment !== undefined && input.comment !== '' && v3('text', {}, [input.comment]),
          ]),
        ]),
      },
      context,
    ),
  read: readAccepted,
});

function readAccepted(
  body: Parameters<typeof checkAccepted>[0],
  { messageId }: { readonly messageId: string },
): { readonly messageId: string } {
  if (!body.local.startsWith('PRPA_IN20131')) throw unexpected('PRPA_IN201314 answer', messageId);
  checkAccepted(body, messageId);
  // A change that nobody acknowledged is not told as made.
  if (acknowledged(body) === undefined) throw unexpected('acknowledgement', messageId);
  return { messageId };
}

function change(
  reason: { readonly code: string; readonly label: string },
  input: RecordChange,
  content: {
    readonly status: string;
    readonly telecoms: readonly string[];
    readonly address?: DmpAddress;
    readonly reason?: XmlElementNode;
  },
  context: DmpCallContext,
): XmlElementNode {
  const { patient, traits, author } = input;
  return v3Message(
    'PRPA_IN201314UV02',
    [
      v3('reasonCode', { code: reason.code, codeSystem: REASON_SYSTEM, displayName: reason.label }),
      v3('subject', { typeCode: 'SUBJ' }, [
        v3('registrationRequest', { classCode: 'REG', moodCode: 'RQO' }, [
          v3('statusCode', { code: 'active' }),
          v3('subject1', { typeCode: 'SBJ' }, [
            v3('patient', { classCode: 'PAT' }, [
              v3('id', { root: patient.oid, extension: patient.matricule }),
              v3('statusCode', { code: content.status }),
              v3('patientPerson', { classCode: 'PSN', determinerCode: 'INSTANCE' }, [
                v3('name', {}, [
                  v3('family', { qualifier: 'BR' }, [traits.nomNaissance]),
                  v3('given', {}, [traits.premierPrenom]),
                ]),
                ...content.telecoms.map((value) => v3('telecom', { value })),
                v3('administrativeGenderCode', { code: traits.sexe, codeSystem: '2.16.840.1.113883.5.1' }),
                v3('birthTime', { value: traits.dateNaissance.replaceAll('-', '') }),
                content.address && addressElement(content.address),
              ]),
            ]),
          ]),
          v3('author', { typeCode: 'AUT' }, [
            v3('assignedEntity', { classCode: 'ASSIGNED' }, [
              v3('id', { root: PROFESSIONALS, extension: author.idNat }),
              v3('assignedPerson', { classCode: 'PSN', determinerCode: 'INSTANCE' }, [
                v3('name', {}, [
                  v3('family', {}, [cardName(author.family)]),
                  v3('given', {}, [cardName(author.given)]),
                ]),
              ]),
              v3('representedOrganization', { classCode: 'ORG', determinerCode: 'INSTANCE' }, [
                v3('id', { root: STRUCTURES, extension: author.structure.idNat }),
                v3('name', {}, [author.structure.name]),
              ]),
            ]),
          ]),
          content.reason,
        ]),
      ]),
    ],
    context,
  );
}

/** Non-nominative CPE: O and CN of the certificate stand for the names; other characters become hyphens (PDT-INF-617). */
function cardName(value: string): string {
  return value.replace(/[^\p{L}\p{M}'’ -]/gu, '-');
}

function addressElement(address: DmpAddress): XmlElementNode {
  return v3('addr', {}, [
    ...address.lines.map((line) => v3('streetAddressLine', {}, [line])),
    address.postalCode !== undefined && v3('postalCode', {}, [address.postalCode]),
    address.city !== undefined && v3('city', {}, [address.city]),
    address.country !== undefined && v3('country', {}, [address.country]),
  ]);
}
