import { compatWrapper } from '@backstage/core-compat-api';
import { Content, Header, Page } from '@backstage/core-components';
import { ShortcutsButton } from '../components/Shortcuts';
import { TaskCenterRoutes } from '../components/TaskCenterPage';
import { useTexts } from '../translations';

/** @internal */
export function LegacyPage() {
  const t = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('watch.sidebar.title')}>
        {compatWrapper(<ShortcutsButton />)}
      </Header>
      <Content noPadding>{compatWrapper(<TaskCenterRoutes />)}</Content>
    </Page>
  );
}
