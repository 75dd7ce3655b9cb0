import { folderLoader } from '@socle-sante/schematron/node';
import type { XsdError } from '../official/kit.js';
import { withoutValues } from './xsd-message.js';

type Library = typeof import('libxml2-wasm');

/** The schema of the kit: CDA R2 with the extensions of the SDTC, of IHE and of DICOM. */
export const XSD_FILE = 'infrastructure/cda/CDA_extended.xsd';

/** The XML schema of a folder, loaded at the first document. */
export interface FolderXsd {
  validate(bytes: Uint8Array): Promise<readonly XsdError[]>;
  close(): void;
}

let library: Promise<Library> | undefined;
let opened = 0;

/** Not before it is needed: the module costs about 60 ms. */
function load(): Promise<Library> {
  library ??= import('libxml2-wasm');
  return library;
}

/** The XML schema of the kit in a folder. */
export function openXsd(root: string): FolderXsd {
  let validator: Promise<{ lib: Library; xsd: InstanceType<Library['XsdValidator']> }> | undefined;
  const ready = () => {
    validator ??= load().then((lib) => ({ lib, xsd: makeValidator(lib, root) }));
    return validator;
  };
  return {
    async validate(bytes) {
      const { lib, xsd } = await ready();
      return errorsOf(lib, xsd, bytes);
    },
    close() {
      validator?.then(({ xsd }) => xsd.dispose()).catch(() => undefined);
      validator = undefined;
    },
  };
}

/** Files are served from the folder only, under a scheme of our own: nothing else has an address here. */
function makeValidator(lib: Library, root: string): InstanceType<Library['XsdValidator']> {
  opened += 1;
  const base = `socle-kit:/${opened}/`;
  const files = folderLoader(root);
  const handles = new Map<number, { readonly bytes: Uint8Array; at: number }>();
  let next = 0;
  lib.xmlRegisterInputProvider({
    match: (url) => url.startsWith(base),
    open(url) {
      const found = files.read(url.slice(base.length), undefined);
      if (found === undefined) return undefined;
      next += 1;
      const bytes = typeof found.text === 'string' ? new TextEncoder().encode(found.text) : found.text;
      handles.set(next, { bytes, at: 0 });
      return next;
    },
    read(handle, buffer) {
      const file = handles.get(handle);
      if (file === undefined) return -1;
      const part = file.bytes.subarray(file.at, file.at + buffer.byteLength);
      buffer.set(part);
      file.at += part.byteLength;
      return part.byteLength;
    },
    close: (handle) => handles.delete(handle),
  });
  const text = files.read(XSD_FILE, undefined)?.text ?? '';
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const schema = lib.XmlDocument.fromBuffer(bytes, { url: `${base}${XSD_FILE}`, option: safe(lib) });
  try {
    return lib.XsdValidator.fromDoc(schema);
  } finally {
    schema.dispose();
  }
}

function safe({ ParseOption }: Library): number {
  return ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

function errorsOf(lib: Library, xsd: InstanceType<Library['XsdValidator']>, bytes: Uint8Array): XsdError[] {
  const { XML_PARSE_HUGE, XML_PARSE_BIG_LINES } = lib.ParseOption;
  let document: InstanceType<Library['XmlDocument']>;
  try {
    document = lib.XmlDocument.fromBuffer(bytes, { option: safe(lib) | XML_PARSE_HUGE | XML_PARSE_BIG_LINES });
  } catch (error) {
    return told(error);
  }
  try {
    // A document does not choose its schema, nor which files are read to check it.
    for (const each of document.find('//@xsi:schemaLocation | //@xsi:noNamespaceSchemaLocation', { xsi: XSI })) {
      if (each instanceof lib.XmlAttribute) each.remove();
    }
    xsd.validate(document);
    return [];
  } catch (error) {
    return told(error);
  } finally {
    document.dispose();
  }
}

interface LibDetail {
  readonly message: string;
  readonly line: number;
}

function told(error: unknown): XsdError[] {
  const details = (error as { readonly details?: readonly LibDetail[] }).details;
  // Anything but a refusal of the document is a fault of the engine.
  if (details === undefined || details.length === 0) throw error;
  return details.map(({ message, line }) => {
    const text = message.replace(/\s+/g, ' ').trim();
    return { message: text, template: withoutValues(text), ...(line > 0 ? { line } : {}) };
  });
}
