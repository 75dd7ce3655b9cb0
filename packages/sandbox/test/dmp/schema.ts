import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { XmlC14NMode, XmlDocument, XmlElement, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { conformanceFile } from '../../../tooling/src/conformance.ts';

const validators = new Map<string, XsdValidator>();
let provided = false;

function load(driver: string): XsdValidator {
  const known = validators.get(driver);
  if (known) return known;
  if (!provided) {
    provided = true;
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

const PAYLOAD = /<(?:[\w.-]+:)?Body[^>]*>(?:<\?[^>]*\?>)?(<([\w.-]+:)?([\w.-]+).*)<\/(?:[\w.-]+:)?Body>/s;
/** Schemas written here from the samples, for what has no public one. */
const OWN: Readonly<Record<string, string>> = {
  PRPA_IN201307UV02: 'records',
  PRPA_IN201308UV02: 'records',
  PRPA_IN201314UV02: 'records',
  PRPA_IN201314ResponseUV02: 'records',
  setAuthorization: 'habilitations',
  setAuthorizationResponse: 'habilitations',
  listAuthorizationByPatient: 'habilitations',
  listAuthorizationByPatientResponse: 'habilitations',
  patientList: 'patients',
  patientListResponse: 'patients',
};
const PDQ = new Set(['PRPA_IN201305UV02', 'PRPA_IN201306UV02']);

/** Local name of the element in the Body. */
export const payloadName = (envelope: Uint8Array) => PAYLOAD.exec(Buffer.from(envelope).toString('utf8'))?.[3] ?? '';

/** What is wrong with a message: envelope and payload by the official schemas; by ours, where there is none. */
export function messageErrors(envelope: Uint8Array): string[] {
  const name = payloadName(envelope);
  const errors = schemaErrors(envelope, PDQ.has(name) ? 'dmp-soap-pdq' : 'dmp-soap');
  const own = OWN[name];
  if (own === undefined) return errors;
  const whole = XmlDocument.fromString(Buffer.from(envelope).toString('utf8'));
  const body = whole.get("//*[local-name()='Body']/*");
  // Alone, with the namespaces that it takes from its envelope.
  const text =
    body instanceof XmlElement ? body.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 }) : '<nothing/>';
  whole.dispose();
  const document = XmlDocument.fromString(text);
  try {
    ownValidator(own).validate(document);
    return errors;
  } catch (error) {
    const details = (error as { details?: readonly { message: string }[] }).details ?? [];
    return [...errors, ...(details.length > 0 ? details.map(({ message }) => message.trim()) : [String(error)])];
  } finally {
    document.dispose();
  }
}

function ownValidator(name: string): XsdValidator {
  const known = validators.get(name);
  if (known) return known;
  const file = new URL(`xsd/${name}.xsd`, import.meta.url);
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file)));
  validators.set(name, validator);
  return validator;
}
