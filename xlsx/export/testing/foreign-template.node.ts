import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { python, withFolder } from './foreign.node.ts';

/**
 * An attachment as another authority might mail it, made by openpyxl (shared strings, its own style sheet): two-level
 * header over rows 4–5, an example row 6, blank rows up to 9, and below: a sum, merged remarks, a picture, a page break,
 * rules, a chart and formulas on a second sheet. `change` is Python that alters `wb` and `ws` before saving.
 */
export function foreignTemplate(change = ''): Promise<Uint8Array> {
  return withFolder((folder) => {
    const file = join(folder, 'template.xlsx');
    python(SCRIPT.replace('#CHANGE', change), file);
    return new Uint8Array(readFileSync(file));
  });
}

const SCRIPT = `
import sys, base64, io
from openpyxl import Workbook
from openpyxl.styles import Font, Border, Side, Alignment
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.chart import BarChart, Reference
from openpyxl.workbook.defined_name import DefinedName
wb = Workbook()
ws = wb.active
ws.title = "推荐 表"
thin = Side(style='thin'); box = Border(left=thin, right=thin, top=thin, bottom=thin)
ws['A1'] = '丹棱县后备力量推荐表'; ws.merge_cells('A1:F1'); ws['A1'].font = Font(name='黑体', size=20)
ws['A2'] = '填报单位（盖章）：'
for cell, text in {'A4': '序号', 'B4': '姓名', 'C4': '联系方式', 'E4': '身份证号', 'F4': '备注', 'C5': '手机', 'D5': '所在村'}.items(): ws[cell] = text
for area in ('A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5'): ws.merge_cells(area)
for row in range(4, 10):
  for col in 'ABCDEF':
    ws[f'{col}{row}'].border = box
    if row > 5 and col != 'A': ws[f'{col}{row}'].number_format = '@'
ws['A6'] = 1; ws['B6'] = '例：张三'; ws['C6'] = '13800000000'
for row in range(7, 10): ws[f'A{row}'] = row - 5
ws['A10'] = '合计'; ws['B10'] = '=COUNTA(B6:B9)&"人"'
ws['A11'] = '注：本表一式两份。'; ws.merge_cells('A11:F11')
ws['F2'] = '=B10'
ws['A13'] = '=HYPERLINK("http://example.cn","审核")'
ws.row_breaks.append(Break(id=11))
dv = DataValidation(type='list', formula1='"甲,乙"', allow_blank=True); ws.add_data_validation(dv); dv.add('D6:D9')
ws.conditional_formatting.add('E6:E9', FormulaRule(formula=['LEN($E6)<>18'], fill=PatternFill('solid', bgColor='FFFF0000')))
ws.print_area = 'A1:F11'; ws.print_title_rows = '4:5'
other = wb.create_sheet('汇总')
other['A1'] = "=COUNTA('推荐 表'!B6:B9)"; other['A2'] = "='推荐 表'!B10"; other['A3'] = '=A1'
chart = BarChart(); chart.add_data(Reference(ws, min_col=1, min_row=6, max_row=9)); other.add_chart(chart, 'C3')
try:
  from openpyxl.drawing.image import Image
  png = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')
  ws.add_image(Image(io.BytesIO(png)), 'B12')
except ImportError: pass
#CHANGE
wb.save(sys.argv[1])
`;
