export const OpenPickerId = 'mingce.operation.open-picker';
