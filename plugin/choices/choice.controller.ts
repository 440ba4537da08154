import { DataValidationType, Disposable, toDisposable } from '@univerjs/core';
import type { DataValidatorRegistryService } from '@univerjs/data-validation';
import type {
  SheetDataValidationModel,
  SheetsDataValidationValidatorService,
} from '@univerjs/preset-sheets-data-validation';
import { CHOICE_RULE_PREFIX } from './choice-rules.ts';

/** Lists of choices only offer: without this the sheet would mark other values in its own words beside ours. */
export class ChoiceController extends Disposable {
  constructor(
    registry: DataValidatorRegistryService,
    service: SheetsDataValidationValidatorService,
    model: SheetDataValidationModel,
  ) {
    super();
    const validator = registry.getValidatorItem(DataValidationType.LIST);
    if (!validator) return;
    const judge = validator.validator.bind(validator);
    validator.validator = async (cell, rule) => rule.uid.startsWith(CHOICE_RULE_PREFIX) || judge(cell, rule);
    this.disposeWithMe(toDisposable(() => Reflect.deleteProperty(validator, 'validator')));
    this.leaveOut(service, model);
  }

  /** Asking every cell of every list whether it is right, a promise each, would be half the work of opening a book. */
  private leaveOut(service: SheetsDataValidationValidatorService, model: SheetDataValidationModel): void {
    const judge = service.validatorRanges.bind(service);
    service.validatorRanges = async (unitId, subUnitId, ranges) => {
      const offers = model.getRules(unitId, subUnitId).every(({ uid }) => uid.startsWith(CHOICE_RULE_PREFIX));
      return offers ? [] : judge(unitId, subUnitId, ranges);
    };
    this.disposeWithMe(toDisposable(() => Reflect.deleteProperty(service, 'validatorRanges')));
  }
}
