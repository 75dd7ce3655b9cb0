import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressing,
  decodeEnvelope,
  encodeEnvelope,
  faultElement,
  faultReason,
  readAddressing,
  SOAP12,
  SoapError,
  soapContentType,
  WSA,
} from '../../src/soap.js';
import { attribute, element, parseXml, text, XmlError } from '../../src/xml.js';

const body = element({ prefix: 'x', namespace: 'urn:x', local: 'PING' }, {}, ['é']);

function decoded(xml: string | Uint8Array, options = {}) {
  try {
    return decodeEnvelope(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, options);
  } catch (error) {
    if (error instanceof SoapError || error instanceof XmlError) return { kind: error.code, error };
    throw error;
  }
}

describe('encodeEnvelope', () => {
  it('writes one fixed form', () => {
    const bytes = encodeEnvelope({
      headers: addressing('urn:act', 'uuid:1'),
      body,
      namespaces: { wsa: WSA, x: 'urn:x' },
    });
    expect(new TextDecoder().decode(bytes)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing" xmlns:x="urn:x">' +
        '<soap:Header><wsa:Action>urn:act</wsa:Action><wsa:MessageID>uuid:1</wsa:MessageID></soap:Header><soap:Body><x:PING>é</x:PING></soap:Body></soap:Envelope>',
    );
  });

  it('writes no Header without header parts, and another prefix when asked', () => {
    expect(new TextDecoder().decode(encodeEnvelope({ headers: [], prefix: 'S' }))).toContain(
      `<S:Envelope xmlns:S="${SOAP12}"><S:Body></S:Body></S:Envelope>`,
    );
  });

  it('puts the action in the content type', () => {
    expect(soapContentType('urn:a"b')).toBe('application/soap+xml; charset=utf-8; action="urn:a\\"b"');
    expect(soapContentType()).toBe('application/soap+xml; charset=utf-8');
  });

  it('is read back', () => {
    const headers = addressing('urn:act', 'uuid:1', { to: 'urn:to', relatesTo: 'uuid:0', replyTo: 'urn:anonymous' });
    const back = decodeEnvelope(encodeEnvelope({ headers, body }));
    expect(back.kind === 'body' && [back.body.namespace, back.body.local, text(back.body)]).toEqual([
      'urn:x',
      'PING',
      'é',
    ]);
    expect(readAddressing(back.headers)).toEqual({
      action: 'urn:act',
      messageId: 'uuid:1',
      relatesTo: 'uuid:0',
      to: 'urn:to',
      replyTo: 'urn:anonymous',
    });
    expect(readAddressing([])).toEqual({});
  });
});

