import { AuditTrail } from '@socle-sante/react/common';
import type { ReactNode } from 'react';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** Who did what, in the whole product. */
export function Journal(): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.journal}</Title>
      <div className="cab-card">
        <AuditTrail scope="product" partners={['insi', 'dmp']} />
      </div>
    </>
  );
}
