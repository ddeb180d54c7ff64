import { resume as en } from '../en/resume';

/** @internal */
export const resume: Record<keyof typeof en, string> = {
  'resume.open': '继续执行…',
  'resume.title': '继续执行“{{name}}”',
  'resume.confirm': '继续执行',
  'resume.confirm.from': '从第 {{statement, number}} 条语句继续执行',
  'resume.about':
    '将新建一个任务，以相同的设置从该处起运行脚本。两个任务会互相注明。',
  'resume.resumedAs': '已继续执行为 {{task}}',
  'resume.start': '起始位置',
  'resume.start.field': '起始语句',
  'resume.start.first': '从第 {{statement, number}} 条语句开始（可能重复执行）',
  'resume.start.firstOfThem':
    '从其中第一条（第 {{statement, number}} 条）开始（这些语句可能重复执行）',
  'resume.start.after':
    '从可能已发送的最后一条之后，即第 {{statement, number}} 条开始（该语句可能被遗漏）',
  'resume.start.afterThem':
    '从可能已发送的最后一条之后，即第 {{statement, number}} 条开始（这些语句可能被遗漏）',
  'resume.start.other': '从其他语句开始',
  'resume.start.other.field': '语句',
  'resume.start.range': '1 至 {{last, number}}',
  'resume.start.noNumber': '请输入语句序号，不小于 1。',
  'resume.start.tooLarge': '该脚本共有 {{last, number}} 条语句。',
  'resume.unknown.title': '无法确定{{statements}}是否已生效',
  'resume.unknown.look_one': '请先在数据库中确认该语句的执行情况，再进行选择。',
  'resume.unknown.look_other':
    '请先在数据库中确认这些语句的执行情况，再进行选择。',
  'resume.unknown.neverSent': '从第 {{statement, number}} 条语句起均未发送。',
  'resume.unknown.show_one': '在语句记录中查看该语句',
  'resume.unknown.show_other': '在语句记录中查看这些语句',
  'resume.statements_one': '第 {{from, number}} 条语句',
  'resume.statements_other': '第 {{from, number}} 至 {{to, number}} 条语句',
  'resume.meaning.safe':
    '根据执行记录，这样是安全的：不会重复执行，也不会遗漏。',
  'resume.meaning.lost':
    '不会重复执行，也不会遗漏，但脚本的其余部分可能缺少随会话一起丢失的内容。',
  'resume.meaning.and': '{{first}}，{{second}}',
  'resume.meaning.sentence': '{{clauses}}。',
  'resume.meaning.again_one': '{{statements}}会再次执行',
  'resume.meaning.again_other': '{{statements}}会再次执行',
  'resume.meaning.mayRunTwice': '{{statements}}可能重复执行',
  'resume.meaning.mayBeLeftOut': '{{statements}}可能被遗漏',
  'resume.meaning.leftOut_one': '{{statements}}会被跳过',
  'resume.meaning.leftOut_other': '{{statements}}会被跳过',
  'resume.lost': '已随会话丢失：{{statements}}在会话中留下的内容',
  'resume.lost.text':
    '变量、临时表等不会重新创建。如果脚本的其余部分需要它们，请从更早的语句开始，或将其余部分作为新任务运行并先行创建。',
  'resume.repeated': '将首先重新应用：{{statements}}的会话设置',
  'resume.notListed': '此处未列出{{statements}}可能在会话中留下的内容。',
  'resume.orMore': '至少 {{statements}}',
  'resume.place': '#{{index, number}}，第 {{line, number}} 行',
};
