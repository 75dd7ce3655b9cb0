import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentType, ReactNode } from 'react';
import { CodeLabel } from '../common/CodeLabel/CodeLabel.js';
import { codeLabelStates } from '../common/CodeLabel/CodeLabel.states.js';
import { EnvironmentNote } from '../common/EnvironmentBanner/EnvironmentBanner.js';
import { environmentBannerStates } from '../common/EnvironmentBanner/EnvironmentBanner.states.js';
import { FindingsList } from '../common/FindingsList/FindingsList.js';
import { findingsListStates } from '../common/FindingsList/FindingsList.states.js';
import { LunarDateField } from '../common/LunarDateField/LunarDateField.js';
import { lunarDateFieldStates } from '../common/LunarDateField/LunarDateField.states.js';
import { MatriculeField } from '../common/MatriculeField/MatriculeField.js';
import { matriculeFieldStates } from '../common/MatriculeField/MatriculeField.states.js';
import { OfficialErrorAlert } from '../common/OfficialErrorAlert/OfficialErrorAlert.js';
import { officialErrorAlertStates } from '../common/OfficialErrorAlert/OfficialErrorAlert.states.js';
import { SocleProvider } from '../provider.js';

const looks = [
  { theme: 'light', locale: 'fr' },
  { theme: 'dark', locale: 'fr' },
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'en' },
] as const;

/** Each state in both themes and both languages. */
function Matrix<P extends object>(props: {
  readonly of: ComponentType<P>;
  readonly states: Readonly<Record<string, Partial<P>>>;
  readonly without?: readonly string[];
}): ReactNode {
  const Of = props.of as ComponentType<object>;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(4, minmax(17rem, 1fr))', overflow: 'auto' }}>
      {Object.entries(props.states)
        .filter(([state]) => !props.without?.includes(state))
        .flatMap(([state, given]) =>
          looks.map((look) => (
            <div key={`${state}-${look.theme}-${look.locale}`} style={{ display: 'grid' }}>
              <SocleProvider {...look}>
                <div className="sc-block" style={{ padding: '0.75rem', background: 'var(--sc-sys-surface)' }}>
                  <p className="sc-text sc-code sc-muted">
                    {state} · {look.theme} · {look.locale}
                  </p>
                  <Of {...given} />
                </div>
              </SocleProvider>
            </div>
          )),
        )}
    </div>
  );
}

const meta = { title: 'Matrices/Commun', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } } satisfies Meta;
export default meta;
type Story = StoryObj;

export const Erreurs: Story = { render: () => <Matrix of={OfficialErrorAlert} states={officialErrorAlertStates} /> };
export const Anomalies: Story = {
  render: () => <Matrix of={FindingsList} states={findingsListStates} without={['many']} />,
  // The same list several times: their regions share a name, which a page would not do.
  parameters: { a11y: { options: { rules: { 'landmark-unique': { enabled: false } } } } },
};
export const Dates: Story = { render: () => <Matrix of={LunarDateField} states={lunarDateFieldStates} /> };
export const Matricules: Story = { render: () => <Matrix of={MatriculeField} states={matriculeFieldStates} /> };
export const Environnements: Story = { render: () => <Matrix of={EnvironmentNote} states={environmentBannerStates} /> };
export const Codes: Story = { render: () => <Matrix of={CodeLabel} states={codeLabelStates} /> };
