import { IdentityForm } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import type { Draft } from '../draft.ts';
import { addresses, follow, go } from '../navigation.ts';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** A new record, with what was typed in the search: nothing is asked twice. */
export function Create(props: { readonly draft: Draft | undefined; readonly onCreated: () => void }): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.create}</Title>
      <p>
        <a className="cab-link" href={addresses.home} onClick={follow}>
          {words.backToSearch}
        </a>
      </p>
      <div className="cab-card">
        <IdentityForm
          mode="create"
          headingLevel={2}
          onSaved={({ patient }) => {
            props.onCreated();
            go(addresses.record(patient.ref));
          }}
          {...(props.draft ? { initial: props.draft.identity, collectedBy: props.draft.collectedBy } : {})}
        />
      </div>
    </>
  );
}
