import type { Deviation } from '@socle-sante/schematron';
import { type LoadedFile, type SchemaLoader, withDeviations } from '@socle-sante/schematron/compile';
import { attribute, escapeAttribute, parseXml, walk } from '@socle-sante/wire/xml';
import { J07_SOURCE, KIT_DEVIATIONS, MISSING_J07, WRITTEN_J07 } from './deviations.js';

const SVS = 'urn:ihe:iti:svs:2008';
const LIMITS = { maxBytes: 16 * 1_048_576, maxElements: 200_000 };

/** What a loader of the kit may tell. */
export interface KitLoaderOptions {
  /** Told of each liberty that was taken to give a file, when the file is read. */
  readonly onDeviation?: (deviation: Deviation) => void;
}

/**
 * The files of the kit with its known faults mended, each said. The value set that the kit names and does not have is taken from
 * `supplement/` when the folder has one, else it is written from the list of the kit that has the same codes.
 */
export function kitLoader(files: SchemaLoader, { onDeviation }: KitLoaderOptions = {}): SchemaLoader {
  const mended = withDeviations(
    {
      read(href, base) {
        const found = files.read(href, base);
        return found ?? (href === `supplement/${MISSING_J07}` ? writtenJ07(files) : undefined);
      },
    },
    KIT_DEVIATIONS,
  );
  if (onDeviation === undefined) return mended;
  return {
    read(href, base) {
      const found = mended.read(href, base);
      for (const each of found?.deviations ?? []) onDeviation(each);
      return found;
    },
  };
}

/** JDV_J07 in the form that the rules of the header read: `valueSets/valueSet/conceptList/concept`. */
function writtenJ07(files: SchemaLoader): LoadedFile | undefined {
  const source = files.read(J07_SOURCE, undefined);
  if (source === undefined) return undefined;
  const concepts = [...walk(parseXml(source.text, LIMITS))]
    .filter(({ namespace, local }) => namespace === SVS && local === 'Concept')
    .map((concept) => {
      const written = ['code', 'codeSystem', 'displayName']
        .map((name) => `${name}="${escapeAttribute(attribute(concept, name) ?? '')}"`)
        .join(' ');
      return `<concept ${written} level="0" type="L"/>`;
    });
  const text = `<valueSets xmlns="urn:hl7-org:v3"><valueSet xmlns="" id="1.2.250.1.213.1.1.5.471" name="JDV_J07_XdsTypeCode_CISIS"><conceptList>${concepts.join('')}</conceptList></valueSet></valueSets>`;
  return { name: source.name, text, deviations: [...(source.deviations ?? []), WRITTEN_J07] };
}
