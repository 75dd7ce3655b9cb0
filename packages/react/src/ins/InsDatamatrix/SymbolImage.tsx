import type { CSSProperties, ReactNode } from 'react';
import type { DatamatrixSymbol } from './draw-symbol.js';
import { QUIET_MODULES, type SymbolSize } from './symbol-size.js';

/** Half-modules of the path, with the quiet zone around. */
const QUIET = 2 * QUIET_MODULES;

/** The symbol: black on white in every theme, whole pixels on a screen, millimetres on paper. */
export function SymbolImage(props: {
  readonly symbol: Pick<DatamatrixSymbol, 'modules' | 'path'>;
  readonly size: SymbolSize;
  readonly label: string;
}): ReactNode {
  const { symbol, size } = props;
  const side = 2 * symbol.modules + 2 * QUIET;
  return (
    <svg
      className="sc-datamatrix-symbol"
      role="img"
      aria-label={props.label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      width={size.screenPx}
      height={size.screenPx}
      shapeRendering="crispEdges"
      data-modules={symbol.modules}
      data-print-mm={size.printMm}
      style={{ '--sc-datamatrix-print-size': `${size.printMm}mm` } as CSSProperties}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={symbol.path} fill="#000" fillRule="evenodd" />
    </svg>
  );
}
