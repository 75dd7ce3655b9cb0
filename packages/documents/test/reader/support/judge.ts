import { ParseOption, XmlDocument } from 'libxml2-wasm';

const namespaces = {
  h: 'urn:hl7-org:v3',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  ps: 'urn:dicom-org:ps3-20',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

/** The other reader: libxml2, by XPath. */
export class Judge {
  readonly #document: XmlDocument;
  constructor(bytes: Uint8Array) {
    this.#document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE });
  }
  values(xpath: string): string[] {
    return this.#document.find(xpath, namespaces).map((node) => node.content.replace(/\s+/g, ' ').trim());
  }
  count(xpath: string): number {
    return Number(this.#document.eval(`count(${xpath})`, namespaces));
  }
  raw(xpath: string): string[] {
    return this.#document.find(xpath, namespaces).map((node) => node.content);
  }
  [Symbol.dispose](): void {
    this.#document.dispose();
  }
}
