import { resultExport as en } from '../en/resultExport';

/** @internal */
export const resultExport: Record<keyof typeof en, string> = {
  'resultExport.download': '下载结果',
  'resultExport.download.options': '按选项下载',
  'resultExport.download.title': '下载结果',
  'resultExport.download.what': '下载内容',
  'resultExport.download.one':
    '结果集 {{number}}，CSV 格式（{{rows}}，{{size}}）',
  'resultExport.download.all':
    '全部 {{resultSets}}，zip 格式（压缩前 {{size}}）',
  'resultExport.format.presets': '预设',
  'resultExport.format.asStored': '按存储格式',
  'resultExport.format.forExcel': '适用于 Excel',
  'resultExport.format.separator': '分隔符',
  'resultExport.format.comma': '逗号 ,',
  'resultExport.format.semicolon': '分号 ;',
  'resultExport.format.tab': '制表符',
  'resultExport.format.pipe': '竖线 |',
  'resultExport.format.null': 'NULL 的显示文本',
  'resultExport.format.null.empty': '空字段',
  'resultExport.format.bom': '以字节顺序标记（BOM）开头，便于 Excel 识别 UTF-8',
  'resultExport.format.formulas': "在电子表格会当作公式执行的文本前加 '",
  'resultExport.bundle': '打包…',
  'resultExport.bundle.title': '打包 {{name}} 的结果集',
  'resultExport.bundle.all': '全部 {{number, number}} 个结果集',
  'resultExport.bundle.none': '请勾选要放入 zip 的结果集。',
  'resultExport.bundle.size': '{{rows}}，CSV 大小 {{size}}。',
  'resultExport.bundle.progress': '已读取 {{read, number}} / {{rows}}…',
  'resultExport.bundle.tooLarge':
    '共 {{size}}，超出浏览器自行打包的上限，将由服务生成 zip。',
  'resultExport.bundle.download': '下载 zip',
  'resultExport.bundle.save': '保存为 zip',
  'resultExport.bundle.notWhole':
    '结果集 {{index, number}} 在读取 {{read, number}} / {{total, number}} 行后中断，打包内容将不完整。',
  'resultExport.copy': '复制为',
  'resultExport.copy.tsv': '单元格（TSV）',
  'resultExport.copy.csv': 'CSV',
  'resultExport.copy.json': 'JSON',
  'resultExport.copy.markdown': 'Markdown 表格',
  'resultExport.copy.inserts': 'INSERT 语句',
  'resultExport.copy.inserts.ask': 'INSERT 语句…',
  'resultExport.copy.withNames': '包含列名',
  'resultExport.copy.withNames.on': '包含列名：开',
  'resultExport.copy.withNames.off': '包含列名：关',
  'resultExport.copy.going': '正在复制…',
  'resultExport.copy.progress':
    '正在复制… {{read, number}} / {{total, number}} 行',
  'resultExport.copy.done_one': '单元格已复制。',
  'resultExport.copy.done_other': '已复制 {{count, number}} 个单元格。',
  'resultExport.copy.doneAs_one': '单元格已复制为{{format}}。',
  'resultExport.copy.doneAs_other':
    '已将 {{count, number}} 个单元格复制为 {{format}}。',
  'resultExport.copy.tooMany':
    '共 {{number, number}} 个单元格，一次最多可复制 {{max, number}} 个。如需更多，请使用“下载结果”。',
  'resultExport.copy.tooLarge':
    '这些单元格的内容超过 {{max}}，无法一次复制。请使用“下载结果”。',
  'resultExport.copy.rowsGone': '部分行已不存在。',
  'resultExport.inserts.title': '复制为 INSERT 语句',
  'resultExport.inserts.table': '表',
  'resultExport.inserts.table.hint': '必要时带上 schema 或数据库名',
  'resultExport.inserts.about': '适用于 {{engine}}：{{sql}}',
};
