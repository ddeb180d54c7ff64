import { completeness as en } from '../en/completeness';

/** @internal */
export const completeness: Record<keyof typeof en, string> = {
  'completeness.cut':
    '语句返回的行多于此处的 {{rows}}：{{because}}。{{advice}}',
  'completeness.cut.foot': '后续行未保留：{{because}}。',
  'completeness.cut.rows': '截断于 {{limit, number}} 行',
  'completeness.cut.rows.because': '已达到查询结果限制 {{limit, number}} 行',
  'completeness.cut.rows.advice': '如需其余的行，请提高限制后重新运行任务。',
  'completeness.cut.result-bytes': '因大小限制被截断',
  'completeness.cut.result-bytes.because':
    '此连接上的单个结果集不能超过 {{limit}}',
  'completeness.cut.result-bytes.advice':
    '请减少查询的列或行，或拆分为多条语句。',
  'completeness.cut.task-bytes': '因任务大小限制被截断',
  'completeness.cut.task-bytes.because':
    '此连接上单个任务的结果不能超过 {{limit}}',
  'completeness.cut.task-bytes.advice': '请将脚本拆分为多个任务。',
  'completeness.cut.user-quota': '因空间不足被截断',
  'completeness.cut.user-quota.because': '{{user}} 的结果已占满个人可用空间',
  'completeness.cut.user-quota.advice': '请清除不再需要的结果，然后重新运行。',
  'completeness.cut.overall-quota': '因空间不足被截断',
  'completeness.cut.overall-quota.because': '门户中已没有存放结果的空间',
  'completeness.cut.overall-quota.advice':
    '请清除不再需要的结果，或联系门户的运维人员扩容。',
  'completeness.itsLimit': '上限',
  'completeness.coming': '仍在返回',
  'completeness.coming.sentence': '语句仍在执行，目前已返回 {{rows}}。',
  'completeness.coming.foot': '语句仍在执行，可能还会返回更多行。',
  'completeness.partial': '不完整',
  'completeness.partial.sentence_one':
    '此处的 1 行并不完整：语句在返回全部行之前已结束。',
  'completeness.partial.sentence_other':
    '这 {{count, number}} 行并不完整：语句在返回全部行之前已结束。',
  'completeness.partial.sentence.error_one':
    '此处的 1 行并不完整：语句在返回全部行之前已结束（{{error}}）。',
  'completeness.partial.sentence.error_other':
    '这 {{count, number}} 行并不完整：语句在返回全部行之前已结束（{{error}}）。',
  'completeness.partial.foot': '后续行缺失：语句在返回全部行之前已结束。',
  'completeness.partial.foot.error':
    '后续行缺失：语句在返回全部行之前已结束（{{error}}）。',
};
