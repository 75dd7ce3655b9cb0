// TD2.1 and TD2.2: deposit of a submission set (ITI-41), in MTOM/XOP.

import { uuidV4 } from '@socle-sante/core/uuid';
import { encodeSubmitObjectsRequest, XDS_NAMESPACES } from '@socle-sante/documents/xds';
import { encodeXop, XOP, xopHref } from '@socle-sante/wire/multipart';
import { element } from '@socle-sante/wire/xml';
import { type Provision, validateProvision } from '../deposit/check.js';
import { dmpServiceUrl } from '../environments.js';
import type { RegistryError } from '../errors.js';
import { readAnswer } from './answer.js';
import { refuseErrors } from './define.js';
import { encodeMessage } from './envelope.js';
import type { DmpOperation } from './operation.js';
import { readOutcome, registryResponse } from './registry-response.js';

/** Answer of a deposit that was not refused as a whole. */
export interface ProvisionOutcome {
  readonly partial: boolean;
  readonly errors: readonly RegistryError[];
  readonly messageId: string;
}

const ACTION = 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b';

function provide(transaction: 'TD2.1' | 'TD2.2'): DmpOperation<Provision, ProvisionOutcome> {
  return Object.freeze({
    transaction,
    action: ACTION,
    // Not by itself: whether the first attempt arrived must be found out before.
    repeatable: false,
    validate: validateProvision,
    encode(input, context) {
      refuseErrors(transaction, validateProvision({ ...input, wire: { ...context.wire, ...input.wire } }));
      const { submission } = input;
      const { submissionSet, entries, associations } = submission;
      const documents = entries.map((entry, index) => ({
        entry,
        contentId: `doc${index + 1}-${uuidV4(context.random)}@socle`,
        bytes: submission.documents.find(({ entryId }) => entryId === entry.id)?.bytes ?? new Uint8Array(),
      }));
      const xds = (local: string) => ({ prefix: 'xds', namespace: XDS_NAMESPACES.xds, local });
      const body = element(xds('ProvideAndRegisterDocumentSetRequest'), {}, [
        encodeSubmitObjectsRequest({ submissionSets: [submissionSet], documentEntries: entries, associations }),
        ...documents.map(({ entry, contentId }) =>
          element(xds('Document'), { id: entry.id }, [
            element({ prefix: 'xop', namespace: XOP, local: 'Include' }, { href: xopHref(contentId) }),
          ]),
        ),
      ]);
      const message = encodeXop({
        envelope: encodeMessage({ service: 'repository', action: ACTION }, body, context),
        action: ACTION,
        boundary: `socle-${uuidV4(context.random)}`,
        rootId: `root-${uuidV4(context.random)}@socle`,
        attachments: documents.map(({ entry, contentId, bytes }) => ({
          contentType: entry.mimeType,
          contentId,
          body: bytes,
        })),
      });
      return {
        method: 'POST',
        url: dmpServiceUrl(context.environment, 'repository'),
        headers: { 'content-type': message.contentType },
        stream: message.body,
        operation: transaction,
        safeToRepeat: false,
      };
    },
    decode(response, context = {}) {
      const { body, messageId } = readAnswer(response, context);
      const outcome = readOutcome(registryResponse(body, messageId), messageId);
      return { ...outcome, messageId };
    },
  } satisfies DmpOperation<Provision, ProvisionOutcome>);
}

/** TD2.1: by a professional or a structure. */
export const provideDocuments: DmpOperation<Provision, ProvisionOutcome> = provide('TD2.1');
/** TD2.2: the same message by a staff member (CPE). */
export const provideDocumentsByStaff: DmpOperation<Provision, ProvisionOutcome> = provide('TD2.2');
