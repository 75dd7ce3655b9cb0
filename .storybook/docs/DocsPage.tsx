import { Controls, Description, Primary, Stories, Subtitle, Title, useOf } from '@storybook/addon-docs/blocks';
import { CopyCode, Labels, Requirements, Table } from './blocks.tsx';

/** The page of a component: purpose, props, labels in both languages, requirements, keyboard, every story. */
export function DocsPage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  const component = preparedMeta.title.split('/').at(-1) ?? '';
  const keyboard = preparedMeta.parameters['keyboard'] as readonly (readonly [string, string])[] | undefined;
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <Primary />
      <Controls />
      <CopyCode component={component} />
      <Requirements component={component} />
      {keyboard ? (
        <>
          <h2>Clavier / Keyboard</h2>
          <Table
            head={['Touche', 'Effet']}
            rows={keyboard.map(([key, effect]) => [<kbd key="k">{key}</kbd>, effect])}
          />
        </>
      ) : null}
      <Labels component={component} />
      <Stories />
    </>
  );
}
