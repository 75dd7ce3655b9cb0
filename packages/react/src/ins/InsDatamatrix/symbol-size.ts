/** Side of the printed symbol with its quiet zone, in millimetres. */
export type DatamatrixSize = 18 | 22 | 26;

/** Smallest printed module, in millimetres: under it, common hand scanners fail. */
export const MIN_MODULE_MM = 0.33;
/** Quiet zone on each side, in modules; the norm asks for one. */
export const QUIET_MODULES = 2;
/** Pixels of a module on a screen: whole, so that no module is blurred. */
const SCREEN_MODULE_PX = 3;

export interface SymbolSize {
  /** With the quiet zone. */
  readonly printMm: number;
  readonly moduleMm: number;
  readonly screenPx: number;
}

/** The size asked for, or the smallest larger one whose modules can be read: long names make more modules. */
export function symbolSize(modules: number, wanted: DatamatrixSize): SymbolSize {
  const side = modules + 2 * QUIET_MODULES;
  const needed = side * MIN_MODULE_MM;
  const printMm = [18, 22, 26].find((size) => size >= wanted && size >= needed) ?? Math.ceil(needed);
  return { printMm, moduleMm: printMm / side, screenPx: side * SCREEN_MODULE_PX };
}