describe('faults', () => {
  // The shape of ins.md §7.2: a Body of another prefix, a Subcode value with the prefix of the envelope.
  const seen = `<soap:Envelope xmlns:soap="${SOAP12}"><env:Body xmlns:env="${SOAP12}"><soap:Fault>
    <soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>soap:siram_100</soap:Value><soap:Subcode><soap:Value>p:deeper</soap:Value></soap:Subcode></soap:Subcode></soap:Code>
    <soap:Reason><soap:Text xml:lang="en">Not allowed</soap:Text><soap:Text xml:lang="fr-FR"> Non autorisé </soap:Text></soap:Reason>
    <soap:Node>urn:n</soap:Node><soap:Role>urn:r</soap:Role>
    <soap:Detail><siram:Erreur xmlns:siram="urn:siram" code="desir_550" severite="erreur">inconnu</siram:Erreur></soap:Detail></soap:Fault></env:Body></soap:Envelope>`;

  it('are read whatever the prefixes', () => {
    const answer = decodeEnvelope(seen);
    if (answer.kind !== 'fault') throw new Error('a fault was expected');
    const { fault } = answer;
    expect(fault).toMatchObject({ code: 'Sender', subcodes: ['siram_100', 'deeper'], node: 'urn:n', role: 'urn:r' });
    expect(faultReason(fault, 'fr')).toBe('Non autorisé');
    expect(faultReason(fault, 'en')).toBe('Not allowed');
    expect(faultReason(fault, 'de')).toBe('Not allowed');
    expect(fault.detail.map((d) => [d.namespace, d.local, attribute(d, 'code')])).toEqual([
      ['urn:siram', 'Erreur', 'desir_550'],
    ]);
  });

  it('are read when they say nothing', () => {
    const answer = decodeEnvelope(`<S:Envelope xmlns:S="${SOAP12}"><S:Body><S:Fault/></S:Body></S:Envelope>`);
    expect(answer).toMatchObject({ kind: 'fault', fault: { code: '', subcodes: [], reason: [], detail: [] } });
    expect(answer.kind === 'fault' && faultReason(answer.fault, 'fr')).toBe('');
  });

  it('are read back as they were written', () => {
    const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
    fc.assert(
      fc.property(
        word,
        fc.array(word, { maxLength: 4 }),
        fc.array(fc.record({ lang: word, text: word }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('soap', 'env', 'S'),
        (code, subcodes, reason, prefix) => {
          const written = encodeEnvelope({
            prefix,
            headers: [],
            body: faultElement({ code, subcodes, reason, prefix, detail: [body] }),
          });
          const answer = decodeEnvelope(written);
          expect(answer).toMatchObject({ kind: 'fault', fault: { code, subcodes, reason } });
        },
      ),
    );
  });
});

describe('answers that are not SOAP 1.2', () => {
  const html = '<!DOCTYPE html><html><head><title>503</title></head><body><p>Service Unavailable<br></body></html>';
  it.each([
    ['empty', '', {}, 'soap.empty'],
    ['HTML page', html, {}, 'soap.notXml'],
    [
      'HTML page, status and type known',
      html,
      { httpStatus: 503, contentType: 'text/html; charset=utf-8' },
      'soap.notXml',
    ],
    ['HTML without DOCTYPE', '\n<HTML><body>', {}, 'soap.notXml'],
    ['HTML behind a comment', '<!-- proxy --><html>', {}, 'soap.notXml'],
    ['well-formed page announced as HTML', '<div>no</div>', { contentType: 'text/html' }, 'soap.notXml'],
    ['plain text', 'upstream connect error', {}, 'soap.notXml'],
    ['JSON', '{"error":"x"}', {}, 'soap.notXml'],
    ['broken XML with an error status', '<a><b>', { httpStatus: 502 }, 'soap.notXml'],
    ['broken XML', '<a><b>', {}, 'xml.malformed'],
    ['truncated envelope', `<s:Envelope xmlns:s="${SOAP12}"><s:Body>`, { httpStatus: 200 }, 'xml.malformed'],
    ['DOCTYPE', `<!DOCTYPE a><s:Envelope xmlns:s="${SOAP12}"/>`, {}, 'xml.doctype'],
    ['other XML', '<a/>', {}, 'soap.notEnvelope'],
    [
      'SOAP 1.1',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>',
      {},
      'soap.version',
    ],
    ['no Body', `<s:Envelope xmlns:s="${SOAP12}"/>`, {}, 'soap.structure'],
    [
      'two Body',
      `<s:Envelope xmlns:s="${SOAP12}"><s:Body><a/></s:Body><s:Body><b/></s:Body></s:Envelope>`,
      {},
      'soap.structure',
    ],
    ['empty Body', `<s:Envelope xmlns:s="${SOAP12}"><s:Body> </s:Body></s:Envelope>`, {}, 'soap.structure'],
    [
      'two elements in the Body',
      `<s:Envelope xmlns:s="${SOAP12}"><s:Body><a/><b/></s:Body></s:Envelope>`,
      {},
      'soap.structure',
    ],
  ])('%s', (_name, xml, options, code) => {
    expect(decoded(xml, options).kind).toBe(code);
  });

  it('tell the status, and whether to try again', () => {
    const busy = decoded(html, { httpStatus: 503, messageId: 'uuid:1' });
    expect(busy).toMatchObject({ error: { httpStatus: 503, retryable: true, messageId: 'uuid:1', origin: 'answer' } });
    expect('error' in busy && busy.error.message).toContain('HTML page (HTTP 503)');
    expect(decoded(html, { httpStatus: 404 })).toMatchObject({ error: { retryable: false } });
  });

  it('never give anything but a message or a typed error', () => {
    const sample = encodeEnvelope({ headers: addressing('urn:a', 'uuid:1'), body });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 5 }),
        (edits) => {
          const bytes = sample.slice();
          for (const [at, value] of edits) bytes[at] = value;
          decoded(bytes);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

it('reads an envelope given as text', () => {
  expect(parseXml(new TextDecoder().decode(encodeEnvelope({ headers: [], body }))).local).toBe('Envelope');
});
