import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';
import { SqlDialect } from 'backstage-plugin-task-center-common';
import { useTexts } from '../../translations';
import { SqlCode } from '../SqlEditor';
import styles from './NewTaskPage.module.css';
import { ScriptUnit } from './ScriptUnit';

const PREVIEW_BYTES = 4 * 1024;

/**
 * A statement of a file that is to be shown.
 *
 * @internal
 */
export interface Excerpt {
  line: number;
  text: string;
}

/** @internal */
export interface FilePreviewProps {
  file: File;
  reason: ScriptUnit['reason'];
  /** Whether it is the whole script, which then is what it is, byte for byte. */
  isAlone: boolean;
  dialect: SqlDialect;
  /** Shown in place of the beginning. */
  excerpt: Excerpt | undefined;
  onShowBeginning(): void;
}

/**
 * How a file begins that is sent as it is, or one of its statements.
 *
 * @internal
 */
export function FilePreview(props: FilePreviewProps) {
  const { file, reason, isAlone, dialect, excerpt, onShowBeginning } = props;
  const { name } = file;
  const t = useTexts();
  const beginning = useBeginning(file);
  const title = excerpt
    ? t('newTask.files.excerpt', { name, line: excerpt.line })
    : t('newTask.files.beginning', { name });
  const about = [
    reason && t(`newTask.files.reason.${reason}`),
    t('newTask.files.asItIs'),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.attached}>
      <div className={styles.attachedHeader}>
        <span className={styles.secondary}>
          {excerpt || !isAlone ? title : about}
        </span>
        {excerpt && (
          <Button variant="tertiary" size="small" onPress={onShowBeginning}>
            {t('newTask.files.showBeginning')}
          </Button>
        )}
      </div>
      <SqlCode
        key={excerpt ? `${excerpt.line} ${excerpt.text}` : 'beginning'}
        sql={excerpt?.text ?? beginning}
        firstLine={excerpt?.line}
        dialect={dialect}
        maxHeight={290}
        aria-label={title}
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
