import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { conformanceFile } from '../../../tooling/src/conformance.js';

const validators = new Map<string, XsdValidator>();

/** The official schemas of a DMP message, loaded once; their remote imports are mapped to files. */
function load(driver: string): XsdValidator {
  const known = validators.get(driver);
  if (known !== undefined) return known;
  const catalog = JSON.parse(readFileSync(conformanceFile('xds/catalog.json'), 'utf8')) as {
    urls: Readonly<Record<string, string>>;
  };
  const local = (url: string): string | undefined => {
    const known = catalog.urls[url];
    return known === undefined ? undefined : pathToFileURL(conformanceFile(`xds/${known}`)).href;
  };
  xmlRegisterInputProvider({
    match: (url) => fsInputProviders.match(local(url) ?? url),
    open: (url) => fsInputProviders.open(local(url) ?? url),
    read: (fd, buffer) => fsInputProviders.read(fd, buffer),
    close: (fd) => fsInputProviders.close(fd),
  });
  const url = pathToFileURL(conformanceFile(`xds/schema/drivers/${driver}`)).href;
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(fileURLToPath(url)), { url }));
  validators.set(driver, validator);
  return validator;
}

/** What the official schemas say against a message, or a part taken alone. Empty when it is valid. */
export function schemaErrors(xml: string | Uint8Array, driver = 'dmp-soap.xsd'): string[] {
  const schema = load(driver);
  const document = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    const details = (error as { details?: readonly { message: string }[] }).details ?? [];
    return details.length > 0 ? details.map(({ message }) => message.trim()) : [String(error)];
  } finally {
    document.dispose();
  }
}
