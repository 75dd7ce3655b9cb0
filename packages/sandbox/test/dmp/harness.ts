import { request } from 'node:https';
import type { DmpRecordedMessage } from '../../src/dmp/wire/service.ts';
import { dmpInProcessExchange, startSandbox } from '../../src/index.ts';
import type { TestIdentity, TestPki } from '../../src/pki.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox.ts';
import { testPki } from '../support/pki.ts';
import type { Message } from './message.ts';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  readonly text: string;
}

export interface Dmp {
  readonly sandbox: Sandbox;
  readonly pki: TestPki;
  readonly messages: DmpRecordedMessage[];
  send(
    message: Message,
    options?: { readonly as?: TestIdentity; readonly scenario?: string; readonly timeoutMs?: number },
  ): Promise<Answer>;
  /** The same in the process, without TLS: much faster. */
  inside(message: Message, as?: TestIdentity): Promise<Answer>;
  reasons(): readonly string[];
}

export async function startDmp(options: SandboxOptions['dmp'] = {}): Promise<Dmp> {
  const pki = await testPki();
  const messages: DmpRecordedMessage[] = [];
  const sandbox = await startSandbox({ pki, dmp: { ...options, onMessage: (message) => messages.push(message) } });
  return {
    sandbox,
    pki,
    messages,
    async inside(message, as = pki.identity('cps-auth')) {
      const exchange = dmpInProcessExchange(sandbox.dmp.service, { clientCertificate: as.certDer });
      const { status, headers, body } = await exchange({
        method: 'POST',
        url: `${sandbox.dmp.url}/${message.service}`,
        headers: { 'content-type': message.contentType },
        body: message.body,
      });
      const bytes = Buffer.from(body);
      return { status, contentType: headers['content-type'] ?? '', headers, body: bytes, text: bytes.toString('utf8') };
    },
    reasons: () => sandbox.dmp.log.at(-1)?.reasons ?? [],
    send: (message, { as = pki.identity('cps-auth'), scenario, timeoutMs } = {}) =>
      new Promise((resolve, reject) => {
        const call = request(
          `${sandbox.dmp.url}/${message.service}`,
          {
            method: 'POST',
            ca: pki.caPem,
            cert: as.certPem + as.chainPem,
            key: as.keyPem,
            agent: false,
            ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
            headers: {
              'content-type': message.contentType,
              'content-length': message.body.length,
              ...(scenario === undefined ? {} : { 'x-sim-scenario': scenario }),
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const body = Buffer.concat(chunks);
              resolve({
                status: response.statusCode ?? 0,
                contentType: response.headers['content-type'] ?? '',
                headers: response.headers,
                body,
                text: body.toString('utf8'),
              });
            });
          },
        );
        call.on('error', reject);
        call.end(message.body);
      }),
  };
}

/** Parts of a multipart answer, in order. */
export function partsOf(answer: Answer): { readonly headers: string; readonly body: Buffer }[] {
  const boundary = /boundary="([^"]+)"/.exec(answer.contentType)?.[1] ?? '';
  const text = answer.body.toString('latin1');
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const cut = part.indexOf('\r\n\r\n');
      return { headers: part.slice(2, cut), body: Buffer.from(part.slice(cut + 4, -2), 'latin1') };
    });
}

export const errorCodes = (text: string) => [...text.matchAll(/errorCode="([^"]*)"/g)].map(([, code]) => code);
export const faultCode = (text: string) => /<soap:Subcode><soap:Value[^>]*>\w+:([^<]*)</.exec(text)?.[1];
