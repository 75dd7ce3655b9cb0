import {
  IdentityStatusPanel,
  InsComparison,
  InsDatamatrix,
  InsSearchForm,
  type InsSearchFormProps,
  InsVitalePanel,
} from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { addresses, go } from '../navigation.ts';
import { useWords } from '../words.ts';

/** From provisional to qualified: INSi on one side, the document on the other, in the order that suits the desk. */
export function IdentityWork(props: { readonly patientRef: string }): ReactNode {
  const { patientRef } = props;
  const words = useWords();
  const comparison: NonNullable<InsSearchFormProps['slots']> = {
    found: (found, patient) => (
      <InsComparison
        local={patient}
        insi={found.snapshot}
        rows={found.rows}
        headingLevel={4}
        onCorrect={() => go(addresses.record(patientRef, 'modifier'))}
      />
    ),
  };
  return (
    <div className="cab-columns">
      <div className="cab-stack">
        <div className="cab-card">
          <IdentityStatusPanel patientRef={patientRef} />
        </div>
        <div className="cab-card">
          <h3 className="cab-card-title">{words.datamatrix}</h3>
          <InsDatamatrix patientRef={patientRef} />
        </div>
      </div>
      <div className="cab-stack">
        <div className="cab-card">
          <InsSearchForm patientRef={patientRef} compact slots={comparison} />
        </div>
        <div className="cab-card">
          <InsVitalePanel patientRef={patientRef} slots={comparison} />
        </div>
      </div>
    </div>
  );
}
