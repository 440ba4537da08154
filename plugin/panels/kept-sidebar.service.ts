import { DesktopSidebarService } from '@univerjs/ui';

/**
 * The sidebar, which Univer closes at every Escape of the page: one that ends a copy or an entry in the sheet would take
 * the list of problems or a half-filled wizard away. Here only an Escape that was pressed inside closes it. For the
 * `override` of Univer's user interface plugin: `[[ISidebarService, { useClass: KeptSidebarService }]]`.
 */
export class KeptSidebarService extends DesktopSidebarService {
  override close(id?: string): void {
    const { event } = window;
    const elsewhere =
      event instanceof KeyboardEvent &&
      event.key === 'Escape' &&
      !(event.target instanceof Element && event.target.closest('[data-u-comp="sidebar"]'));
    if (!elsewhere) super.close(id);
  }
}
