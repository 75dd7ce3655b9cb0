import { Agent, request } from 'node:https';
import type { Sandbox, TestRole } from '../../src/index.ts';

/** A small SOAP client of our own: the tests owe nothing to the real one. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface PostOptions {
  readonly url: string;
  readonly ca: string;
  readonly cert?: string;
  readonly key?: string;
  readonly body: string | Uint8Array;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export const TRAITS_ACTION = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite';
export const VITALE_ACTION = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale';

export function post(options: PostOptions): Promise<Reply> {
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 });
  return new Promise((resolve, reject) => {
    const call = request(
      options.url,
      {
        agent,
        method: options.method ?? 'POST',
        ca: options.ca,
        ...(options.cert ? { cert: options.cert, key: options.key } : {}),
        headers: { 'content-type': 'application/soap+xml; charset=utf-8', ...options.headers },
        timeout: options.timeoutMs ?? 10_000,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    call.on('timeout', () => call.destroy(new Error('timeout')));
    call.on('error', reject);
    call.end(options.body);
  });
}

/** POST on the mutual TLS listener with the certificate of a role; `null` presents none. */
export function postTlsm(
  sandbox: Sandbox,
  body: string | Uint8Array,
  over: Partial<PostOptions> & { readonly role?: TestRole | null } = {},
): Promise<Reply> {
  const { role = 'insi-manu', ...rest } = over;
  const identity = role === null ? undefined : sandbox.pki.identities[role];
  return post({
    url: sandbox.insi.tlsmUrl,
    ca: sandbox.pki.caPem,
    body,
    ...(identity ? { cert: identity.certPem + identity.chainPem, key: identity.keyPem } : {}),
    ...rest,
  });
}

export function postCpx(sandbox: Sandbox, body: string | Uint8Array, over: Partial<PostOptions> = {}): Promise<Reply> {
  return post({ url: sandbox.insi.cpxUrl, ca: sandbox.pki.caPem, body, ...over });
}

export interface ReadFault {
  readonly role: string;
  readonly subcode: string;
  readonly code: string;
  readonly severite: string;
  readonly messageId: string | undefined;
  readonly reason: string;
  readonly detail: string;
}

/** The few parts of a fault that the tests look at, read with regular expressions on purpose. */
export function readFault(text: string): ReadFault | undefined {
  const code = /<(\w+):Code><\1:Value>\1:(\w+)<\/\1:Value><\1:Subcode><\1:Value>\1:(\w+)</.exec(text);
  const erreur = /<siram:Erreur[^>]*code="([^"]*)"[^>]*severite="([^"]*)"[^>]*>([^<]*)</.exec(text);
  if (!code || !erreur) return undefined;
  return {
    role: code[2] ?? '',
    subcode: code[3] ?? '',
    code: erreur[1] ?? '',
    severite: erreur[2] ?? '',
    messageId: /messageID="([^"]*)"/.exec(text)?.[1],
    reason: /:Text xml:lang="\w+">([^<]*)</.exec(text)?.[1] ?? '',
    detail: erreur[3] ?? '',
  };
}

export const codeCr = (text: string) => /CodeCR>([^<]*)</.exec(text)?.[1];
