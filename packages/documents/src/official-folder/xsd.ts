import { folderLoader } from '@socle-sante/schematron/node';
import type { XsdError } from '../official/kit.js';
import { OfficialFolderError } from './error.js';
import { bytesOf, withAddress } from './xsd-files.js';
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

/** The validator of a folder, whose files have an address while it is made. @throws OfficialFolderError */
function makeValidator(lib: Library, root: string): InstanceType<Library['XsdValidator']> {
  const files = folderLoader(root);
  return withAddress(lib, files, (base) => {
    const bytes = bytesOf(files.read(XSD_FILE, undefined)?.text ?? '');
    let schema: InstanceType<Library['XmlDocument']> | undefined;
    try {
      schema = lib.XmlDocument.fromBuffer(bytes, { url: `${base}${XSD_FILE}`, option: safe(lib) });
      return lib.XsdValidator.fromDoc(schema);
    } catch {
      throw new OfficialFolderError(
        'documents.official.schema',
        `The XML schema "${XSD_FILE}" cannot be used: it is damaged, or a file that it includes is missing.`,
      );
    } finally {
      schema?.dispose();
    }
  });
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
