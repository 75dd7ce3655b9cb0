import { canTransmitIns } from '@socle-sante/core/rniv';
import { defaultRandom, uuidV4 } from '@socle-sante/core/uuid';
import { provideDocuments, provideDocumentsByStaff } from '@socle-sante/dmp/operations';
import type { Submission } from '@socle-sante/documents/submission';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import { collectStream } from '@socle-sante/wire/multipart';
import { outFolder } from '../../files/output.js';
import type { Invocation } from '../../frame/command.js';
import type { OpenDmp } from '../../service/dmp.js';
import { callInput } from './shared.js';

/**
 * Writes what would leave, and sends nothing: the HTTP body to the octet, its address and headers, and each document of the
 * set. The assertion inside is a real one, for one call, short-lived: the body itself is not meant to be sent later.
 *
 * @returns Names of the files.
 */
export async function writeRequest(
  invocation: Invocation,
  dmp: OpenDmp,
  submission: Submission,
  prepared: PreparedSubmission,
  out: string,
): Promise<string[]> {
  const { client, settings, software } = dmp;
  const decision = canTransmitIns(submission.patient.identity);
  const { purpose = 'normal', reason, secretConnection } = callInput(invocation);
  const assertion = await dmp.vihf({
    mode: client.caller.mode,
    purpose,
    ...(decision.ok ? { patient: decision.ins } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(secretConnection === undefined ? {} : { secretConnection }),
  });
  const operation = client.caller.staff ? provideDocumentsByStaff : provideDocuments;
  const request = operation.encode(
    { submission: prepared, wire: settings.wire },
    {
      environment: settings.environment,
      software,
      messageId: `urn:uuid:${uuidV4(defaultRandom)}`,
      assertion,
      at: invocation.io.clock(),
      random: defaultRandom,
      wire: settings.wire,
    },
  );
  const body = request.stream === undefined ? request.body : await collectStream(request.stream);
  const { method, url } = request;
  const headers = { ...request.headers, 'content-length': String(body?.byteLength ?? 0) };
  const write = await outFolder(invocation, out);
  return Promise.all([
    write(`${request.operation}.request.mime`, body ?? new Uint8Array()),
    write(`${request.operation}.request.json`, `${JSON.stringify({ method, url, headers }, null, 2)}\n`),
    ...prepared.documents.map(({ entryId, bytes }) => write(`${entryId.replace(/[^\w-]/g, '_')}.xml`, bytes)),
  ]);
}
