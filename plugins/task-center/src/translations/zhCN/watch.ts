import { watch as en } from '../en/watch';

/** @internal */
export const watch: Record<keyof typeof en, string> = {
  'watch.button': '结束时通知我',
  'watch.ended': '“{{name}}”：{{status}}',
  'watch.open': '查看任务',
  'watch.inPortal':
    '您的浏览器不显示此门户的通知。只要有任一门户页面处于打开状态，任务结束时门户会在页面内提示您。',
  'watch.sidebar.title': '任务中心',
  'watch.sidebar.name': '{{title}}，{{running}}',
  'watch.sidebar.running_one': '您有 {{count}} 个任务正在进行',
  'watch.sidebar.running_other': '您有 {{count}} 个任务正在进行',
  'watch.widget.tasks': '您正在进行的任务',
  'watch.widget.none': '您当前没有正在进行的任务。',
  'watch.widget.more_one': '另有 {{count}} 个',
  'watch.widget.more_other': '另有 {{count}} 个',
  'watch.widget.allMine': '我的全部任务',
  'watch.widget.newTask': '新建任务',
  'watch.widget.subject': '您的任务',
};
