import { taskActions as en } from '../en/taskActions';

/** @internal */
export const taskActions: Record<keyof typeof en, string> = {
  'taskActions.more': '更多操作',
  'taskActions.more.named': '{{name}} 的更多操作',
  'taskActions.abort': '终止',
  'taskActions.abort.title': '终止“{{name}}”？',
  'taskActions.abort.confirm': '终止任务',
  'taskActions.abort.text':
    '正在执行的语句会在数据库上停止，不再发送后续语句。此前已执行的语句保持生效。',
  'taskActions.abort.text.allOrNothing':
    '正在执行的语句会在数据库上停止，不再发送后续语句。此前已执行的语句将被回滚：全部成功或全部不生效。',
  'taskActions.abort.text.waiting':
    '该任务尚未发送任何语句，终止后也不会发送。如果它恰好在此时开始执行，则会停止当时正在执行的语句。',
  'taskActions.abort.failed': '任务未被终止，可能仍在执行。',
  'taskActions.delete': '删除',
  'taskActions.delete.title': '删除“{{name}}”？',
  'taskActions.delete.confirm': '删除任务',
  'taskActions.delete.text':
    '该任务及其脚本、语句执行记录和日志将被永久删除。脚本在数据库中所做的更改保持不变。',
  'taskActions.delete.text.withResults':
    '该任务及其脚本、语句执行记录、日志和 {{resultSets}}将被永久删除。脚本在数据库中所做的更改保持不变。',
  'taskActions.delete.failed': '任务未被删除。',
  'taskActions.runAgain': '重新运行',
  'taskActions.runAgain.title': '重新运行“{{name}}”？',
  'taskActions.runAgain.name': '任务名称',
  'taskActions.runAgain.text':
    '将新建一个任务，以相同的设置从头运行同一脚本。脚本此前已做的更改保持不变。',
  'taskActions.runAgain.text.resumed':
    '将新建一个任务，以相同的设置运行同一脚本，与本任务一样从第 {{statement, number}} 条语句开始。脚本此前已做的更改保持不变。',
  'taskActions.newTask': '以此新建任务',
  'taskActions.copyLink': '复制链接',
  'taskActions.copyLink.copied': '链接已复制',
  'taskActions.copyLink.failed': '复制链接失败',
};
