/** An HTTP request as the service sees it, wherever it came from. */
export interface InsiRequest {
  readonly listener: 'tlsm' | 'cpx';
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** DER of the certificate that the client presented. */
  readonly clientCertificate?: Uint8Array;
}

/** An HTTP answer, and how to deliver it. */
export interface InsiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Wait this long before the first byte. */
  readonly delayMs?: number;
  /** Never answer: the connection stays open until somebody closes it. */
  readonly hang?: true;
}

const SOAP_PATH = '/lps';
export const PROBE_PATH = '/xxe-probe';

/** What check 1 says: the refusal to send, or the `action` parameter of an acceptable Content-Type. */
type FrontVerdict =
  | { readonly refused: { readonly status: number; readonly headers: Readonly<Record<string, string>> } }
  | { readonly action?: string };

const refused = (status: number, headers: Readonly<Record<string, string>> = {}): FrontVerdict => ({
  refused: { status, headers },
});

/** Check 1: POST on `/lps`, Content-Type of SOAP 1.2 in UTF-8. */
export function checkHttp(request: InsiRequest): FrontVerdict {
  if (request.path !== SOAP_PATH) return refused(404);
  if (request.method !== 'POST') return refused(405, { allow: 'POST' });
  const type = parseContentType(request.headers['content-type'] ?? '');
  const charset = type?.parameters.get('charset')?.toLowerCase();
  if (type?.name !== 'application/soap+xml' || (charset !== undefined && charset !== 'utf-8')) {
    return refused(415, { accept: 'application/soap+xml; charset=utf-8' });
  }
  const action = type.parameters.get('action');
  return action === undefined || action === '' ? {} : { action };
}

/** RFC 9110 §8.3.1; undefined when the value cannot be read. */
function parseContentType(value: string): { name: string; parameters: Map<string, string> } | undefined {
  const match = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*/.exec(value);
  if (!match?.[1]) return undefined;
  const parameters = new Map<string, string>();
  let rest = value.slice(match[0].length);
  while (rest !== '') {
    const parameter = /^;\s*(?:([\w!#$&^.+-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s";]*)))?\s*/.exec(rest);
    if (!parameter) return undefined;
    const [whole, name, quoted, plain] = parameter;
    if (name !== undefined) parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
    rest = rest.slice(whole.length);
  }
  return { name: match[1].toLowerCase(), parameters };
}
