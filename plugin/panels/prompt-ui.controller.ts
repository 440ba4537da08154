import { isInternalEditorID, LifecycleStages, LifecycleUnreachableError, UniverInstanceType } from '@univerjs/core';
import { DesktopUIController } from '@univerjs/ui';
import { filter, take } from 'rxjs';

/** When whatever only helps is started, after the first drawing. In milliseconds, as in Univer. */
const STEADY_AFTER = 3_000;

/**
 * The desktop's user interface, which in Univer waits three tenths of a second, whatever has happened meanwhile, before it
 * draws a workbook that has long been there. Here it is drawn as soon as there are a workbook and a place for it. For the
 * `override` of Univer's user interface plugin: `[[IUIController, { useFactory: …, deps: [Injector] }]]`.
 */
export class PromptUIController extends DesktopUIController {
  /** Called by the constructor: nothing of this class is there yet but its methods. */
  protected override _bootstrapWorkbench(): void {
    // The bars keep the workbook that was there when they were drawn (the name box asks no second time): without one it
    // stays blank for good.
    const first = this._instanceService
      .getCurrentTypeOfUnit$(UniverInstanceType.UNIVER_SHEET)
      .pipe(filter(Boolean), take(1));
    const draw = (): void => {
      this.disposeWithMe(this.bootstrap((content, container) => void this.show(content, container)));
    };
    this.disposeWithMe(first.subscribe(draw));
  }

  private async show(content: HTMLElement, container: HTMLElement): Promise<void> {
    this.disposeWithMe(this._layoutService.registerRootContainerElement(container));
    this.disposeWithMe(this._layoutService.registerContentElement(content));
    try {
      await this._lifecycleService.onStage(LifecycleStages.Ready);
    } catch (error) {
      // Taken down before there was a workbook.
      if (error instanceof LifecycleUnreachableError) return;
      throw error;
    }
    // The bars around the sheet are drawn before it: what they show of the workbook was asked for before this.
    await new Promise((done) => setTimeout(done));
    if (this._disposed) return;
    this.followFocus(content);
    this._lifecycleService.stage = LifecycleStages.Rendered;
    this._steadyTimeout = window.setTimeout(() => {
      this._lifecycleService.stage = LifecycleStages.Steady;
    }, STEADY_AFTER);
  }

  /** Shows the workbook that has the focus, and whichever gets it later. */
  private followFocus(content: HTMLElement): void {
    let front: string | null = null;
    const bring = (unitId: string): boolean => {
      const render = this._renderManagerService.getRenderById(unitId);
      if (unitId === front || !render?.unitId || isInternalEditorID(unitId)) return false;
      const former = front === null ? null : this._renderManagerService.getRenderById(front);
      former?.deactivate();
      former?.engine.unmount();
      render.engine.mount(content);
      render.activate();
      front = unitId;
      return true;
    };
    for (const unitId of this._renderManagerService.getRenderAll().keys()) if (bring(unitId)) break;
    this.disposeWithMe(this._instanceService.focused$.subscribe((unitId) => void (unitId && bring(unitId))));
    this.disposeWithMe(
      this._renderManagerService.created$.subscribe(({ unitId }) => {
        if (unitId === this._instanceService.getFocusedUnit()?.getUnitId()) bring(unitId);
      }),
    );
    this.disposeWithMe(
      this._renderManagerService.disposed$.subscribe((unitId) => {
        if (front === unitId) front = null;
      }),
    );
  }
}
