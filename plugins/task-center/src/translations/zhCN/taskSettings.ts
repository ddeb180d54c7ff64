import { taskSettings as en } from '../en/taskSettings';

/** @internal */
export const taskSettings: Record<keyof typeof en, string> = {
  'taskSettings.connection': '连接',
  'taskSettings.connection.choose': '请选择数据库',
  'taskSettings.connection.find': '查找连接',
  'taskSettings.noConnections.title': '没有您可以新建任务的数据库',
  'taskSettings.noConnections.text':
    '如需使用数据库连接，请联系门户的运维人员。',
  'taskSettings.loading': '正在加载表单',
  'taskSettings.commit': '提交方式',
  'taskSettings.commit.statement': '逐条提交',
  'taskSettings.commit.statement.hint':
    '已执行的语句保持生效，除非脚本自行开启事务。',
  'taskSettings.commit.script': '全部成功或全部不生效：单个事务',
  'taskSettings.commit.script.hint':
    '失败、终止或超时后，全部操作都会回滚。如果脚本包含会结束事务的语句，则在执行前即被拒绝。',
  'taskSettings.commit.script.hint.mysql':
    '失败、终止或超时后，全部操作都会回滚。如果脚本包含会结束事务的语句（如 CREATE TABLE、ALTER TABLE 或 COMMIT），则在执行前即被拒绝。',
  'taskSettings.commit.script.hint.postgres':
    '失败、终止或超时后，全部操作都会回滚。如果脚本包含会结束事务的语句（如 COMMIT、VACUUM 或 CREATE INDEX CONCURRENTLY），则在执行前即被拒绝。',
  'taskSettings.commit.script.hint.sqlite':
    '失败、终止或超时后，全部操作都会回滚。如果脚本包含会结束事务的语句（如 COMMIT 或 VACUUM），则在执行前即被拒绝。',
  'taskSettings.errorHandling': '错误处理',
  'taskSettings.errorHandling.abort': '遇到失败的语句即停止',
  'taskSettings.errorHandling.continue': '继续执行下一条语句',
  'taskSettings.errorHandling.hint':
    '“全部成功或全部不生效”会在第一条失败的语句处停止，全部操作均不生效。',
  'taskSettings.delimiter': '分隔符',
  'taskSettings.delimiter.hint': '语句的结束标记',
  'taskSettings.delimiter.common': '常用分隔符',
  'taskSettings.delimiter.use': '使用 {{delimiter}} 作为分隔符',
  'taskSettings.resultLimit': '查询结果限制',
  'taskSettings.resultLimit.hint': '每个结果集保留的行数',
  'taskSettings.resultLimit.hint.limits':
    '每个结果集保留的行数，最多 {{rows, number}} 行且不超过 {{size}}；任务的全部结果不超过 {{all}}',
  'taskSettings.executionTimeout': '执行超时时间',
  'taskSettings.executionTimeout.hint': '针对整个任务',
  'taskSettings.executionTimeout.hint.limit': '针对整个任务，最长 {{time}}',
  'taskSettings.statementTimeout': '语句超时时间',
  'taskSettings.statementTimeout.hint': '针对每条语句',
  'taskSettings.statementTimeout.none': '无',
  'taskSettings.default': '{{value}}（默认）',
  'taskSettings.unit': '{{label}}：单位',
  'taskSettings.unit.seconds': '秒',
  'taskSettings.unit.minutes': '分钟',
  'taskSettings.unit.hours': '小时',
  'taskSettings.brief.allOrNothing': '全部成功或全部不生效',
  'taskSettings.brief.abort': '失败即停止',
  'taskSettings.brief.continue': '失败后继续',
  'taskSettings.brief.rows': '每个结果集 {{rows}} 行',
  'taskSettings.brief.rows.default': '每个结果集默认行数',
  'taskSettings.brief.rows.invalid': '查询结果限制无效',
  'taskSettings.brief.time': '{{value}} {{unit}}',
  'taskSettings.brief.executionTimeout.invalid': '执行超时时间无效',
  'taskSettings.brief.statementTimeout': '每条语句 {{time}}',
  'taskSettings.brief.statementTimeout.invalid': '语句超时时间无效',
  'taskSettings.brief.delimiter': '分隔符 {{delimiter}}',
  'taskSettings.brief.delimiter.invalid': '分隔符无效',
};
