import { IdentityDuplicates, InsDatamatrixScanner } from '@socle-sante/react/ins';
import type { ReactNode } from 'react';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { addresses, go } from '../navigation.ts';
import { Title } from '../Title.tsx';
import { useWords } from '../words.ts';

/** Search first: a record is created only when none was found. */
export function Home(): ReactNode {
  const words = useWords();
  return (
    <>
      <Title>{words.homeTitle}</Title>
      <p className="cab-hint">{words.homeHint}</p>
      <div className="cab-stack">
        <div className="cab-card">
          <IdentityDuplicates onOpen={(ref) => go(addresses.record(ref))} onCreate={() => go(addresses.create)} />
        </div>
        <div className="cab-card">
          <InsDatamatrixScanner wasmUrl={wasmUrl} />
        </div>
      </div>
    </>
  );
}
