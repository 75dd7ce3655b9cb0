import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { conformanceFile } from '../../../tooling/src/conformance.ts';

let validator: XsdValidator | undefined;

/** The official schemas, loaded once. */
function officialSchema(): XsdValidator {
  if (!validator) {
    xmlRegisterFsInputProviders();
    const file = conformanceFile('insi/insi-soap.xsd');
    const document = XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href });
    validator = XsdValidator.fromDoc(document);
  }
  return validator;
}

/** What the official schemas say of a message: undefined when it is valid. */
export function schemaError(xml: string | Uint8Array): string | undefined {
  const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
  try {
    officialSchema().validate(document);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    document.dispose();
  }
}
