export * from './readResumeAdvice';
export * from './resumptions';
