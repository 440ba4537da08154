import { type Node, PRECEDENCE } from './ast.ts';

/** The canonical text of a formula, with its `=`: one spelling whatever was typed. `parse(print(node))` is `node`. */
export function print(node: Node): string {
  return `=${show(node)}`;
}

function show(node: Node): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'text':
      return `"${node.value.replaceAll('"', '""')}"`;
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE';
    case 'missing':
      return '';
    case 'field':
      return `[${node.name}]`;
    case 'parameter':
      return `{${node.name}}`;
    case 'call':
      return `${node.name}(${node.args.map(show).join(', ')})`;
    case 'unary':
      return node.operator + grouped(node.operand, tight(node.operand));
    case 'percent':
      return `${grouped(node.operand, tight(node.operand) || node.operand.kind === 'percent')}%`;
    case 'binary': {
      const own = PRECEDENCE[node.operator];
      const left = grouped(node.left, node.left.kind !== 'binary' || PRECEDENCE[node.left.operator] >= own);
      const right = grouped(node.right, node.right.kind !== 'binary' || PRECEDENCE[node.right.operator] > own);
      return `${left} ${node.operator} ${right}`;
    }
  }
}

/** Whether a sign may stand before it without changing what it belongs to. */
function tight(node: Node): boolean {
  return node.kind !== 'binary' && node.kind !== 'percent';
}

function grouped(node: Node, bare: boolean): string {
  return bare ? show(node) : `(${show(node)})`;
}
