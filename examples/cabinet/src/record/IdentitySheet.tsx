import { PrintSheet } from '@socle-sante/react/common';
import { PrintIdentityBlock } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';

/** What the patient takes away: the identity, and the datamatrix when the identity is qualified. */
export function IdentitySheet(props: { readonly patientRef: string }): ReactNode {
  const words = useWords();
  return (
    <PrintSheet title={words.sheet} identity={<PrintIdentityBlock patientRef={props.patientRef} />}>
      <h2>{words.sheet}</h2>
      <p>{words.sheetText}</p>
    </PrintSheet>
  );
}
