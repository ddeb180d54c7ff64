import { useRef } from 'react';
import { Button } from '@backstage/ui';
import { RiUpload2Line } from '@remixicon/react';
import { useTexts } from '../../translations';

/**
 * Chooses files for the script.
 *
 * @internal
 */
export function FileButton({ onFiles }: { onFiles(files: File[]): void }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="tertiary"
        iconStart={<RiUpload2Line />}
        onPress={() => input.current?.click()}
      >
        {t('newTask.script.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".sql,.txt,application/sql,text/plain"
        data-testid="script-file"
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          if (files.length) {
            onFiles(files);
          }
          // So that the same file can be chosen again after it was edited.
          event.target.value = '';
        }}
      />
    </>
  );
}
