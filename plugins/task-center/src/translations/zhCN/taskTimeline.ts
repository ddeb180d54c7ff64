import { taskTimeline as en } from '../en/taskTimeline';

/** @internal */
export const taskTimeline: Record<keyof typeof en, string> = {
  'taskTimeline.title': '耗时分布',
  'taskTimeline.bars': '各语句的耗时',
  'taskTimeline.statement': '第 {{from, number}} 条语句：{{duration}}',
  'taskTimeline.statements':
    '第 {{from, number}} 至 {{to, number}} 条语句：{{duration}}，最慢的是第 {{slowest}} 条，耗时 {{longest}}',
  'taskTimeline.withFailed': '{{words}}，{{number}} 条失败',
  'taskTimeline.withRolledBack': '{{words}}，{{number}} 条已回滚',
  'taskTimeline.withEnded': '{{words}}，{{number}} 条未正常结束',
  'taskTimeline.total': '总计 {{duration}}',
  'taskTimeline.slowest': '最慢的语句',
  'taskTimeline.slowestMark': '最慢：{{statement}}，{{duration}}',
  'taskTimeline.share': '{{percent}}%',
  'taskTimeline.failed': '失败',
  'taskTimeline.ended': '已终止或未知',
  'taskTimeline.subject': '耗时分布',
};
