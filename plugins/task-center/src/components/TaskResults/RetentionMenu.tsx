import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiDeleteBinLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTexts } from '../../translations';
import { formatDate } from '../common';
import styles from './TaskResults.module.css';
import { ResultRetentionProps } from './ResultRetention';
import { useResultDialogs } from './useResultDialogs';

/**
 * Until when the results are kept; the ways to change that open from there.
 *
 * @internal
 */
export function RetentionMenu({ task, onChanged }: ResultRetentionProps) {
  const t = useTexts();
  const { request, dialog } = useResultDialogs(task, onChanged);
  const { resultsExpireAt, actions } = task;
  const text =
    resultsExpireAt &&
    t('executionResult.keptUntil.alone', {
      date: formatDate(resultsExpireAt, t),
    });
  const canKeep = actions.includes('keepResults');
  const canDrop = actions.includes('dropResults');
  if (!canKeep && !canDrop) {
    return text ? <span className={styles.retention}>{text}</span> : null;
  }
  return (
    <>
      <MenuTrigger>
        <Button variant="tertiary" iconEnd={<RiArrowDownSLine />}>
          <span className={styles.quiet}>
            {text ?? t('executionResult.results')}
          </span>
        </Button>
        <Menu placement="bottom end">
          {canKeep && (
            <MenuItem
              iconStart={<RiTimeLine />}
              onAction={() => request('keep')}
            >
              {t('executionResult.keep')}
            </MenuItem>
          )}
          {canDrop && (
            <MenuItem
              iconStart={<RiDeleteBinLine />}
              onAction={() => request('drop')}
            >
              {t('executionResult.drop')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {dialog}
    </>
  );
}
