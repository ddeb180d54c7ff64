import { KeyboardEvent, useRef, useState } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../translations';
import { FileItem } from './FileItem';
import styles from './FileList.module.css';
import { PartCount } from './ScriptCount';
import { ScriptUnit } from './ScriptUnit';
import { useFocusOfItems } from './useFocusOfItems';
import { ScriptUnits } from './useScriptUnits';
import { useReordering } from './useReordering';

/** @internal */
export interface FileListProps {
  script: ScriptUnits;
  /** Of the parts, in the same order. */
  counts: PartCount[];
  /** How long the editor's text is, in UTF-16 units. */
  editorLength: number;
  /** Called when the last file is removed, and the list goes with it. */
  onEmptied(): void;
}

/**
 * The parts of the script in the order in which they run. It is changed by dragging, with buttons or with keys.
 *
 * @internal
 */
export function FileList(props: FileListProps) {
  const { script, counts, editorLength } = props;
  const { units, selected } = script;
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const [news, setNews] = useState('');
  const nameOf = ({ file }: ScriptUnit) =>
    file?.name ?? t('newTask.files.written');

  const focus = useFocusOfItems(list, units);
  // What cannot be split is not read to its end.
  const sizeOf = ({ file }: ScriptUnit, count: PartCount | undefined) =>
    file?.size ??
    (count?.isFinished && !count.problem
      ? count.bytes
      : Math.max(editorLength, count?.bytes ?? 0));

  const move = (unit: ScriptUnit, to: number) => {
    const place = Math.min(Math.max(0, to), units.length - 1);
    focus(place, 1);
    script.move(unit.id, place);
    setNews(
      t('newTask.files.moved', {
        name: nameOf(unit),
        place: String(place + 1),
        total: String(units.length),
      }),
    );
  };
  const remove = (unit: ScriptUnit) => {
    focus(units.indexOf(unit), 0);
    script.remove(unit.id);
    const others = units.filter(other => other !== unit);
    if (others.every(({ file }) => !file)) {
      props.onEmptied();
    }
    setNews(t('newTask.files.removed', { name: nameOf(unit) }));
  };
  const dragging = useReordering(units, move);

  const onKey = (event: KeyboardEvent, unit: ScriptUnit, place: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      move(unit, place + step);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      remove(unit);
    }
  };

  return (
    <div className={styles.files}>
      <ol
        ref={list}
        className={styles.list}
        aria-label={t('newTask.files.list')}
        aria-describedby="task-files-keys"
      >
        {units.map((unit, place) => (
          <FileItem
            key={unit.id}
            name={nameOf(unit)}
            bytes={sizeOf(unit, counts[place])}
            place={place}
            isFirst={place === 0}
            isLast={place === units.length - 1}
            isSelected={unit.id === selected}
            count={counts[place]}
            drag={dragging.of(unit)}
            onSelect={() => script.select(unit.id)}
            onKeyDown={event => onKey(event, unit, place)}
            onMove={to => move(unit, to)}
            onRemove={() => remove(unit)}
          />
        ))}
      </ol>
      {units.length > 1 && (
        <p className={styles.about}>{t('newTask.files.about')}</p>
      )}
      <VisuallyHidden id="task-files-keys">
        {t('newTask.files.keys')}
      </VisuallyHidden>
      <VisuallyHidden role="status">{news}</VisuallyHidden>
    </div>
  );
}
