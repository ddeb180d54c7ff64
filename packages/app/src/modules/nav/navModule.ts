import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { navContent } from './navContent';

/** Puts the portal's sidebar in the place of the default one. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [navContent],
});
