import { DepositQueue } from '@socle-sante/react/dmp';
import type { ReactNode } from 'react';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** Everything that the practice sends, and what became of it. */
export function Sendings(): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.sendings}</Title>
      <div className="cab-card">
        <DepositQueue />
      </div>
    </>
  );
}
