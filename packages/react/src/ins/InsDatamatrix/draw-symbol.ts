import type { Traits } from '@socle-sante/gateway/contract';
import { decodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { datamatrix, drawingSVG } from 'bwip-js/generic';

/** A Data Matrix symbol (ISO/IEC 16022, ECC 200, square), in modules. */
export interface DatamatrixSymbol {
  /** Modules on a side, without the quiet zone. */
  readonly modules: number;
  /** Outlines of the dark modules, in an SVG path (`fill-rule: evenodd`); one unit is half a module. */
  readonly path: string;
  /** The INS in clear, read back from what was encoded. */
  readonly clear: { readonly traits: Traits; readonly matricule: string; readonly oid: string };
}

/** Units of the path for one module, as bwip-js draws at scale 1. */
const UNITS = 2;

/**
 * Draws the text of an INS datamatrix. Loaded on first use: the barcode library stays out of the pages that show none.
 * Throws when the text is not an INS datamatrix, so that nothing wrong is ever shown.
 */
export function drawSymbol(text: string): DatamatrixSymbol {
  const read = decodeDatamatrix(text, { mode: 'strict' });
  if (!read.ok) throw new RangeError('The text is not an INS datamatrix.');
  const svg: string = datamatrix({ bcid: 'datamatrix', text, scale: 1 }, drawingSVG());
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const path = /<path d="([^"]+)"/.exec(svg)?.[1];
  if (!path || !Number.isInteger(size / UNITS)) throw new RangeError('The symbol was not drawn.');
  const { ins, traits } = read.value;
  return {
    modules: size / UNITS,
    path,
    clear: {
      traits: {
        birthName: traits.nomNaissance,
        firstNames: traits.listePrenoms,
        firstName: traits.premierPrenom,
        sex: traits.sexe,
        birthDate: traits.dateNaissance,
        ...(traits.lieuNaissance === undefined ? {} : { birthPlace: traits.lieuNaissance }),
      },
      matricule: ins.matricule,
      oid: ins.oid,
    },
  };
}
