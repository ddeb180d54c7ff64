export * from './BundleDialog';
