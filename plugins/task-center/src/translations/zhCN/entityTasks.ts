import { entityTasks as en } from '../en/entityTasks';

/** @internal */
export const entityTasks: Record<keyof typeof en, string> = {
  'entityTasks.connections': '数据库连接',
  'entityTasks.noConnection.title': '此数据库尚未配置连接',
  'entityTasks.noConnection.text':
    '运维人员在门户配置的 taskCenter.connections 下添加连接，且您有权使用后，即可在此执行任务。该连接的 entityRef 为',
  'entityTasks.noDatabase.title': '没有可执行任务的数据库',
  'entityTasks.noDatabase.text':
    '此实体所依赖的资源中，没有您可以在任务中心使用的数据库连接。',
  'entityTasks.card.title': '任务',
  'entityTasks.card.newTask': '新建任务',
  'entityTasks.card.allTasks': '全部任务',
  'entityTasks.card.tasks': '最近的任务',
  'entityTasks.card.tasksSubject': '任务',
  'entityTasks.card.noTasks': '此处尚未执行过任务。',
  'entityTasks.card.health': '最近 30 天每天的任务状况',
  'entityTasks.card.since': '30 天前',
  'entityTasks.card.today': '今天',
};
