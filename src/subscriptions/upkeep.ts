import type { Desk } from './desk';
import { finishErasures } from './erase';

/** What a day leaves to be done: erasures a crash cut short, queries nobody holds. Runs once a day, whoever calls. */
export async function dailyUpkeep(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  const tomorrow = new Date(now.getTime() + 86_400_000);
  if (!(await desk.limits.spend(`upkeep/${now.toISOString().slice(0, 10)}`, tomorrow))) return;
  const erasures = await finishErasures(desk);
  const queries = await desk.subscriptions.retireUnheld(now);
  desk.log.info('subscriptions-upkeep', { erasures, queries });
}
