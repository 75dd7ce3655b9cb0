import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { conformanceFile } from '../../../tooling/src/conformance.js';

/** Checks whole messages against the official schemas, with libxml2 and no network. Returns the complaints. */
export function officialSchema(): (xml: string | Uint8Array) => string[] {
  xmlRegisterInputProvider(fsInputProviders);
  const path = conformanceFile('insi/insi-soap.xsd');
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: pathToFileURL(path).href });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      const details = (error as { details?: readonly { message: string }[] }).details ?? [];
      return details.length > 0 ? details.map(({ message }) => message.trim()) : [String(error)];
    } finally {
      document.dispose();
    }
  };
}
