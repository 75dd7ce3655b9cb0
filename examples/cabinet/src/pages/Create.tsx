import { IdentityForm } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { addresses, follow, go } from '../navigation.ts';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

export function Create(): ReactNode {
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
        <IdentityForm mode="create" onSaved={({ patient }) => go(addresses.record(patient.ref))} />
      </div>
    </>
  );
}
