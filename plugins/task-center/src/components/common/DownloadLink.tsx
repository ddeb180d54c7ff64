import { ReactNode, useEffect, useState } from 'react';
import { Button, ButtonLink, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useTexts } from '../../translations';
import { useDownloadAccess } from './DownloadAccess';

/**
 * @internal
 */
export interface DownloadLinkProps {
  /** Gives the address of the file. It is asked anew when `id` changes. */
  getUrl: () => Promise<string>;
  /** Names the file among all others. */
  id: string;
  children: ReactNode;
  variant?: 'primary' | 'secondary' | 'tertiary';
}

/**
 * A button that downloads a file without taking it into the page's memory.
 *
 * @internal
 */
export function DownloadLink(props: DownloadLinkProps) {
  const t = useTexts();
  const { children, variant = 'secondary' } = props;
  const access = useDownloadAccess();
  const url = useUrl(props);

  if (access.status === 'error') {
    return (
      <TooltipTrigger>
        <Button
          variant={variant}
          iconStart={<RiDownload2Line />}
          onPress={access.retry}
        >
          {children}
        </Button>
        <Tooltip>
          {t('common.download.failed', { reason: access.error.message })}
        </Tooltip>
      </TooltipTrigger>
    );
  }
  if (access.status === 'loading' || !url) {
    return (
      <Button variant={variant} iconStart={<RiDownload2Line />} isDisabled>
        {children}
      </Button>
    );
  }
  return (
    <ButtonLink
      href={url}
      variant={variant}
      iconStart={<RiDownload2Line />}
      download
    >
      {children}
    </ButtonLink>
  );
}

function useUrl({ getUrl, id }: DownloadLinkProps): string | undefined {
  const [known, setKnown] = useState<{ id: string; url: string }>();
  useEffect(() => {
    let current = true;
    getUrl().then(
      url => current && setKnown({ id, url }),
      () => current && setKnown(undefined),
    );
    return () => {
      current = false;
    };
    // The callback is new at every render; `id` says when its answer is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id]);
  return known?.id === id ? known.url : undefined;
}
