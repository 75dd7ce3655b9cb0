import { ServiceStatus } from '@socle-sante/react/common';
import type { ReactNode } from 'react';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

export function Services(): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.services}</Title>
      <ServiceStatus layout="panel" headingLevel={2} />
    </>
  );
}
