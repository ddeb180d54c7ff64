import { Button, Select, Switch, TextField } from '@backstage/ui';
import {
  ResultFormat,
  ResultSeparator,
} from 'backstage-plugin-task-center-common';
import { useTexts } from '../../../translations';
import styles from './DownloadDialog.module.css';
import { forExcel } from './forExcel';

const SEPARATORS: ResultSeparator[] = ['comma', 'semicolon', 'tab', 'pipe'];

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
  const t = useTexts();
  const { format, onChange } = props;
  const change = (values: ResultFormat) => onChange({ ...format, ...values });
  return (
    <>
      <div
        className={styles.presets}
        role="group"
        aria-label={t('resultExport.format.presets')}
      >
        <Button variant="secondary" size="small" onPress={() => onChange({})}>
          {t('resultExport.format.asStored')}
        </Button>
        <Button
          variant="secondary"
          size="small"
          onPress={() => onChange(forExcel())}
        >
          {t('resultExport.format.forExcel')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Select
          label={t('resultExport.format.separator')}
          options={SEPARATORS.map(id => ({
            id,
            label: t(`resultExport.format.${id}`),
          }))}
          value={format.separator ?? 'comma'}
          onChange={key => change({ separator: key as ResultSeparator })}
        />
        <TextField
          label={t('resultExport.format.null')}
          name="nullText"
          placeholder={t('resultExport.format.null.empty')}
          maxLength={32}
          value={format.nullText ?? ''}
          onChange={nullText => change({ nullText })}
        />
      </div>
      <Switch
        label={t('resultExport.format.bom')}
        isSelected={format.bom ?? false}
        onChange={bom => change({ bom })}
      />
      <Switch
        label={t('resultExport.format.formulas')}
        isSelected={format.neutralizeFormulas ?? false}
        onChange={neutralizeFormulas => change({ neutralizeFormulas })}
      />
    </>
  );
}
