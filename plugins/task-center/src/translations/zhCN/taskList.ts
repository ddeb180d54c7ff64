import { taskList as en } from '../en/taskList';

/** @internal */
export const taskList: Record<keyof typeof en, string> = {
  'taskList.title': '任务',
  'taskList.outdated': '列表不是最新的。',
  'taskList.retry': '重试',
  'taskList.range':
    '第 {{from, number}}–{{to, number}} 条，共 {{total, number}} 条',
  'taskList.column.name': '任务名称',
  'taskList.column.connection': '连接',
  'taskList.column.createdAt': '创建时间',
  'taskList.column.createdBy': '创建人',
  'taskList.column.status': '任务状态',
  'taskList.column.actions': '操作',
  'taskList.view': '查看',
  'taskList.view.named': '查看 {{name}}',
  'taskList.abort': '终止',
  'taskList.abort.named': '终止 {{name}}',
  'taskList.delete': '删除',
  'taskList.delete.named': '删除 {{name}}',
  'taskList.filters': '筛选任务',
  'taskList.whose': '谁的任务',
  'taskList.mine': '我的',
  'taskList.all': '全部',
  'taskList.allConnections': '全部连接',
  'taskList.status': '状态',
  'taskList.status.any': '任意状态',
  'taskList.status.preparing': '准备中',
  'taskList.status.running': '执行中',
  'taskList.status.completed': '已完成',
  'taskList.status.failed': '执行失败',
  'taskList.status.aborted': '已终止',
  'taskList.creator': '创建人',
  'taskList.created': '创建时间',
  'taskList.created.any': '任意创建时间',
  'taskList.created.1h': '最近 1 小时',
  'taskList.created.24h': '最近 24 小时',
  'taskList.created.7d': '最近 7 天',
  'taskList.created.30d': '最近 30 天',
  'taskList.created.days': '自定义日期',
  'taskList.search': '搜索名称或描述',
  'taskList.search.placeholder': '名称或描述',
  'taskList.bulk': '对所选任务的操作',
  'taskList.bulk.selected_one': '已选 {{count}} 个',
  'taskList.bulk.selected_other': '已选 {{count}} 个',
  'taskList.bulk.abort_one': '终止 {{count}} 个',
  'taskList.bulk.abort_other': '终止 {{count}} 个',
  'taskList.bulk.delete_one': '删除 {{count}} 个',
  'taskList.bulk.delete_other': '删除 {{count}} 个',
  'taskList.bulk.clear': '取消选择',
  'taskList.bulk.more_one': '以及另外 {{count}} 个',
  'taskList.bulk.more_other': '以及另外 {{count}} 个',
  'taskList.bulk.failed_one':
    '{{name}} 未能处理。{{reason}} 其余任务均已处理。',
  'taskList.bulk.failed_other':
    '{{count}} 个任务未能处理，例如 {{name}}。{{reason}} 其余任务均已处理。',
  'taskList.bulk.abort.title_one': '终止 {{count}} 个任务？',
  'taskList.bulk.abort.title_other': '终止 {{count}} 个任务？',
  'taskList.bulk.abort.confirm_one': '终止 {{count}} 个任务',
  'taskList.bulk.abort.confirm_other': '终止 {{count}} 个任务',
  'taskList.bulk.abort.text':
    '正在执行的语句会在数据库上停止，不再发送后续语句。此前已执行的语句保持生效；“全部成功或全部回滚”的任务会被回滚。',
  'taskList.bulk.abort.others_one':
    '另有 {{count}} 个所选任务已结束，或您无权终止。',
  'taskList.bulk.abort.others_other':
    '另有 {{count}} 个所选任务已结束，或您无权终止。',
  'taskList.bulk.delete.title_one': '删除 {{count}} 个任务？',
  'taskList.bulk.delete.title_other': '删除 {{count}} 个任务？',
  'taskList.bulk.delete.confirm_one': '删除 {{count}} 个任务',
  'taskList.bulk.delete.confirm_other': '删除 {{count}} 个任务',
  'taskList.bulk.delete.text':
    '这些任务及其脚本、执行记录、结果和日志将被永久删除。脚本在数据库中所做的更改保持不变。',
  'taskList.bulk.delete.others_one':
    '另有 {{count}} 个所选任务尚未结束，或您无权删除。',
  'taskList.bulk.delete.others_other':
    '另有 {{count}} 个所选任务尚未结束，或您无权删除。',
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
