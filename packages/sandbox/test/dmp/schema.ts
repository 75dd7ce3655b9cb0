import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { conformanceFile } from '../../../tooling/src/conformance.ts';

const validators = new Map<string, XsdValidator>();

function load(driver: string): XsdValidator {
  const known = validators.get(driver);
  if (known) return known;
  if (validators.size === 0) {
    const { urls } = JSON.parse(readFileSync(conformanceFile('xds/catalog.json'), 'utf8')) as {
      urls: Readonly<Record<string, string>>;
    };
    const local = (url: string) => {
      const file = urls[url];
      return file === undefined ? url : pathToFileURL(conformanceFile(`xds/${file}`)).href;
    };
    xmlRegisterInputProvider({
      match: (url) => fsInputProviders.match(local(url)),
      open: (url) => fsInputProviders.open(local(url)),
      read: (fd, buffer) => fsInputProviders.read(fd, buffer),
      close: (fd) => fsInputProviders.close(fd),
    });
  }
  const file = conformanceFile(`xds/schema/drivers/${driver}.xsd`);
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(file).href }));
  validators.set(driver, validator);
  return validator;
}

/** What the official schemas say against a message; the XOP references are replaced by base64 first. */
export function schemaErrors(envelope: Uint8Array, driver: 'dmp-soap' | 'dmp-soap-pdq' = 'dmp-soap'): string[] {
  const text = Buffer.from(envelope)
    .toString('utf8')
    .replace(/<xop:Include[^>]*\/>/g, 'AA==');
  const document = XmlDocument.fromString(text);
  try {
    load(driver).validate(document);
    return [];
  } catch (error) {
    const details = (error as { details?: readonly { message: string }[] }).details ?? [];
    return details.length > 0 ? details.map(({ message }) => message.trim()) : [String(error)];
  } finally {
    document.dispose();
  }
}
