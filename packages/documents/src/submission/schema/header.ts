import * as z from 'zod/mini';
import { address, contact, instanceId, period } from './contact.js';
import { organization, personName, professional } from './people.js';
import { coded, instant, moment, oid, text } from './scalars.js';

export const legalAuthenticator = z.strictObject({
  time: z.optional(instant),
  signatory: z.union([z.strictObject({ kind: z.literal('patient') }), professional]),
});

export const authenticator = z.strictObject({ time: instant, professional, templateId: z.optional(oid) });

export const dataEnterer = z.strictObject({ time: z.optional(instant), professional });

export const informant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('professional'), professional }),
  z.strictObject({
    kind: z.literal('related'),
    relation: z.enum(['ECON', 'NOK', 'CON', 'CAREGIVER', 'PAT']),
    relationship: z.optional(coded),
    name: personName,
    ...contact,
  }),
]);

export const custodian = z.strictObject({
  idNat: text,
  name: z.optional(text),
  patientHost: z.optional(z.boolean()),
  ...contact,
});

export const recipient = z.strictObject({
  idNat: z.optional(text),
  name: z.optional(personName),
  organization: z.optional(organization),
  ...contact,
});

export const participant = z.strictObject({
  type: z.enum(['REF', 'REFB', 'INF', 'RESP', 'PRF', 'CON', 'VRF']),
  class: z.enum(['PROV', 'AGNT']),
  function: z.optional(coded),
  time: z.optional(period),
  id: z.optional(instanceId),
  specialty: z.optional(coded),
  name: z.optional(personName),
  organization: z.optional(organization),
  templateId: z.optional(oid),
  ...contact,
});

export const order = z.strictObject({
  id: instanceId,
  code: z.optional(coded),
  accessionNumber: z.optional(instanceId),
});

const performer = z.strictObject({
  templateId: z.optional(oid),
  professional: z.strictObject({
    idNat: text,
    name: z.optional(personName),
    specialty: z.optional(coded),
    function: z.optional(coded),
    ...contact,
  }),
  time: z.optional(period),
  organization: z.strictObject({ idNat: z.optional(text), name: z.optional(text), setting: coded, ...contact }),
});

const translation = z.extend(coded, { qualifier: z.optional(coded) });

export const serviceEvent = z.strictObject({
  information: z.optional(z.literal(true)),
  ids: z.optional(z.array(instanceId)),
  code: z.optional(coded),
  translations: z.optional(z.array(translation)),
  start: z.optional(moment),
  stop: z.optional(moment),
  status: z.optional(z.enum(['completed', 'active'])),
  performer: z.optional(performer),
});

export const consent = z.strictObject({ ids: z.optional(z.array(instanceId)), code: coded });

export const encounter = z.strictObject({
  ids: z.optional(z.array(instanceId)),
  code: z.optional(coded),
  start: z.optional(moment),
  stop: z.optional(moment),
  disposition: z.optional(coded),
  responsible: z.optional(professional),
  participants: z.optional(
    z.array(
      z.strictObject({
        type: z.enum(['ADM', 'ATND', 'CON', 'DIS', 'REF']),
        time: z.optional(period),
        professional,
      }),
    ),
  ),
  facility: z.strictObject({
    ids: z.optional(z.array(instanceId)),
    type: coded,
    name: z.optional(text),
    address: z.optional(address),
  }),
});
