import { Select, TextField } from '@backstage/ui';
import { useTexts } from '../../translations';
import styles from './NewTaskPage.module.css';
import { TimeUnit } from './TaskForm';

/** @internal */
export interface TimeoutFieldProps {
  label: string;
  description: string;
  name: string;
  placeholder?: string;
  units: TimeUnit[];
  value: string;
  unit: TimeUnit;
  onChange(value: string, unit: TimeUnit): void;
  error?: string;
}

/**
 * A length of time: a number and its unit.
 *
 * @internal
 */
export function TimeoutField(props: TimeoutFieldProps) {
  const t = useTexts();
  const { label, units, value, unit, onChange, error } = props;
  return (
    <div className={styles.timeout}>
      <TextField
        label={label}
        description={props.description}
        name={props.name}
        inputMode="decimal"
        placeholder={props.placeholder}
        value={value}
        onChange={text => onChange(text, unit)}
        validationBehavior="aria"
        validate={() => error}
      />
      <Select
        aria-label={t('taskSettings.unit', { label })}
        className={styles.unit}
        options={units.map(id => ({
          id,
          label: t(`taskSettings.unit.${id}`),
        }))}
        value={unit}
        onChange={key => onChange(value, key as TimeUnit)}
      />
    </div>
  );
}
