/** Symbol as an image. */
export interface SymbolImages {
  readonly svg: string;
  readonly png: Uint8Array;
}

/**
 * Draws a square Data Matrix ECC 200 (ISO/IEC 16022), black on white, with a quiet zone of two modules.
 *
 * bwip-js draws a transparent background by default, which readers do not find: it is painted white.
 */
export async function drawDatamatrix(text: string, scale = 4): Promise<SymbolImages> {
  const { toBuffer, toSVG } = await import('bwip-js/node');
  const options = {
    bcid: 'datamatrix',
    text,
    scale,
    paddingwidth: 2,
    paddingheight: 2,
    backgroundcolor: 'FFFFFF',
  };
  return { svg: toSVG(options), png: await toBuffer(options) };
}
