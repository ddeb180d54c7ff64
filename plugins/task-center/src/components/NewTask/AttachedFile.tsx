import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCloseLine, RiFileTextLine } from '@remixicon/react';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { formatBytes } from '../common';
import { SqlCode } from '../SqlEditor';
import { ScriptCount } from './countScript';
import styles from './NewTaskPage.module.css';

const PREVIEW_BYTES = 4 * 1024;

/** @internal */
export interface AttachedFileProps {
  file: File;
  reason: string;
  dialect: SqlDialect;
  count: ScriptCount | undefined;
  onRemove(): void;
}

/**
 * A script that is sent as it is: its name, its size and how it begins.
 *
 * @internal
 */
export function AttachedFile(props: AttachedFileProps) {
  const { file, reason, dialect, onRemove } = props;
  const preview = useBeginning(file);
  return (
    <div className={styles.attached}>
      <div className={styles.attachedHeader}>
        <RiFileTextLine size={20} aria-hidden />
        <div className={styles.attachedName}>
          <strong>{file.name}</strong> · {formatBytes(file.size)}
          <div className={styles.secondary}>
            {reason} It is sent exactly as it is.
          </div>
        </div>
        <Button
          variant="secondary"
          iconStart={<RiCloseLine />}
          onPress={onRemove}
        >
          Remove
        </Button>
      </div>
      <SqlCode
        sql={preview}
        dialect={dialect}
        maxHeight={262}
        aria-label={`The beginning of ${file.name}`}
      />
    </div>
  );
}

function useBeginning(file: File): string {
  const [text, setText] = useState('');
  useEffect(() => {
    let isCurrent = true;
    file
      .slice(0, PREVIEW_BYTES)
      .arrayBuffer()
      .then(bytes => {
        const decoder = new TextDecoder();
        const beginning = decoder.decode(bytes, { stream: true });
        if (isCurrent) {
          setText(file.size > PREVIEW_BYTES ? `${beginning}\n…` : beginning);
        }
      });
    return () => {
      isCurrent = false;
    };
  }, [file]);
  return text;
}
