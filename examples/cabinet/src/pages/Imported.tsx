import { InsVerificationList } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** Identities that came from elsewhere with an INS. */
export function Imported(): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.imported}</Title>
      <p className="cab-hint">{words.importedHint}</p>
      <div className="cab-card">
        <InsVerificationList />
      </div>
    </>
  );
}
