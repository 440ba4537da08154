import { DataValidationType, Disposable, toDisposable } from '@univerjs/core';
import type { DataValidatorRegistryService } from '@univerjs/data-validation';
import { CHOICE_RULE_PREFIX } from './choice-rules.ts';

/** Lists of choices only offer: without this the sheet would mark other values in its own words beside ours. */
export class ChoiceController extends Disposable {
  constructor(registry: DataValidatorRegistryService) {
    super();
    const validator = registry.getValidatorItem(DataValidationType.LIST);
    if (!validator) return;
    const judge = validator.validator.bind(validator);
    validator.validator = async (cell, rule) => rule.uid.startsWith(CHOICE_RULE_PREFIX) || judge(cell, rule);
    this.disposeWithMe(toDisposable(() => Reflect.deleteProperty(validator, 'validator')));
  }
}
