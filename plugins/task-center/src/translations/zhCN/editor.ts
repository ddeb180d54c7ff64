import { editor as en } from '../en/editor';

/** @internal */
export const editor: Record<keyof typeof en, string> = {
  'editor.completions': '补全建议',
  'editor.find': '查找',
  'editor.replace.field': '替换',
  'editor.next': '下一个',
  'editor.previous': '上一个',
  'editor.all': '全部',
  'editor.matchCase': '区分大小写',
  'editor.regexp': '正则表达式',
  'editor.byWord': '全字匹配',
  'editor.replace': '替换',
  'editor.replaceAll': '全部替换',
  'editor.close': '关闭',
  'editor.currentMatch': '当前匹配项',
  'editor.onLine': '位于行',
  'editor.replacedOnLine': '已替换第 $ 行的匹配项',
  'editor.replaced': '已替换 $ 个匹配项',
  'editor.goToLine': '转到行',
  'editor.go': '转到',
  'editor.selectionDeleted': '已删除所选内容',
  'editor.controlCharacter': '控制字符',
  'editor.statement': '语句 {{number, number}}：查看执行情况',
};
