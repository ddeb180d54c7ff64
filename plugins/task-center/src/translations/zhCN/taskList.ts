import { taskList as en } from '../en/taskList';

/** @internal */
export const taskList: Record<keyof typeof en, string> = {
  'taskList.empty.noMatch.title': '没有匹配的任务',
  'taskList.empty.noMatch.text': '可能有任务被当前筛选条件排除在外。',
  'taskList.empty.clearFilters': '清除全部筛选条件',
  'taskList.empty.title': '暂无任务',
  'taskList.empty.newTask': '新建任务',
  'taskList.empty.noConnections':
    '这里没有您可以使用的数据库。运维人员可在门户配置的 taskCenter.connections 下添加数据库。',
  'taskList.empty.canCreate':
    '提交 SQL 脚本后即可离开，稍后回来查看执行情况和返回的结果。',
  'taskList.empty.mayNotCreate':
    '您可以在这里查看任务，但不能新建任务。如需权限，请联系数据库的负责人。',
};
