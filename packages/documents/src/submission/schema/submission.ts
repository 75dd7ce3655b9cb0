import * as z from 'zod/mini';
import { crBioContent } from '../../models/schema/cr-bio.js';
import { cseCs8Content } from '../../models/schema/cse-cs8.js';
import { cseCs9Content, cseCs24Content } from '../../models/schema/cse-later.js';
import { cseMdeContent } from '../../models/schema/cse-mde.js';
import { eDispMedContent } from '../../models/schema/edisp-med.js';
import { epMedDmContent } from '../../models/schema/ep-med-dm.js';
import { imgCrContent } from '../../models/schema/img-cr.js';
import { imgDaContent } from '../../models/schema/img-da.js';
import { ipsFrContent } from '../../models/schema/ips-fr.js';
import { ldlEesContent } from '../../models/schema/ldl-ees.js';
import { ldlSesContent } from '../../models/schema/ldl-ses.js';
import { clinicalDate } from '../../models/schema/shared.js';
import { tlmDaContent } from '../../models/schema/tlm-da.js';
import { vacContent, vacNoteContent } from '../../models/schema/vaccination.js';
import { vsmContent } from '../../models/schema/vsm.js';
import type { DocumentBody, Submission } from '../types.js';
import {
  authenticator,
  consent,
  custodian,
  dataEnterer,
  encounter,
  informant,
  legalAuthenticator,
  order,
  participant,
  recipient,
  serviceEvent,
} from './header.js';
import { submissionPatient } from './patient.js';
import { author, documentAuthor } from './people.js';
import { coded, instant, language, longText, oid, text, versionNumber } from './scalars.js';

/** How octets may be given: see `fileContent` and `jsonContent`. */
type ContentSchema = z.ZodMiniType<Uint8Array>;

function body(content: ContentSchema): z.ZodMiniType<DocumentBody> {
  const plain = z.strictObject({
    kind: z.enum(['pdf', 'text', 'rtf', 'jpeg', 'tiff']),
    content,
    language: z.optional(language),
  });
  const attachment = z.strictObject({
    title: text,
    type: z.optional(coded),
    at: z.optional(clinicalDate),
    content,
  });
  const structured = <Model extends string, Content>(model: Model, schema: z.ZodMiniType<Content>) =>
    z.strictObject({
      kind: z.literal('structured'),
      model: z.literal(model),
      content: schema,
      pdfCopy: z.optional(content),
      attachments: z.optional(z.array(attachment)),
    });
  const models = z.discriminatedUnion('model', [
    structured('vsm', vsmContent),
    structured('cr-bio', crBioContent(content)),
    structured('ldl-ees', ldlEesContent),
    structured('ips-fr', ipsFrContent(content)),
    structured('ldl-ses', ldlSesContent),
    structured('tlm-da', tlmDaContent),
    structured('cse-mde', cseMdeContent),
    structured('cse-cs8', cseCs8Content),
    structured('cse-cs9', cseCs9Content),
    structured('cse-cs24', cseCs24Content),
    structured('vac', vacContent),
    structured('vac-note', vacNoteContent),
    structured('img-cr', imgCrContent),
    structured('img-da', imgDaContent),
    structured('ep-med-dm', epMedDmContent(content)),
    structured('edisp-med', eDispMedContent),
  ]);
  return z.discriminatedUnion('kind', [plain, models, z.strictObject({ kind: z.literal('cda'), content })]);
}

/** The whole submission. `content` says how octets are given. */
export function submissionSchema(content: ContentSchema): z.ZodMiniType<Submission> {
  const document = z.strictObject({
    id: z.optional(oid),
    setId: z.optional(oid),
    version: z.optional(versionNumber),
    replaces: z.optional(
      z.strictObject({
        uniqueId: oid,
        entryUuid: z.optional(text),
        setId: z.optional(oid),
        version: z.optional(versionNumber),
      }),
    ),
    type: coded,
    typeTranslations: z.optional(z.array(coded)),
    title: text,
    createdAt: instant,
    language: z.optional(language),
    confidentiality: z.optional(z.enum(['N', 'R', 'V'])),
    visibility: z.optional(
      z.strictObject({
        maskedFromProfessionals: z.optional(z.boolean()),
        hiddenFromPatient: z.optional(z.boolean()),
        hiddenFromLegalRepresentatives: z.optional(z.boolean()),
      }),
    ),
    authors: z.array(documentAuthor).check(z.minLength(1)),
    legalAuthenticator,
    custodian: z.optional(custodian),
    acts: z.array(serviceEvent).check(z.minLength(1)),
    encounter,
    dataEnterer: z.optional(dataEnterer),
    informants: z.optional(z.array(informant)),
    recipients: z.optional(z.array(recipient)),
    authenticators: z.optional(z.array(authenticator)),
    participants: z.optional(z.array(participant)),
    orders: z.optional(z.array(order)),
    consents: z.optional(z.array(consent)),
    events: z.optional(z.array(coded)),
    body: body(content),
    comments: z.optional(longText),
  });
  return z.strictObject({
    $schema: z.optional(z.string()),
    vendor: z.strictObject({ oid, instance: z.optional(text) }),
    patient: submissionPatient,
    submitter: author,
    contentType: coded,
    title: z.optional(text),
    comments: z.optional(longText),
    id: z.optional(oid),
    submittedAt: z.optional(instant),
    documents: z.array(document).check(z.minLength(1)),
  });
}
