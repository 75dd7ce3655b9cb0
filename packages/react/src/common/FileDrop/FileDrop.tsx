'use client';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type BaseProps, component, type MessagesProp, rootProps } from '../../base/component.js';
import { useSocle } from '../../base/context.js';
import { formatBytes } from '../../base/format.js';
import { useMessages } from '../../base/use-messages.js';
import { Button } from '../../parts/Button.js';
import { FieldError } from '../../parts/Field.js';
import { Icon } from '../../parts/icons.js';
import { useAnnounceChange } from '../LiveRegion/useAnnounce.js';
import { fileDropMessages } from './FileDrop.messages.js';
import { acceptAttribute } from './file-kind.js';
import { type DroppedFile, type FileDropOptions, type FileProblem, isUsable, useFileDrop } from './useFileDrop.js';

export interface FileDropProps extends BaseProps, FileDropOptions, MessagesProp<typeof fileDropMessages> {
  /** Accessible name of the zone: « Copie du document ». */
  readonly label: string;
  /** On a phone: opens the camera. */
  readonly capture?: 'environment' | 'user';
  readonly isDisabled?: boolean;
}

/** Brings a file: a real file input, a place to drop, a place to paste. What is brought stays on this machine. */
export const FileDrop = component<FileDropProps, HTMLFieldSetElement>('FileDrop', (props, ref) => {
  const t = useMessages(fileDropMessages, props.messages);
  const { locale } = useSocle();
  const drop = useFileDrop(props);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { accept, multiple = false, isDisabled = false } = props;
  const kinds = accept.map((kind) => t(`kind.${kind}`)).join(', ');
  const max = formatBytes(drop.maxBytes, locale);
  useAnnounceChange(drop.files.length === 0 ? '' : t('files', { n: drop.files.length }));

  const sentence = ({ code }: FileProblem, file: DroppedFile): string => {
    if (code === 'type') return t('type', { found: t(`kind.${file.kind}`), list: kinds });
    if (code === 'big') return t('big', { size: formatBytes(file.size, locale), max });
    return t(code);
  };
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    event.preventDefault();
    setOver(false);
    if (!isDisabled) void drop.add(event.dataTransfer.files);
  };

  return (
    <fieldset
      {...rootProps('FileDrop', 'sc-fieldset sc-drop', props)}
      ref={ref}
      onPaste={(event) => {
        if (!isDisabled && event.clipboardData.files.length > 0) void drop.add(event.clipboardData.files);
      }}
    >
      <legend className="sc-legend">{props.label}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file input is the first */}
      <div
        className="sc-drop-zone"
        data-over={over || undefined}
        data-disabled={isDisabled || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Icon name="upload" className="sc-drop-icon" />
        <p className="sc-text sc-drop-sentence">
          {t(multiple ? 'dropMany' : 'drop')}{' '}
          <input
            ref={input}
            id={id}
            type="file"
            className="sc-hidden sc-drop-input"
            accept={acceptAttribute(accept)}
            multiple={multiple}
            disabled={isDisabled}
            capture={props.capture}
            aria-label={`${props.label}, ${t(multiple ? 'browseMany' : 'browse')}`}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              void drop.add([...(event.target.files ?? [])]);
              // The same file may be chosen again after it was removed.
              event.target.value = '';
            }}
          />
          <label className="sc-link sc-drop-browse" htmlFor={id}>
            {t(multiple ? 'browseMany' : 'browse')}
          </label>
        </p>
        <p className="sc-text sc-field-hint" id={`${id}-hint`}>
          {t('accepted', { list: kinds, max })} {t('paste')}
        </p>
      </div>
      {drop.reading.map((name) => (
        <p key={name} className="sc-text sc-muted" role="status">
          {t('reading', { name })}
        </p>
      ))}
      {drop.files.length === 0 ? null : (
        <ul className="sc-list sc-drop-files">
          {drop.files.map((file) => (
            <FileLine
              key={file.key}
              file={file}
              kind={t(`kind.${file.kind}`)}
              size={formatBytes(file.size, locale)}
              removeLabel={t('remove', { name: file.name })}
              onRemove={() => {
                drop.remove(file.key);
                input.current?.focus();
              }}
              sentence={(problem) => sentence(problem, file)}
            />
          ))}
        </ul>
      )}
    </fieldset>
  );
});

function FileLine(props: {
  readonly file: DroppedFile;
  readonly kind: string;
  readonly size: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly sentence: (problem: FileProblem) => string;
}): ReactNode {
  const { file } = props;
  return (
    <li className="sc-drop-file" data-usable={isUsable(file) || undefined}>
      <Icon name={isUsable(file) ? 'file-check' : 'file'} className="sc-drop-file-icon" />
      <div className="sc-drop-file-body">
        <p className="sc-text sc-drop-name">{file.name}</p>
        <p className="sc-text sc-muted sc-num sc-drop-facts">
          {props.kind} · {props.size}
        </p>
        {file.problems.map((problem) =>
          problem.severity === 'error' ? (
            <FieldError key={problem.code} id={`${file.key}-${problem.code}`}>
              {props.sentence(problem)}
            </FieldError>
          ) : (
            <p key={problem.code} className="sc-text sc-drop-warning">
              <Icon name="warning" />
              <span>{props.sentence(problem)}</span>
            </p>
          ),
        )}
      </div>
      <Button variant="quiet" icon="trash" iconOnly onClick={props.onRemove}>
        {props.removeLabel}
      </Button>
    </li>
  );
}
