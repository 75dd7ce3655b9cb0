/** A document around a body, with the shortest header that the reader needs. */
export function cda(body: string, around: (xml: string) => string = (xml) => xml): Uint8Array {
  const xml = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><templateId root="2.16.840.1.113883.2.8.2.1"/><templateId root="1.2.250.1.213.1.1.1.1"/><id root="2.999.1"/><title>Essai</title>${body}</ClinicalDocument>`;
  return new TextEncoder().encode(around(xml));
}

/** An N3 of one section. */
export function withText(text: string, more = ''): Uint8Array {
  return cda(
    `<component><structuredBody><component><section><code code="1" codeSystem="2.999.2"/><title>Section</title><text>${text}</text>${more}</section></component></structuredBody></component>`,
  );
}

/** An N1. */
export function withBody(content: string, attributes = 'mediaType="application/pdf" representation="B64"'): Uint8Array {
  return cda(`<component><nonXMLBody><text ${attributes}>${content}</text></nonXMLBody></component>`);
}
