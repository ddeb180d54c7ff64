import { taskProblems as en } from '../en/taskProblems';

/** @internal */
export const taskProblems: Record<keyof typeof en, string> = {
  'taskProblems.connection.missing': '请选择要执行脚本的连接。',
  'taskProblems.connection.notAllowed':
    '您无权在此连接上新建任务，请选择其他连接。',
  'taskProblems.name.missing': '请输入任务名称。',
  'taskProblems.name.tooLong':
    '名称最多 {{max, number}} 个字符，当前为 {{length, number}} 个。',
  'taskProblems.script.missing': '请编写脚本，或将 .sql 文件拖放到此处。',
  'taskProblems.script.tooLarge':
    '脚本大小为 {{size}}，此连接最多接受 {{max}}。',
  'taskProblems.script.empty': '脚本中没有语句，只有空白和注释。',
  'taskProblems.delimiter.missing': '请输入语句的分隔符，例如 ; 或 //。',
  'taskProblems.delimiter.blank': '分隔符不能包含空白或反斜杠。',
  'taskProblems.delimiter.tooLong': '分隔符最多 {{max, number}} 个字符。',
  'taskProblems.resultLimit.noNumber': '请输入行数，须为不小于 1 的整数。',
  'taskProblems.resultLimit.tooLarge':
    '此连接对每个结果集最多保留 {{max, number}} 行。',
  'taskProblems.timeout.noNumber.seconds': '请输入秒数，须为不小于 1 的整数。',
  'taskProblems.timeout.noNumber.minutes':
    '请输入分钟数，折合后须为不小于 1 的整秒数。',
  'taskProblems.timeout.noNumber.hours':
    '请输入小时数，折合后须为不小于 1 的整秒数。',
  'taskProblems.timeout.tooLong': '此连接最长允许 {{max}}。',
  'taskProblems.description.tooLong': '描述最多 {{max, number}} 个字符。',
};
