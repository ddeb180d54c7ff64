import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// The plugins come from this package's dependencies: see app.packages in
// app-config.yaml.
export default createApp({ features: [navModule] });
