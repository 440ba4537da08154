import { expect, it } from 'vitest';
import { hasCellColoursOnly, pastedColours } from './pasted-colours.ts';

const found = (html: string): string[] =>
  [...pastedColours(html)].flatMap((cell) =>
    cell ? [`${cell.row},${cell.column} ${cell.colours.bg?.rgb ?? '-'} ${cell.colours.cl?.rgb ?? '-'}`] : [],
  );

it('reads the colours of cells by class, style and attribute, and those of letters round a whole cell', () => {
  const html = `<style><!--td{color:black;mso-background-source:auto} .xl65{mso-number-format:"\\@";background:yellow;mso-pattern:black none}
    .xl66{color:#C00000} .xl67{color:windowtext;background:white} .font5{color:red}--></style><table>
    <tr><td class=xl65>a</td><td class="xl66">b</td><td class=xl67>c</td></tr>
    <tr><td bgcolor="#00B0F0">d</td><td style='background-color: rgb(255, 192, 0) none'>e</td><td class=xl67 style="color:red">f</td></tr>
    <tr><td><font class="font5">g</font></td><td>h<font color="red">i</font></td><td><span style="color: #ff0000">j</span></td></tr>
    </table>`;
  expect(found(html)).toEqual([
    '0,0 #ffff00 -',
    '0,1 - #c00000',
    '1,0 #00b0f0 -',
    '1,1 #ffc000 -',
    '1,2 - #ff0000',
    '2,0 - #ff0000',
    '2,2 - #ff0000',
  ]);
});

it('finds the place of a cell beside merged ones, and colours every row that a merged one reaches', () => {
  const html = `<table><tr><td rowspan=2 style="background:red">a<td colspan=2>b<td style="background:lime">c</tr>
    <tr><td>d<td>e<td style="background:blue">f</tr></table>`;
  expect(found(html)).toEqual(['0,0 #ff0000 -', '1,0 #ff0000 -', '0,3 #00ff00 -', '1,3 #0000ff -']);
});

it('knows colours that are not the cells\u2019 own', () => {
  expect(hasCellColoursOnly('<table><tr height=19><td style="background:red">')).toBe(true);
  expect(hasCellColoursOnly('<tr style="height:19pt;background:red">')).toBe(false);
  expect(hasCellColoursOnly('<table bgcolor=yellow>')).toBe(false);
  expect(hasCellColoursOnly('<tr style="border-color:red">')).toBe(true);
});
