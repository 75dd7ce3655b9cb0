import { useGatewayClient } from '@socle-sante/react/hooks';
import {
  IdentityStatusPanel,
  InsComparison,
  InsDatamatrix,
  InsSearchForm,
  InsVitalePanel,
} from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { addresses, go } from '../navigation.ts';

/** From provisional to qualified: INSi on one side, the document on the other, in the order that suits the desk. */
export function IdentityWork(props: { readonly patientRef: string }): ReactNode {
  const { patientRef } = props;
  const client = useGatewayClient();
  const correct = (): void => go(addresses.record(patientRef, 'modifier'));
  return (
    <div className="cab-columns">
      <div className="cab-stack">
        <div className="cab-card">
          <IdentityStatusPanel patientRef={patientRef} />
        </div>
        <div className="cab-card">
          <InsDatamatrix patientRef={patientRef} />
        </div>
      </div>
      <div className="cab-stack">
        <div className="cab-card">
          <InsSearchForm
            patientRef={patientRef}
            compact
            slots={{
              found: (found, patient) => (
                <InsComparison
                  local={patient}
                  insi={found.snapshot}
                  rows={found.rows}
                  headingLevel={4}
                  onCorrect={correct}
                />
              ),
            }}
          />
        </div>
        <div className="cab-card">
          <InsVitalePanel patientRef={patientRef} reader={client.ins.vitale} />
        </div>
      </div>
    </div>
  );
}
