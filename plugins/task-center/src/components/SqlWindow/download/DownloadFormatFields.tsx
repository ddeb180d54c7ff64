import { Button, Select, Switch, TextField } from '@backstage/ui';
import {
  ResultFormat,
  ResultSeparator,
} from 'backstage-plugin-task-center-common';
import styles from './DownloadDialog.module.css';
import { forExcel } from './forExcel';

const SEPARATORS: { id: ResultSeparator; label: string }[] = [
  { id: 'comma', label: 'Comma ,' },
  { id: 'semicolon', label: 'Semicolon ;' },
  { id: 'tab', label: 'Tab' },
  { id: 'pipe', label: 'Pipe |' },
];

/** @internal */
export interface DownloadFormatFieldsProps {
  format: ResultFormat;
  onChange(format: ResultFormat): void;
}

/**
 * How the CSV files of a download are written.
 *
 * @internal
 */
export function DownloadFormatFields(props: DownloadFormatFieldsProps) {
  const { format, onChange } = props;
  const change = (values: ResultFormat) => onChange({ ...format, ...values });
  return (
    <>
      <div className={styles.presets} role="group" aria-label="Presets">
        <Button variant="secondary" size="small" onPress={() => onChange({})}>
          As stored
        </Button>
        <Button
          variant="secondary"
          size="small"
          onPress={() => onChange(forExcel())}
        >
          For Excel
        </Button>
      </div>
      <div className={styles.fields}>
        <Select
          label="Separator"
          options={SEPARATORS}
          value={format.separator ?? 'comma'}
          onChange={key => change({ separator: key as ResultSeparator })}
        />
        <TextField
          label="Text for NULL"
          name="nullText"
          placeholder="an empty field"
          maxLength={32}
          value={format.nullText ?? ''}
          onChange={nullText => change({ nullText })}
        />
      </div>
      <Switch
        label="Begin with a byte order mark, by which Excel knows UTF-8"
        isSelected={format.bom ?? false}
        onChange={bom => change({ bom })}
      />
      <Switch
        label="Put ' before texts that a spreadsheet would run as a formula"
        isSelected={format.neutralizeFormulas ?? false}
        onChange={neutralizeFormulas => change({ neutralizeFormulas })}
      />
    </>
  );
}
