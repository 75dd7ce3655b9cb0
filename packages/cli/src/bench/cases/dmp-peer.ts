import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * The other side of the transfers: plain Node, none of our code, in a process of its own so that its memory and its time are not ours. It
 * counts what it is sent, and gives back a document of the asked size: alone on GET, in MTOM on TD3.2.
 */
const PEER = `
const https = require('node:https');
let input = '';
process.stdin.on('data', (chunk) => { input += chunk; if (input.endsWith('\\n')) start(JSON.parse(input)); });
function start({ cert, key, ca, size }) {
  const slice = Buffer.alloc(65536, 65);
  const give = async (response) => {
    for (let left = size; left > 0; left -= slice.length) {
      const chunk = left < slice.length ? slice.subarray(0, left) : slice;
      if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
    }
  };
  const envelope = (body, relates) => '<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><S:Header><a:RelatesTo>' + relates + '</a:RelatesTo></S:Header><S:Body>' + body + '</S:Body></S:Envelope>';
  const success = '<r:RegistryResponse xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0" status="urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"/>';
  const server = https.createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true }, async (request, response) => {
    try {
      let head = '';
      for await (const chunk of request) if (head.length < 32768) head += chunk.toString('latin1');
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-length': size });
        await give(response);
        return response.end();
      }
      const relates = (/MessageID>([^<]+)</.exec(head) || [])[1] || '';
      if (!head.includes('RetrieveDocumentSetRequest')) {
        response.setHeader('content-type', 'application/soap+xml');
        return response.end(envelope(success, relates));
      }
      const id = (/DocumentUniqueId>([^<]+)</.exec(head) || [])[1] || '';
      const body = envelope('<x:RetrieveDocumentSetResponse xmlns:x="urn:ihe:iti:xds-b:2007">' + success + '<x:DocumentResponse><x:RepositoryUniqueId>1.2</x:RepositoryUniqueId><x:DocumentUniqueId>' + id + '</x:DocumentUniqueId><x:mimeType>text/xml</x:mimeType><x:Document><i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:d@x"/></x:Document></x:DocumentResponse></x:RetrieveDocumentSetResponse>', relates);
      const first = Buffer.from('--bb\\r\\nContent-Type: application/xop+xml\\r\\nContent-ID: <r@x>\\r\\n\\r\\n' + body + '\\r\\n--bb\\r\\nContent-Type: text/xml\\r\\nContent-Transfer-Encoding: binary\\r\\nContent-ID: <d@x>\\r\\n\\r\\n');
      const last = Buffer.from('\\r\\n--bb--\\r\\n');
      response.writeHead(200, { 'content-type': 'multipart/related; boundary=bb; start="<r@x>"; type="application/xop+xml"', 'content-length': first.length + size + last.length });
      response.write(first);
      await give(response);
      response.end(last);
    } catch { response.destroy(); }
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(server.address().port + '\\n'));
}
`;

export interface TransferPeer {
  readonly url: string;
  stop(): void;
}

export interface PeerOrder {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
  /** Of the document that it gives, in octets. */
  readonly size: number;
}

export async function startTransferPeer(order: PeerOrder): Promise<TransferPeer> {
  const child = spawn(process.execPath, ['-e', PEER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write(`${JSON.stringify(order)}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    return { url: `https://localhost:${line.trim()}`, stop: () => void child.kill() };
  }
  throw new Error('The peer of the transfer did not start.');
}
