import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestIdentity, TestPki } from '@socle-sante/sandbox/pki';
import { encodeMultipart, streamOf } from '@socle-sante/wire/multipart';
import { registry, soap } from './answers.js';
import { bytes } from './sample.js';

/** A server that takes any deposit and gives back one document: it only moves octets, over mutual TLS. */
export async function startRepository(pki: TestPki, document: Uint8Array) {
  const server: TestIdentity = pki.identity('server');
  let received = 0;
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const head: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      if (size < 32_768) head.push(chunk as Buffer);
      size += (chunk as Buffer).byteLength;
    }
    received += size;
    const text = Buffer.concat(head).toString('latin1');
    const messageId = /<wsa:MessageID>([^<]+)</.exec(text)?.[1] ?? '';
    if (!text.includes('RetrieveDocumentSetRequest')) {
      response
        .setHeader('content-type', 'application/soap+xml; charset=UTF-8')
        .end(soap(registry('Success'), messageId));
      return;
    }
    const id = /DocumentUniqueId>([^<]+)</.exec(text)?.[1] ?? '';
    const envelope = soap(
      `<x:RetrieveDocumentSetResponse xmlns:x="urn:ihe:iti:xds-b:2007">${registry('Success')}<x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>${id}</x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:d@x"/></x:Document></x:DocumentResponse></x:RetrieveDocumentSetResponse>`,
      messageId,
    );
    const stream = encodeMultipart('bb', [
      { contentType: 'application/xop+xml', contentId: 'r@x', transferEncoding: '8bit', body: bytes(envelope) },
      { contentType: 'text/xml', contentId: 'd@x', transferEncoding: 'binary', body: streamOf(document) },
    ]);
    response.writeHead(200, {
      'content-type': 'multipart/related; boundary=bb; start="<r@x>"; type="application/xop+xml"',
      'content-length': stream.length,
    });
    for await (const chunk of stream.open()) {
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  };
  const https = createServer(
    {
      cert: server.certPem + server.chainPem,
      key: server.keyPem,
      ca: pki.caPem,
      requestCert: true,
      rejectUnauthorized: true,
    },
    (request, response) => void listener(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(https.address() as AddressInfo).port}`,
    received: () => received,
    stop: () =>
      new Promise<void>((resolve) => {
        https.close(() => resolve());
        https.closeAllConnections();
      }),
  };
}
